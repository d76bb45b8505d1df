import type { TextRange } from "../model.ts";
import { fieldsOf } from "./links.ts";
import type { LooseMember, LooseText } from "./loose.ts";
import { keyRangeOf, looseText, memberOf, memberRangeOf, objectsIn, stringAt } from "./loose-text.ts";

/** One entry of a text's outline. */
export interface OutlineEntry {
  /** `identity` is the `x-role` keyword. */
  readonly kind: "identity" | "section" | "item" | "input";
  readonly key: string;
  /** What people read for it; the key where it has no title. */
  readonly title: string;
  /** Key and value. */
  readonly range: TextRange;
  readonly selection: TextRange;
  readonly children: readonly OutlineEntry[];
}

/** What a template or KPI consists of, in text order; also of text that does not parse. */
export function outline(text: string): readonly OutlineEntry[] {
  const source = looseText(text);
  const { root } = source;
  if (memberOf(root, "x-item")) return fieldsOf(root).map((field) => entry(source, "input", field, []));
  const identity = memberOf(root, "x-role");
  const sections = memberOf(root, "properties")?.value;
  const entries = [
    ...(identity ? [entry(source, "identity", identity, [])] : []),
    ...objectsIn(sections).map((section) => entry(source, "section", section, itemsOf(source, section))),
  ];
  return entries.sort((a, b) => a.range.start - b.range.start);
}

function itemsOf(source: LooseText, section: LooseMember): OutlineEntry[] {
  return objectsIn(memberOf(section.value, "properties")?.value).map((item) => {
    const inputs = fieldsOf(item.value).map((field) => entry(source, "input", field, []));
    return entry(source, "item", item, inputs);
  });
}

function entry(
  { text }: LooseText,
  kind: OutlineEntry["kind"],
  member: LooseMember,
  children: readonly OutlineEntry[],
): OutlineEntry {
  const title = stringAt(text, member.value, "title") || member.name;
  const range = memberRangeOf(member);
  return { kind, key: member.name, title, range, selection: keyRangeOf(member), children };
}
