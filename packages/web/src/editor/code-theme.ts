import type { Monaco } from "./load-monaco.ts";

/** Name of our theme in Monaco; its colours are those of the page at the last `applyCodeTheme`. */
const themeName = "rolewright";

/** Draws every editor of the page in the page's present colours. Call it again after a change of theme. */
export function applyCodeTheme({ editor }: Monaco): void {
  const style = getComputedStyle(document.documentElement);
  const color = (token: string, alpha = "") => sixDigits(style.getPropertyValue(`--${token}`).trim()) + alpha;
  const ink = (token: string, name: string, fontStyle = "") => ({ token, foreground: color(name).slice(1), fontStyle });
  const dark = document.documentElement.dataset.theme === "dark";
  editor.defineTheme(themeName, {
    base: dark ? "vs-dark" : "vs",
    inherit: true,
    rules: [
      ink("", "ink"),
      ink("string.key.json", "code-key"),
      ink("string.value.json", "code-string"),
      ink("number.json", "code-number"),
      ink("keyword.json", "code-word"),
      ink("delimiter", "code-punct"),
      ink("comment", "code-comment"),
    ],
    colors: chrome(color),
  });
  editor.setTheme(themeName);
}

/** Monaco reads six digits only; a build may have shortened `#ffffff` to `#fff`. */
function sixDigits(hex: string): string {
  return /^#[0-9a-f]{3}$/i.test(hex) ? hex.replace(/[0-9a-f]/gi, "$&$&") : hex;
}

function chrome(color: (token: string, alpha?: string) => string): Record<string, string> {
  return {
    "editor.background": color("panel"),
    "editor.foreground": color("ink"),
    "editorLineNumber.foreground": color("ink-3"),
    "editorLineNumber.activeForeground": color("accent-ink"),
    "editor.lineHighlightBackground": color("sunken"),
    "editor.lineHighlightBorder": "#00000000",
    "editor.selectionBackground": color("accent", "38"),
    "editor.inactiveSelectionBackground": color("accent", "20"),
    "editorCursor.foreground": color("accent"),
    "editorBracketMatch.background": color("accent", "1a"),
    "editorBracketMatch.border": color("accent-line"),
    "diffEditor.insertedLineBackground": color("ok-soft"),
    "diffEditor.insertedTextBackground": color("ok", "40"),
    "diffEditor.removedLineBackground": color("bad-soft"),
    "diffEditor.removedTextBackground": color("bad", "40"),
    "diffEditor.unchangedRegionBackground": color("sunken"),
    "diffEditor.unchangedRegionForeground": color("ink-3"),
    "diffEditor.diagonalFill": color("line"),
    // Brackets keep the quiet colour of punctuation at every depth; the pair around the caret gets a guide.
    ...Object.fromEntries(
      [1, 2, 3, 4, 5, 6].flatMap((depth) => [
        [`editorBracketHighlight.foreground${depth}`, color("code-punct")],
        [`editorBracketPairGuide.activeBackground${depth}`, color("accent-line")],
      ]),
    ),
    "editorBracketHighlight.unexpectedBracket.foreground": color("bad-ink"),
    "editorIndentGuide.background1": color("line"),
    "editorIndentGuide.activeBackground1": color("line-2"),
    "editorError.foreground": color("bad"),
    "editorWarning.foreground": color("warn"),
    "editorInfo.foreground": color("accent"),
    "editorLightBulb.foreground": color("warn"),
    "editorLightBulbAutoFix.foreground": color("warn"),
    "editorStickyScroll.background": color("panel"),
    "editorStickyScrollHover.background": color("sunken"),
    "editorStickyScroll.border": color("line"),
    "editorStickyScroll.shadow": color("ink", "12"),
    "editor.foldBackground": "#00000000",
    "editorGutter.foldingControlForeground": color("ink-3"),
    "editorOverviewRuler.border": color("line"),
    "scrollbar.shadow": color("ink", "12"),
    "scrollbarSlider.background": color("none", "40"),
    "scrollbarSlider.hoverBackground": color("none", "66"),
    "scrollbarSlider.activeBackground": color("none", "80"),
    "editorWidget.background": color("panel"),
    "editorWidget.foreground": color("ink"),
    "editorWidget.border": color("line-2"),
    "widget.shadow": color("ink", "24"),
    "editorSuggestWidget.selectedBackground": color("accent-soft"),
    "editorSuggestWidget.selectedForeground": color("accent-ink"),
    "editorSuggestWidget.highlightForeground": color("accent-ink"),
    "editorSuggestWidget.focusHighlightForeground": color("accent-ink"),
    "list.hoverBackground": color("sunken"),
    "list.activeSelectionBackground": color("accent-soft"),
    "list.activeSelectionForeground": color("accent-ink"),
    "list.focusBackground": color("accent-soft"),
    "menu.background": color("panel"),
    "menu.foreground": color("ink"),
    "menu.selectionBackground": color("accent-soft"),
    "menu.selectionForeground": color("accent-ink"),
    "menu.separatorBackground": color("line"),
    "input.background": color("panel"),
    "input.border": color("line-2"),
    focusBorder: color("accent"),
  };
}
