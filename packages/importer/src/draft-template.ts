import { commented, type DraftItem, oneLine, textOf, tick } from "./draft/draft-item.ts";
import { keysOf } from "./draft/draft-keys.ts";
import { draftQualification } from "./draft/draft-qualification.ts";
import { draftStandard } from "./draft/draft-standard.ts";
import { subjectOf, supportedDuty } from "./draft/draft-supports.ts";
import { timing, timingComment } from "./draft/draft-timing.ts";
import type { SayWord } from "./draft/draft-words.ts";
import type { Description, Duty, Qualification, Standard } from "./generated/import-result.ts";

export type { DraftWord } from "./draft/draft-words.ts";

/** Where a draft comes from and what it is called. */
export interface DraftOptions {
  /** `$id` of the new template. */
  readonly id: string;
  /** BCP 47 tag of the source. */
  readonly language: string;
  /** Name of the source, for a comment. */
  readonly sourceName: string;
}

/** What a text says in which no description was found. */
export const emptyDescription: Description = {
  span: { start: 0, end: 0 },
  confidence: 0,
  subordinates: [],
  purpose: [],
  qualifications: [],
  duties: [],
  standards: [],
  authority: [],
  others: [],
};

/**
 * Writes a description as the text of a role template. Every section is there even when it is empty, so that the author
 * sees what is missing. A standard has a weight only where the source states it. What a template has no place for (pay, the
 * company) and what is left to decide (whether the 25th still counts) stands in comments: nothing is lost.
 */
export function draftTemplate(
  description: Description,
  { id, language, sourceName }: DraftOptions,
  words: SayWord,
): string {
  const { title, purpose, qualifications, duties, standards } = description;
  const taken = new Set<string>();
  const keys = {
    qualifications: keysOf(
      qualifications.map(({ kind, text }) => (kindsThatName.has(kind) ? kind : text)),
      "qualification",
      taken,
    ),
    duties: keysOf(textsOf(duties), "duty", taken),
    standards: keysOf(
      standards.map(({ metric, text }) => metric ?? text),
      "standard",
      taken,
    ),
  };
  const template = {
    $schema: "https://rolewright.dev/role/1",
    $id: id,
    title: title?.text ?? words("untitled"),
    ...(purpose.length > 0 ? { description: purpose.map(({ text }) => text).join("\n") } : {}),
    type: "object",
    "x-role": identity(description, language),
    properties: {
      qualifications: section(
        "qualifications",
        words,
        keys.qualifications,
        qualifications.map((found) => draftQualification(found, words)),
      ),
      duties: section(
        "duties",
        words,
        keys.duties,
        duties.map((found) => duty(found, words)),
      ),
      standards: section("standards", words, keys.standards, draftStandards(description, keys.duties, words)),
    },
  };
  return `${comments(description, sourceName, words)}${textOf(template)}\n`;
}

/** Kinds of qualification that say the field better than the words do. */
const kindsThatName: ReadonlySet<Qualification["kind"]> = new Set(["experience", "certificate", "education", "age"]);

function textsOf(fields: readonly { readonly text: string }[]): string[] {
  return fields.map(({ text }) => text);
}

function identity({ department, superior, subordinates, authority, others }: Description, language: string): object {
  const conditions = others.filter(({ section: kind }) => kind === "conditions").map(({ text }) => text);
  return {
    language,
    ...(department ? { department: department.text } : {}),
    ...(superior ? { reportsTo: { title: superior.text } } : {}),
    ...(subordinates.length > 0 ? { supervises: subordinates.map(({ text }) => ({ title: text })) } : {}),
    ...(authority.length > 0 ? { authority: authority.map(({ text }) => text) } : {}),
    ...(conditions.length > 0 ? { workingConditions: conditions.join("\n") } : {}),
  };
}

type SectionKind = "qualifications" | "duties" | "standards";

function section(kind: SectionKind, words: SayWord, keys: readonly string[], items: readonly DraftItem[]): object {
  const properties = Object.fromEntries(items.map((item, index) => [keys[index], commented(item)]));
  return { title: words(kind), type: "object", "x-section": { kind }, properties };
}

function duty({ text, part, ...when }: Duty, words: SayWord): DraftItem {
  const comment = timingComment(when, words);
  const drafted = tick(text, { ...timing(when), ...(part ? { part } : {}) });
  return comment === undefined ? drafted : { ...drafted, comment };
}

/** Standards, each tied to the duty in whose words it stands or whose subject it plainly shares. */
function draftStandards({ duties, standards }: Description, dutyKeys: readonly string[], words: SayWord): DraftItem[] {
  const subjects = duties.map(({ text }) => subjectOf(text));
  return weighedOnce(standards).map((standard) => {
    const index = standard.duty ?? supportedDuty(subjectOf(standard.text), subjects);
    return draftStandard(standard, index === undefined ? undefined : dutyKeys[index], words);
  });
}

/** The weight of a sentence with several measures stands once, at the first of them, lest it count twice. */
function weighedOnce(standards: readonly Standard[]): Standard[] {
  return standards.map((standard, index) => {
    const { weight, ...unweighed } = standard;
    const before = standards[index - 1]?.sentence;
    return before !== undefined && before.start === standard.sentence?.start ? unweighed : standard;
  });
}

function comments({ others }: Description, sourceName: string, words: SayWord): string {
  const rest = others.filter(({ section: kind }) => kind !== "conditions").flatMap(({ text }) => text.split("\n"));
  const lines = [`${words("source")}${sourceName}`, ...(rest.length > 0 ? [words("others"), ...rest] : [])];
  return lines.map((line) => `// ${oneLine(line)}\n`).join("");
}
