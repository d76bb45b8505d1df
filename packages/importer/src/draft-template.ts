import type { FoundMeasure } from "./measure.ts";
import type { DraftRole } from "./understand.ts";

/** Words the draft needs beside those of the source; the caller gives them in the reader's language. */
export interface DraftWords {
  readonly untitled: string;
  readonly qualifications: string;
  readonly duties: string;
  readonly standards: string;
}

/**
 * Writes a draft as the text of a role template. Every section is there even when it is empty, so that the author
 * sees what is missing. Standards get no weight: how much a standard counts is never in the source.
 *
 * @param id `$id` of the new template.
 * @param language BCP 47 tag of the source.
 */
export function draftTemplate(draft: DraftRole, id: string, language: string, words: DraftWords): string {
  const template = {
    $schema: "https://rolewright.dev/role/1",
    $id: id,
    title: draft.title?.value ?? words.untitled,
    type: "object",
    "x-role": {
      language,
      ...(draft.reportsTo ? { reportsTo: { title: draft.reportsTo.value } } : {}),
      ...(draft.supervises.length ? { supervises: draft.supervises.map(({ value }) => ({ title: value })) } : {}),
    },
    properties: {
      qualifications: section(
        "qualifications",
        words.qualifications,
        draft.qualifications.map(({ value }) => ({ title: value, type: "boolean", "x-item": { need: "required" } })),
      ),
      duties: section(
        "duties",
        words.duties,
        draft.duties.map(({ value }) => ({ title: value, type: "boolean", "x-item": {} })),
      ),
      standards: section(
        "standards",
        words.standards,
        draft.standards.map(({ value, measure }) => ({ title: value, ...observation(measure) })),
      ),
    },
  };
  return `${JSON.stringify(template, null, 2)}\n`;
}

function section(kind: string, title: string, items: readonly object[]): object {
  const stem = { qualifications: "qualification", duties: "duty", standards: "standard" }[kind] ?? kind;
  const properties = Object.fromEntries(items.map((item, index) => [`${stem}${index + 1}`, item]));
  return { title, type: "object", "x-section": { kind }, properties };
}

function observation({ keyword, value, unit, every, due }: FoundMeasure): object {
  const figure = keyword !== undefined && value !== undefined;
  const item = {
    ...(every ? { every } : {}),
    ...(due ? { due } : {}),
    ...(figure && unit ? { unit } : {}),
    ...(figure ? { target: { [keyword]: value } } : {}),
  };
  return figure ? { type: "number", minimum: 0, "x-item": item } : { type: "boolean", "x-item": item };
}
