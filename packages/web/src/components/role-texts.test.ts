import assert from "node:assert/strict";
import { test } from "node:test";
import type { TemplateSummary } from "@rolewright/server/protocol";
import { inLanguage } from "./role-texts.ts";

const english = {
  title: "Supervisor",
  purpose: "Leads.",
  department: null,
  reportsTo: "Manager",
  supervises: ["Clerk"],
};
const role = {
  id: "a",
  title: "主管",
  purpose: "带队。",
  department: null,
  reportsTo: "经理",
  supervises: ["文员"],
  language: "zh-CN",
  translations: { en: english },
} as unknown as TemplateSummary;

test("a role is shown in the reader's language where the template is translated into it", () => {
  const shown = inLanguage(role, "en");
  assert.deepEqual(
    [shown.title, shown.reportsTo, shown.supervises, shown.language],
    ["Supervisor", "Manager", ["Clerk"], "en"],
  );
});

test("a role without that translation stays in its own language and says so", () => {
  assert.equal(inLanguage(role, "fr"), role);
  assert.equal(inLanguage(role, "zh-CN"), role);
});
