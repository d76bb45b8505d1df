import { registerFeatures } from "./language-features.ts";
import type { Monaco } from "./load-monaco.ts";

/**
 * Teaches Monaco the template language. Of its own JSON mode colours, brackets and selection by structure stay; the
 * runtime answers everything else, in the reader's language and with the rest of the role in view. It also finds the
 * same problems and knows how to mend them, and nobody wants to read each twice. Call it once.
 */
export function prepareLanguage(monaco: Monaco): void {
  monaco.jsonDefaults.setModeConfiguration({
    ...monaco.jsonDefaults.modeConfiguration,
    completionItems: false,
    hovers: false,
    documentSymbols: false,
    foldingRanges: false,
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
  registerFeatures(monaco);
}
