import { findingInWords, fixInWords, type Translator } from "@rolewright/locale";
import { type Diagnostic, positionOf, type Severity } from "@rolewright/runtime";
import type { Context } from "./context.ts";
import { excerpt } from "./excerpt.ts";
import type { Style } from "./terminal.ts";

const styles: Readonly<Record<Severity, Style>> = { error: "red", warning: "yellow", info: "cyan" };

/** Whether a diagnostic makes a run end with findings: errors and warnings do, advice does not. */
export function isFinding({ severity }: Diagnostic): boolean {
  return severity !== "info";
}

/** `file:line:column: severity: sentence`, then the line with carets, then the mends, a line each. */
export function findingText(file: string, text: string, diagnostic: Diagnostic, { terminal, words }: Context): string {
  const { line, column } = positionOf(text, diagnostic.range.start);
  const severity = terminal.style(styles[diagnostic.severity], words.t(`cli.severity.${diagnostic.severity}`));
  const mends = mendsOf(diagnostic, words).map((mend) => words.t("cli.mend", { mend }));
  const head = words.t("cli.finding", {
    file,
    line,
    column,
    severity,
    sentence: sentence(diagnostic, words),
    code: diagnostic.code,
  });
  return [head, excerpt(text, diagnostic.range), ...mends].join("\n");
}

/** What is wrong, in the user's language. */
export function sentence(diagnostic: Diagnostic, words: Translator): string {
  return findingInWords(diagnostic, words.t);
}

/** What to do about it: the quick fixes' labels. */
function mendsOf({ fixes }: Diagnostic, words: Translator): string[] {
  return fixes.map((fix) => fixInWords(fix, words.t));
}
