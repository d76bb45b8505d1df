import type { TextRange } from "../model.ts";
import { inheritedBy, type TextName, textName } from "./ancestry.ts";
import { type LanguageContext, nobody } from "./context.ts";
import { fieldsOf, type Link, linksOf, nameAt, targetOf } from "./links.ts";
import { type LooseMember, type LooseText, type LooseValue, parseLoose } from "./loose.ts";
import { keyRangeOf, looseText, memberOf, memberPath, memberRangeOf, stringOf } from "./loose-text.ts";
import { under } from "./spot.ts";

/** A place to go to. */
export interface Place {
  /** The other text it is in, as `x-extends` names it; absent for the text itself. */
  readonly elsewhere?: TextName;
  /** Key and value together. */
  readonly range: TextRange;
  /** What to put the caret on. */
  readonly selection: TextRange;
}

/**
 * Where what stands at an offset comes from: for a name the key it means, for `x-extends` the text it names, for a key
 * that changes an inherited one that key. Undefined where there is nothing to go to.
 */
export function definition(text: string, offset: number, context: LanguageContext = {}): Place | undefined {
  const source = looseText(text);
  const found = under(source, offset);
  if (!found) return undefined;
  if (found.on === "key") return found.member && inheritedPlace(source, found.member, context);
  if (found.member?.name === "x-extends") return parentPlace(stringOf(text, found.value), context);
  const name = nameAt(source, offset);
  return name && "link" in name ? linkedPlace(source, name.link, context) : undefined;
}

function placeOf(member: LooseMember, elsewhere?: TextName): Place {
  return {
    ...(elsewhere ? { elsewhere } : {}),
    range: memberRangeOf(member),
    selection: keyRangeOf(member),
  };
}

function inheritedPlace(source: LooseText, member: LooseMember, { host = nobody }: LanguageContext): Place | undefined {
  for (const { name, value } of inheritedBy(source, memberPath(member), host)) {
    if (value?.member) return placeOf(value.member, name);
  }
  return undefined;
}

/** The text's name is what a reader wants to see first. */
function parentPlace(reference: string | undefined, { host = nobody }: LanguageContext): Place | undefined {
  if (reference === undefined) return undefined;
  const name = textName(reference);
  const text = host.template(name.id, name.version);
  if (text === undefined) return undefined;
  const root = parseLoose(text).root;
  const title = memberOf(root, "title") ?? memberOf(root, "$id");
  const start = { start: 0, end: 0 };
  return title ? placeOf(title, name) : { elsewhere: name, range: start, selection: start };
}

/** The key in the text itself, else the one that it inherits. */
function linkedPlace(source: LooseText, link: Link, { host = nobody }: LanguageContext): Place | undefined {
  const own = targetOf(linksOf(source), link);
  if (own) return placeOf(own.member);
  const around = link.scope ? memberPath(link.scope) : [];
  for (const { name, source: parent, value } of inheritedBy(source, around, host)) {
    const member = inheritedMember(parent, link, value);
    if (member) return placeOf(member, name);
  }
  return undefined;
}

function inheritedMember(parent: LooseText, link: Link, item: LooseValue | undefined): LooseMember | undefined {
  if (link.kind === "input") return fieldsOf(item).find(({ name }) => name === link.name);
  return linksOf(parent).declarations.find(({ kind, name }) => kind === link.kind && name === link.name)?.member;
}
