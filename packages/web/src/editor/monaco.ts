/**
 * Monaco with JSON; everything in the page imports it from here. The language of its menus is fixed when this module
 * is first loaded: see `load-monaco.ts`.
 *
 * All features at once and up front: the JSON mode brings every one of them anyway, but only when the first JSON text
 * is shown, which is too late for their services, and the second editor would not start.
 */
import "monaco-editor/features/register.all";
// register.all of 0.57 brings only what inline suggestions need, not the list of suggestions itself.
import "monaco-editor/editor/contrib/suggest/browser/suggestController";
import "monaco-editor/internal/common/workers";

export { editor, KeyCode, KeyMod, languages, MarkerSeverity, Range, Uri } from "monaco-editor/editor";
export { jsonDefaults } from "monaco-editor/languages/features/json/register";
