import { type Layout, lineIndent, write, writeMember } from "../edit-layout.ts";
import type { JsonValue } from "../json.ts";
import type { LooseText } from "./loose.ts";

/*
 * Text to be inserted, once as it is and once with tab stops. Tab stops are written as editors know them (`$1`,
 * `${2:text}`, `${3|one,two|}`) inside the strings of a JSON value; `^` in front takes the string's quotes away.
 */

/** What is put into the text. */
export interface Insertion {
  /** Without tab stops: what a client takes that knows none. */
  readonly insert: string;
  /** With tab stops, for editors; dollars and backslashes that are not part of one are escaped. */
  readonly snippet: string;
}

/** How the text around is laid out, read from its first lines. */
export function looseLayout({ text, root }: LooseText): Layout {
  const step = /\n([ \t]+)"/.exec(text.slice(0, 4096))?.[1] ?? "  ";
  const last = root?.members.at(-1)?.value;
  return {
    text,
    newline: text.includes("\r\n") ? "\r\n" : "\n",
    step,
    trailingComma: last !== undefined && /^\s*,/.test(text.slice(last.end, last.end + 200)),
  };
}

/** Text of a value that is inserted at an offset. */
export function valueInsertion(value: JsonValue, offset: number, layout: Layout): Insertion {
  return rendered(write(value, lineIndent(layout.text, offset), layout));
}

/** Text of a member that is inserted at an offset. */
export function memberInsertion(key: string, value: JsonValue, offset: number, layout: Layout): Insertion {
  return rendered(writeMember(key, value, lineIndent(layout.text, offset), layout));
}

/** Text without tab stops. */
export function plainInsertion(text: string): Insertion {
  return { insert: text, snippet: text.replaceAll(/[\\$}]/g, (sign) => `\\${sign}`) };
}

/** The insertion with a text behind it. */
export function followedBy({ insert, snippet }: Insertion, text: string): Insertion {
  return { insert: insert + text, snippet: snippet + text };
}

const stops = /\$(\d+)|\$\{\d+:([^}]*)\}|\$\{\d+\|([^|]*)\|\}/g;

function rendered(written: string): Insertion {
  const text = written.replaceAll(/"\^([^"]*)"/g, "$1");
  return {
    insert: text.replaceAll(stops, (_stop, _number, given?: string, choices?: string) => {
      return given ?? choices?.split(",")[0] ?? "";
    }),
    snippet: escapedAround(text),
  };
}

function escapedAround(text: string): string {
  let result = "";
  let done = 0;
  for (const stop of text.matchAll(stops)) {
    result += escaped(text.slice(done, stop.index)) + stop[0];
    done = stop.index + stop[0].length;
  }
  return result + escaped(text.slice(done));
}

function escaped(text: string): string {
  return text.replaceAll(/[\\$]/g, (sign) => `\\${sign}`);
}
