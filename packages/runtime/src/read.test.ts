import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { inspect } from "./inspect.ts";
import { limits } from "./limits.ts";
import { readTemplate } from "./read.ts";
import { findings, fixed, standard, supervisorText, supervisorWith } from "./testing/template-text.ts";

test("a template without mistakes is read with its value and its places", () => {
  const { template, diagnostics } = readTemplate(supervisorText);
  assert.deepEqual(diagnostics, []);
  assert.equal(template?.value.title, "客服主管");
  assert.deepEqual(findings(supervisorText), []);
});

const spotCheck = standard("spotCheck");
const info = [...spotCheck, "x-item"];

const cases: readonly [name: string, text: string, expected: readonly string[]][] = [
  ["nothing at all", "", ["syntax/empty at "]],
  ["only a comment", "// later", ["syntax/empty at // later"]],
  ["a comment that never ends", "{ /*", ["syntax/comment-open at /*"]],
  ["a list", "[]", ["syntax/not-an-object at ["]],
  ["a comma left out", '{ "a": 1 "b": 2 }', ['syntax/comma-missing at "b"']],
  ["Chinese quotation marks", "{ “title”: 1 }", ["syntax/character at “title”"]],
  ["a key written twice", '{ "a": 1, "a": 2 }', ['syntax/duplicate-key at "a"']],
  ["reserved keys", '{ "__proto__": { "polluted": true } }', ['key/reserved at "__proto__"']],
  ["a number beyond all numbers", '{ "a": 1e999 }', ["syntax/number-range at 1e999"]],
  [
    "a misspelt keyword",
    supervisorText.replace('"weight": 20', '"weigth": 20'),
    ['schema/unknown-keyword at "weigth"'],
  ],
  [
    "a misspelt keyword at the root",
    supervisorText.replace('"description"', '"descripton"'),
    ['schema/unknown-keyword at "descripton"'],
  ],
  [
    "a keyword in the wrong place",
    supervisorWith([...spotCheck, "weight"], 1),
    ['schema/misplaced-keyword at "weight"'],
  ],
  ["text for a number", supervisorWith([...info, "weight"], "30"), ['schema/wrong-type at "30"']],
  ["an unknown cadence", supervisorWith([...info, "every"], "monthly"), ['schema/not-one-of at "monthly"']],
  [
    "a day that no month has",
    supervisorWith(standard("stockTake", "x-item", "due", "day"), 32),
    ["schema/not-one-of at 32"],
  ],
  ["a weight below nothing", supervisorWith([...info, "weight"], -1), ["schema/out-of-range at -1"]],
  [
    "a method there is none of",
    supervisorWith([...info, "score"], { kind: "magic" }),
    ['schema/not-one-of at "magic"'],
  ],
  [
    "a misspelt parameter",
    supervisorWith([...info, "score"], { kind: "linear", form: 0, to: 5 }),
    ['schema/unknown-keyword at "form"'],
  ],
  [
    "another dialect",
    supervisorText.replace("rolewright.dev/role/1", "example.org/role/9"),
    ['schema/wrong-dialect at "https://example.org/role/9"'],
  ],
  [
    "a newer dialect, whatever else is in it",
    supervisorText.replace("role/1", "role/9").replace('"weight"', '"heft"'),
    ['dialect/newer at "https://rolewright.dev/role/9"'],
  ],
  [
    "a key that is a number",
    supervisorWith(standard("7"), { title: "x", type: "boolean" }),
    ['key/integer-like at "7"'],
  ],
  [
    "a key in Chinese",
    supervisorWith(standard("例会"), { title: "x", type: "boolean" }),
    ['key/no-identifier at "例会"'],
  ],
  ["a name inside", supervisorWith([...spotCheck, "$id"], "https://x.org/y"), ['schema/nested-id at "$id"']],
  [
    "keywords by pattern",
    supervisorWith([...spotCheck, "patternProperties"], {}),
    ['schema/refused-keyword at "patternProperties"'],
  ],
  [
    "a reference outward",
    supervisorWith([...spotCheck, "$ref"], "https://x.org/y"),
    ['schema/foreign-reference at "https://x.org/y"'],
  ],
  [
    "a reference to nothing",
    supervisorWith([...spotCheck, "$ref"], "#/$defs/dya"),
    ['schema/unknown-reference at "#/$defs/dya"'],
  ],
  [
    "a reference to itself",
    supervisorWith(["$defs", "day"], { anyOf: [{ $ref: "#/$defs/day" }] }),
    ['schema/reference-circle at "day"'],
  ],
  ["a pattern that looks around", supervisorWith([...spotCheck, "pattern"], "(?=a)b"), ['schema/pattern at "(?=a)b"']],
  [
    "a date that is none",
    supervisorWith(["x-role", "effectiveDate"], "2026年1月"),
    ['schema/wrong-form at "2026年1月"'],
  ],
  ["a language that is none", supervisorWith(["x-i18n", "english"], {}), ['key/no-language at "english"']],
];

for (const [name, text, expected] of cases) {
  test(`${name}: one finding, at its place`, () => assert.deepEqual(findings(text), expected));
}

test("a nearest name is offered as a fix that mends the text", () => {
  const misspelt = supervisorText.replace('"inclusive"', '"inclusiv"');
  assert.equal(fixed(misspelt, "schema/unknown-keyword"), supervisorText);
  assert.equal(fixed(supervisorWith([...info, "weight"], "30"), "schema/wrong-type"), supervisorText);
});

test("another word is no slip", () => {
  const text = supervisorWith([...info, "score", "kind"], "properties");
  assert.deepEqual(
    inspect(text).diagnostics.flatMap(({ fixes }) => fixes),
    [],
  );
});

test("a section that does not say its kind is given the one its key names", () => {
  const kind = (key: string) => {
    const text = supervisorWith(["properties", key], { title: "部分", type: "object", properties: {} });
    return /"kind": "(\w+)"/.exec(fixed(text, "schema/missing").slice(text.indexOf(`"${key}": {`)))?.[1];
  };
  assert.deepEqual([kind("duties"), kind("extra")], ["duties", "custom"]);
});

test("a keyword of x-item that stands beside it is moved inside by its fix", () => {
  const text = supervisorWith([...info, "unit"], undefined).replace(
    '"title": "投诉、报事抽查比例",',
    (title) => `${title}\n          "unit": "%",`,
  );
  assert.deepEqual(findings(text), ['schema/misplaced-keyword at "unit"']);
  assert.deepEqual(findings(fixed(text, "schema/misplaced-keyword")), []);
});

test("Chinese punctuation and a missing comma are mended by their fixes", () => {
  assert.deepEqual(findings(fixed(supervisorText.replace('"title"', "“title”"), "syntax/character")), []);
  assert.deepEqual(findings(fixed(supervisorText.replace('"客服主管",', '"客服主管"'), "syntax/comma-missing")), []);
});

test("a 3,000-deep, a 5 MB and an endless text are refused before anything recursive runs", () => {
  const deep = `{"a":${"[".repeat(3000)}${"]".repeat(3000)}}`;
  assert.deepEqual(findings(deep), ["limits/depth at ["]);
  assert.deepEqual(findings(`{"a":${"[".repeat(900_000)}`), ["limits/depth at ["]);
  assert.deepEqual(findings(`{"a":"${"x".repeat(5_000_000)}"}`), ["limits/size at "]);
  assert.deepEqual(findings(`[${"1,".repeat(400_000)}1]`), ["limits/tokens at ,"]);
});

test("references that multiply are refused before anyone writes them out", () => {
  const definitions = Object.fromEntries(
    Array.from({ length: 30 }, (_, index) => [
      `d${index}`,
      { allOf: [{ $ref: `#/$defs/d${index + 1}` }, { $ref: `#/$defs/d${index + 1}` }] },
    ]),
  );
  const text = supervisorWith(["$defs"], { ...definitions, d30: { type: "string" }, day: { type: "string" } });
  assert.equal(findings(text)[0], 'schema/reference-circle at "d0"');
});

test("reserved keys reach no object of the program", () => {
  readTemplate('{ "__proto__": { "polluted": true }, "constructor": { "prototype": { "polluted": true } } }');
  assert.equal(({} as { polluted?: boolean }).polluted, undefined);
});

test("thousands of mistakes are counted, not listed", () => {
  const text = `{${Array.from({ length: 5000 }, (_, index) => `"k${index}": 1`).join(",")}}`;
  const { diagnostics } = readTemplate(text);
  assert.ok(diagnostics.length <= limits.findings + 1);
  assert.equal(diagnostics.at(-1)?.code, "limits/findings");
});

test("property: no text makes the runtime throw, and every finding lies inside the text", () => {
  const piece = fc.constantFrom(
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    '"x-item"',
    '"title"',
    "1",
    "null",
    '"',
    "//",
    "/*",
    "客服",
    "\\u00",
    '"__proto__"',
    '"$ref"',
    '"properties"',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(" ")),
        fc.string(),
      ),
      (text) => {
        for (const { range } of inspect(text).diagnostics) {
          assert.ok(range.start >= 0 && range.end >= range.start && range.end <= text.length);
        }
      },
    ),
  );
});

test("property: a role whose text is cut, doubled or garbled anywhere is read without throwing", () => {
  fc.assert(
    fc.property(
      fc.nat(supervisorText.length),
      fc.nat(40),
      fc.constantFrom("", "{", '"', ",", "null", "[1]"),
      (at, length, put) => {
        inspect(supervisorText.slice(0, at) + put + supervisorText.slice(at + length));
      },
    ),
    { numRuns: 300 },
  );
});
