import assert from "node:assert/strict";
import { test } from "node:test";
import { insertMember, moveMember, removeMember, valueAt } from "@rolewright/runtime";
import fc from "fast-check";
import { mendOrigin } from "../write-edits.ts";
import { dutyOf, keysOf, make, meet, type Person, peopleOf, tell, twoPeople, type } from "./two-people.ts";

const toEnd = (person: Person, key: string) =>
  make(person, (text) => moveMember(text, ["duties", key], { container: ["duties"] }));
const toFront = (person: Person, key: string) =>
  make(person, (text) => moveMember(text, ["duties", key], { container: ["duties"], before: keysOf(person)[0] ?? "" }));

test("a duty that two people move at the same moment stands once, in one of the two places", async () => {
  for (const higher of ["first", "second"] as const) {
    const { a, b } = twoPeople(higher);
    toEnd(a, "second");
    toFront(b, "second");
    await meet(a, b);
    const expected = higher === "first" ? ["first", "third", "second"] : ["second", "first", "third"];
    assert.deepEqual([keysOf(a), keysOf(b)], [expected, expected]);
    assert.equal(a.text.toString().split("处理投诉报修").length, 2);
    assert.deepEqual([...a.orphans, ...b.orphans], []);
  }
});

test("what each wrote in it before or after their move is in the one that stays", async () => {
  for (const higher of ["first", "second"] as const) {
    const { a, b } = twoPeople(higher);
    type(a, "投诉报修", "投诉与报修");
    toEnd(a, "second");
    toFront(b, "second");
    type(b, '"weight": 30', '"weight": 35');
    type(b, "处理", "当天处理");
    await meet(a, b);
    assert.deepEqual(dutyOf(a, "second"), { title: "当天处理投诉与报修", weight: 35 });
    assert.equal(a.text.toString(), b.text.toString());
    assert.equal(keysOf(a).length, 3);
  }
});

test("a figure that one replaced before they moved it is the new one, and is told where the other's stays", async () => {
  const loses = twoPeople("second");
  type(loses.a, '"weight": 30', '"weight": 35');
  toEnd(loses.a, "second");
  toFront(loses.b, "second");
  await meet(loses.a, loses.b);
  assert.deepEqual(dutyOf(loses.a, "second"), { title: "处理投诉报修", weight: 35 });

  const both = twoPeople("second");
  toEnd(both.a, "second");
  type(both.a, '"weight": 30', '"weight": 35');
  toFront(both.b, "second");
  type(both.b, '"weight": 30', '"weight": 40');
  await meet(both.a, both.b);
  assert.deepEqual(dutyOf(both.a, "second"), { title: "处理投诉报修", weight: 40 });
  assert.deepEqual([both.a.orphans, both.b.orphans], [["35"], []]);
});

test("words that a third person types into the copy that goes are carried into the one that stays", async () => {
  const [a, b, c] = people(3);
  toEnd(a, "second");
  toFront(b, "second");
  await tell(a, c);
  type(c, "处理投诉报修", "处理投诉、表扬与报修");
  await tell(b, a);
  await meet(a, b, c);
  assert.deepEqual(dutyOf(c, "second"), { title: "处理投诉、表扬与报修", weight: 30 });
  assert.deepEqual([keysOf(a), keysOf(b)], [keysOf(c), keysOf(c)]);
});

test("another item with the same key elsewhere in the text, whoever wrote it, is no hindrance", async () => {
  const [a, b, c] = people(3);
  const input = { second: { title: "收到的投诉" } };
  make(c, (text) => insertMember(text, "rate", { title: "结案率", properties: input }, { container: ["duties"] }));
  await meet(a, b, c);
  toEnd(a, "second");
  toFront(b, "second");
  await meet(a, b);
  assert.equal(a.text.toString().split("处理投诉报修").length, 2);
  assert.deepEqual(valueAt(b.text.toString(), ["duties", "rate", "properties"]), input);
  assert.equal(a.text.toString(), b.text.toString());
});

test("one who comes back alone, after the other has left, mends it as well", async () => {
  const [away, left, other] = peopleOf([30, 20, 10], true, 1) as readonly [Person, Person, Person];
  toEnd(away, "second");
  toFront(left, "second");
  await tell(left, other);
  const mended = new Promise<void>((resolve) => {
    away.text.observe((_, { origin }) => origin === mendOrigin && resolve());
  });
  await tell(other, away);
  await mended;
  await meet(away, other);
  assert.deepEqual([keysOf(other), keysOf(away)], Array(2).fill(["first", "third", "second"]));
  assert.equal(other.text.toString().split('"second"').length, 2);
});

test("a copy that somebody pastes to go on with stays, also for those who look on", async () => {
  const { a, b } = twoPeople();
  const at = a.text.toString().indexOf('    "third"');
  a.text.insert(at, '    "second": { "title": "处理投诉报修", "weight": 30 },\n');
  await meet(a, b);
  assert.equal(b.text.toString().split('"second"').length, 3);
});

test("undoing a move that lost does not bring the duty back a second time", async () => {
  for (const higher of ["first", "second"] as const) {
    const { a, b } = twoPeople(higher);
    toEnd(a, "second");
    toFront(b, "second");
    await meet(a, b);
    type(a, "处理投诉报修", "处理投诉、表扬与报修");
    await meet(a, b);
    b.history.undo();
    await meet(a, b);
    assert.deepEqual([...keysOf(a)].sort(), ["first", "second", "third"]);
    assert.equal(a.text.toString(), b.text.toString());
    assert.deepEqual(dutyOf(a, "second"), { title: "处理投诉、表扬与报修", weight: 30 }, higher);
  }
});

/** What three people may do, one step after the other, hearing of the others or not; whether they could. */
const acts: Readonly<Record<string, (person: Person, key: string, mark: string) => boolean>> = {
  toEnd: (person, key) => has(person, key) && did(toEnd(person, key)),
  toFront: (person, key) => has(person, key) && keysOf(person)[0] !== key && did(toFront(person, key)),
  remove: (person, key) => has(person, key) && did(make(person, (text) => removeMember(text, ["duties", key]))),
  words: (person, key, mark) => {
    const title = valueAt(person.text.toString(), ["duties", key, "title"]);
    return (
      typeof title === "string" && did(type(person, `"${title}"`, `"${title.slice(0, 2)}${mark}${title.slice(2)}"`))
    );
  },
  add: (person, _, mark) =>
    did(make(person, (text) => insertMember(text, mark, { title: mark }, { container: ["duties"] }))),
  undo: (person) => did(person.history.undo()),
  redo: (person) => did(person.history.redo()),
  hear: () => false,
};

function has(person: Person, key: string): boolean {
  return keysOf(person).includes(key);
}

function did(_: unknown): boolean {
  return true;
}

/** Words that share no sign, so that what a merge makes of two is told apart. */
const markOf = (index: number) => "子丑寅卯辰巳午未申酉"[index]?.repeat(2) ?? "";

type Act = readonly [name: string, key: string, who: number];

const act: fc.Arbitrary<Act> = fc.tuple(
  fc.constantFrom(...Object.keys(acts)),
  fc.constantFrom("first", "second", "third"),
  fc.nat({ max: 2 }),
);

test("whatever three people move, write, remove, undo and redo at once, all end with one text, and every duty once", async () => {
  const seed = Number(process.env.SEED ?? 1);
  const property = fc.asyncProperty(fc.array(act, { minLength: 2, maxLength: 9 }), async (steps) => {
    const everybody = people(3);
    const written: Written[] = [];
    for (const [index, [name, key, who]] of steps.entries()) {
      const person = everybody[who] as Person;
      if (name === "hear") await meet(...everybody);
      // At a form nothing can be changed while the text says something twice.
      else if (canBeEdited(person) && acts[name]?.(person, key, markOf(index)) && name === "words") {
        written.push({ words: markOf(index), key });
      }
      await Promise.resolve();
    }
    await meet(...everybody);
    assert.equal(problemAfter(everybody, written, steps), undefined);
    for (const person of everybody) person.close();
  });
  await fc.assert(property, { numRuns: Number(process.env.RUNS ?? 300), seed });
});

interface Written {
  readonly words: string;
  readonly key: string;
}

function problemAfter(
  everybody: readonly Person[],
  written: readonly Written[],
  steps: readonly Act[],
): string | undefined {
  const texts = everybody.map(({ text }) => text.toString());
  const [text = ""] = texts;
  if (new Set(texts).size > 1) return `several texts: ${texts.join("\n")}`;
  if (valueAt(text, []) === undefined) return `cannot be read: ${text}`;
  if (twice(everybody[0] as Person)) return `a duty stands twice: ${text}`;
  const told = everybody.flatMap(({ orphans }) => orphans).join();
  const taken = (key: string) => steps.some(([name, of]) => /do$/.test(name) || (name === "remove" && of === key));
  for (const { words, key } of written) {
    const count = text.split(words).length - 1;
    if (count > 1 || (count === 0 && !told.includes(words) && !taken(key))) return `${words} ${count} times in ${text}`;
  }
  return undefined;
}

function canBeEdited(person: Person): boolean {
  return valueAt(person.text.toString(), []) !== undefined && !twice(person);
}

function twice(person: Person): boolean {
  const text = person.text.toString();
  return ["first", "second", "third"].some((key) => text.split(`"${key}":`).length > 2);
}

function people(count: 3): readonly [Person, Person, Person];
function people(count: number): readonly Person[] {
  return peopleOf([10, 20, 30].slice(0, count));
}
