import assert from "node:assert/strict";
import {
  checklist,
  edit,
  inspect,
  type JsonObject,
  type JsonValue,
  metSchema,
  observationProblems,
  type RoleModel,
  readTemplate,
  recordSchema,
  scorecard,
  workingDays,
} from "@rolewright/runtime";
import fc from "fast-check";
import { shippedLibrary, shippedTemplates } from "../contract/shipped.ts";

/*
 * Texts nobody should write, and what must hold for each of them: the runtime answers with data, soon, leaves the
 * program as it was, and can work with every role it makes. Used by a short run in the tests and a long one in the
 * benches.
 */

const library = shippedLibrary();
const shipped = shippedTemplates().map(({ text }) => text);
const values = shipped.flatMap((text) => readTemplate(text).template?.value ?? []);

const hostileKeys = fc.constantFrom(
  ...[
    "__proto__",
    "constructor",
    "prototype",
    "toString",
    "hasOwnProperty",
    "0",
    "",
    "a b",
    "$ref",
    "$id",
    "$dynamicRef",
  ],
  ...["patternProperties", "x-extends", "x-item", "x-role", "x-lint-ignore", "x-i18n", "properties", "items", "allOf"],
  ...[
    "measure",
    "score",
    "target",
    "due",
    "bands",
    "expression",
    "title",
    "enum",
    "const",
    "if",
    "then",
    "not",
    "null",
  ],
);
const hostileTexts = fc.oneof(
  fc.constantFrom(
    "#/$defs/a",
    "#",
    "(a+)+$",
    "(?=a)",
    "[",
    "\u0000",
    "\ud800",
    "*/",
    "1e999",
    "不少于",
    "-0",
    "2026-02-30",
  ),
  fc.constantFrom("https://rolewright.dev/role/1", "a.b(c)", "value * 1e400", "@@@@@@", "../../etc/passwd"),
  fc.string({ unit: "binary", maxLength: 30 }),
);
const hostileNumbers = fc.oneof(fc.double(), fc.constantFrom(1e308, -0, 5e-324, 2 ** 53, 0.1 + 0.2), fc.integer());

const { value: hostileValue } = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: "medium", maxDepth: 6 },
    hostileTexts,
    hostileNumbers,
    fc.constantFrom<JsonValue>(null, true, false),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(hostileKeys, tie("value"), { maxKeys: 4 }),
  ),
}));

/** Any JSON at all. */
const anyJson = hostileValue.map((value) => JSON.stringify(value));

/** The signs of JSONC in any order. */
const tokenSoup = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "//",
        "/*",
        "*/",
        "\n",
        '"',
        "\\",
        "null",
        "true",
        "“",
        "，",
        "-",
        "e5",
      ),
      hostileTexts,
      hostileNumbers.map(String),
    ),
    { maxLength: 60 },
  )
  .map((tokens) => tokens.join(""));

/** A shipped template with pieces of its text cut out, doubled, moved or overwritten. */
const damagedText = fc
  .tuple(
    fc.constantFrom(...shipped),
    fc.array(fc.tuple(fc.nat(), fc.nat(40), hostileTexts, fc.nat(3)), { minLength: 1, maxLength: 4 }),
  )
  .map(([text, wounds]) =>
    wounds.reduce((before, [at, length, words, kind]) => {
      const start = at % (before.length + 1);
      const piece = before.slice(start, start + length);
      const put = [words, "", piece + piece, JSON.stringify(words)][kind] ?? "";
      return before.slice(0, start) + put + before.slice(start + length);
    }, text),
  );

/** A shipped template that still parses, with some values and keys replaced. */
const damagedValue = fc
  .tuple(
    fc.constantFrom(...values),
    fc.array(fc.tuple(fc.array(fc.nat(), { minLength: 1, maxLength: 8 }), fc.option(hostileKeys), hostileValue), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([value, wounds]) => {
    const damaged = wounds.reduce<JsonValue>((before, [way, key, put]) => replaced(before, way, key, put), value);
    return JSON.stringify(damaged);
  });

/** A copy in which the place at the end of the way is another value, under another key where one is given. */
function replaced(value: JsonValue, way: readonly number[], key: string | null, put: JsonValue): JsonValue {
  const [step, ...rest] = way;
  if (step === undefined || value === null || typeof value !== "object") return put;
  if (Array.isArray(value)) {
    const at = step % (value.length + 1);
    return value.toSpliced(at, 1, replaced(value[at] ?? null, rest, key, put));
  }
  const entries = Object.entries(value);
  const at = step % (entries.length + 1);
  const [name, member] = entries[at] ?? ["added", null];
  const last = rest.length === 0;
  entries.splice(at, 1, [last && key !== null ? key : name, last ? put : replaced(member, rest, key, put)]);
  // The text, and not JavaScript, decides about `__proto__`: fromEntries would lose it no less than an assignment.
  return Object.fromEntries(entries);
}

/** A shipped template in which some figures and words are others: most of these still are templates. */
const twisted = fc
  .tuple(
    fc.constantFrom(...values),
    fc.array(fc.tuple(fc.nat(), hostileNumbers, hostileTexts), { minLength: 1, maxLength: 5 }),
  )
  .map(([value, turns]) => {
    const figures = leafPaths(value, "number");
    const words = leafPaths(value, "string").filter((path) => titles.has(String(path.at(-1))));
    return JSON.stringify(
      turns.reduce<JsonValue>((before, [pick, figure, text]) => {
        const choices = pick % 2 === 0 ? figures : words;
        const path = choices[(pick >> 1) % choices.length] ?? [];
        return withLeaf(before, path, pick % 2 === 0 ? figure : text);
      }, value),
    );
  });
const titles = new Set(["title", "description", "unit", "source", "owner", "evidence", "department", "formula"]);

function leafPaths(value: JsonValue, type: string, path: readonly string[] = []): (readonly string[])[] {
  if (value === null || typeof value !== "object") return typeof value === type ? [path] : [];
  return Object.entries(value).flatMap(([key, member]) => leafPaths(member, type, [...path, key]));
}

function withLeaf(value: JsonValue, [key, ...rest]: readonly string[], put: JsonValue): JsonValue {
  if (key === undefined || value === null || typeof value !== "object") return put;
  const members = Array.isArray(value) ? [...value] : { ...value };
  const here = members as Record<string, JsonValue>;
  here[key] = withLeaf(here[key] ?? null, rest, put);
  return members as JsonValue;
}

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: twisted, weight: 4 },
  { arbitrary: damagedValue, weight: 3 },
  { arbitrary: damagedText, weight: 3 },
  { arbitrary: anyJson, weight: 2 },
  { arbitrary: tokenSoup, weight: 1 },
);

/** A hostile text with data for the items of the role, should it make one. */
export const hostileCase: fc.Arbitrary<{ text: string; data: readonly JsonValue[] }> = fc.record({
  text: hostileText,
  data: fc.array(hostileValue, { minLength: 1, maxLength: 3 }),
});

/** The prototypes that everything inherits from, as they were before the first case. */
const prototypes = [Object.prototype, Array.prototype, Function.prototype, String.prototype, Number.prototype];
const untouched = prototypes.map((prototype) => Reflect.ownKeys(prototype).length);

/** Fails where the runtime throws, or leaves something behind. How long it took is for the caller to judge. */
export function assertHarmless({ text, data }: { readonly text: string; readonly data: readonly JsonValue[] }): void {
  const { template, role, diagnostics } = inspect(text, library);
  for (const { range } of diagnostics) {
    assert.ok(range.start >= 0 && range.start <= range.end && range.end <= text.length, "a finding lies in the text");
  }
  assert.ok(template || diagnostics.length > 0, "what is no template has a finding");
  edit(text, ["x-role", "language"], "en");
  if (role) useRole(role, data);
  assert.deepEqual(
    prototypes.map((prototype) => Reflect.ownKeys(prototype).length),
    untouched,
    "prototypes are as they were",
  );
}

function useRole(role: RoleModel, data: readonly JsonValue[]): void {
  recordSchema(role);
  metSchema(role);
  const items = role.sections.flatMap((section) => section.items).slice(0, 20);
  const observations = items.map((item, index) => ({
    item: item.key,
    period: "2026-11",
    data: (data[index % data.length] ?? null) as JsonObject,
  }));
  for (const observation of observations) observationProblems(role, observation);
  checklist(role, "2026-11", workingDays(), { observations });
  scorecard(role, "2026-11", observations);
}
