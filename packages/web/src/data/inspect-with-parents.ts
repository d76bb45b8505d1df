import { type Inspection, inspect } from "@rolewright/runtime";
import { Library } from "./library.ts";

/** Reads a text with all it inherits, which is fetched first. Throws a `RequestError` when it cannot be had. */
export async function inspectWithParents(text: string): Promise<Inspection> {
  const library = new Library();
  const alone = inspect(text, library);
  if (!library.incomplete) return alone;
  await library.fetch();
  return inspect(text, library);
}
