/* Long, as every way two people can type at once is tried on the same two desks. */
import type * as Y from "yjs";
import { designerOrigin } from "./designer-origin.ts";
import { caret, commit, compose, connect, type Desk, desk, peerOf } from "./editor-fixture.ts";

const open: Desk[] = [];

/** How Monaco takes text in: through a hidden text area, or through the browser's EditContext. */
let editContext = false;

function at(start = ""): Desk {
  const opened = desk(start, { editContext });
  open.push(opened);
  return opened;
}

function equal<Value>(actual: Value, expected: Value, what = "value"): void {
  if (actual !== expected) {
    throw new Error(`${what}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);
  }
}

/** Editor, shared text and every peer show the same, and it is this. */
function everywhere(expected: string, self: Desk, ...peers: Y.Text[]): void {
  equal(self.text.toString(), expected, "shared text");
  equal(self.model.getValue(), expected, "editor");
  for (const peer of peers) equal(peer.toString(), expected, "peer");
}

const type = (self: Desk, text: string) => self.editor.trigger("keyboard", "type", { text });

afterEach(() => {
  for (const opened of open.splice(0)) opened.close();
});

describe("the binding of Monaco to the shared text", () => {
  it("shows the shared text and writes what is typed into it", () => {
    const self = at("客服");
    caret(self, 2);
    type(self, "主管");
    everywhere("客服主管", self);
  });

  it("shows what a peer writes and leaves the caret at its words", () => {
    const self = at("一二三");
    caret(self, 3);
    peerOf(self.doc).insert(0, "零");
    everywhere("零一二三", self);
    equal(self.editor.getPosition()?.column, 5, "caret column");
  });

  it("writes a change at several cursors as one transaction", () => {
    const self = at("a\na\na");
    let transactions = 0;
    self.doc.on("update", () => {
      transactions += 1;
    });
    self.editor.setSelections(
      [1, 2, 3].map((line) => ({
        selectionStartLineNumber: line,
        selectionStartColumn: 2,
        positionLineNumber: line,
        positionColumn: 2,
      })),
    );
    type(self, "b");
    everywhere("ab\nab\nab", self);
    equal(transactions, 1, "transactions");
  });

  it("takes a transaction of several places into the model in one step", () => {
    const self = at("0123456789");
    const versions: number[] = [];
    self.model.onDidChangeContent((event) => versions.push(event.versionId));
    const peer = peerOf(self.doc);
    peer.doc?.transact(() => {
      peer.delete(7, 2);
      peer.insert(3, "三");
      peer.insert(0, "零");
    });
    everywhere("零012三34569", self, peer);
    equal(versions.length, 1, "content changes");
  });

  it("keeps line feeds only when CRLF is pasted", () => {
    const self = at("头\n尾");
    const peer = peerOf(self.doc);
    caret(self, 1);
    self.editor.trigger("keyboard", "paste", { text: "\r\n一\r\n二" });
    everywhere("头\n一\n二\n尾", self, peer);
  });

  it("drops the carriage returns that a peer brings in", () => {
    const self = at("甲\n");
    const peer = peerOf(self.doc);
    peer.insert(2, "乙\r\n丙\r\n");
    everywhere("甲\n乙\n丙\n", self, peer);
  });

  it("follows a value that is set as a whole", () => {
    const self = at("甲乙丙");
    const peer = peerOf(self.doc);
    self.model.setValue("甲\r\n丁\r\n丙");
    everywhere("甲\n丁\n丙", self, peer);
  });

  it("stops following when disposed and gives Monaco its undo back", () => {
    const self = at("甲");
    self.binding.dispose();
    self.text.insert(1, "乙");
    equal(self.model.getValue(), "甲", "editor");
    type(self, "丙");
    self.editor.trigger("keyboard", "undo", null);
    equal(self.model.getValue(), "甲", "editor after its own undo");
    equal(self.text.toString(), "甲乙", "shared text");
  });
});

describe("undo in a shared text", () => {
  it("takes back own typing and never a peer's text", () => {
    const self = at("");
    const peer = peerOf(self.doc);
    caret(self, 0);
    type(self, "我写的");
    peer.insert(3, "，同事写的");
    type(self, "又写");
    peer.insert(0, "【");
    for (let step = 0; step < 5; step += 1) self.editor.trigger("keyboard", "undo", null);
    everywhere("【，同事写的", self, peer);
    for (let step = 0; step < 5; step += 1) self.editor.trigger("keyboard", "redo", null);
    everywhere("【我写的又写，同事写的", self, peer);
  });

  it("takes back what a form of the same page wrote", () => {
    const self = at("权重 10");
    self.doc.transact(() => {
      self.text.delete(3, 2);
      self.text.insert(3, "15");
    }, designerOrigin);
    everywhere("权重 15", self);
    self.editor.trigger("menu", "undo", null);
    everywhere("权重 10", self);
  });

  it("takes back nothing when only peers wrote", () => {
    const self = at("甲");
    const peer = peerOf(self.doc);
    peer.insert(1, "乙");
    self.editor.trigger("keyboard", "undo", null);
    everywhere("甲乙", self, peer);
    equal(self.model.canUndo(), false, "can undo");
  });
});

for (const mode of [false, true])
  describe(`an input method composing while a peer writes, editContext ${mode}`, () => {
    before(() => {
      editContext = mode;
    });
    after(() => {
      editContext = false;
    });

    it("shows peers no half-typed pinyin and the chosen word at the end", async () => {
      const self = at("岗位：");
      equal(document.querySelector(".native-edit-context") !== null, mode, "EditContext in use");
      const peer = peerOf(self.doc);
      caret(self, 3);
      await compose("k");
      await compose("ke'fu");
      equal(self.binding.composing, true, "composing");
      equal(self.model.getValue(), "岗位：ke'fu", "editor while composing");
      equal(peer.toString(), "岗位：", "peer while composing");
      await commit("客服");
      everywhere("岗位：客服", self, peer);
    });

    it("merges a peer's text before the caret", async () => {
      const self = at("一二三四");
      const peer = peerOf(self.doc);
      caret(self, 4);
      await compose("wu");
      peer.insert(0, "〇〇\n");
      peer.insert(5, "半");
      equal(self.model.getValue(), "一二三四wu", "editor while composing");
      await compose("wu'liu");
      await commit("五六");
      everywhere("〇〇\n一二半三四五六", self, peer);
    });

    it("merges a peer's text before and behind the caret on the same line", async () => {
      const self = at('"minimum": 90, "unit": "%"');
      const peer = peerOf(self.doc);
      caret(self, 24);
      await compose("bai");
      peer.delete(11, 2);
      peer.insert(11, "95");
      peer.insert(peer.length, " // 十月起");
      await commit("百分之");
      everywhere('"minimum": 95, "unit": "百分之%" // 十月起', self, peer);
    });

    it("keeps both when a peer writes at the very caret", async () => {
      const self = at("甲乙");
      const peer = peerOf(self.doc);
      caret(self, 1);
      await compose("zhong");
      peer.insert(1, "【同事】");
      await compose("zhong'jian");
      await commit("中间");
      const merged = self.text.toString();
      everywhere(merged, self, peer);
      equal([...merged].sort().join(""), [..."甲乙【同事】中间"].sort().join(""), "characters");
      equal(merged.includes("【同事】") && merged.includes("中间"), true, "both whole");
    });

    it("keeps a peer's text inside a selection that is composed over", async () => {
      const self = at("前旧旧旧旧后");
      const peer = peerOf(self.doc);
      caret(self, 1, 4);
      await compose("xin");
      peer.insert(3, "（新增）");
      await commit("新");
      everywhere("前新（新增）后", self, peer);
    });

    it("survives a peer deleting the text around the caret", async () => {
      const self = at("一二三四五六");
      const peer = peerOf(self.doc);
      caret(self, 3);
      await compose("ban");
      peer.delete(1, 4);
      await commit("半");
      everywhere("一半六", self, peer);
    });

    it("leaves everything as it was when the composition is given up", async () => {
      const self = at("甲乙");
      const peer = peerOf(self.doc);
      caret(self, 1);
      await compose("zhong");
      peer.insert(2, "丙");
      await compose("");
      (document.activeElement as HTMLElement).blur();
      everywhere("甲乙丙", self, peer);
    });

    it("merges when the editor loses the focus in the middle of a word", async () => {
      const self = at("甲");
      const peer = peerOf(self.doc);
      caret(self, 1);
      await compose("yi");
      peer.insert(0, "〇");
      const blurred = new Promise<void>((resolve) => {
        const listener = self.editor.onDidBlurEditorText(() => {
          listener.dispose();
          resolve();
        });
      });
      (document.activeElement as HTMLElement).blur();
      await blurred;
      equal(self.binding.composing, false, "composing");
      everywhere("〇甲yi", self, peer);
    });

    it("undoes a composed word alone, not what the peer wrote meanwhile", async () => {
      const self = at("甲");
      const peer = peerOf(self.doc);
      caret(self, 1);
      await compose("yi");
      peer.insert(0, "〇");
      await commit("乙");
      everywhere("〇甲乙", self, peer);
      self.editor.trigger("keyboard", "undo", null);
      everywhere("〇甲", self, peer);
    });

    it("takes several words one after the other while the peer goes on", async () => {
      const self = at("：");
      const peer = peerOf(self.doc);
      caret(self, 1);
      for (const [pinyin, word] of [
        ["tou'su", "投诉"],
        ["chou'cha", "抽查"],
        ["bi'li", "比例"],
      ] as const) {
        await compose(pinyin.slice(0, 2));
        peer.insert(0, "·");
        await compose(pinyin);
        await commit(word);
      }
      everywhere("···：投诉抽查比例", self, peer);
    });

    it("merges what a peer pasted with carriage returns while a word was composed", async () => {
      const self = at("头尾");
      const peer = peerOf(self.doc);
      caret(self, 1);
      await compose("zhong");
      peer.insert(0, "一\r\n二\r\n");
      await commit("中");
      everywhere("一\n二\n头中尾", self, peer);
    });

    it("pastes lines with carriage returns right behind a composed word", async () => {
      const self = at("尾");
      const peer = peerOf(self.doc);
      caret(self, 0);
      await compose("tou");
      await commit("头");
      self.editor.trigger("keyboard", "paste", { text: "\r\n身\r\n" });
      everywhere("头\n身\n尾", self, peer);
    });

    it("takes back nothing while a word is composed, and the word and a peer's later text apart after it", async () => {
      const self = at("甲");
      const peer = peerOf(self.doc);
      caret(self, 1);
      await compose("yi");
      self.editor.trigger("keyboard", "undo", null);
      equal(self.binding.composing, true, "composing");
      await commit("乙");
      peer.insert(2, "（同事）");
      self.editor.trigger("keyboard", "undo", null);
      everywhere("甲（同事）", self, peer);
      self.editor.trigger("keyboard", "redo", null);
      everywhere("甲乙（同事）", self, peer);
    });

    it("ends a composition that was left lying, and goes on with what peers write", async () => {
      const self = at("甲");
      const peer = peerOf(self.doc);
      caret(self, 1);
      await compose("yi");
      peer.insert(0, "〇");
      await settledOf(self);
      equal(self.binding.composing, false, "composing");
      everywhere("〇甲yi", self, peer);
      peer.insert(0, "又");
      everywhere("又〇甲yi", self, peer);
    });

    it("keeps what was composed when the editor is let go of in the middle of a word", async () => {
      const self = at("甲");
      const peer = peerOf(self.doc);
      caret(self, 1);
      await compose("yi");
      peer.insert(0, "〇");
      self.binding.dispose();
      equal(self.text.toString(), "〇甲yi", "shared text");
      equal(peer.toString(), "〇甲yi", "peer");
    });

    it("shows a second editor on the same text only whole words, and its words to the first after them", async () => {
      const self = at("甲");
      const other = at("");
      connect(self.doc, other.doc);
      caret(self, 1);
      await compose("yi'bing");
      equal(other.model.getValue(), "甲", "second editor while composing");
      other.editor.executeEdits("test", [{ range: other.model.getFullModelRange().collapseToStart(), text: "〇" }]);
      await commit("乙丙");
      everywhere("〇甲乙丙", self, other.text);
      equal(other.model.getValue(), "〇甲乙丙", "second editor");
    });
  });

/** Resolves when a composition has ended and both sides are equal again. */
function settledOf(self: Desk): Promise<void> {
  return new Promise((resolve) => {
    const stop = self.binding.onSettled(() => {
      stop();
      resolve();
    });
  });
}
