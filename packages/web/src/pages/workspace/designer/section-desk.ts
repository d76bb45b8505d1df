import type { JsonObject, Section, SectionKind } from "@rolewright/runtime";
import { t } from "../../../app/language.ts";
import type { SectionDesk } from "./desk.ts";
import type { DeskWork } from "./desk-work.ts";
import { inTurn, type Step } from "./edits-in-turn.ts";
import { newWords } from "./new-words.ts";
import { removePart } from "./part-edits.ts";
import { addSection, moveSection } from "./section-edits.ts";

/** What cards may do with sections, carried out on the live text. */
export class SectionWork implements SectionDesk {
  constructor(private readonly work: DeskWork) {}

  add(kind: SectionKind, behind?: Section): void {
    const { role, language } = this.work;
    const key = this.work.newKey(kind === "custom" ? "section" : kind);
    const made = madeSection(kind, newWords(language).title(`section.${kind}`));
    const before = behind && role.sections[role.sections.findIndex((one) => one.key === behind.key) + 1]?.key;
    if (this.work.change((text) => addSection(text, role, key, made, before))) this.work.show(key, "title");
  }

  /** The three that nearly every role has, as one step. */
  addUsual(): void {
    const { work } = this;
    const words = newWords(work.language);
    const kinds = ["qualifications", "duties", "standards"] as const;
    const steps = kinds.map((kind): Step => {
      const key = work.newKey(kind);
      return (text) => addSection(text, work.role, key, madeSection(kind, words.title(`section.${kind}`)));
    });
    if (work.change((text) => inTurn(text, steps))) work.show("duties");
  }

  remove(section: Section): void {
    const { work } = this;
    if (work.isBusy([section])) return;
    const { sections } = work.role;
    const at = sections.findIndex(({ key }) => key === section.key);
    if (!work.change((text, context) => removePart(text, context, section))) return;
    work.done(t("designer.section.removed", { title: section.title, count: section.items.length }));
    work.show((sections[at + 1] ?? sections[at - 1])?.key ?? "");
  }

  step(section: Section, by: -1 | 1): void {
    const { work } = this;
    const { sections } = work.role;
    const at = sections.findIndex(({ key }) => key === section.key);
    if (at < 0 || !sections[at + by] || work.isBusy([section])) return;
    const before = sections[by === -1 ? at - 1 : at + 2]?.key;
    if (!work.change((text, { role }) => moveSection(text, role, section, before))) return;
    work.show(section.key);
    work.say(t("designer.section.moved", { title: section.title, number: at + by + 1 }));
  }
}

function madeSection(kind: SectionKind, title: string): JsonObject {
  return { title, type: "object", "x-section": { kind }, properties: {} };
}
