import { inspect, type Observation, type RoleModel, scorecard } from "@rolewright/runtime";
import { startLanguage } from "../app/language.ts";
import { equal, includes, test } from "./browser-check.ts";
import type { ObservationChange } from "./observation-field.ts";
import type { ScorecardElement } from "./scorecard.ts";
import "./scorecard.ts";

const hours = {
  title: "平均响应时长",
  type: "array",
  items: { type: "number", minimum: 0 },
  "x-item": {
    every: "month",
    unit: "小时",
    weight: 50,
    measure: { kind: "duration", unit: "hour" },
    target: { maximum: 4 },
    score: { kind: "pass" },
  },
};
const day = (title: string) => ({ title, type: "string", format: "date" });
const spans = {
  title: "整改时长",
  type: "array",
  items: { type: "object", properties: { from: day("发现"), to: day("整改完成") }, required: ["from", "to"] },
  "x-item": {
    every: "month",
    unit: "天",
    weight: 50,
    measure: { kind: "duration", from: "from", to: "to", take: "max" },
    target: { maximum: 7 },
    score: { kind: "pass" },
  },
};
const template = {
  $schema: "https://rolewright.dev/role/1",
  $id: "https://example.com/roles/test",
  title: "客服主管",
  type: "object",
  "x-role": { language: "zh-CN" },
  properties: {
    standards: { title: "工作标准", type: "object", "x-section": { kind: "standards" }, properties: { hours, spans } },
  },
};

/** The scorecard with one line open, as a page uses it: every reported change is applied and it is made again. */
async function opened(item: string) {
  const { role, diagnostics } = inspect(JSON.stringify(template));
  if (!role) throw new Error(JSON.stringify(diagnostics));
  const element = document.createElement("rw-scorecard") as ScorecardElement;
  const changes: ObservationChange[] = [];
  give(element, role, []);
  element.addEventListener("observation-change", (event) => {
    const change = (event as CustomEvent<ObservationChange>).detail;
    changes.push(change);
    give(element, role, change.data === null ? [] : [change as Observation]);
  });
  document.body.replaceChildren(element);
  await element.reveal(item);
  await settled(element);
  return { element, changes };
}

function give(element: ScorecardElement, role: RoleModel, observations: readonly Observation[]): void {
  element.model = role;
  element.observations = observations;
  element.scorecard = scorecard(role, "2026-11", [...observations]);
}

/** Fields stand in fields: each renders after the one it stands in. */
async function settled(element: ScorecardElement): Promise<void> {
  await element.updateComplete;
  for (const name of ["rw-event-field", "rw-list-field", "rw-observation-field"]) {
    const fields = element.querySelectorAll<HTMLElement & { updateComplete: Promise<boolean> }>(name);
    for (const field of fields) await field.updateComplete;
  }
}

async function write(element: ScorecardElement, selector: string, ...values: readonly string[]): Promise<void> {
  const inputs = element.querySelectorAll<HTMLInputElement>(`${selector} input`);
  equal(inputs.length, values.length);
  for (const [index, input] of inputs.entries()) {
    input.value = values[index] ?? "";
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }
  await settled(element);
}

async function press(element: ScorecardElement, text: string): Promise<void> {
  const buttons = [...element.querySelectorAll<HTMLButtonElement>("rw-list-field button")];
  const button = buttons.find((one) => `${one.textContent}${one.ariaLabel ?? ""}`.includes(text));
  if (!button) throw new Error(`There is no button ${text}`);
  button.click();
  await settled(element);
}

const last = ".lf-new";
const line = (element: ScorecardElement, item: string) =>
  element.querySelector(`[data-item="${item}"]`)?.textContent?.replace(/\s+/g, " ") ?? "";

test("durations that are known are added one by one, and scored", async () => {
  const { element, changes } = await opened("hours");
  await write(element, last, "3");
  equal(changes.length, 0);
  await press(element, "添加");
  await write(element, last, "6.5");
  element.querySelector(`${last} input`)?.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
  await settled(element);
  equal(
    changes.map(({ item, period, data }) => [item, period, data]),
    [
      ["hours", "2026-11", [3]],
      ["hours", "2026-11", [3, 6.5]],
    ],
  );
  includes(line(element, "hours"), "4.75 小时");
  includes(line(element, "hours"), "未达标");
  equal(element.querySelector<HTMLInputElement>(`${last} input`)?.value, "");
});

test("from when to when is entered as days under their names, changed where it stands, and removed", async () => {
  const { element, changes } = await opened("spans");
  includes(element.querySelector(last)?.textContent ?? "", "整改完成");
  await write(element, last, "2026-11-02", "2026-11-05");
  await press(element, "添加");
  equal(changes.at(-1)?.data, [{ from: "2026-11-02", to: "2026-11-05" }]);
  includes(line(element, "spans"), "3 天");
  await write(element, ".lf-entry:first-child", "2026-11-02", "2026-11-20");
  equal(changes.at(-1)?.data, [{ from: "2026-11-02", to: "2026-11-20" }]);
  await press(element, "去掉第 1 条");
  equal(changes.at(-1)?.data, []);
  await press(element, "撤回");
  equal(changes.at(-1)?.data, null);
});

test("half an entry, and one that is not allowed, stay in their field and are not reported", async () => {
  const { element, changes } = await opened("spans");
  await write(element, last, "2026-11-02", "");
  await press(element, "添加");
  equal(changes.length, 0);
  includes(element.querySelector("rw-list-field .obs-refusal")?.textContent ?? "", "未保存");
  const other = await opened("hours");
  await write(other.element, last, "-1");
  await press(other.element, "添加");
  await write(other.element, last, "x");
  await press(other.element, "添加");
  equal(other.changes.length, 0);
});

localStorage.setItem("rolewright.language", "zh-CN");
await startLanguage();
