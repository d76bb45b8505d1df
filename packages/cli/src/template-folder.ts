import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { TemplateHost } from "@rolewright/runtime";

const shipped = fileURLToPath(new URL("../../../templates", import.meta.url));

/**
 * The parents a template on disk may extend: the templates beside it, then the shipped ones. A file stands for every
 * version of its `$id`: what version it is, is known to the place that published it, not to the file.
 */
export function templatesAround(file: string): TemplateHost {
  const own = resolve(file);
  let texts: ReadonlyMap<string, string> | undefined;
  return {
    template(id) {
      texts ??= new Map([...templatesIn(shipped), ...templatesIn(dirname(own), own)]);
      return texts.get(id);
    },
  };
}

/** `$id` → text of the `.json` and `.jsonc` files of a folder; the shipped templates lie in folders by family. */
function templatesIn(folder: string, except?: string): [string, string][] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: folder === shipped });
  return entries
    .filter((entry) => entry.isFile() && /\.jsonc?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => path !== except)
    .flatMap((path) => withId(readFileSync(path, "utf8")));
}

/** Only the head is looked at: `$id` stands among the first members, and the folder may hold other JSON. */
function withId(text: string): [string, string][] {
  const id = /"\$id"\s*:\s*"([^"]+)"/.exec(text.slice(0, 4096))?.[1];
  return id === undefined ? [] : [[id, text]];
}
