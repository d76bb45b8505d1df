import { type Item, rangeOf, type TextRange, valueAt } from "@rolewright/runtime";
import { t } from "../../../app/language.ts";
import type { OpenRole } from "../open-role.ts";
import { itemsOf, keyAt } from "../places.ts";
import type { CommentTarget } from "./quoted-words.ts";

/** Fields people comment on by name, in the order of the card. */
const fields = ["target", "measure", "every", "due", "weight", "score", "supports", "source", "owner"] as const;

/** What a comment can be about now: selected words, the traced item, its fields, the whole role. Nearest first. */
export function commentTargets(role: OpenRole, selection: TextRange | undefined): readonly CommentTarget[] {
  const whole = { id: "role", label: t("together.target.role") };
  const selected = selection && role.live?.current ? [wordsTarget(role, selection)] : [];
  const item = itemsOf(role.role).find(({ key }) => key === role.traced);
  return [...selected, ...(item && role.live?.current ? itemTargets(role.source, item) : []), whole];
}

function wordsTarget(role: OpenRole, range: TextRange): CommentTarget {
  const key = keyAt(role.role, range.start);
  const about = itemsOf(role.role).some((item) => item.key === key) ? { item: key } : {};
  return { id: "words", label: t("together.target.words"), range, ...about };
}

function itemTargets(source: string, item: Item): readonly CommentTarget[] {
  const path = ["properties", item.section, "properties", item.key];
  const title = literalRange(source, [...path, "title"]);
  const own = `${item.number} ${item.title}`;
  const whole: CommentTarget = { id: "item", label: own, item: item.key, ...(title ? { range: title } : {}) };
  const parts = fields.flatMap((name) => {
    const range = literalRange(source, [...path, "x-item", name]);
    const label = `${item.number} · ${t(`designer.field.${name}`)}`;
    return range ? [{ id: name, label, item: item.key, field: `x-item/${name}`, range }] : [];
  });
  return [whole, ...parts];
}

/** Where the value of a member is written, without its key. */
function literalRange(source: string, path: readonly string[]): TextRange | undefined {
  const member = rangeOf(source, path);
  if (!member || valueAt(source, path) === undefined) return undefined;
  const text = source.slice(member.start, member.end);
  const key = JSON.stringify(path.at(-1));
  if (!text.startsWith(key)) return member;
  const colon = text.indexOf(":", key.length);
  const lead = /^\s*/.exec(text.slice(colon + 1))?.[0].length ?? 0;
  return { start: member.start + colon + 1 + lead, end: member.end };
}
