import { valueAt } from "@rolewright/runtime";

/*
 * What the library must know of a text without reading it as a template: hundreds of them are looked through at the
 * start, and one that is damaged must not keep the others from being found.
 */

/** `$id` and `title` stand among the first members. */
const head = 4096;

/** The `$id` a text states. */
export function idOf(text: string): string | undefined {
  return /"\$id"\s*:\s*"([^"]+)"/.exec(text.slice(0, head))?.[1];
}

/** The title a text states. */
export function titleOf(text: string): string | undefined {
  return /"title"\s*:\s*"([^"]+)"/.exec(text.slice(0, head))?.[1];
}

/** Language tag → the title a text translates its own into; none while it cannot be read. */
export function titlesOf(text: string): Readonly<Record<string, string>> {
  const tags = Object.keys(valueAt(text, ["x-i18n"]) ?? {});
  const titles = tags.map((tag) => [tag, valueAt(text, ["x-i18n", tag, "title"])] as const);
  return Object.fromEntries(titles.filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}

/** Every reference a text may follow; one that stands in a comment does no harm. */
export function referencesOf(text: string): readonly string[] {
  const found = [...text.matchAll(/"x-extends"\s*:\s*"([^"]{1,500})"/g)].map(([, reference = ""]) => reference);
  return [...new Set(found)];
}

/** `…/roles/supervisor@2` → its id and version. */
export function referenceParts(reference: string): { readonly id: string; readonly version: number | undefined } {
  const [, id = reference, version] = /^(.*?)(?:@(\d+))?$/.exec(reference) ?? [];
  return { id, version: version === undefined ? undefined : Number(version) };
}
