import type { TextRange } from "../model.ts";
import type { TemplateHost } from "../template.ts";
import { inheritedBy } from "./ancestry.ts";
import { type LanguageContext, nobody } from "./context.ts";
import { fieldsOf } from "./links.ts";
import type { LooseMember, LooseText, LooseValue } from "./loose.ts";
import { keyRangeOf, looseText, memberOf, memberPath, memberRangeOf, objectsIn, stringAt } from "./loose-text.ts";

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

/** What a template or KPI consists of, in text order; also of text that does not parse. Titles may be inherited. */
export function outline(text: string, { host = nobody }: LanguageContext = {}): readonly OutlineEntry[] {
  const source = looseText(text);
  const { root } = source;
  const made: Entry = (kind, member, children) => ({
    kind,
    key: member.name,
    title: titleOf(source, member, host) || member.name,
    range: memberRangeOf(member),
    selection: keyRangeOf(member),
    children,
  });
  if (memberOf(root, "x-item")) return inputsOf(root, made);
  const identity = memberOf(root, "x-role");
  const sections = objectsIn(memberOf(root, "properties")?.value);
  const entries = [
    ...(identity ? [made("identity", identity, [])] : []),
    ...sections.map((section) => made("section", section, itemsOf(section, made))),
  ];
  return entries.sort((a, b) => a.range.start - b.range.start);
}

type Entry = (kind: OutlineEntry["kind"], member: LooseMember, children: readonly OutlineEntry[]) => OutlineEntry;

function itemsOf(section: LooseMember, made: Entry): OutlineEntry[] {
  const items = objectsIn(memberOf(section.value, "properties")?.value);
  return items.map((item) => made("item", item, inputsOf(item.value, made)));
}

function inputsOf(item: LooseValue | undefined, made: Entry): OutlineEntry[] {
  return fieldsOf(item).map((field) => made("input", field, []));
}

/** The nearest title that is not empty: the member's own, else that of what it changes. */
function titleOf(source: LooseText, member: LooseMember, host: TemplateHost): string | undefined {
  const own = stringAt(source.text, member.value, "title");
  if (own || member.name === "x-role") return own;
  const inherited = inheritedBy(source, memberPath(member), host);
  return inherited.map(({ source: parent, value }) => stringAt(parent.text, value, "title")).find(Boolean);
}
