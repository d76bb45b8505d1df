import { inspect, readTemplate } from "@rolewright/runtime";
import { executeServerCommand } from "@web/test-runner-commands";
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import { startLanguage } from "../app/language.ts";
import "../styles/tokens.css";
import type { CodeEditor } from "./code-editor.ts";
import "./code-editor.ts";
import { editor as monaco } from "./monaco.ts";

const template = `{
  "$schema": "https://rolewright.dev/role/1",
  "$id": "https://example.com/roles/test",
  "title": "客服主管",
  "type": "object",
  "x-role": { "language": "zh-CN" },
  "properties": {
    "standards": {
      "title": "工作标准", "type": "object", "x-section": { "kind": "standards" },
      "properties": {
        "rate": { "title": "收缴率", "type": "number", "x-item": { "every": "month", "weigth": 100, "unit": "%" } },
      },
    },
  },
}
`;

const linked = `{
  "$schema": "https://rolewright.dev/role/1",
  "$id": "https://example.com/roles/linked",
  "title": "客服主管",
  "x-role": { "language": "zh-CN" },
  "properties": {
    "duties": {
      "title": "岗位职责", "type": "object", "x-section": { "kind": "duties" },
      "properties": { "complaints": { "title": "处理投诉。", "type": "boolean" } },
    },
    "standards": {
      "title": "工作标准", "type": "object", "x-section": { "kind": "standards" },
      "properties": {
        "rate": {
          "title": "收缴率", "type": "number",
          "x-item": {
            "every": "month", "unit": "%", "supports": ["complaints"],
            "target": { "minimum": 95 },
          },
        },
      },
    },
  },
}
`;

interface Shown {
  readonly element: CodeEditor;
  readonly text: Y.Text;
  readonly awareness: Awareness;
  readonly editor: monaco.ICodeEditor;
}

let close = () => {};

async function shown(start: string, prepare: (element: CodeEditor) => void = () => {}): Promise<Shown> {
  localStorage.setItem("rolewright.language", "zh-CN");
  await startLanguage();
  const doc = new Y.Doc();
  const text = doc.getText("text");
  text.insert(0, start);
  const awareness = new Awareness(doc);
  const element = document.createElement("rw-code-editor");
  element.style.cssText = "display: block; width: 800px; height: 400px";
  element.shared = { text, awareness };
  prepare(element);
  const ready = new Promise((resolve) => element.addEventListener("ready", resolve, { once: true }));
  document.body.append(element);
  await ready;
  const editor = monaco.getEditors()[0];
  if (!editor) throw new Error("No editor was made.");
  close = () => {
    element.remove();
    awareness.destroy();
    doc.destroy();
  };
  return { element, text, awareness, editor };
}

/** Waits until the page shows what is asked for; the runner's timeout is the limit. */
async function until<Value>(look: () => Value | null | undefined | false): Promise<Value> {
  for (;;) {
    const found = look();
    if (found) return found;
    await new Promise(requestAnimationFrame);
  }
}

/** Puts the caret at an offset and gives the editor the focus. */
function place(editor: monaco.ICodeEditor, offset: number): void {
  editor.setPosition(editor.getModel()?.getPositionAt(offset) ?? { lineNumber: 1, column: 1 });
  editor.focus();
}

async function press(key: string): Promise<void> {
  for (const type of ["rawKeyDown", "keyUp"]) {
    const params = { type, key, code: key, windowsVirtualKeyCode: 13 };
    await executeServerCommand("compose", { method: "Input.dispatchKeyEvent", params });
  }
}

function check(condition: boolean, what: string): void {
  if (!condition) throw new Error(what);
}

afterEach(() => {
  close();
  close = () => {};
});

describe("the code editor", () => {
  it("offers the keywords of the template language where they may stand", async () => {
    const { editor } = await shown(template);
    const line = template.split("\n").findIndex((row) => row.includes("weigth")) + 1;
    const column = (template.split("\n")[line - 1] ?? "").indexOf('"unit"') + 1;
    editor.setPosition({ lineNumber: line, column });
    editor.focus();
    editor.trigger("test", "editor.action.triggerSuggest", null);
    const list = await until(() => {
      const widget = document.querySelector(".suggest-widget.visible");
      return widget?.textContent?.includes("target") ? widget.textContent : undefined;
    });
    check(!list.includes("additionalProperties"), `offers only what may stand in x-item: ${list}`);
  });

  it("names what is offered in the reader's language, and takes a whole item with its tab stops", async () => {
    const { text, editor } = await shown(linked);
    place(editor, linked.indexOf('"rate": {'));
    editor.trigger("test", "editor.action.triggerSuggest", null);
    const widget = await until(() => document.querySelector<HTMLElement>(".suggest-widget.visible .monaco-list-row"));
    check(widget.textContent?.includes("指标") === true, `a standard first: ${widget.textContent}`);
    const inserted = new Promise((resolve) => text.observe(resolve));
    editor.trigger("test", "acceptSelectedSuggestion", null);
    await inserted;
    check(
      readTemplate(text.toString()).diagnostics.every(({ code }) => !code.startsWith("syntax/")),
      text.toString(),
    );
    check(text.toString().includes('"figure": {'), "the item is there, in front of the other");
  });

  it("offers each duty once, by its title", async () => {
    const { editor } = await shown(linked);
    place(editor, linked.indexOf('["complaints"') + 2);
    editor.trigger("test", "editor.action.triggerSuggest", null);
    const rows = await until(() => {
      const found = [...document.querySelectorAll(".suggest-widget.visible .monaco-list-row")];
      return found.length > 0 && found;
    });
    check(
      rows.length === 1 && rows[0]?.textContent?.includes("处理投诉") === true,
      rows.map((row) => row.textContent).join(),
    );
  });

  it("says what an item must reach when the pointer rests on its key", async () => {
    const { role } = inspect(linked);
    const { editor } = await shown(linked, (element) => {
      element.context = role ? { role } : {};
    });
    place(editor, linked.indexOf('"rate"') + 3);
    editor.trigger("test", "editor.action.showHover", null);
    const hover = await until(() => {
      const found = document.querySelector(".monaco-hover:not(.hidden)")?.textContent;
      return found?.includes("目标") && found;
    });
    check(hover.includes("≥ 95 %") && hover.includes("收缴率"), hover);
  });

  it("goes from a name to the key it means, and renames both in the shared text", async () => {
    const { text, editor } = await shown(linked);
    const link = linked.indexOf('["complaints"') + 4;
    place(editor, link);
    const moved = new Promise<void>((resolve) => {
      const listening = editor.onDidChangeCursorPosition(() => {
        listening.dispose();
        resolve();
      });
    });
    editor.trigger("test", "editor.action.revealDefinition", null);
    await moved;
    const at = editor.getModel()?.getOffsetAt(editor.getPosition() ?? { lineNumber: 1, column: 1 });
    check(at === linked.indexOf('"complaints": {'), `the caret is on the key: ${at}`);
    editor.trigger("test", "editor.action.rename", null);
    await until(() => document.activeElement?.matches(".rename-box input.rename-input"));
    const renamed = new Promise((resolve) => text.observe(resolve));
    await executeServerCommand("compose", { method: "Input.insertText", params: { text: "grievances" } });
    await press("Enter");
    await renamed;
    check(text.toString() === linked.replaceAll("complaints", "grievances"), text.toString());
  });

  it("goes from x-extends to the text it names, shown beside to read", async () => {
    const parent = '{ "$id": "https://example.com/kpis/rate", "title": "物业费收缴率", "x-kpi": {} }';
    const extending = linked.replace('"title": "收缴率"', '"x-extends": "https://example.com/kpis/rate@1"');
    const { editor, text } = await shown(extending, (element) => {
      element.context = {
        host: { template: (id, version) => (id.endsWith("/rate") && version === 1 ? parent : undefined) },
      };
    });
    place(editor, extending.indexOf("kpis/rate@1"));
    editor.trigger("test", "editor.action.revealDefinition", null);
    const peeked = await until(() => {
      const found = document.querySelector(".peekview-widget .preview")?.textContent;
      return found?.includes("物业费收缴率") && found;
    });
    check(peeked.includes("x-kpi"), peeked);
    check(text.toString() === extending, "nothing was written");
  });

  it("folds items by their brackets", async () => {
    const { editor } = await shown(linked);
    place(editor, linked.indexOf('"rate"') + 1);
    const line = editor.getPosition()?.lineNumber ?? 0;
    editor.trigger("test", "editor.fold", null);
    const hidden = () =>
      !editor.getVisibleRanges().some((range) => range.startLineNumber <= line + 1 && range.endLineNumber > line);
    await until(hidden);
  });

  it("underlines a finding once, with its sentence, and mends it in the shared text", async () => {
    const { element, text, editor } = await shown(template);
    element.diagnostics = inspect(template).diagnostics;
    await element.updateComplete;
    const markers = monaco.getModelMarkers({}).filter(({ startLineNumber }) => startLineNumber === 11);
    const typo = markers.filter(({ message }) => message.includes("weigth"));
    check(typo.length === 1, `one marker for the typo, got ${JSON.stringify(markers)}`);
    editor.setPosition({ lineNumber: 11, column: typo[0]?.startColumn ?? 1 });
    editor.focus();
    const mended = new Promise((resolve) => text.observe(resolve));
    editor.trigger("test", "editor.action.quickFix", null);
    await until(() => document.querySelector(".action-widget")?.textContent?.includes("weight"));
    await press("Enter");
    await mended;
    check(text.toString() === template.replace("weigth", "weight"), "only the word changed");
    editor.trigger("test", "undo", null);
    check(text.toString() === template, "undone");
  });

  it("lets a reader read and not write", async () => {
    const { text, editor } = await shown("甲", (element) => {
      element.readonly = true;
    });
    editor.trigger("keyboard", "type", { text: "乙" });
    check(text.toString() === "甲" && editor.getModel()?.getValue() === "甲", "unchanged");
  });

  it("shows where a peer is, by name, and nobody who left", async () => {
    const { text, awareness } = await shown("一二三");
    const peerDoc = new Y.Doc();
    const peer = new Awareness(peerDoc);
    const place = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, 2));
    peer.setLocalState({ user: { id: "p", name: "何嘉", color: 2 }, cursor: { anchor: place, head: place } });
    applyAwarenessUpdate(awareness, encodeAwarenessUpdate(peer, [peer.clientID]), "wire");
    const caret = await until(() => document.querySelector(".rw-peer-caret"));
    check(caret.textContent === "何嘉" && caret.classList.contains("rw-peer-2"), "name and colour");
    peer.setLocalState(null);
    applyAwarenessUpdate(awareness, encodeAwarenessUpdate(peer, [peer.clientID]), "wire");
    await until(() => !document.querySelector(".rw-peer-caret"));
    peerDoc.destroy();
  });

  it("is not upset by what a hostile peer says of its place", async () => {
    const { text, awareness, editor } = await shown("一二三");
    const peer = new Awareness(new Y.Doc());
    const nonsense = [{ anchor: 1, head: null }, { anchor: { tname: {} }, head: { item: { client: "x" } } }, "cursor"];
    for (const cursor of nonsense) {
      peer.setLocalState({ user: { id: "p", name: "x", color: 99 }, cursor });
      applyAwarenessUpdate(awareness, encodeAwarenessUpdate(peer, [peer.clientID]), "wire");
      await new Promise(requestAnimationFrame);
    }
    check(!document.querySelector(".rw-peer-caret"), "no caret");
    editor.trigger("keyboard", "type", { text: "零" });
    check(text.toString() === "零一二三", "still works");
  });

  it("leaves nothing behind when it is taken off the page, and starts again when put back", async () => {
    const { element, text } = await shown("一");
    element.remove();
    check(monaco.getModels().length === 0 && monaco.getEditors().length === 0, "models and editors are gone");
    text.insert(1, "二");
    const ready = new Promise((resolve) => element.addEventListener("ready", resolve, { once: true }));
    document.body.append(element);
    await ready;
    check(monaco.getModels()[0]?.getValue() === "一二", "shows the present text");
  });
});
