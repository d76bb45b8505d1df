import assert from "node:assert/strict";
import { test } from "node:test";
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import { Intents } from "./intents.ts";

const start = '{ "minimum": 20, "title": "甲" }';

/** Two people with the same text, who do not hear of each other until `meet`. */
function two() {
  const first = new Y.Doc();
  first.getText("text").insert(0, start);
  const second = new Y.Doc();
  Y.applyUpdate(second, Y.encodeStateAsUpdate(first));
  const people = [first, second].map((doc) => {
    const [text, awareness] = [doc.getText("text"), new Awareness(doc)];
    return { doc, text, awareness, intents: new Intents(text, awareness) };
  });
  const [a, b] = people;
  assert.ok(a && b);
  return { a, b };
}

type Person = ReturnType<typeof two>["a"];

function write({ doc, text, intents }: Person, from: string, to: string, now: number): void {
  const edit = { offset: text.toString().indexOf(from), length: from.length, text: to };
  doc.transact(() => {
    text.delete(edit.offset, edit.length);
    text.insert(edit.offset, edit.text);
  });
  intents.note([edit], now);
}

async function meet(a: Person, b: Person): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    for (const [from, to] of [[a, b] as const, [b, a] as const]) {
      Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)));
      applyAwarenessUpdate(to.awareness, encodeAwarenessUpdate(from.awareness, [from.awareness.clientID]), "wire");
    }
    await Promise.resolve();
  }
}

function close(...people: Person[]): void {
  for (const { intents, awareness, doc } of people) {
    intents.close();
    awareness.destroy();
    doc.destroy();
  }
}

test("two figures written at once become the later one, not both in a row", async () => {
  for (const [first, second] of [
    [1, 2],
    [2, 1],
    [5, 5],
  ] as const) {
    const { a, b } = two();
    write(a, "20", "25", first);
    write(b, "20", "30", second);
    await meet(a, b);
    const wanted = first > second || (first === second && a.awareness.clientID > b.awareness.clientID) ? "25" : "30";
    assert.equal(a.text.toString(), start.replace("20", wanted));
    assert.equal(b.text.toString(), a.text.toString());
    close(a, b);
  }
});

test("two words written at once leave a text that still parses", async () => {
  const { a, b } = two();
  write(a, '"甲"', '"乙"', 1);
  write(b, '"甲"', '"丙"', 2);
  await meet(a, b);
  assert.equal(a.text.toString(), start.replace("甲", "丙"));
  assert.equal(b.text.toString(), a.text.toString());
  close(a, b);
});

test("what a peer types into a value, or writes later, is left alone", async () => {
  const { a, b } = two();
  write(a, "20", "25", 1);
  await meet(a, b);
  b.text.insert(b.text.toString().indexOf("25") + 2, "0");
  await meet(a, b);
  assert.equal(a.text.toString(), start.replace("20", "250"));
  write(b, "250", "30", 2);
  await meet(a, b);
  assert.equal(a.text.toString(), start.replace("20", "30"));
  close(a, b);
});
