import "monaco-editor/features/register.all";
import "monaco-editor/languages/features/json/register";
import { editor } from "monaco-editor/editor";

/** Monaco alone with the text that the page has in `#text`. */
const text = document.querySelector("#text")?.textContent ?? "";
const host = document.querySelector("#host");
globalThis.MonacoEnvironment = {
  getWorker: (_id, label) => new Worker(label === "json" ? "/json.worker.js" : "/editor.worker.js", { type: "module" }),
};
const model = editor.createModel(text, "json");
editor.create(host, { model, automaticLayout: true, minimap: { enabled: false }, fontSize: 13 });
