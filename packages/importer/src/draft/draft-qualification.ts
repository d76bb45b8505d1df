import type { Qualification } from "../generated/import-result.ts";
import { type DraftItem, tick } from "./draft-item.ts";
import { educationLevels, type SayWord } from "./draft-words.ts";

/**
 * A qualification by its kind: a level of education as a choice from it upward, years of experience as a figure, age as
 * words that nothing enforces (the law mostly forbids it; the lint says so), all else as a tick.
 */
export function draftQualification(found: Qualification, words: SayWord): DraftItem {
  if (found.kind === "age") return age(found, words);
  if (found.kind === "education" && found.level !== undefined) return education(found, found.level, words);
  if (found.kind === "experience" && found.years !== undefined) return experience(found, found.years, words);
  return tick(found.text, { need: found.need, target: { const: true } });
}

function education(
  { text, need }: Qualification,
  level: NonNullable<Qualification["level"]>,
  words: SayWord,
): DraftItem {
  const from = educationLevels.indexOf(level);
  const choices = educationLevels.slice(Math.max(0, from - 1));
  const target = { enum: educationLevels.slice(from).map(words) };
  return { schema: { title: text, type: "string", enum: choices.map(words), "x-item": { need, target } } };
}

function experience({ text, need, yearsTo }: Qualification, years: number, words: SayWord): DraftItem {
  const target = { minimum: years, ...(yearsTo === undefined ? {} : { maximum: yearsTo }) };
  return { schema: { title: text, type: "number", minimum: 0, "x-item": { need, unit: words("years"), target } } };
}

function age({ text, need }: Qualification, words: SayWord): DraftItem {
  const named = /\d/u.test(text) ? { title: words("age"), description: text } : { title: text };
  return { schema: { ...named, type: "boolean", "x-item": { need } } };
}
