import { language } from "../app/language.ts";

/** Monaco's API as this page uses it. */
export type Monaco = typeof import("./monaco.ts");

let loading: Promise<Monaco> | undefined;

/**
 * Loads Monaco (about 1 MB compressed), with what it knows of the template language, when an editor is first shown. Its
 * own menus speak the language the page has at that moment; they can only change with a reload, because Monaco reads its
 * messages while its modules load.
 */
export function loadMonaco(): Promise<Monaco> {
  loading ??= load().catch((failure) => {
    loading = undefined;
    throw failure;
  });
  return loading;
}

async function load(): Promise<Monaco> {
  if (language() === "zh-CN") await import("monaco-editor/nls/lang/zh-cn");
  const [monaco, { prepareLanguage }, editorWorker, jsonWorker] = await Promise.all([
    import("./monaco.ts"),
    import("./code-language.ts"),
    import("monaco-editor/editor/editor.worker?worker"),
    import("monaco-editor/languages/features/json/json.worker?worker"),
  ]);
  globalThis.MonacoEnvironment = {
    getWorker: (_id: string, label: string) =>
      quietWhenUnreachable(label === "json" ? new jsonWorker.default() : new editorWorker.default()),
  };
  prepareLanguage(monaco);
  return monaco;
}

/**
 * Keeps a worker whose script could not be fetched (the server is away, the page is being left) from Monaco, which would
 * throw the bare event as an uncaught error. What the worker serves is missing then, and the text is typed and kept as
 * before. Errors inside a worker are `ErrorEvent`s and still reach Monaco.
 */
function quietWhenUnreachable(worker: Worker): Worker {
  worker.addEventListener("error", (event: Event) => {
    if (event instanceof ErrorEvent) return;
    event.stopImmediatePropagation();
    console.warn("A worker of the editor could not be loaded: its server did not answer.");
  });
  return worker;
}
