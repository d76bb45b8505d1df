import type { Person } from "../protocol.ts";

/** Ids of the people whom a text mentions as `@name`, each once; of names that begin alike the longest is meant. */
export function mentionsIn(text: string, people: readonly Pick<Person, "id" | "name">[]): string[] {
  const byLength = [...people].sort((one, other) => other.name.length - one.name.length);
  const found = [...text.matchAll(/[@＠]/g)].flatMap(({ index }) => {
    const rest = text.slice(index + 1);
    return byLength.find(({ name }) => name !== "" && rest.startsWith(name)) ?? [];
  });
  return [...new Set(found.map(({ id }) => id))];
}
