import assert from "node:assert/strict";
import { test } from "node:test";
import { edit, insertMember, type JsonValue, type TemplatePath, valueAt } from "@rolewright/runtime";
import fc from "fast-check";
import { membersOf } from "./members.ts";
import { make, meet, type Person, peopleOf, type } from "./two-people.ts";

const role = `{
  "title": "客服主管",
  "properties": {
    "duties": {
      "properties": {
        "visits": { "title": "接待业主来访" },
        "budget": { "title": "编制预算", "x-item": { "part": "lead" } }
      }
    }
  }
}
`;
const items: TemplatePath = ["properties", "duties", "properties"];
const valueIn = (person: Person, path: TemplatePath) => valueAt(person.text.toString(), path);

test("a field that two people fill at the same moment stands once, and the other value is told", async () => {
  for (const higher of [0, 1]) {
    const both = two(higher);
    both.forEach((each, index) => void set(each, [...items, "visits", "weight"], [20, 30][index] ?? 0));
    await meet(...both);
    assert.deepEqual(told(both), [["20", "30"][1 - higher]]);
    for (const each of both) assert.equal(valueIn(each, [...items, "visits", "weight"]), [20, 30][higher]);
    assert.equal(doubledIn(both[0]), undefined);
  }
});

test("the same value of both is told to nobody", async () => {
  const both = two(0);
  for (const each of both) set(each, [...items, "visits", "weight"], 20);
  await meet(...both);
  assert.equal(doubledIn(both[1]), undefined);
  assert.deepEqual(told(both), []);
});

test("what two people say first about an item comes together, comments and all", async () => {
  const both = two(1);
  set(both[0], [...items, "visits", "x-item"], { unit: "次", source: { title: "来访登记" } });
  type(both[0], '"unit"', '// 按登记簿\n          "unit"');
  set(both[1], [...items, "visits", "x-item"], { cadence: "monthly", source: { owner: "前台" } });
  await meet(...both);
  assert.deepEqual(valueIn(both[0], [...items, "visits", "x-item"]), {
    cadence: "monthly",
    source: { owner: "前台", title: "来访登记" },
    unit: "次",
  });
  assert.match(both[1].text.toString(), /\/\/ 按登记簿\n\s+"unit"/);
  assert.deepEqual([doubledIn(both[0]), told(both)], [undefined, []]);
});

test("new items that two people add under one key are two items", async () => {
  for (const higher of [0, 1]) {
    const both = two(higher);
    both.forEach((each, index) => void add(each, items, "duty", { title: ["培训新人", "巡查楼道"][index] ?? "" }));
    await meet(...both);
    const titles = ["duty", "duty2"].map((key) => valueIn(both[0], [...items, key, "title"]));
    assert.deepEqual(titles, higher === 0 ? ["培训新人", "巡查楼道"] : ["巡查楼道", "培训新人"]);
    assert.deepEqual([doubledIn(both[1]), told(both)], [undefined, []]);
  }
});

test("a section that both add is one, with the items of both", async () => {
  const both = two(0);
  const section = (title: string) => ({ title: "工作标准", properties: { standard: { title } } });
  add(both[0], ["properties"], "standards", section("办结率"));
  add(both[1], ["properties"], "standards", section("满意度"));
  await meet(...both);
  assert.deepEqual(valueIn(both[1], ["properties", "standards"]), {
    title: "工作标准",
    properties: { standard: { title: "办结率" }, standard2: { title: "满意度" } },
  });
  assert.equal(both[0].text.toString(), both[1].text.toString());
});

test("a member that somebody writes a second time knowingly stays twice", async () => {
  const [a, b] = two(0);
  set(a, [...items, "visits", "weight"], 20);
  await meet(a, b);
  type(b, '"weight": 20', '"weight": 20, "weight": 30');
  await meet(a, b);
  assert.equal(doubledIn(a), '"weight"');
});

test("whatever two people fill in and add at once, all of it stands once or is told", async () => {
  const act = fc.record({
    who: fc.nat({ max: 1 }),
    what: fc.constantFrom("x-item", "weight", "note", "unit", "item", "section"),
    key: fc.constantFrom("visits", "budget"),
  });
  const property = fc.asyncProperty(fc.array(act, { maxLength: 8 }), fc.nat({ max: 1 }), async (acts, higher) => {
    const both = two(higher);
    const words = acts.flatMap(({ who, what, key }, index) => does(both[who] as Person, what, key, `字${index}。`));
    await meet(...both);
    const [text = "", other] = both.map((each) => each.text.toString());
    assert.equal(text, other);
    assert.notEqual(valueAt(text, []), undefined, text);
    assert.equal(doubledIn(both[0]), undefined, text);
    for (const word of words) {
      const count = text.split(word).length - 1;
      assert.ok(count === 1 || (count === 0 && told(both).join().includes(word)), `${word} of ${text}`);
    }
    for (const each of both) each.close();
  });
  await fc.assert(property, { numRuns: Number(process.env.RUNS ?? 200), seed: Number(process.env.SEED ?? 1) });
});

/** Two people with the role, of whom one has the higher client id. */
function two(higher: number): readonly [Person, Person] {
  const people = peopleOf(higher === 0 ? [20, 10] : [10, 20], true, Number.POSITIVE_INFINITY, role);
  return people as [Person, Person];
}

const told = (people: readonly Person[]) => people.flatMap(({ orphans }) => orphans);

function set(person: Person, path: TemplatePath, value: JsonValue): void {
  make(person, (text) => edit(text, path, value));
}

function add(person: Person, container: TemplatePath, key: string, value: JsonValue): void {
  make(person, (text) => insertMember(text, key, value, { container }));
}

/** The words it writes, if it writes any. */
function does(person: Person, what: string, key: string, words: string): readonly string[] {
  const item = [...items, key];
  const has = (path: TemplatePath) => valueIn(person, path) !== undefined;
  if (what === "item" || what === "section") {
    const container = what === "item" ? items : ["properties"];
    if (has([...container, what])) return [];
    const value = what === "item" ? { title: words } : { title: "标准", properties: { standard: { title: words } } };
    add(person, container, what, value);
    return [words];
  }
  const path = what === "x-item" ? [...item, what] : [...item, "x-item", what];
  if (has(path)) return [];
  set(person, path, what === "x-item" ? { source: words } : words);
  return [words];
}

/** A key that one object of the person's text says twice. */
function doubledIn({ text }: Person): string | undefined {
  const members = membersOf(text.toString());
  return members.find((one) =>
    members.some((other) => other !== one && other.within === one.within && other.key === one.key),
  )?.key;
}
