import { connect, type Desk, desk, exchange } from "./editor-fixture.ts";

/** What each person writes: nobody writes what another does, so that it can be told whose words are gone. */
const words = { first: ["甲", "b", "，", "😀", "\n"], second: ["乙", "d", "。", "🙂", "\t"] } as const;
const pasted = { first: "粘\r\n贴", second: "拷\r\n贝" } as const;
const operations = 3_000;

type Writer = keyof typeof words;

let open: Record<Writer, Desk> | undefined;

beforeEach(() => {
  open = { first: desk(""), second: desk("") };
});
afterEach(() => {
  open?.first.close();
  open?.second.close();
});

describe("two editors on one text, with thousands of operations", () => {
  // The same operations at every run, so that a failure can be repeated; another seed types others.
  const seed = 20_261_129;

  it(`end in one text, also under undo, however late changes arrive (seed ${seed})`, () => {
    const { first, second } = desks();
    const random = generator(seed);
    exchange(first.doc, second.doc);
    for (let operation = 0; operation < operations; operation += 1) {
      act(random() < 0.5 ? "first" : "second", random);
      if (random() < 0.1) {
        exchange(first.doc, second.doc);
        same();
      }
    }
    exchange(first.doc, second.doc);
    same();
    undoKeepsThePeers();
  }).timeout(60_000);

  it(`end in one text, also under undo, when every change arrives at once (seed ${seed})`, () => {
    const { first, second } = desks();
    const random = generator(seed);
    connect(first.doc, second.doc);
    for (let operation = 0; operation < operations; operation += 1) act(random() < 0.5 ? "first" : "second", random);
    same();
    undoKeepsThePeers();
  }).timeout(60_000);
});

function desks(): Record<Writer, Desk> {
  if (!open) throw new Error("no editors");
  return open;
}

/** Somebody takes back all they did: what the other wrote and what still stood is all there. */
function undoKeepsThePeers(): void {
  const { first, second } = desks();
  const before = first.text.toString();
  // Monaco takes an undo to the editor that has the focus.
  first.editor.focus();
  for (let steps = first.binding.undoManager.undoStack.length; steps > 0; steps -= 1) {
    first.editor.trigger("keyboard", "undo", null);
  }
  if (first.binding.undoManager.canUndo()) throw new Error("undo did not take back all there was");
  exchange(first.doc, second.doc);
  same();
  const after = first.text.toString();
  for (const word of [...words.second, ...pasted.second.replace("\r\n", "")]) {
    const [had, has] = [before.split(word).length, after.split(word).length];
    if (has < had) throw new Error(`undo took ${had - has} × ${JSON.stringify(word)} of the other's`);
  }
}

function act(writer: Writer, random: () => number): void {
  const { editor, model, binding } = desks()[writer];
  editor.focus();
  // As if time had passed: what comes next is a step of its own to undo.
  if (random() < 0.4) binding.undoManager.stopCapturing();
  const pick = (count: number) => Math.floor(random() * count);
  const start = pick(model.getValueLength() + 1);
  const end = random() < 0.4 ? start + pick(8) : start;
  const [from, to] = [model.getPositionAt(start), model.getPositionAt(end)];
  editor.setSelection({
    startLineNumber: from.lineNumber,
    startColumn: from.column,
    endLineNumber: to.lineNumber,
    endColumn: to.column,
  });
  const kinds = [
    () => editor.trigger("keyboard", "type", { text: words[writer][pick(words[writer].length)] }),
    () => editor.trigger("keyboard", "type", { text: words[writer][0] }),
    () => editor.trigger("keyboard", "deleteLeft", null),
    () => editor.trigger("keyboard", "paste", { text: pasted[writer] }),
    () => editor.trigger("keyboard", "undo", null),
    () => editor.trigger("keyboard", "redo", null),
  ];
  kinds[pick(kinds.length)]?.();
}

function same(): void {
  const { first, second } = desks();
  const texts = {
    "second editor": second.model.getValue(),
    "first text": first.text.toString(),
    "second text": second.text.toString(),
  };
  const expected = first.model.getValue();
  for (const [what, text] of Object.entries(texts)) {
    if (text !== expected) throw new Error(`${what} differs: ${JSON.stringify(text)} from ${JSON.stringify(expected)}`);
  }
}

/** Mulberry32. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
