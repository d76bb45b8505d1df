import type { Diagnostic, Fix } from "../diagnostic.ts";
import type { TextRange } from "../model.ts";

/** A repair, and the finding it mends. */
export interface Repair {
  readonly diagnostic: Diagnostic;
  readonly fix: Fix;
  /** Whether it is the one to take when nobody chooses. */
  readonly preferred: boolean;
}

/** The repairs of the findings that a stretch of the text touches. The findings must be about the present text. */
export function repairsAt(diagnostics: readonly Diagnostic[], { start, end }: TextRange): readonly Repair[] {
  return diagnostics
    .filter(({ range }) => range.start <= end && range.end >= start)
    .flatMap((diagnostic) => diagnostic.fixes.map((fix, index) => ({ diagnostic, fix, preferred: index === 0 })));
}
