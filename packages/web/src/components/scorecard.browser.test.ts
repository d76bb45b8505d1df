import { inspect, type Observation, type RoleModel, scorecard } from "@rolewright/runtime";
import { setLanguage, startLanguage } from "../app/language.ts";
import type { ObservationChange } from "./observation-field.ts";
import type { ScorecardElement } from "./scorecard.ts";
import "./scorecard.ts";
import { equal, includes, test } from "./browser-check.ts";

const text = `{
  "$schema": "https://rolewright.dev/role/1",
  "$id": "https://example.com/roles/test",
  "title": "客服主管",
  "type": "object",
  "x-role": { "language": "zh-CN" },
  "properties": {
    "standards": {
      "title": "工作标准", "type": "object", "x-section": { "kind": "standards" },
      "x-i18n": { "en": { "title": "Work standards" } },
      "properties": {
        "spotCheck": {
          "title": "抽查比例", "type": "object",
          "properties": {
            "checked": { "title": "抽查", "type": "integer", "minimum": 0 },
            "total": { "title": "总量", "type": "integer", "exclusiveMinimum": 0 }
          },
          "required": ["checked", "total"],
          "x-item": { "every": "month", "unit": "%", "weight": 60, "measure": { "kind": "ratio", "of": "checked", "to": "total" }, "target": { "minimum": 5 }, "score": { "kind": "linear", "from": 0, "to": 5 } },
          "x-i18n": { "en": { "title": "Share checked" } }
        },
        "meeting": {
          "title": "例会", "type": "array", "items": { "type": "string", "format": "date" },
          "x-item": { "every": "week", "weight": 40, "measure": { "kind": "count" }, "target": { "minimum": 1 }, "score": { "kind": "deduct", "per": 20 } },
          "x-i18n": { "en": { "title": "Meeting" } }
        }
      }
    }
  }
}`;

/** The element as a page uses it: every reported change is applied and the scorecard made again. */
async function shown(): Promise<{ element: ScorecardElement; changes: ObservationChange[] }> {
  const { role, diagnostics } = inspect(text);
  if (!role) throw new Error(JSON.stringify(diagnostics));
  const element = document.createElement("rw-scorecard") as ScorecardElement;
  const changes: ObservationChange[] = [];
  give(element, role, []);
  element.addEventListener("observation-change", (event) => {
    const change = (event as CustomEvent<ObservationChange>).detail;
    changes.push(change);
    const others = element.observations.filter((one) => one.item !== change.item || one.period !== change.period);
    give(element, role, change.data === null ? others : [...others, change as Observation]);
  });
  document.body.replaceChildren(element);
  await element.updateComplete;
  return { element, changes };
}

function give(element: ScorecardElement, role: RoleModel, observations: readonly Observation[]): void {
  element.model = role;
  element.observations = observations;
  element.scorecard = scorecard(role, "2026-11", [...observations]);
}

async function type(element: ScorecardElement, index: number, value: string): Promise<void> {
  const input = element.querySelectorAll<HTMLInputElement>('[data-item="spotCheck"] input')[index];
  if (!input) throw new Error(`There is no field ${index}`);
  input.value = value;
  input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  await settled(element);
}

async function settled(element: ScorecardElement): Promise<void> {
  await element.updateComplete;
  const field = element.querySelector("rw-observation-field") as HTMLElement & { updateComplete: Promise<boolean> };
  await field.updateComplete;
}

function row(element: ScorecardElement, item: string): string {
  return element.querySelector(`[data-item="${item}"]`)?.textContent?.replace(/\s+/g, " ").trim() ?? "";
}

test("a ratio is scored while it is typed, and half of it is no data", async () => {
  const { element, changes } = await shown();
  await type(element, 0, "11");
  includes(row(element, "spotCheck"), "无数据");
  await type(element, 1, "236");
  equal(changes.at(-1)?.data, { checked: 11, total: 236 });
  for (const words of ["4.66 %", "未达标", "93.20", "55.92"]) includes(row(element, "spotCheck"), words);
});

test("what is not allowed stays in the field with its reason and is not reported", async () => {
  const { element, changes } = await shown();
  await type(element, 0, "11");
  const before = changes.length;
  await type(element, 1, "-3");
  equal(changes.length, before);
  equal(element.querySelectorAll<HTMLInputElement>('[data-item="spotCheck"] input')[1]?.value, "-3");
  includes(element.querySelector(".obs-refusal")?.textContent ?? "", "未保存");
  await type(element, 1, "二");
  includes(element.querySelector(".obs-refusal")?.textContent ?? "", "请填数字");
});

test("an emptied field withdraws the observation", async () => {
  const { element, changes } = await shown();
  await type(element, 0, "11");
  await type(element, 0, "");
  equal(changes.at(-1)?.data, null);
});

test("each week is one tick that goes round: done on its Friday, not done, nothing recorded", async () => {
  const { element, changes } = await shown();
  const press = async () => {
    element.querySelector<HTMLButtonElement>('[data-item="meeting"] .tick')?.click();
    await element.updateComplete;
  };
  equal(element.querySelectorAll('[data-item="meeting"] .tick').length, 4);
  for (const _ of [1, 2, 3]) await press();
  equal(
    changes.map(({ period, data }) => [period, data]),
    [
      ["2026-W45", ["2026-11-06"]],
      ["2026-W45", []],
      ["2026-W45", null],
    ],
  );
});

test("a row opens to its arithmetic, with the way to the target", async () => {
  const { element } = await shown();
  await type(element, 0, "11");
  await type(element, 1, "236");
  element.querySelector<HTMLButtonElement>('[data-item="spotCheck"] .sc-more button')?.click();
  await element.updateComplete;
  const why = element.querySelector("#why-spotCheck")?.textContent ?? "";
  for (const words of ["4.66 ÷ 5 × 100", "93.20 × 权重 60 ÷ 100", "即达标"]) includes(why, words);
  equal(element.querySelector('[data-item="spotCheck"] .sc-more button')?.getAttribute("aria-expanded"), "true");
});

test("a switch of language says everything anew and keeps what is typed", async () => {
  const { element } = await shown();
  await type(element, 0, "-1");
  await setLanguage("en");
  await settled(element);
  includes(row(element, "spotCheck"), "No data");
  equal(element.querySelectorAll<HTMLInputElement>('[data-item="spotCheck"] input')[0]?.value, "-1");
  await setLanguage("zh-CN");
});

test("every state is a shape and a word", async () => {
  const { element } = await shown();
  await type(element, 0, "20");
  await type(element, 1, "236");
  const marks = [...element.querySelectorAll(".sc-line .st")].map((mark) => [
    mark.textContent?.trim(),
    mark.querySelectorAll("svg > *").length > 0,
  ]);
  equal(marks, [
    ["达标", true],
    ["无数据", true],
  ]);
});

test("evidence belongs to an observation: it waits for one, is reported with it and marks the row", async () => {
  const { element, changes } = await shown();
  element.proven = true;
  await element.reveal("spotCheck");
  const field = () => element.querySelector<HTMLInputElement>("#why-spotCheck .evidence input");
  equal(field()?.readOnly, true);
  await type(element, 0, "11");
  await type(element, 1, "236");
  const input = field();
  if (!input) throw new Error("There is no field for evidence");
  equal(input.readOnly, false);
  input.value = "投诉台账";
  input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  await settled(element);
  const { item, data, evidence } = changes.at(-1) ?? {};
  equal({ item, data, evidence }, { item: "spotCheck", data: { checked: 11, total: 236 }, evidence: "投诉台账" });
  includes(row(element, "spotCheck"), "1 份凭证");
});

test("an item is taken out of a month with a reason, its figure is kept, and it is put back", async () => {
  const { element, changes } = await shown();
  element.proven = true;
  element.exempts = true;
  await type(element, 0, "5");
  await type(element, 1, "100");
  const said = () => element.querySelector('[data-item="spotCheck"] .sc-state')?.textContent?.trim();
  const met = said();
  element.querySelector<HTMLElement>('[data-item="spotCheck"] .sc-more button')?.click();
  await settled(element);
  const form = element.querySelector<HTMLFormElement>("#why-spotCheck .exemption form");
  const reason = form?.querySelector("input");
  if (!form || !reason) throw new Error("Nothing offers an exemption");
  const before = changes.length;
  form.requestSubmit();
  equal(changes.length, before);
  includes(reason.validationMessage, "理由");
  reason.value = "产假";
  form.requestSubmit();
  await element.updateComplete;
  equal(changes.at(-1), { item: "spotCheck", period: "2026-11", data: { checked: 5, total: 100 }, exempt: "产假" });
  equal(said(), "不适用");
  includes(element.querySelector('[data-item="spotCheck"] .sc-actual')?.textContent ?? "", "产假");
  element.querySelector<HTMLElement>("#why-spotCheck .exemption button")?.click();
  await settled(element);
  equal(said(), met);
});

test("who may not decide on exemptions reads them, and is offered none", async () => {
  const { element } = await shown();
  element.proven = true;
  element.querySelector<HTMLElement>('[data-item="spotCheck"] .sc-more button')?.click();
  await settled(element);
  equal(element.querySelector(".exemption"), null);
});

test("a changed score glows, and its figure counts to the very same text", async () => {
  const { element } = await shown();
  await type(element, 0, "11");
  await type(element, 1, "236");
  const points = element.querySelector<HTMLElement>('[data-item="spotCheck"] td.sc-points');
  if (!points) throw new Error("There are no points");
  await points.getAnimations()[0]?.finished;
  equal(points.getAnimations().length, 0);
  await type(element, 0, "5");
  const [glow] = points.getAnimations();
  await glow?.finished;
  equal([glow !== undefined, points.textContent?.trim()], [true, "42.40"]);
});

localStorage.setItem("rolewright.language", "zh-CN");
await startLanguage();
