import { inspect, type Observation, scorecard } from "@rolewright/runtime";
import { html, render } from "lit";
import { startLanguage } from "../app/language.ts";
import { equal, includes, test } from "./browser-check.ts";
import type { ObservationChange } from "./observation-field.ts";
import { scorecardAdjustments } from "./scorecard-adjustments.ts";

const text = `{
  "$schema": "https://rolewright.dev/role/1",
  "$id": "https://example.com/roles/test",
  "title": "客服主管",
  "type": "object",
  "x-role": { "language": "zh-CN", "grades": [{ "grade": "A", "from": 90 }, { "grade": "D", "from": 0 }] },
  "properties": {
    "standards": {
      "title": "工作标准", "type": "object", "x-section": { "kind": "standards" },
      "properties": {
        "rate": { "title": "收缴率", "type": "number", "x-item": { "every": "month", "weight": 100, "target": { "minimum": 90 }, "score": { "kind": "linear", "from": 0, "to": 100 } } },
        "praise": { "title": "业主书面表扬", "type": "integer", "minimum": 0, "x-item": { "every": "month", "unit": "件", "score": { "kind": "bonus", "per": 1, "cap": 5 } } },
        "leak": { "title": "泄露客户重要信息", "type": "boolean", "x-item": { "every": "month", "score": { "kind": "veto" } } }
      }
    }
  }
}`;

/** The panel as a page uses it: every reported change is applied and the panel shown again. */
async function shown(readonly = false) {
  const { role } = inspect(text);
  if (!role) throw new Error("The template does not compile");
  const place = document.createElement("div");
  document.body.replaceChildren(place);
  const changes: ObservationChange[] = [];
  let observations: readonly Observation[] = [{ item: "rate", period: "2026-11", data: 94.55 }];
  const show = () => {
    const result = scorecard(role, "2026-11", [...observations]);
    const panel = { model: role, scorecard: result, observations, fillable: () => !readonly, report };
    render(html`${scorecardAdjustments(panel)}`, place);
    return result;
  };
  const report = (change: ObservationChange) => {
    changes.push(change);
    const known = observations.find((one) => one.item === change.item)?.evidence;
    const evidence = change.evidence ?? known;
    const made = {
      item: change.item,
      period: change.period,
      data: change.data as Observation["data"],
      ...(evidence ? { evidence } : {}),
    };
    observations = [...observations.filter((one) => one.item !== change.item), made];
    show();
  };
  show();
  await place.querySelector<HTMLElement & { updateComplete?: Promise<unknown> }>("rw-observation-field")
    ?.updateComplete;
  return { place, changes, result: show };
}

function entry(place: HTMLElement, item: string): string {
  return place.querySelector(`[data-adjustment="${item}"]`)?.textContent?.replace(/\s+/g, " ").trim() ?? "";
}

test("a bonus is filled in beside its title and shows what it adds", async () => {
  const { place, changes, result } = await shown();
  includes(entry(place, "praise"), "—");
  const input = place.querySelector<HTMLInputElement>('[data-adjustment="praise"] input');
  if (!input) throw new Error("There is no field");
  input.value = "1";
  input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  equal(changes.at(-1), { item: "praise", period: "2026-11", data: 1 });
  includes(entry(place, "praise"), "+1.00");
  equal(result().total, "95.55");
});

test("a veto is a switch, and asks for its reason before it is in force", async () => {
  const { place, changes, result } = await shown();
  includes(entry(place, "leak"), "未触发");
  const toggle = () => place.querySelector<HTMLButtonElement>('[data-adjustment="leak"] [role="switch"]');
  toggle()?.click();
  equal(toggle()?.getAttribute("aria-checked"), "true");
  includes(entry(place, "leak"), "待写理由");
  equal([result().grade, result().provisional], ["A", true]);
  const reason = place.querySelector<HTMLInputElement>(".adj-reason");
  if (!reason) throw new Error("There is no field for the reason");
  reason.value = "投诉函 12 号";
  reason.dispatchEvent(new InputEvent("input", { bubbles: true }));
  equal(changes.at(-1), { item: "leak", period: "2026-11", data: true, evidence: "投诉函 12 号" });
  includes(entry(place, "leak"), "等级 D");
  equal([result().grade, result().provisional], ["D", false]);
});

test("who may not fill it in sees it and cannot change it", async () => {
  const { place, changes } = await shown(true);
  const toggle = place.querySelector<HTMLButtonElement>('[role="switch"]');
  toggle?.click();
  equal([toggle?.disabled, place.querySelector("input")?.readOnly, changes.length], [true, true, 0]);
});

localStorage.setItem("rolewright.language", "zh-CN");
await startLanguage();
