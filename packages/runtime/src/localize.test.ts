import assert from "node:assert/strict";
import { test } from "node:test";
import { localize } from "./localize.ts";
import type { RoleModel } from "./model.ts";
import { compiled, standard, supervisorText, supervisorWith } from "./testing/template-text.ts";

const role = compiled(supervisorText);

test("translated texts take the place of those written, at every level", () => {
  const english = localize(role, "en");
  assert.equal(english.title, "Customer service supervisor");
  assert.equal(english.identity.department, "Service centre");
  assert.equal(english.identity.reportsTo?.title, "Service centre manager");
  assert.deepEqual(english.identity.reportsTo?.authority, ["asks", "reports"]);
  assert.equal(english.sections[2]?.items[2]?.observation.fields[0]?.title, "Checked");
});

test("the values of a choice stay and get labels", () => {
  const education = localize(role, "en").sections[0]?.items[0];
  assert.deepEqual(education?.target?.accepted, ["专科", "本科"]);
  assert.deepEqual(education?.observation.labels, { 高中: "Secondary school", 专科: "College", 本科: "Bachelor" });
});

test("what has no translation stays as written, and a language nobody translated to changes nothing", () => {
  assert.equal(localize(role, "en").sections[2]?.items[2]?.title, "投诉、报事抽查比例");
  assert.deepEqual(localize(role, "fr"), role);
});

test("a region falls back to its language", () => {
  assert.equal(localize(role, "en-GB").title, "Customer service supervisor");
});

test("the fields of a list's entries keep their titles, and are read in another language", () => {
  const list = {
    title: "整改时长",
    type: "array",
    items: {
      type: "object",
      properties: {
        from: { title: "发现", type: "string", format: "date", "x-i18n": { en: { title: "Found" } } },
        to: { title: "整改完成", type: "string", format: "date" },
      },
    },
    "x-item": { every: "month", measure: { kind: "duration", from: "from", to: "to" }, target: { maximum: 7 } },
  };
  const extended = compiled(supervisorWith(standard("repairs"), list));
  const titles = (shown: RoleModel) => {
    const items = shown.sections.flatMap((section) => section.items);
    return items.find(({ key }) => key === "repairs")?.observation.entryFields?.map(({ title }) => title);
  };
  assert.deepEqual(titles(extended), ["发现", "整改完成"]);
  assert.deepEqual(titles(localize(extended, "en")), ["Found", "整改完成"]);
});
