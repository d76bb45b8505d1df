import type { JsonObject } from "@rolewright/runtime";
import type { TextPart } from "./protocol.ts";

/** A template as strict JSON, two spaces a level, cut where items begin and end. */
export function jsonParts(template: JsonObject): TextPart[] {
  const cutter = new Cutter();
  for (const line of JSON.stringify(template, null, 2).split("\n")) cutter.take(line);
  return cutter.parts;
}

/**
 * Finds the items by how deep lines stand: sections are members of the root's `properties`, items members of a
 * section's. In JSON that was made by `JSON.stringify` no line can stand so by accident.
 */
class Cutter {
  readonly parts: TextPart[] = [];
  #path: string[] = [];

  take(line: string): void {
    const depth = (line.length - line.trimStart().length) / 2;
    const key = /^\s*"((?:[^"\\]|\\.)*)": /.exec(line)?.[1];
    if (key !== undefined) this.#path = [...this.#path.slice(0, depth - 1), key];
    this.#add(line, depth >= 4 ? this.#item : undefined);
    if (key === undefined) this.#path = this.#path.slice(0, Math.max(0, depth - 1));
  }

  get #item(): string | undefined {
    const [root, , section, item] = this.#path;
    return root === "properties" && section === "properties" ? item : undefined;
  }

  #add(line: string, anchor: string | undefined): void {
    const last = this.parts.at(-1);
    if (!last || last.anchor !== anchor) this.parts.push({ text: line, ...(anchor === undefined ? {} : { anchor }) });
    else this.parts[this.parts.length - 1] = { ...last, text: `${last.text}\n${line}` };
  }
}
