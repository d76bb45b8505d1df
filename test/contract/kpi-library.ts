import assert from "node:assert/strict";
import {
  checklist,
  type Item,
  inspect,
  type JsonObject,
  type JsonValue,
  type RoleModel,
  type ScorecardLine,
  scorecard,
  workingDays,
} from "@rolewright/runtime";

/* Puts a KPI into a role of nothing else, and makes up observations of it that have a chosen derived value. */

const standIn = "https://rolewright.dev/roles/test/one-kpi";

/** Members of a KPI file that describe it in the library and are no part of an item. */
const ofTheLibrary = ["$schema", "$id", "x-kpi"];

/** The text of a role template whose only scored standard is this KPI. */
export function roleTextWith(kpi: JsonObject): string {
  return JSON.stringify({
    $schema: "https://rolewright.dev/role/1",
    $id: standIn,
    title: "指标试用岗位",
    description: "只用来试算一项指标。",
    type: "object",
    "x-role": { language: "zh-CN", department: "试用部门" },
    "x-i18n": { en: { title: "Role of one KPI", description: "Tries out one KPI.", department: "Trial department" } },
    properties: {
      duties: section("duties", "岗位职责", "Duties", { work: duty }),
      standards: section("standards", "工作标准", "Standards", { kpi: itemOf(kpi) }),
    },
  });
}

const duty: JsonObject = {
  title: "主持本部门的工作，对结果负责。",
  type: "boolean",
  "x-item": { part: "lead" },
  "x-i18n": { en: { title: "Lead the department and answer for its results." } },
};

function section(kind: string, title: string, english: string, properties: JsonObject): JsonObject {
  return { title, type: "object", "x-section": { kind }, "x-i18n": { en: { title: english } }, properties };
}

/** The KPI as an item: without what only the library reads, with what only a role can say. */
function itemOf(kpi: JsonObject): JsonObject {
  const kept = Object.entries(kpi).filter(([name]) => !ofTheLibrary.includes(name));
  const texts = Object.entries(objectIn(kpi, "x-i18n")).map(([tag, { formula: _, ...rest }]) => [tag, rest]);
  return {
    ...Object.fromEntries(kept),
    "x-item": { ...objectIn(kpi, "x-item"), weight: 100, supports: ["work"] },
    "x-i18n": Object.fromEntries(texts),
  };
}

export function objectIn(value: JsonObject, name: string): Record<string, JsonObject> {
  const member = value[name];
  assert.ok(member !== null && typeof member === "object" && !Array.isArray(member), `${name} is an object`);
  return member as Record<string, JsonObject>;
}

export function modelWith(kpi: JsonObject): RoleModel {
  const { role, diagnostics } = inspect(roleTextWith(kpi));
  assert.ok(role, JSON.stringify(diagnostics));
  return role;
}

export function itemIn(role: RoleModel): Item {
  const item = role.sections.flatMap(({ items }) => items).find(({ key }) => key === "kpi");
  assert.ok(item);
  return item;
}

const instances: Readonly<Record<string, string>> = {
  week: "2026-W47",
  month: "2026-11",
  quarter: "2026-Q4",
  "half-year": "2026-H2",
  year: "2026",
};

function instanceOf({ every }: Item): string {
  const period = instances[every ?? ""];
  assert.ok(period, `no period for ${every}`);
  return period;
}

/** The scorecard line of one observation. */
export function lineOf(role: RoleModel, data: JsonValue): ScorecardLine {
  const period = instanceOf(itemIn(role));
  const observation = { item: "kpi", period, data: data as NonNullable<JsonValue> };
  const { lines } = scorecard(role, period, [observation]);
  assert.equal(lines.length, 1);
  const [line] = lines;
  assert.ok(line);
  return line;
}

/** The least difference in the derived value that two observations can make. */
export function stepOf({ observation, measure }: Item): number {
  const whole = ["count", "dayOfPeriod"].includes(measure?.kind ?? "") || observation.schema.type === "integer";
  return whole ? 1 : 0.01;
}

/** An observation whose derived value is the given one (days of a deadline count from its due day, which is 0). */
export function observationWith(role: RoleModel, value: number): JsonValue {
  const item = itemIn(role);
  const { of, to, plan, actual } = item.measure?.params ?? {};
  const whole = 10_000;
  switch (item.measure?.kind) {
    case "value":
      return value;
    case "ratio":
      return { [String(of)]: Math.round(value * (item.unit === "%" ? whole / 100 : whole)), [String(to)]: whole };
    case "deviation":
      return { [String(plan)]: whole, [String(actual)]: Math.round(whole + (value * whole) / 100) };
    case "count":
      return Array.from({ length: value }, (_, index) => dayAfter("2026-11-16", index));
    case "dayOfPeriod":
      return dayAfter(dueDayOf(role), value);
    default:
      return assert.fail(`no observations for the measure ${item.measure?.kind}`);
  }
}

/** A checklist lists what falls due in its period, which for a month may be the month before: the year has both. */
function dueDayOf(role: RoleModel): string {
  const period = instanceOf(itemIn(role));
  const { occurrences } = checklist(role, "2026", workingDays());
  const occurrence = occurrences.find((candidate) => candidate.item === "kpi" && candidate.period === period);
  assert.ok(occurrence, `no due day for ${period}`);
  return occurrence.statedDue;
}

function dayAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
