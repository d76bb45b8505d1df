import { executeServerCommand } from "@web/test-runner-commands";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { editor as monaco } from "./monaco.ts";
import { bindText, type TextBinding } from "./yjs-binding.ts";

globalThis.MonacoEnvironment = {
  getWorker: () => new Worker("/__monaco__/editor.worker.js", { type: "module" }),
};

/** One person at a real editor, for tests of the binding. */
export interface Desk {
  readonly doc: Y.Doc;
  readonly text: Y.Text;
  readonly editor: monaco.IStandaloneCodeEditor;
  readonly model: monaco.ITextModel;
  readonly binding: TextBinding;
  readonly awareness: Awareness;
  close(): void;
}

/** Opens an editor over a document of its own; auto-closing is off so that what is typed is what arrives. */
export function desk(start = "", options: monaco.IStandaloneEditorConstructionOptions = {}): Desk {
  const host = document.createElement("div");
  host.style.cssText = "width: 600px; height: 300px";
  document.body.append(host);
  const doc = new Y.Doc();
  const text = doc.getText("text");
  text.insert(0, start);
  const model = monaco.createModel("", "plaintext");
  const editor = monaco.create(host, { model, editContext: false, ...plainTyping, ...options });
  const binding = bindText(text, editor);
  const awareness = new Awareness(doc);
  const close = () => {
    binding.dispose();
    awareness.destroy();
    editor.dispose();
    model.dispose();
    doc.destroy();
    host.remove();
  };
  return { doc, text, editor, model, binding, awareness, close };
}

const plainTyping = {
  autoClosingBrackets: "never",
  autoClosingQuotes: "never",
  autoIndent: "none",
  quickSuggestions: false,
  wordBasedSuggestions: "off",
} as const satisfies monaco.IStandaloneEditorConstructionOptions;

/** Carries every change of one document to the other at once, both ways, after making them equal. */
export function connect(a: Y.Doc, b: Y.Doc): void {
  exchange(a, b);
  a.on("update", (update: Uint8Array, origin: unknown) => origin !== "wire" && Y.applyUpdate(b, update, "wire"));
  b.on("update", (update: Uint8Array, origin: unknown) => origin !== "wire" && Y.applyUpdate(a, update, "wire"));
}

/** Brings two documents to the same state once. */
export function exchange(a: Y.Doc, b: Y.Doc): void {
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)), "wire");
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)), "wire");
}

/** A peer without an editor: its text is changed directly. */
export function peerOf(doc: Y.Doc): Y.Text {
  const peer = new Y.Doc();
  connect(doc, peer);
  return peer.getText("text");
}

/** Puts the caret at an offset and gives the editor the focus. */
export function caret(at: Desk, offset: number, length = 0): void {
  const start = at.model.getPositionAt(offset);
  const end = at.model.getPositionAt(offset + length);
  at.editor.setSelection({
    startLineNumber: start.lineNumber,
    startColumn: start.column,
    endLineNumber: end.lineNumber,
    endColumn: end.column,
  });
  at.editor.focus();
  // A person composes into what a frame has shown; before its first one Monaco does not know where its letters are.
  at.editor.render(true);
}

/** Shows `preedit` as being composed at the caret, as an input method does while a word is typed. */
export async function compose(preedit: string): Promise<void> {
  const params = { text: preedit, selectionStart: preedit.length, selectionEnd: preedit.length };
  await executeServerCommand("compose", { method: "Input.imeSetComposition", params });
}

/** Ends the composition with the chosen word. */
export async function commit(word: string): Promise<void> {
  await executeServerCommand("compose", { method: "Input.insertText", params: { text: word } });
}
