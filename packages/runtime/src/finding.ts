import type { DiagnosticCode } from "./codes.ts";
import type { Diagnostic, Fix, Severity } from "./diagnostic.ts";
import type { TextRange } from "./model.ts";

/** A finding; without params and fixes unless given. */
export function finding(
  code: DiagnosticCode,
  severity: Severity,
  place: { readonly path: Diagnostic["path"]; readonly range: TextRange },
  params: Diagnostic["params"] = {},
  fixes: readonly Fix[] = [],
): Diagnostic {
  return { code, severity, path: place.path, range: place.range, params, fixes };
}
