import { findingInWords, fixInWords, type Translator } from "@rolewright/locale";
import { type Diagnostic, positionsIn } from "@rolewright/runtime";
import type { Finding } from "../protocol.ts";

/** A text, and what the runtime found in it. */
export interface FoundIn {
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Findings as the API and the command line give them: with their place as people count, and what is wrong and helps in words. */
export function findingsInWords({ text, diagnostics }: FoundIn, { t }: Translator): Finding[] {
  const positionAt = positionsIn(text);
  return diagnostics.map(({ code, severity, path, range, params, fixes }) => ({
    code,
    severity,
    ...positionAt(range.start),
    sentence: findingInWords({ code, params }, t),
    path: [...path],
    range: { ...range },
    params: { ...params },
    fixes: fixes.map((fix) => ({
      code: fix.code,
      label: fixInWords(fix, t),
      params: { ...fix.params },
      edits: fix.edits.map((edit) => ({ ...edit })),
    })),
  }));
}
