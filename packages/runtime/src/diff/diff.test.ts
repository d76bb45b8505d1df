/* One thought, though long: every kind of change, each told once by the same comparison. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { applyEdits, edit } from "../edit.ts";
import { inspect } from "../inspect.ts";
import type { JsonValue } from "../json.ts";
import type { Origin, RoleModel } from "../model.ts";
import type { TemplatePath } from "../template.ts";
import { shippedLibrary } from "../testing/library.ts";
import { compiled, standard, supervisorText } from "../testing/template-text.ts";
import { type Change, type ChangeCode, changeCodes } from "./change.ts";
import { diff } from "./diff.ts";

type Step = readonly [path: TemplatePath, value: JsonValue | undefined];
/** Steps that make one change, and the codes of the changes seen: on the way there, and on the way back. */
type Case = readonly [steps: readonly Step[], there: readonly ChangeCode[], back?: readonly ChangeCode[]];

const role = (...path: TemplatePath): TemplatePath => ["x-role", ...path];
const item = (key: string, part: string): TemplatePath => standard(key, "x-item", part);
const section = (key: string, ...path: TemplatePath): TemplatePath => ["properties", key, ...path];
const duty: JsonValue = { title: "巡查公共区域。", type: "boolean", "x-item": { every: "day" } };

/** The members of an object of the supervisor's text in another order. */
function reordered(path: TemplatePath, ...keys: readonly string[]): Step {
  const members = valueAt(path) as Record<string, JsonValue>;
  return [path, Object.fromEntries(keys.map((key) => [key, members[key] as JsonValue]))];
}

function valueAt(path: TemplatePath): JsonValue {
  let value = inspect(supervisorText).template?.value as JsonValue;
  for (const step of path) value = (value as Record<string | number, JsonValue>)[step] as JsonValue;
  return value;
}

/** A member under another key, in its place. */
function rekeyed(path: TemplatePath, from: string, to: string): Step {
  const entries = Object.entries(valueAt(path) as Record<string, JsonValue>);
  return [path, Object.fromEntries(entries.map(([key, value]) => [key === from ? to : key, value]))];
}

const cases: readonly Case[] = [
  [[[["$id"], "https://rolewright.dev/roles/test/other"]], ["role/id"]],
  [[[["title"], "客户服务主管"]], ["role/renamed"]],
  [[[["description"], "让业主满意。"]], ["role/purpose"]],
  [[[["description"], undefined]], ["role/purpose"]],
  [[[role("language"), "zh-Hans"]], ["role/language"]],
  [[[["x-i18n", "en", "title"], "Supervisor"]], ["role/translated"]],
  [[[role("department"), "客服中心"]], ["role/department"]],
  [[[role("reportsTo"), undefined]], ["superior/removed"], ["superior/added"]],
  [[[role("reportsTo", "title"), "项目经理"]], ["superior/changed"]],
  [[[role("reportsTo", "role"), undefined]], ["superior/linked"]],
  [[[role("reportsTo", "authority"), ["请示", "汇报", "建议"]]], ["superior/authority"]],
  [[[role("reportsTo", "x-i18n", "en", "title"), "Manager"]], ["superior/translated"]],
  [
    [[role("supervises"), [{ title: "前台" }, { title: "管家" }, { title: "保洁" }]]],
    ["subordinate/added"],
    ["subordinate/removed"],
  ],
  [[[role("supervises"), [{ title: "管家" }, { title: "前台" }]]], ["subordinates/reordered"]],
  [[[role("supervises", 0, "role"), "https://rolewright.dev/roles/test/desk"]], ["subordinate/linked"]],
  [[[role("supervises", 0, "authority"), ["授权"]]], ["subordinate/authority"]],
  [[[role("supervises", 0, "x-i18n"), { en: { title: "Desk" } }]], ["subordinate/translated"]],
  [[[role("supervision"), ["检查", "督导"]]], ["supervision/changed"]],
  [[[role("contacts"), { internal: ["工程部"] }]], ["contacts/internal"]],
  [[[role("contacts"), { external: ["业主委员会"] }]], ["contacts/external"]],
  [[[role("authority"), ["排班"]]], ["authority/changed"]],
  [[[role("workingConditions"), "轮班"]], ["role/working-conditions"]],
  [[[role("occupationCode"), "4-06-01-02"]], ["role/occupation-code"]],
  [[[role("effectiveDate"), "2027-01-01"]], ["role/effective-date"]],
  [[[role("classification"), "内部"]], ["role/classification"]],
  [[[role("grades", 0, "from"), 65]], ["grade/raised"], ["grade/lowered"]],
  [
    [
      [
        role("grades"),
        [
          { grade: "A", from: 90 },
          { grade: "B", from: 80 },
        ],
      ],
    ],
    ["grade/removed"],
    ["grade/added"],
  ],
  [
    [
      [
        role("grades"),
        [
          { grade: "A", from: 90 },
          { grade: "B", from: 80 },
          { grade: "C", from: 60 },
        ],
      ],
    ],
    [],
  ],
  [[[role("rounding"), { digits: 1 }]], ["rounding/changed"]],

  [[[section("custom"), { "x-section": { kind: "custom" }, title: "其他" }]], ["section/added"], ["section/removed"]],
  [[reordered(["properties"], "duties", "qualifications", "standards")], ["section/moved"]],
  [[rekeyed(["properties"], "duties", "tasks")], ["section/renamed-key"]],
  [[[section("duties", "title"), "职责"]], ["section/reworded"]],
  [[[section("duties", "description"), "日常工作。"]], ["section/described"]],
  [[[section("duties", "x-i18n"), { en: { title: "Duties" } }]], ["section/translated"]],
  [[[section("duties", "x-section", "kind"), "custom"]], ["section/kind"]],
  [[[section("duties", "x-section", "numbering"), "none"]], ["section/numbering"]],
  [[[section("duties", "x-section", "weight"), 40]], ["weight/added"], ["weight/removed"]],

  [[[section("duties", "properties", "patrol"), duty]], ["item/added"], ["item/removed"]],
  [
    [reordered(section("standards", "properties"), "spotCheck", "budgetDeviation", "weeklyMeeting", "stockTake")],
    ["item/moved"],
  ],
  [
    [
      [standard("stockTake"), undefined],
      [section("duties", "properties", "stockTake"), valueAt(standard("stockTake"))],
    ],
    ["item/moved-section"],
  ],
  [[rekeyed(section("standards", "properties"), "stockTake", "inventory")], ["item/renamed-key"]],
  [
    [
      rekeyed(section("duties", "properties"), "complaints", "grievances"),
      [item("spotCheck", "supports"), ["grievances"]],
    ],
    ["item/renamed-key"],
  ],
  [
    [
      rekeyed(section("standards", "properties"), "stockTake", "inventory"),
      [standard("inventory", "title"), "固定资产的月度盘点"],
    ],
    ["item/renamed-key", "item/reworded"],
  ],
  [[[standard("spotCheck", "title"), "投诉抽查比例"]], ["item/reworded"]],
  [[[standard("spotCheck", "description"), "按当月投诉总量计。"]], ["item/described"]],
  [[[standard("spotCheck", "x-i18n"), { en: { title: "Spot check" } }]], ["item/translated"]],
  [[[section("duties", "properties", "complaints", "x-item", "part"), "lead"]], ["part/changed"]],
  [[[section("qualifications", "properties", "education", "x-item", "need"), "preferred"]], ["need/changed"]],
  [[[section("duties", "properties", "complaints", "x-item", "share"), 20]], ["share/changed"]],

  [[[standard("stockTake", "format"), undefined]], ["observation/kind"]],
  [
    [[standard("spotCheck", "properties", "total", "minimum"), undefined]],
    ["observation/compatible"],
    ["observation/incompatible"],
  ],
  [[[standard("spotCheck", "properties", "checked", "title"), "抽查数"]], ["input/reworded"]],
  [[[standard("budgetDeviation", "properties", "budget", "x-item", "unit"), "元"]], ["input/unit"]],
  [[[standard("spotCheck", "properties", "checked", "x-i18n", "en", "title"), "Samples"]], ["input/translated"]],
  [[reordered(standard("spotCheck", "properties"), "total", "checked")], ["inputs/reordered"]],
  [[[["$defs", "other"], { type: "null" }]], []],
  [[[["$defs", "day", "minLength"], 10]], ["observation/incompatible"], ["observation/compatible"]],
  [[[item("spotCheck", "every"), "quarter"]], ["cadence/changed"]],
  [[[item("stockTake", "due"), undefined]], ["due/removed"], ["due/added"]],
  [[[item("stockTake", "due"), { day: 20, inclusive: true }]], ["due/earlier"], ["due/later"]],
  [[[item("stockTake", "due"), { day: 26, roll: "previous", inclusive: true }]], ["due/changed"]],
  [[[item("stockTake", "due"), { day: 26, inclusive: false }]], ["due/rewritten"]],
  [[[item("stockTake", "due"), { day: 25 }]], ["due/rewritten"]],
  [[[item("weeklyMeeting", "unit"), "场"]], ["unit/changed"]],
  [[[item("spotCheck", "measure"), { kind: "ratio", of: "checked", to: "total" }]], ["measure/changed"]],
  [[[item("weeklyMeeting", "aggregate"), "mean"]], ["aggregate/changed"]],
  [[[item("spotCheck", "target"), undefined]], ["target/removed"], ["target/added"]],
  [[[item("spotCheck", "target"), { minimum: 6 }]], ["target/tightened"], ["target/loosened"]],
  [[[item("spotCheck", "target"), { exclusiveMinimum: 5 }]], ["target/tightened"], ["target/loosened"]],
  [[[item("spotCheck", "target"), { minimum: 5, maximum: 50 }]], ["target/tightened"], ["target/loosened"]],
  [[[item("spotCheck", "target"), { const: 5 }]], ["target/tightened"], ["target/loosened"]],
  [[[item("spotCheck", "target"), { maximum: 5 }]], ["target/changed"]],
  [[[item("spotCheck", "target"), { minimum: 5, exclusiveMinimum: 4 }]], ["target/rewritten"]],
  [
    [
      [item("weeklyMeeting", "every"), "month"],
      [item("weeklyMeeting", "target"), { minimum: 4 }],
    ],
    ["cadence/changed", "target/changed"],
  ],
  [[[item("spotCheck", "weight"), 25]], ["weight/lowered"], ["weight/raised"]],
  [[[item("spotCheck", "score"), { kind: "linear", from: 0, to: 6 }]], ["score/changed"]],
  [[[item("spotCheck", "noData"), "zero"]], ["no-data/changed"]],
  [[[item("spotCheck", "source"), "呼叫中心"]], ["source/changed"]],
  [[[item("spotCheck", "owner"), "manager"]], ["owner/changed"]],
  [[[item("spotCheck", "evidence"), "抽查记录"]], ["evidence/changed"]],
  [[[item("spotCheck", "supports"), []]], ["supports/changed"]],
];

/** Not from one field of the supervisor: its subordinates name no templates, and it extends none, and so on. */
const apart: readonly ChangeCode[] = ["subordinate/renamed", "origin/changed", "cumulative/changed", "ticks/changed"];

function changedText(steps: readonly Step[], text = supervisorText): string {
  return steps.reduce((now, [path, value]) => {
    const result = edit(now, path, value);
    assert.ok("edits" in result, path.join("."));
    return applyEdits(now, result.edits);
  }, text);
}

const supervisor = compiled(supervisorText);
const codes = (changes: readonly Change[]) => changes.map(({ code }) => code);
const name = ([steps]: Case) => steps.map(([path, value]) => `${path.join(".")} → ${JSON.stringify(value)}`).join("; ");

test("a version compared with itself has no changes, nor has its text with other comments and layout", () => {
  const templates = new URL("../../../../templates/", import.meta.url);
  const files = readdirSync(templates, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".jsonc"));
  const roles = files.flatMap(
    (file) => inspect(readFileSync(new URL(file, templates), "utf8"), shippedLibrary()).role ?? [],
  );
  assert.ok(roles.length >= 2);
  for (const role of [...roles, ...cases.map(([steps]) => compiled(changedText(steps)))]) {
    assert.deepEqual(diff(role, structuredClone(role)), [], role.id);
  }
  const value = inspect(supervisorText).template?.value;
  assert.deepEqual(diff(supervisor, compiled(JSON.stringify(value))), []);
});

test("every change of one field is told as exactly that, there and back", () => {
  for (const one of cases) {
    const [steps, there, back = there] = one;
    const changed = compiled(changedText(steps));
    assert.deepEqual(codes(diff(supervisor, changed)), there, name(one));
    assert.deepEqual(codes(diff(changed, supervisor)), back, `back: ${name(one)}`);
  }
});

test("every code is the answer to some change", () => {
  const seen = new Set<ChangeCode>([...cases.flatMap(([, there, back = []]) => [...there, ...back]), ...apart]);
  assert.deepEqual(
    changeCodes.filter((code) => !seen.has(code)),
    [],
  );
});

test("changes made together are told together, each once, in the order of the document", () => {
  const single = cases.filter(
    ([steps, there]) => steps.length === 1 && there.length === 1 && (steps[0]?.[0].length ?? 0) > 3,
  );
  const order = new Map(supervisor.sections.flatMap(({ items }) => items).map(({ key }, index) => [key, index]));
  const chosen = fc.shuffledSubarray(single, { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(chosen, (some) => {
      fc.pre(areApart(some.map(([steps]) => steps[0]?.[0] ?? [])));
      const changes = diff(supervisor, compiled(changedText(some.flatMap(([steps]) => steps))));
      assert.deepEqual(codes(changes).sort(), some.flatMap(([, there]) => there).sort());
      const places = changes.flatMap(({ item: key }) => order.get(key ?? "") ?? []);
      assert.deepEqual(
        places,
        [...places].sort((a, b) => a - b),
      );
    }),
    { numRuns: 150 },
  );
});

/** Fields of different items or of different parts of the role, which cannot bear on one another. */
function areApart(paths: readonly TemplatePath[]): boolean {
  const owners = paths.map((path) => (path[0] === "properties" ? path.slice(0, 4) : path.slice(0, 2)).join("."));
  return owners.every((owner, index) => owners.every((other, place) => place === index || !other.startsWith(owner)));
}

const opposites: readonly (readonly [string, string])[] = [
  ["added", "removed"],
  ["tightened", "loosened"],
  ["raised", "lowered"],
  ["earlier", "later"],
];

test("the way back swaps added and removed, tightened and loosened, raised and lowered, earlier and later", () => {
  for (const one of cases) {
    const changed = compiled(changedText(one[0]));
    const turned = codes(diff(supervisor, changed)).map(opposite).sort();
    const back = codes(diff(changed, supervisor)).map((code) => code.replace("incompatible", "compatible"));
    assert.deepEqual(back.sort(), turned, name(one));
  }
});

function opposite(code: string): string {
  const [area, what = ""] = code.split("/");
  const pair = opposites.find((words) => words.includes(what));
  const other = pair ? (pair[0] === what ? pair[1] : pair[0]) : what.replace("incompatible", "compatible");
  return `${area}/${other}`;
}

test("before and after are told in the template's notation, with the places in both texts", () => {
  const [change] = diff(supervisor, compiled(changedText([[item("spotCheck", "target"), { minimum: 6 }]])));
  assert.deepEqual(change?.params, {
    title: "投诉、报事抽查比例",
    number: "3.3",
    change: "changed",
    before: '{ "minimum": 5 }',
    after: '{ "minimum": 6 }',
  });
  const path = item("spotCheck", "target");
  assert.deepEqual(
    [change?.section, change?.item, change?.paths],
    ["standards", "spotCheck", { before: path, after: path }],
  );
});

test("changes that cost records are marked: another key, kind or cadence, a stricter schema, an item that is gone", () => {
  const all = cases.flatMap(([steps]) => diff(supervisor, compiled(changedText(steps))));
  const marked = all.filter(({ breaking }) => breaking);
  assert.deepEqual(
    new Set(codes(marked)),
    new Set(["role/id", "item/renamed-key", "observation/kind", "observation/incompatible", "cadence/changed"]),
  );
  const [gone] = diff(supervisor, compiled(changedText([[standard("stockTake"), undefined]])));
  assert.deepEqual([gone?.code, gone?.breaking], ["item/removed", true]);
});

test("lists of dates given for a month still speak about its weeks; given for weeks they say nothing of the month", () => {
  const every = (key: string, cadence: string) => compiled(changedText([[item(key, "every"), cadence]]));
  const breaks = (changes: readonly Change[]) => changes.map((change) => change.breaking);
  assert.deepEqual(breaks(diff(every("weeklyMeeting", "month"), supervisor)), [false]);
  assert.deepEqual(breaks(diff(supervisor, every("weeklyMeeting", "month"))), [true]);
  assert.deepEqual(breaks(diff(every("spotCheck", "once"), every("spotCheck", "event"))), [false]);
  assert.deepEqual(breaks(diff(supervisor, every("spotCheck", "event"))), [true]);
});

test("a removed item is told where it stood", () => {
  const steps: Step[] = [
    [standard("weeklyMeeting"), undefined],
    [item("budgetDeviation", "weight"), 50],
    [item("spotCheck", "weight"), 10],
  ];
  const items = diff(supervisor, compiled(changedText(steps))).map(({ item: key }) => key);
  assert.deepEqual(items, ["budgetDeviation", "weeklyMeeting", "spotCheck"]);
});

test("the fewest moves are told: one item to the front, not all others back", () => {
  const [moved, ...others] = diff(
    supervisor,
    compiled(
      changedText([
        reordered(section("standards", "properties"), "stockTake", "budgetDeviation", "weeklyMeeting", "spotCheck"),
      ]),
    ),
  );
  assert.deepEqual([moved?.code, moved?.item, moved?.params.previous, others], ["item/moved", "stockTake", "", []]);
});

test("another key with another title is another item, and so is one of two that are alike", () => {
  const renamed = rekeyed(section("standards", "properties"), "stockTake", "inventory");
  const other = compiled(changedText([renamed, [standard("inventory", "title"), "低值易耗品季度清点"]]));
  assert.deepEqual(codes(diff(supervisor, other)), ["item/removed", "item/added"]);
  const copies = [renamed, [standard("inventory2"), valueAt(standard("stockTake"))]] as Step[];
  assert.deepEqual(codes(diff(supervisor, compiled(changedText(copies)))), [
    "item/removed",
    "item/added",
    "item/added",
  ]);
});

test("a subordinate whose template stays the same has been renamed", () => {
  const role = "https://rolewright.dev/roles/test/desk";
  const [before, after] = ["前台", "前台接待"].map((title) =>
    compiled(
      changedText([
        [
          ["x-role", "supervises"],
          [{ title, role }, { title: "管家" }],
        ],
      ]),
    ),
  );
  assert.ok(before && after);
  assert.deepEqual(codes(diff(before, after)), ["subordinate/renamed"]);
});

test("a new version of what a role extends is told once; an item that extends another KPI by itself", () => {
  const from = (name: string, version: number): Origin => ({
    id: `https://rolewright.dev/${name}`,
    version,
    title: name,
    titles: {},
  });
  const inherited = (whole: Origin, own: Origin): RoleModel => ({
    ...supervisor,
    origin: whole,
    sections: supervisor.sections.map((section) => ({
      ...section,
      items: section.items.map((one) => ({ ...one, origin: one.key === "spotCheck" ? own : whole })),
    })),
  });
  const [roles1, roles2, kpi1, kpi2] = [
    from("roles/base", 1),
    from("roles/base", 2),
    from("kpis/a", 1),
    from("kpis/b", 2),
  ];
  const told = (before: RoleModel, after: RoleModel) => diff(before, after).map(({ code, item: key }) => [code, key]);
  assert.deepEqual(told(inherited(roles1, kpi1), inherited(roles2, kpi1)), [["origin/changed", undefined]]);
  assert.deepEqual(told(inherited(roles1, kpi1), inherited(roles1, kpi2)), [["origin/changed", "spotCheck"]]);
  const [change] = diff(inherited(roles1, kpi1), inherited(roles2, kpi1));
  assert.deepEqual(change?.params, { change: "changed", before: `${roles1.id}@1`, after: `${roles2.id}@2` });
});

test("judging to date, and filling in from ticks, are told where they are switched on or off", () => {
  for (const [field, code] of [
    ["cumulative", "cumulative/changed"],
    ["fromTicks", "ticks/changed"],
  ] as const) {
    const sections = supervisor.sections.map((section) => ({
      ...section,
      items: section.items.map((one) => (one.key === "spotCheck" ? { ...one, [field]: true } : one)),
    }));
    const changes = [
      ...diff(supervisor, { ...supervisor, sections }),
      ...diff({ ...supervisor, sections }, supervisor),
    ];
    assert.deepEqual(
      changes.map((change) => [change.code, change.params.change]),
      [
        [code, "added"],
        [code, "removed"],
      ],
    );
  }
});

test("links that follow a renamed duty are told by its title when they change", () => {
  const [change] = diff(supervisor, compiled(changedText([[item("spotCheck", "supports"), []]])));
  assert.deepEqual([change?.params.removed, change?.params.added], [["检查日常投诉与报事。"], []]);
});
