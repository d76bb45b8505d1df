import { html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { t } from "../../app/language.ts";
import { icon } from "../../components/icon.ts";
import { notify } from "../../components/notice.ts";
import { fieldsOf } from "./entry-fields.ts";
import {
  type Entry,
  type ImportResult,
  keyOf,
  type ListName,
  listNames,
  type Place,
  questionAt,
  type Standard,
} from "./import-result.ts";
import { deadlineIn, type Evidence, evidenceOf } from "./measure-evidence.ts";
import { cadenceWords, deadlineWords, targetWords } from "./measure-words.ts";
import { accept, answer, change, measure, merge, move, remove, split } from "./result-edits.ts";
import { surenessMark } from "./sureness-mark.ts";

/** What the cards of a result can do. */
export interface Review {
  readonly result: ImportResult;
  readonly source: string;
  readonly writable: boolean;
  readonly edit: (run: (result: ImportResult) => ImportResult) => void;
  readonly pick: (key: string) => void;
  readonly undo: () => void;
}

const kinds: Readonly<Record<ListName, string>> = {
  qualifications: "qualification",
  duties: "duty",
  standards: "standard",
  authority: "relation",
  others: "other",
};

/** The colour of a list, as in the source: value of `data-kind`. */
export function kindOf(list: ListName): string {
  return kinds[list];
}

/** An entry that is open: what was read, every part of it to be corrected, and where it might belong instead. */
export function entryCard(review: Review, place: Place, entry: Entry): TemplateResult {
  const key = keyOf(place);
  const label = "label" in entry ? entry.label : undefined;
  return html`<article class="entry-card" data-key=${key} data-kind=${questionAt(review.result, place) ? "question" : kindOf(place.list)}>
    <header>
      ${surenessMark(entry.confidence)}
      <b class="grow">${t(`importing.list.${place.list}`)}</b>
      ${label ? html`<span class="t12 ink3">${t("importing.entry.from", { label })}</span>` : nothing}
      <button class="ib xs" type="button" aria-label=${t("importing.entry.close")} title="${t("importing.entry.close")} · Esc" @click=${() => review.pick("")}>${icon("x", 15)}</button>
    </header>
    ${question(review, place)}
    <label class="entry-text">
      <span class="lbl">${t("importing.entry.text")}</span>
      ${keyed(
        `${key} ${entry.text}`,
        html`<textarea
          rows="2"
          ?disabled=${!review.writable}
          aria-describedby="split-help"
          .value=${entry.text}
          @change=${(event: Event) => rewrite(review, place, entry, textIn(event))}
        ></textarea>`,
      )}
    </label>
    ${place.list === "standards" ? evidence(review, entry as Standard) : nothing} ${fieldsOf(review, place, entry)}
    ${review.writable ? actions(review, place, entry) : nothing}
  </article>`;
}

/** Which words say what: the sentence taken apart into its measure. */
function evidence({ source }: Review, entry: Standard): TemplateResult | typeof nothing {
  const { sentence } = entry;
  const parts = evidenceOf(entry, sentence ? source.slice(sentence.start, sentence.end) : entry.text);
  if (parts.length === 0) return nothing;
  return html`<ul class="entry-evidence">
    ${parts.map(({ part, words }) => html`<li><q>${words}</q><b>${meaning(part, entry)}</b></li>`)}
  </ul>`;
}

function meaning(part: Evidence["part"], entry: Standard): string {
  const { operator = "=" } = entry;
  const said = {
    cadence: () => t("importing.evidence.cadence", { cadence: cadenceWords(entry) }),
    metric: () => t("importing.evidence.metric"),
    operator: () => t(`importing.evidence.operator.${operator}`),
    target: () => targetWords({ ...entry, operator: "between" }),
    deadline: () => t("importing.evidence.deadline", { deadline: deadlineWords(entry) }),
  };
  return said[part]();
}

/** A question only a person can answer, with its answers; equal questions of the file can be answered with it. */
export function question(review: Review, place: Place): TemplateResult | typeof nothing {
  const found = questionAt(review.result, place);
  if (!found) return nothing;
  const { ambiguity, index } = found;
  const text = deadlineIn(review.source.slice(ambiguity.span.start, ambiguity.span.end));
  const others = review.result.ambiguities.flatMap((one, at) =>
    at !== index && one.code === ambiguity.code ? [at] : [],
  );
  const give = (indices: readonly number[], option: unknown) =>
    review.edit((result) => answer(result, indices, option));
  return html`<div class="entry-question" role="group" aria-label=${t(`import.ambiguities.${ambiguity.code}`, { text })}>
    <p class="row">${icon("warn", 16)}<b>${t(`import.ambiguities.${ambiguity.code}`, { text })}</b></p>
    <p class="entry-law">${t("importing.question.law")}</p>
    <div class="entry-options">
      ${ambiguity.options.map(
        (
          option,
        ) => html`<button class="btn sm" type="button" ?disabled=${!review.writable} @click=${() => give([index], option)}>
          ${t(`import.ambiguities.options.${ambiguity.code}.${String(option)}`)}
        </button>`,
      )}
    </div>
    ${
      others.length > 0
        ? html`<div class="entry-options t12">
            <span class="ink2">${t("importing.question.same", { count: others.length })}</span>
            ${ambiguity.options.map(
              (
                option,
              ) => html`<button class="btn xs quiet" type="button" ?disabled=${!review.writable} @click=${() => give([index, ...others], option)}>
                ${t(`import.ambiguities.options.${ambiguity.code}.${String(option)}`)}
              </button>`,
            )}
          </div>`
        : nothing
    }
  </div>`;
}

function actions(review: Review, place: Place, entry: Entry): TemplateResult {
  const lines = (event: Event) =>
    linesIn((event.target as Element).closest(".entry-card")?.querySelector("textarea")?.value ?? "");
  return html`<div class="entry-actions">
    <label class="row"><span class="t12 ink3">${t("importing.entry.moveTo")}</span>
      <select class="f" @change=${(event: Event) => moveTo(review, place, textIn(event) as ListName)}>
        ${listNames.map((list) => html`<option value=${list} ?selected=${list === place.list}>${t(`importing.list.${list}`)}</option>`)}
      </select>
    </label>
    <button class="btn sm quiet" type="button" title=${t("importing.entry.splitHelp")} @click=${(event: Event) => splitInto(review, place, entry, lines(event))}>${t("importing.entry.split")}</button>
    ${place.index > 0 ? html`<button class="btn sm quiet" type="button" @click=${() => review.edit((result) => merge(result, place))}>${t("importing.entry.merge")}</button>` : nothing}
    ${place.list === "duties" ? html`<button class="btn sm quiet" type="button" @click=${() => review.edit((result) => measure(result, place))}>${t("importing.entry.measure")}</button>` : nothing}
    ${place.list === "standards" ? html`<button class="btn sm quiet" type="button" @click=${() => moveTo(review, place, "duties")}>${t("importing.entry.notStandard")}</button>` : nothing}
    <button class="btn sm quiet" type="button" @click=${() => takeOut(review, place)}>${t("importing.entry.remove")}</button>
    <span class="grow"></span>
    ${
      entry.confidence === 1 && !questionAt(review.result, place)
        ? html`<span class="entry-accepted">${icon("check", 16)}${t("importing.entry.accepted")}</span>`
        : html`<button class="btn sm soft" type="button" @click=${() => review.edit((result) => accept(result, [place]))}>${icon("check", 15)}${t("importing.entry.accept")}</button>`
    }
    <p class="said" id="split-help">${t("importing.entry.splitHelp")}</p>
  </div>`;
}

/** Lines typed into the words are kept until they are split; one line is simply the new wording. */
function rewrite(review: Review, place: Place, entry: Entry, text: string): void {
  const [only, ...more] = linesIn(text);
  if (only !== undefined && more.length === 0 && only !== entry.text)
    review.edit((result) => change(result, place, { text: only }));
}

function splitInto(review: Review, place: Place, entry: Entry, lines: readonly string[]): void {
  const parts = lines.length > 1 ? lines : sentencesIn(entry.text);
  if (parts.length < 2) notify(t("importing.entry.splitHelp"));
  else review.edit((result) => split(result, place, parts, review.source));
}

function moveTo(review: Review, place: Place, list: ListName): void {
  review.edit((result) => move(result, place, list));
  review.pick("");
}

function takeOut(review: Review, place: Place): void {
  review.edit((result) => remove(result, place));
  review.pick("");
  notify(t("importing.entry.removed"), "done", { label: t("importing.review.undo"), run: review.undo });
}

function linesIn(text: string): readonly string[] {
  return text.split("\n").flatMap((line) => line.trim() || []);
}

/** Where nobody broke the words, they are parted at semicolons and full stops. */
function sentencesIn(text: string): readonly string[] {
  return text.split(/(?<=[；;。])/u).flatMap((part) => part.replace(/[；;。]\s*$/u, "").trim() || []);
}

function textIn(event: Event): string {
  return (event.target as HTMLTextAreaElement | HTMLSelectElement).value;
}
