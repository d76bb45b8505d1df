import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TemplateHost } from "@rolewright/runtime";
import { idOf } from "../templates/library-text.ts";

const folder = fileURLToPath(new URL("../../../../templates", import.meta.url));

/** Everything that ships, to read a shipped role as the server does. */
export function shippedLibrary(): TemplateHost {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".jsonc"));
  const texts = files.map((file) => readFileSync(join(folder, file), "utf8"));
  const known = new Map(texts.map((text) => [idOf(text), text]));
  return { template: (id) => known.get(id) };
}
