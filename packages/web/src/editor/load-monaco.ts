import { language } from "../app/language.ts";

/** Monaco's API as this page uses it. */
export type Monaco = typeof import("./monaco.ts");

let loading: Promise<Monaco> | undefined;

/**
 * Loads Monaco (about 1 MB compressed) when an editor is first shown. Its own menus speak the language the page has
 * at that moment; they can only change with a reload, because Monaco reads its messages while its modules load.
 */
export function loadMonaco(): Promise<Monaco> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Monaco> {
  if (language() === "zh-CN") await import("monaco-editor/nls/lang/zh-cn");
  const [monaco, editorWorker, jsonWorker] = await Promise.all([
    import("./monaco.ts"),
    import("monaco-editor/editor/editor.worker?worker"),
    import("monaco-editor/languages/features/json/json.worker?worker"),
  ]);
  globalThis.MonacoEnvironment = {
    getWorker: (_id: string, label: string) =>
      label === "json" ? new jsonWorker.default() : new editorWorker.default(),
  };
  return monaco;
}
