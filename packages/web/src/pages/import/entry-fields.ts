import { html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { t } from "../../app/language.ts";
import { notify } from "../../components/notice.ts";
import type { Review } from "./entry-card.ts";
import { type Duty, type Entry, keyOf, type Place, type Qualification, type Standard } from "./import-result.ts";
import { change } from "./result-edits.ts";

const qualificationKinds = [
  "education",
  "experience",
  "certificate",
  "skill",
  "knowledge",
  "trait",
  "language",
  "age",
  "other",
];
const levels = ["primary", "junior-secondary", "senior-secondary", "associate", "bachelor", "master", "doctorate"];
const cadences = ["shift", "day", "week", "month", "quarter", "half-year", "year", "term", "event"];
const operators = [">=", ">", "<=", "<", "=", "between"];
const otherSections = ["salary", "benefits", "conditions", "company", "contacts", "process", "other"];

/** What an entry says beside its words, each part in a field of its own. */
export function fieldsOf(review: Review, place: Place, entry: Entry): TemplateResult {
  const set = (members: Readonly<Record<string, unknown>>) => review.edit((result) => change(result, place, members));
  const form = { review, key: keyOf(place), set };
  if (place.list === "qualifications") return qualificationFields(form, entry as Qualification);
  if (place.list === "standards")
    return standardFields(form, entry as Standard, review.result.descriptions[place.description]?.duties ?? []);
  if (place.list === "duties") return html`<div class="entry-fields">${timeFields(form, entry as Duty)}</div>`;
  if (place.list === "others")
    return html`<div class="entry-fields">
      ${choice(form, "kind", "section", (entry as { section: string }).section, otherSections, "importing.other", false)}
    </div>`;
  return html`<div class="entry-fields">
    ${choice(form, "towards", "towards", (entry as { towards?: string }).towards, ["superior", "subordinates"], "importing.entry")}
  </div>`;
}

interface Form {
  readonly review: Review;
  readonly key: string;
  readonly set: (members: Readonly<Record<string, unknown>>) => void;
}

function qualificationFields(form: Form, entry: Qualification): TemplateResult {
  const counted = entry.kind === "experience" || entry.kind === "age" || entry.years !== undefined;
  return html`<div class="entry-fields">
    ${choice(form, "kind", "kind", entry.kind, qualificationKinds, "importing.kind", false)}
    ${choice(form, "need", "need", entry.need, ["required", "preferred"], "importing.need", false)}
    ${entry.kind === "education" ? choice(form, "level", "level", entry.level, levels, "importing.level") : nothing}
    ${counted ? html`${figure(form, "yearsFrom", entry.years, (years) => form.set({ years }))}${figure(form, "yearsTo", entry.yearsTo, (yearsTo) => form.set({ yearsTo }))}` : nothing}
  </div>`;
}

function standardFields(form: Form, entry: Standard, duties: readonly Duty[]): TemplateResult {
  const range = typeof entry.target === "object" ? entry.target : undefined;
  const single = typeof entry.target === "number" ? entry.target : undefined;
  return html`<div class="entry-fields">
    ${words(form, "metric", "metric", entry.metric)}
    ${choice(form, "operator", "operator", entry.operator, operators, "importing.operator", true, (operator) => form.set(withOperator(entry, operator)))}
    ${figure(form, "target", range?.from ?? single, (value) => form.set(withTarget(entry, value, range?.to)))}
    ${entry.operator === "between" ? figure(form, "targetTo", range?.to, (value) => form.set(withTarget(entry, range?.from ?? single, value))) : nothing}
    ${words(form, "unit", "unit", entry.unit)} ${timeFields(form, entry)} ${dutyField(form, entry, duties)}
  </div>`;
}

/** Which duty it measures. */
function dutyField(form: Form, { duty }: Standard, duties: readonly Duty[]): TemplateResult | typeof nothing {
  if (duties.length === 0) return nothing;
  const choose = (event: Event) => {
    const { value } = event.target as HTMLSelectElement;
    form.set({ duty: value === "" ? undefined : Number(value) });
  };
  return html`<label class="entry-field entry-wide">
    <span class="lbl">${t("importing.entry.supports")}</span>
    <select class="f" ?disabled=${!form.review.writable} @change=${choose}>
      <option value="" ?selected=${duty === undefined}>${t("importing.entry.none")}</option>
      ${duties.map(({ text }, index) => html`<option value=${index} ?selected=${index === duty}>${text}</option>`)}
    </select>
  </label>`;
}

/** How often, and by when. */
function timeFields(form: Form, entry: Duty | Standard): TemplateResult {
  const { deadline } = entry;
  const day = deadline?.day === "last" ? 31 : deadline?.day;
  const setDay = (value: number | undefined) =>
    form.set({
      deadline: value === undefined ? undefined : { inclusive: null, ...deadline, day: value === 31 ? "last" : value },
    });
  const bound =
    deadline === undefined
      ? undefined
      : deadline.inclusive === null
        ? "undecided"
        : deadline.inclusive
          ? "included"
          : "excluded";
  return html`
    ${choice(form, "cadence", "cadence", entry.cadence, cadences, "importing.measure.cadence")}
    ${figure(form, "deadlineDay", day, setDay, { isGood: isDay, words: t("importing.entry.deadlineHelp") })}
    ${
      deadline
        ? choice(
            form,
            "inclusive",
            "inclusive",
            bound,
            ["included", "excluded", "undecided"],
            "importing.entry",
            false,
            (value) =>
              form.set({ deadline: { ...deadline, inclusive: value === "undecided" ? null : value === "included" } }),
          )
        : nothing
    }
  `;
}

function isDay(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= 31;
}

/** A comparison without a figure says nothing, and a range needs two. */
function withOperator(entry: Standard, operator: string | undefined): Readonly<Record<string, unknown>> {
  const { target } = entry;
  if (operator === undefined) return { operator, target: undefined };
  if (operator === "between")
    return { operator, target: typeof target === "number" ? { from: target, to: target } : target };
  return { operator, target: typeof target === "object" ? target.from : target };
}

function withTarget(
  entry: Standard,
  from: number | undefined,
  to: number | undefined,
): Readonly<Record<string, unknown>> {
  if (from === undefined) return { target: undefined, operator: undefined };
  if (entry.operator === "between") return { target: { from, to: to ?? from } };
  return { target: from, operator: entry.operator ?? ">=" };
}

function choice(
  { review, set }: Form,
  label: string,
  member: string,
  value: string | undefined,
  options: readonly string[],
  names: string,
  optional = true,
  choose = (chosen: string | undefined) => set({ [member]: chosen }),
): TemplateResult {
  return html`<label class="entry-field">
    <span class="lbl">${t(`importing.entry.${label}`)}</span>
    <select class="f" ?disabled=${!review.writable} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value || undefined)}>
      ${optional ? html`<option value="" ?selected=${value === undefined}>${t("importing.entry.none")}</option>` : nothing}
      ${options.map((option) => html`<option value=${option} ?selected=${option === value}>${t(`${names}.${option}`)}</option>`)}
    </select>
  </label>`;
}

function words({ review, key, set }: Form, label: string, member: string, value: string | undefined): TemplateResult {
  return html`<label class="entry-field">
    <span class="lbl">${t(`importing.entry.${label}`)}</span>
    ${keyed(
      `${key} ${value}`,
      html`<input class="f" ?disabled=${!review.writable} .value=${value ?? ""} @change=${(event: Event) => set({ [member]: (event.target as HTMLInputElement).value.trim() || undefined })} />`,
    )}
  </label>`;
}

/** What a figure may be, and how that is said. */
interface Bounds {
  readonly isGood: (value: number) => boolean;
  readonly words: string;
}

function figure(
  { review, key }: Form,
  label: string,
  value: number | undefined,
  set: (value: number | undefined) => void,
  bounds?: Bounds,
): TemplateResult {
  return html`<label class="entry-field entry-figure" title=${bounds?.words ?? nothing}>
    <span class="lbl">${t(`importing.entry.${label}`)}</span>
    ${keyed(
      `${key} ${value}`,
      html`<input class="f num" inputmode="decimal" ?disabled=${!review.writable} .value=${value === undefined ? "" : String(value)} @change=${(event: Event) => takeFigure(event, set, bounds)} />`,
    )}
  </label>`;
}

/** What is no figure stays in its field, marked, and it is said why it was not taken. */
function takeFigure(event: Event, set: (value: number | undefined) => void, bounds: Bounds | undefined): void {
  const field = event.target as HTMLInputElement;
  const text = field.value.trim().normalize("NFKC").replace(/%$/u, "");
  const value = Number(text);
  const wrong = figureFault(text, value, bounds);
  field.setAttribute("aria-invalid", String(wrong !== undefined));
  if (wrong) notify(wrong, "error");
  else set(text === "" ? undefined : value);
}

function figureFault(text: string, value: number, bounds: Bounds | undefined): string | undefined {
  if (text === "") return undefined;
  if (!Number.isFinite(value)) return t("importing.entry.badNumber", { value: text });
  return bounds && !bounds.isGood(value)
    ? t("importing.entry.badDay", { value: text, words: bounds.words })
    : undefined;
}
