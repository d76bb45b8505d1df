import { flatDialect } from "@rolewright/runtime";
import { hasText, language, onLanguage, t } from "../app/language.ts";
import type { Monaco } from "./load-monaco.ts";

/** The dialect's name; a template states it as `$schema`. */
const dialect = "https://rolewright.dev/role/1";

const prepared = new WeakSet<Monaco>();

/**
 * Teaches Monaco's JSON service the template language: completion and hover in the reader's language, comments and
 * trailing commas allowed. Its own validation stays off: the runtime finds the same problems and knows how to mend
 * them, and nobody wants to read each twice.
 */
export function prepareLanguage(monaco: Monaco): void {
  if (prepared.has(monaco)) return;
  prepared.add(monaco);
  monaco.jsonDefaults.setModeConfiguration({
    ...monaco.jsonDefaults.modeConfiguration,
    diagnostics: false,
    colors: false,
    documentFormattingEdits: false,
    documentRangeFormattingEdits: false,
  });
  // F8 steps through the page's list of problems, from wherever the focus is.
  const { KeyCode, KeyMod } = monaco;
  monaco.editor.addKeybindingRules(
    [KeyCode.F8, KeyMod.Shift | KeyCode.F8].map((keybinding) => ({ keybinding, command: null })),
  );
  describeDialect(monaco);
  // Each call ends the JSON worker, so it is made once per language and never while someone types.
  let shown = language();
  onLanguage(() => {
    if (shown === language()) return;
    shown = language();
    describeDialect(monaco);
  });
}

function describeDialect(monaco: Monaco): void {
  const describe = (key: string) => (hasText(`dialect.${key}`) ? t(`dialect.${key}`) : undefined);
  monaco.jsonDefaults.setDiagnosticsOptions({
    validate: false,
    allowComments: true,
    comments: "ignore",
    trailingCommas: "ignore",
    enableSchemaRequest: false,
    schemas: [{ uri: dialect, fileMatch: ["*"], schema: flatDialect(describe) }],
  });
}
