import { dueInWords } from "@rolewright/locale";
import type { DueRule, Item, JsonObject } from "@rolewright/runtime";
import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../../app/language.ts";
import type { FieldView } from "./desk.ts";
import { type Choice, choiceField, fieldBox, off, panelButton } from "./fields.ts";

const path = "x-item/due";

/** 截止: the last day in time, always saying whether it counts; changed in the panel. */
export function dueField(view: FieldView): TemplateResult {
  const label = t("designer.field.due");
  const words = dueInWords(view.item, t) || t("designer.noDue");
  return fieldBox(view, label, path, panelButton(view, "due", label, words, "calendar"), { field: "due" });
}

const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const longCadences: Readonly<Record<string, number>> = { quarter: 3, "half-year": 6, year: 12 };

/** The parts of the rule that make sense for the item's cadence. */
export function duePanel(view: FieldView): TemplateResult {
  const { item, desk } = view;
  const { due } = item;
  const disabled = off(view, path);
  const put = (change: JsonObject) => desk.set(item, path.split("/"), tidy({ ...written(due), ...change }));
  const pick = (label: string, value: string, choices: readonly Choice[], commit: (chosen: string) => void) =>
    html`<div class="dz-param"><span class="lbl">${label}</span>${choiceField(label, value, choices, disabled, commit)}</div>`;
  const fields = item.every === "week" ? weekday(due, put, pick) : dayAndMonth(item, put, pick);
  return html`<div class="dz-panel" data-field=${path}>
    <div class="dz-params">
      ${item.every === "day" ? nothing : fields}
      ${pick(
        t("designer.due.inclusive"),
        due?.inclusiveStated ? String(due.inclusive) : "",
        inclusiveChoices(),
        (chosen) => put({ inclusive: chosen === "" ? null : chosen === "true" }),
      )}
      ${pick(t("designer.due.roll"), due?.roll ?? "none", rollChoices(), (chosen) => put({ roll: chosen }))}
      ${
        due && !disabled
          ? html`<button class="btn quiet xs dz-clear" type="button" @click=${() => desk.set(item, path.split("/"), undefined)}>${t("designer.due.clear")}</button>`
          : nothing
      }
    </div>
  </div>`;
}

type Put = (change: JsonObject) => void;
type PickField = (
  label: string,
  value: string,
  choices: readonly Choice[],
  commit: (chosen: string) => void,
) => TemplateResult;

function weekday(due: DueRule | undefined, put: Put, pick: PickField): TemplateResult {
  const named = weekdays.map((value, index) => ({ value, label: t("runtime.due.weekday", { weekday: index + 1 }) }));
  const chosen = chosenWorkingDay(due) ?? weekdays[(due?.weekday ?? 7) - 1] ?? "sunday";
  return pick(t("designer.due.weekday"), chosen, [...named, ...workingDayChoices(5)], (value) =>
    put({ weekday: null, workingDay: null, ...(workingDayIn(value) ?? { weekday: value }) }),
  );
}

function dayAndMonth({ every, due }: Item, put: Put, pick: PickField): TemplateResult {
  const length = longCadences[every ?? ""];
  const days: Choice[] = [
    ...Array.from({ length: 31 }, (_, index) => ({
      value: String(index + 1),
      label: t("runtime.day.ofMonth", { day: index + 1 }),
    })),
    { value: "last", label: t("designer.due.lastDay") },
    ...workingDayChoices(23),
  ];
  const months = Array.from({ length: length ?? 0 }, (_, index) => ({
    value: String(index + 1),
    label: t(every === "year" ? "runtime.due.monthOfYear" : "runtime.due.monthOfPeriod", { month: index + 1 }),
  }));
  const after = [0, 1, 2, 3].map((count) => ({ value: String(count), label: t("designer.due.after", { count }) }));
  return html`
    ${length === undefined ? nothing : pick(t("designer.due.month"), String(due?.month ?? length), months, (month) => put({ month: Number(month) }))}
    ${pick(t("designer.due.monthsAfter"), String(due?.monthsAfter ?? 0), after, (count) => put({ monthsAfter: Number(count) }))}
    ${pick(t("designer.due.day"), chosenWorkingDay(due) ?? String(due?.day ?? "last"), days, (value) =>
      put({
        day: null,
        workingDay: null,
        ...(workingDayIn(value) ?? { day: value === "last" ? "last" : Number(value) }),
      }),
    )}
  `;
}

/* Working days stand in the same list as the days they take the place of: `working-5`. */

function workingDayChoices(count: number): readonly Choice[] {
  return Array.from({ length: count }, (_, index) => ({
    value: `working-${index + 1}`,
    label: t("designer.due.workingDay", { number: index + 1 }),
  }));
}

function chosenWorkingDay(due: DueRule | undefined): string | undefined {
  return due?.workingDay === undefined ? undefined : `working-${due.workingDay}`;
}

function workingDayIn(value: string): { readonly workingDay: number } | undefined {
  const [, number] = /^working-(\d+)$/.exec(value) ?? [];
  return number === undefined ? undefined : { workingDay: Number(number) };
}

function inclusiveChoices(): readonly Choice[] {
  return [
    { value: "", label: t("designer.due.unstated") },
    { value: "true", label: t("designer.due.included") },
    { value: "false", label: t("designer.due.excluded") },
  ];
}

function rollChoices(): readonly Choice[] {
  return ["none", "next", "previous"].map((value) => ({ value, label: t(`designer.due.rolls.${value}`) }));
}

/** The rule as it is written; a day that gets a place in time says whether it counts. */
function written(due: DueRule | undefined): JsonObject {
  if (!due) return { inclusive: true };
  const { day, workingDay, weekday: of, month, monthsAfter, inclusive, inclusiveStated, roll } = due;
  return {
    ...(day === undefined ? {} : { day }),
    ...(workingDay === undefined ? {} : { workingDay }),
    ...(of === undefined ? {} : { weekday: weekdays[of - 1] ?? "sunday" }),
    ...(month === undefined ? {} : { month }),
    monthsAfter,
    ...(inclusiveStated ? { inclusive } : {}),
    roll,
  };
}

/** Defaults need not be written. */
function tidy(rule: JsonObject): JsonObject {
  const plain = Object.entries(rule).filter(([key, value]) => {
    return value !== null && !(key === "monthsAfter" && value === 0) && !(key === "roll" && value === "none");
  });
  return Object.fromEntries(plain);
}
