import assert from "node:assert/strict";
import { test } from "node:test";
import { type Item, inspect, type JsonObject, localize, type RoleModel } from "@rolewright/runtime";
import { type ParseError, parse } from "jsonc-parser";
import { itemIn, lineOf, modelWith, objectIn, observationWith, roleTextWith, stepOf } from "./kpi-library.ts";
import { shippedKpis } from "./shipped.ts";

const families = ["service", "property", "sales", "hr", "finance", "quality", "safety", "it"];
const keywordsOfOneFile = ["$schema", "$id", "title", "description", "x-item", "x-kpi", "x-i18n"];
const keywordsOfObservations = [
  "type",
  "properties",
  "required",
  "items",
  "uniqueItems",
  "format",
  "minimum",
  "maximum",
];
const fieldsOfTheRole = ["weight", "supports", "owner"];

test("the library has at least 64 KPIs, 8 or more in each of its eight families", () => {
  const names = shippedKpis().map(({ name }) => name);
  assert.ok(names.length >= 64, `${names.length} KPIs`);
  assert.deepEqual([...new Set(names.map(familyOf))].sort(), [...families].sort());
  for (const family of families) {
    const count = names.filter((name) => familyOf(name) === family).length;
    assert.ok(count >= 8, `${family} has ${count}`);
  }
});

test("no two KPIs share an id or, in one family, a title", () => {
  const files = shippedKpis().map(({ name, text }) => ({ family: familyOf(name), ...parsed(text) }) as JsonObject);
  const ids = files.map(({ $id }) => $id);
  const titles = files.map(({ family, title }) => `${family} ${title}`);
  assert.equal(new Set(ids).size, ids.length);
  assert.equal(new Set(titles).size, titles.length);
});

for (const { name, text } of shippedKpis()) {
  const kpi = parsed(text);
  const about = objectIn(kpi, "x-kpi") as JsonObject;

  test(`${name} says what it is, and leaves to the role what belongs to the role`, () => {
    assert.equal(kpi.$schema, "https://rolewright.dev/kpi/1");
    assert.equal(kpi.$id, `https://rolewright.dev/${name}`);
    const allowed = new Set([...keywordsOfOneFile, ...keywordsOfObservations]);
    assert.deepEqual(
      Object.keys(kpi).filter((keyword) => !allowed.has(keyword)),
      [],
    );
    const info = objectIn(kpi, "x-item");
    assert.deepEqual(
      fieldsOfTheRole.filter((field) => Object.hasOwn(info, field)),
      [],
    );
    for (const field of ["every", "due", "unit", "measure", "score", "source"]) assert.ok(Object.hasOwn(info, field));
  });

  test(`${name} has a family, a direction, a formula and keywords`, () => {
    assert.deepEqual(Object.keys(about).sort(), ["direction", "family", "formula", "keywords"]);
    assert.equal(about.family, familyOf(name));
    assert.match(String(about.formula), /\p{Script=Han}|[÷×−]/u);
    const keywords = about.keywords as string[];
    assert.ok(keywords.length >= 2 && new Set(keywords).size === keywords.length);
    assert.ok(keywords.every((word) => word.trim() !== ""));
  });

  test(`${name} compiles in a role without an error or a warning`, () => {
    const findings = inspect(roleTextWith(kpi)).diagnostics.filter(({ severity }) => severity !== "info");
    assert.deepEqual(
      findings.map(({ code, path, params }) => ({ code, path: path.join("/"), params })),
      [],
    );
  });

  test(`${name} reads in English throughout`, () => {
    const english = objectIn(kpi, "x-i18n").en ?? {};
    assert.ok(typeof english.formula === "string" && english.formula !== "");
    assert.doesNotMatch(english.formula, /\p{Script=Han}/u);
    const shown = itemIn(localize(modelWith(kpi), "en"));
    assert.deepEqual(
      wordsOf(shown).filter((words) => words === "" || /\p{Script=Han}/u.test(words)),
      [],
    );
  });

  test(`${name} is in Chinese, and says of every time limit whether its end counts`, () => {
    const { title, description } = kpi;
    assert.match(String(title), /\p{Script=Han}/u);
    const limit = /\d+\s*(?:秒|分钟|小时|天|日|个月)(?:以?内|前)(?!（不?含)/u;
    assert.doesNotMatch(`${title}\n${description}\n${about.formula}`, limit);
  });

  test(`${name} is met at its target, missed just beyond, and never rewards the worse value`, () => {
    const role = modelWith(kpi);
    const { met, missed, worst } = valuesAround(itemIn(role), about.direction);
    const lines = [worst, missed, met].map((value) => lineOf(role, observationWith(role, value)));
    assert.deepEqual(
      lines.map(({ state }) => state),
      ["missed", "missed", "met"],
    );
    const [least = 0, less = 0, most = 0] = lines.map(({ points }) => Number(points));
    assert.ok(most >= less && less >= least, `points ${least}, ${less}, ${most}`);
    assert.ok(most > least, `${worst} earns as much as ${met}`);
  });

  test(`${name} never earns fewer points for a better value`, () => {
    const role = modelWith(kpi);
    const points = fromWorstToBest(role, about.direction).map((value) =>
      Number(lineOf(role, observationWith(role, value)).points),
    );
    assert.ok(points.length >= 4);
    assert.deepEqual(
      points,
      [...points].sort((a, b) => a - b),
    );
  });
}

function familyOf(name: string): string {
  return name.split("/")[1] ?? "";
}

/** The file as data: comments and trailing commas are allowed, nothing else that JSON does not know. */
function parsed(text: string): JsonObject {
  const errors: ParseError[] = [];
  const value: JsonObject = parse(text, errors, { allowTrailingComma: true });
  assert.deepEqual(errors, []);
  return value;
}

/** Every text of an item that a reader sees. */
function wordsOf(item: Item): string[] {
  const fields = item.observation.fields.flatMap(({ title, unit }) => [title, unit ?? "-"]);
  const own = [item.title, item.description ?? "", item.unit ?? "", item.dataSource ?? "", item.evidence ?? "-"];
  return [...own, ...fields, ...Object.values(item.observation.labels ?? {})];
}

interface Goal {
  /** The last value that meets the target. */
  readonly met: number;
  /** 1 where larger values are worse, −1 where smaller ones are. */
  readonly worse: 1 | -1;
}

/** Where the target ends. "Closer" is measured by a deviation, which should be small. */
function goalOf(item: Item, direction: unknown): Goal {
  const worse = direction === "higher" ? -1 : 1;
  if (item.measure?.kind === "dayOfPeriod") return { met: 0, worse };
  assert.equal(direction === "closer", item.measure?.kind === "deviation", "closer is what a deviation measures");
  const [bound, ...others] = item.target?.bounds ?? [];
  assert.ok(bound && others.length === 0, "one bound");
  assert.match(bound.keyword, worse === 1 ? /aximum$/ : /inimum$/, "the target lies on the side of the direction");
  const open = bound.keyword.startsWith("exclusive") ? stepOf(item) : 0;
  return { met: Number(bound.value) - worse * open, worse };
}

function valuesAround(item: Item, direction: unknown): { met: number; missed: number; worst: number } {
  const { met, worse } = goalOf(item, direction);
  const missed = met + worse * stepOf(item);
  return { met, missed, worst: worse === 1 ? farAbove(item, met) : lowest(item) };
}

function farAbove(item: Item, met: number): number {
  return item.measure?.kind === "dayOfPeriod" ? 12 : met * 6 + 10;
}

function lowest({ observation, measure }: Item): number {
  return measure?.kind === "value" ? Number(observation.schema.minimum ?? 0) : 0;
}

/** Values on both sides of the target, worst first. */
function fromWorstToBest(role: RoleModel, direction: unknown): number[] {
  const item = itemIn(role);
  const { met, worse } = goalOf(item, direction);
  const { missed, worst } = valuesAround(item, direction);
  const step = stepOf(item);
  const between = [0.25, 0.5, 0.75, 0.9].map((share) => worst + (met - worst) * share);
  const better = [met, met - worse * step, met - worse * 3 * step, met - (worse * Math.abs(met)) / 2];
  const highest = Number(item.observation.schema.maximum ?? Number.POSITIVE_INFINITY);
  const least = item.measure?.kind === "dayOfPeriod" ? -10 : lowest(item);
  return [...new Set([worst, ...between, missed, ...better].map((value) => snapped(value, step)))]
    .filter((value) => value >= least && value <= highest)
    .sort((a, b) => worse * (b - a));
}

function snapped(value: number, step: number): number {
  return Number((Math.round(value / step) * step).toFixed(2));
}
