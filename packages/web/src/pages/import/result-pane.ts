import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { t } from "../../app/language.ts";
import { emptyState } from "../../components/empty-state.ts";
import { icon } from "../../components/icon.ts";
import { LightElement } from "../../components/light-element.ts";
import { entryCard, kindOf, type Review } from "./entry-card.ts";
import {
  type Description,
  type Entry,
  fieldNames,
  keyOf,
  type ListName,
  listNames,
  type Place,
  placesToCheck,
  questionAt,
  type Standard,
  sureness,
} from "./import-result.ts";
import { deadlineWords, measureWords } from "./measure-words.ts";
import {
  accept,
  correct,
  keepWords,
  passOver,
  placeWords,
  writeField,
  writePurpose,
  writeSubordinates,
} from "./result-edits.ts";
import "./result-pane.css";
import { surenessMark } from "./sureness-mark.ts";

/** What was read out of one description, section by section. Fires `hint` with the key of the entry under the pointer. */
@customElement("rw-result-pane")
export class ResultPane extends LightElement {
  @property({ attribute: false }) review: Review | undefined;
  /** Index of the description that is shown. */
  @property({ type: Number }) description = 0;
  @property() picked = "";
  @property() lit = "";
  /** Only what waits for a look. */
  @property({ type: Boolean }) open = false;
  @state() private folded: ReadonlySet<string> = new Set(["authority", "others"]);

  override render(): TemplateResult {
    const { review } = this;
    const role = review?.result.descriptions[this.description];
    if (!review) return html``;
    return html`<div class="res" @pointerover=${this.onOver} @pointerleave=${() => this.hint("")}>
      ${role ? html`${this.open ? nothing : this.renderFields(review, role)} ${listNames.map((list) => this.renderSection(review, role, list))}` : nothing}
      ${role ? nothing : emptyState({ icon: "search", title: t("importing.review.nothing"), text: t("importing.review.nothingText") })}
      ${this.renderCorrections(review)} ${this.renderUnplaced(review)}
    </div>`;
  }

  /** The card or row of an entry, to draw a line to. */
  entryElement(key: string): HTMLElement | undefined {
    return this.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`) ?? undefined;
  }

  private renderSection(review: Review, role: Description, list: ListName): TemplateResult | typeof nothing {
    const waiting = new Set(placesToCheck(review.result, this.description).map(keyOf));
    const places = role[list].map((_, index): Place => ({ description: this.description, list, index }));
    const shown = this.open ? places.filter((place) => waiting.has(keyOf(place))) : places;
    if (shown.length === 0 && (this.open || list === "authority" || list === "others")) return nothing;
    const unsettled = places.filter((place) => waiting.has(keyOf(place))).length;
    const folded = this.folded.has(list) && !this.open && !this.picked.startsWith(`${this.description}/${list}/`);
    return html`<section class="res-section" data-kind=${kindOf(list)}>
      <h3>
        <button type="button" aria-expanded=${!folded} @click=${() => this.fold(list)}>
          ${icon(folded ? "right" : "down", 14)}${t(`importing.list.${list}`)}
          <span>${t("importing.section.count", { count: places.length })} · ${sectionState(places.length, unsettled)}</span>
        </button>
        ${
          unsettled > 0 && review.writable
            ? html`<button class="btn xs quiet" type="button" @click=${() =>
                review.edit((result) =>
                  accept(
                    result,
                    places.filter((place) => !questionAt(result, place)),
                  ),
                )}>${t("importing.review.acceptAll")}</button>`
            : nothing
        }
      </h3>
      ${folded ? nothing : html`<ul>${repeat(shown, keyOf, (place) => this.renderEntry(review, role, place, waiting.has(keyOf(place))))}</ul>`}
    </section>`;
  }

  private renderEntry(
    review: Review,
    role: Description,
    place: Place,
    waits: boolean,
  ): TemplateResult | typeof nothing {
    const entry = role[place.list][place.index];
    if (!entry) return nothing;
    const key = keyOf(place);
    if (key === this.picked) return html`<li>${entryCard(review, place, entry)}</li>`;
    return html`<li>
      <button class="entry" type="button" data-key=${key} data-kind=${waits ? "question" : kindOf(place.list)} ?data-lit=${key === this.lit} @click=${() => review.pick(key)}>
        ${surenessMark(entry.confidence)}<span class="entry-words">${entry.text}</span>
        <span class="entry-value">${entryValue(place.list, entry)}</span>
        ${
          waits
            ? html`<span class="chip sq warn">${t(questionAt(review.result, place) ? "importing.entry.choose" : "importing.batch.check")}</span>`
            : html`<span class="entry-good">${icon("check", 16)}</span>`
        }
      </button>
    </li>`;
  }

  private renderCorrections(review: Review): TemplateResult | typeof nothing {
    const { corrections } = review.result;
    if (corrections.length === 0) return nothing;
    const all = [...corrections.keys()];
    return html`<section class="res-section" data-kind="question">
      <h3><span class="res-title">${t("importing.list.corrections")} <span>${corrections.length}</span></span>
        ${review.writable ? html`<button class="btn xs quiet" type="button" @click=${() => review.edit((result) => correct(result, all))}>${t("importing.correction.takeAll")}</button><button class="btn xs quiet" type="button" @click=${() => review.edit((result) => keepWords(result, all))}>${t("importing.correction.keepAll")}</button>` : nothing}
      </h3>
      <p class="res-note">${t("importing.section.correctionsNote")}</p>
      <ul>
        ${corrections.map(
          ({ from, to, reason }, index) => html`<li class="res-loose">
            <span class="grow"><del>${from}</del> → <ins>${to || "∅"}</ins> <span class="ink3">${t(`import.corrections.${reason}`, { from, to })}</span></span>
            ${review.writable ? html`<button class="btn xs" type="button" @click=${() => review.edit((result) => correct(result, [index]))}>${t("importing.correction.take")}</button><button class="btn xs quiet" type="button" @click=${() => review.edit((result) => keepWords(result, [index]))}>${t("importing.correction.keep")}</button>` : nothing}
          </li>`,
        )}
      </ul>
    </section>`;
  }

  private renderUnplaced(review: Review): TemplateResult | typeof nothing {
    const { unplaced } = review.result;
    if (unplaced.length === 0) return nothing;
    const lists = listNames.filter((list) => list !== "authority");
    return html`<section class="res-section" data-kind="unplaced">
      <h3><span class="res-title">${t("importing.list.unplaced")} <span>${unplaced.length}</span></span>
        ${review.writable ? html`<button class="btn xs quiet" type="button" @click=${() => review.edit((result) => passOver(result, [...unplaced.keys()]))}>${t("importing.unplaced.passAll")}</button>` : nothing}
      </h3>
      <p class="res-note">${t("importing.section.unplacedNote")}</p>
      <ul>
        ${unplaced.map(({ start, end }, index) => {
          const place = (list: ListName) =>
            review.edit((result) => placeWords(result, index, this.description, list, review.source));
          return html`<li class="res-loose" data-key="unplaced/${index}" ?data-lit=${`unplaced/${index}` === this.lit}>
            <span class="grow">${review.source.slice(start, end)}</span>
            ${
              review.writable
                ? html`<select class="f" aria-label=${t("importing.unplaced.place")} @change=${(event: Event) => place((event.target as HTMLSelectElement).value as ListName)}>
                      <option value="" selected>${t("importing.unplaced.place")}</option>
                      ${lists.map((list) => html`<option value=${list}>${t(`importing.list.${list}`)}</option>`)}
                    </select>
                    <button class="btn xs quiet" type="button" @click=${() => review.edit((result) => passOver(result, [index]))}>${t("importing.unplaced.pass")}</button>`
                : nothing
            }
          </li>`;
        })}
      </ul>
    </section>`;
  }

  /** What is single in a description: its fields are lit like entries. */
  private renderFields(review: Review, role: Description): TemplateResult {
    const { description } = this;
    const lit = (name: string) => [this.lit, this.picked].includes(`${description}/${name}`);
    return html`<div class="res-fields">
      ${fieldNames.map((name) => {
        const field = role[name];
        return html`<label class="entry-field" data-key="${description}/${name}" data-kind="relation" ?data-lit=${lit(name)}>
          <span class="lbl">${t(`importing.field.${name}`)} ${field && sureness(field.confidence) !== "high" ? surenessMark(field.confidence) : nothing}</span>
          <input
            class="f ${name === "title" ? "res-name" : ""}"
            placeholder=${t("importing.field.missing")}
            ?disabled=${!review.writable}
            .value=${field?.text ?? ""}
            @change=${(event: Event) => review.edit((result) => writeField(result, description, name, (event.target as HTMLInputElement).value.trim()))}
          />
        </label>`;
      })}
      ${role.purpose.length > 0 ? purposeField(review, role, description, lit("purpose")) : nothing}
      ${subordinatesField(review, role, description, lit("subordinates"))}
    </div>`;
  }

  private fold(list: string): void {
    const folded = new Set(this.folded);
    if (!folded.delete(list)) folded.add(list);
    this.folded = folded;
  }

  private onOver(event: Event): void {
    this.hint((event.target as Element).closest<HTMLElement>("[data-key]")?.dataset.key ?? "");
  }

  private hint(detail: string): void {
    this.dispatchEvent(new CustomEvent("hint", { detail }));
  }
}

function subordinatesField(
  review: Review,
  { subordinates }: Description,
  description: number,
  lit: boolean,
): TemplateResult {
  const write = (event: Event) => {
    const names = (event.target as HTMLInputElement).value.split(/[、，,；;]/u).flatMap((name) => name.trim() || []);
    review.edit((result) => writeSubordinates(result, description, names));
  };
  return html`<label class="entry-field entry-wide" data-key="${description}/subordinates" data-kind="relation" ?data-lit=${lit}>
    <span class="lbl">${t("importing.field.subordinates")}</span>
    <input
      class="f"
      placeholder=${t("importing.field.subordinatesHelp")}
      ?disabled=${!review.writable}
      .value=${subordinates.map(({ text }) => text).join(t("importing.field.comma"))}
      @change=${write}
    />
  </label>`;
}

function purposeField(review: Review, { purpose }: Description, description: number, lit: boolean): TemplateResult {
  return html`<label class="entry-field entry-wide" data-key="${description}/purpose" data-kind="other" ?data-lit=${lit}>
    <span class="lbl">${t("importing.field.purpose")}</span>
    <textarea
      class="f res-purpose"
      rows="2"
      ?disabled=${!review.writable}
      .value=${purpose.map(({ text }) => text).join("\n")}
      @change=${(event: Event) => review.edit((result) => writePurpose(result, description, (event.target as HTMLTextAreaElement).value.trim()))}
    ></textarea>
  </label>`;
}

function sectionState(count: number, open: number): string {
  if (count === 0) return t("importing.section.empty");
  return open > 0 ? t("importing.section.open", { count: open }) : t("importing.section.accepted");
}

/** What an entry amounts to, at the right of its row. */
function entryValue(list: ListName, entry: Entry): string | TemplateResult {
  if (list === "standards")
    return measureWords(entry as Standard) || html`<span class="ink3">${t("importing.entry.unmeasured")}</span>`;
  if (list === "duties") return deadlineWords(entry as Standard);
  if (list === "qualifications" && "kind" in entry) return t(`importing.kind.${entry.kind}`);
  if ("section" in entry) return t(`importing.other.${entry.section}`);
  return "";
}
