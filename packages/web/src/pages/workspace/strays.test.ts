import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type EditResult,
  edit,
  insertMember,
  moveMember,
  removeMember,
  type TextEdit,
  valueAt,
} from "@rolewright/runtime";
import { textEdits } from "@rolewright/server/text-edits";
import fc from "fast-check";
import * as Y from "yjs";
import { historyOf } from "../../editor/yjs-binding.ts";
import { Strays } from "./strays.ts";
import { writeEdits } from "./write-edits.ts";

// A failure prints the seed, and `SEED=… npm test -- strays` repeats it.
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);

const start = `{
  // 职责
  "duties": {
    "first": { "title": "接待业主来访", "weight": 20 },
    "second": { "title": "处理投诉报修", "weight": 30 },
    "third": { "title": "收缴物业费用", "weight": 50 }
  }
}
`;

/** Two people with the same text, who do not hear of each other until `meet`. */
function two() {
  const first = new Y.Doc();
  first.getText("text").insert(0, start);
  const second = new Y.Doc();
  Y.applyUpdate(second, Y.encodeStateAsUpdate(first));
  const [a, b] = [first, second].map((doc) => {
    const text = doc.getText("text");
    const orphans: string[] = [];
    return { doc, text, history: historyOf(text), strays: new Strays(text, (words) => orphans.push(words)), orphans };
  });
  assert.ok(a && b);
  return { a, b };
}

type Person = ReturnType<typeof two>["a"];

function make(person: Person, change: (text: string) => EditResult): void {
  const result = change(person.text.toString());
  assert.ok("edits" in result);
  writeEdits(person, result.edits);
}

/** As somebody at the code editor: takes out `from` and writes `to`. */
function type(person: Person, from: string, to: string): void {
  const edit: TextEdit = { offset: person.text.toString().indexOf(from), length: from.length, text: to };
  assert.ok(edit.offset >= 0);
  writeEdits(
    person,
    textEdits(from, to).map((each) => ({ ...each, offset: edit.offset + each.offset })),
  );
}

async function meet(a: Person, b: Person): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    for (const [from, to] of [[a, b] as const, [b, a] as const]) {
      Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)), "wire");
      await Promise.resolve();
    }
  }
  assert.equal(a.text.toString(), b.text.toString());
}

const dutyOf = (person: Person, key: string) => valueAt(person.text.toString(), ["duties", key]);
const keysOf = (person: Person) => Object.keys(valueAt(person.text.toString(), ["duties"]) as object);

test("words typed into an item that a peer moves meanwhile go with it", async () => {
  for (const place of [{ container: ["duties"] }, { container: ["duties"], before: "first" }]) {
    const { a, b } = two();
    make(a, (text) => moveMember(text, ["duties", "second"], place));
    type(b, "处理投诉报修", "处理投诉、表扬与报修");
    await meet(a, b);
    assert.deepEqual(dutyOf(a, "second"), { title: "处理投诉、表扬与报修", weight: 30 });
    assert.deepEqual(keysOf(a).length, 3);
    assert.deepEqual([...a.orphans, ...b.orphans], []);
  }
});

test("a figure replaced in an item that a peer moves meanwhile is the new one, not both", async () => {
  const { a, b } = two();
  make(a, (text) => moveMember(text, ["duties", "first"], { container: ["duties"] }));
  type(b, '"weight": 20', '"weight": 25');
  await meet(a, b);
  assert.deepEqual(dutyOf(a, "first"), { title: "接待业主来访", weight: 25 });
});

test("what the one who moved an item changed in it stays beside what the other wrote", async () => {
  const { a, b } = two();
  type(a, "业主来访", "业主与租户来访");
  make(a, (text) => moveMember(text, ["duties", "first"], { container: ["duties"] }));
  type(b, '"weight": 20', '"weight": 25');
  await meet(a, b);
  assert.deepEqual(dutyOf(a, "first"), { title: "接待业主与租户来访", weight: 25 });
});

test("words typed into an item that a peer deletes are taken out and told of, and the text can be read", async () => {
  const { a, b } = two();
  make(a, (text) => removeMember(text, ["duties", "second"]));
  type(b, "处理投诉报修", "处理投诉和表扬、报修");
  await meet(a, b);
  assert.deepEqual(keysOf(a), ["first", "third"]);
  assert.deepEqual(b.orphans, ["和表扬、"]);
  assert.deepEqual(a.orphans, []);
});

test("words inside a deleted comment harm nobody and stay", async () => {
  const { a, b } = two();
  type(a, "职责", "");
  type(b, "职责", "职及责");
  await meet(a, b);
  assert.match(a.text.toString(), /\/\/ 及\n/);
  assert.deepEqual(b.orphans, []);
});

/** What two people may do at once, each on their own copy. */
const changes = {
  /** A form writes a whole value; the key says whose. */
  value: (person: Person, key: string, mark: string) =>
    make(person, (text) => edit(text, ["duties", key, "note"], `值${mark}`)),
  typing: (person: Person, key: string, mark: string) => {
    const title = valueAt(person.text.toString(), ["duties", key, "title"]) as string;
    type(person, `"${title}"`, `"${title.slice(0, 3)}${mark}${title.slice(3)}"`);
  },
  toEnd: (person: Person, key: string) =>
    make(person, (text) => moveMember(text, ["duties", key], { container: ["duties"] })),
  toFront: (person: Person, key: string) => {
    const [before] = keysOf(person);
    if (before !== key)
      make(person, (text) => moveMember(text, ["duties", key], { container: ["duties"], before: before ?? "" }));
  },
  remove: (person: Person, key: string) => make(person, (text) => removeMember(text, ["duties", key])),
  paste: (person: Person, _: string, mark: string) =>
    make(person, (text) => insertMember(text, `新${mark}`, { title: `粘贴${mark}` }, { container: ["duties"] })),
};

const change = fc.record({
  name: fc.constantFrom(...(Object.keys(changes) as (keyof typeof changes)[])),
  key: fc.constantFrom("first", "second", "third"),
});

/** One change of somebody; what it cannot be made on any more, since they removed it themselves, is left out. */
function act(person: Person, { name, key }: { name: keyof typeof changes; key: string }, mark: string): boolean {
  if (name !== "paste" && !keysOf(person).includes(key)) return false;
  changes[name](person, key, mark);
  return name === "typing";
}

test("whatever two people do at once, both end with one text that can be read, and typed words stand there once or are told of", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 3 }), change, async (mine, theirs) => {
      const { a, b } = two();
      const typed = mine.flatMap((step, index) => (act(a, step, `甲${index}。`) ? [`甲${index}。`] : []));
      if (act(b, theirs, "乙0。")) typed.push("乙0。");
      await meet(a, b);
      const text = a.text.toString();
      assert.notEqual(valueAt(text, []), undefined, `cannot be read: ${text}`);
      // Who removes an item means its words too, their own among them.
      const removes = [...mine, theirs].some(({ name }) => name === "remove");
      for (const words of typed)
        checkWords(words, text, removes || [...a.orphans, ...b.orphans].join().includes(words));
      close(a, b);
    }),
    { numRuns: 300, seed },
  );
});

function checkWords(words: string, text: string, mayLack: boolean): void {
  const count = text.split(words).length - 1;
  assert.ok(count === 1 || (count === 0 && mayLack), `${words} stands ${count} times in ${text}`);
}

function close(...people: Person[]): void {
  for (const { strays, doc } of people) {
    strays.close();
    doc.destroy();
  }
}
