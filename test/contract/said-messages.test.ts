import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { languages } from "@rolewright/locale";
import { IntlMessageFormat } from "intl-messageformat";
import { flatten } from "../../packages/locale/src/messages.ts";

/** A place where code says a message by its key: `t("area.path", { … })`. */
interface Call {
  readonly key: string;
  /** Names of the values it gives; undefined where they come from somewhere else. */
  readonly given: ReadonlySet<string> | undefined;
  readonly place: string;
}

const packages = fileURLToPath(new URL("../../packages/", import.meta.url));
const texts = flatten(await languages[0].load());
const calls = ["web", "server", "cli"].flatMap((name) => filesOf(join(packages, name, "src")).flatMap(callsIn));

test("every message that code says by its key is there", () => {
  assert.ok(calls.length > 500, `only ${calls.length} calls were found`);
  const missing = calls.filter(({ key }) => !texts.has(key)).map(({ key, place }) => `${place}: ${key}`);
  assert.deepEqual(missing, []);
});

test("whoever says a message gives every value it asks for", () => {
  const lacking = calls.flatMap(({ key, given, place }) => {
    if (!given) return [];
    const without = placeholders(texts.get(key) ?? "").filter((name) => !given.has(name));
    return without.length === 0 ? [] : [`${place}: ${key} lacks ${without.join(", ")}`];
  });
  assert.deepEqual(lacking, []);
});

function callsIn(file: string): Call[] {
  const source = readFileSync(file, "utf8");
  return [...source.matchAll(/(?<![\w.])(?:t|say)\("([a-z]\w*(?:\.[\w/-]+)+)"/g)].map(
    ({ 0: begun, 1: key = "", index }) => {
      const line = source.slice(0, index).split("\n").length;
      return { key, given: given(source, index + begun.length), place: `${relative(packages, file)}:${line}` };
    },
  );
}

/** The names in the object behind the key: none without one, undefined where it is spread or not written there. */
function given(source: string, at: number): ReadonlySet<string> | undefined {
  const rest = source.slice(at).trimStart();
  if (rest.startsWith(")")) return new Set();
  const object = /^,\s*\{/.exec(rest)?.[0];
  if (!object) return undefined;
  const members = topLevel(rest.slice(object.length));
  if (members.some((member) => member.startsWith("..."))) return undefined;
  return new Set(members.flatMap((member) => /^["']?(\w+)/.exec(member)?.[1] ?? []));
}

/** The parts between commas up to the brace that closes. */
function topLevel(text: string): string[] {
  const parts = [""];
  let depth = 0;
  for (const sign of text) {
    if ("({[".includes(sign)) depth += 1;
    if (")}]".includes(sign)) depth -= 1;
    if (depth < 0) break;
    if (sign === "," && depth === 0) parts.push("");
    else parts.push((parts.pop() ?? "") + sign);
  }
  return parts.map((part) => part.trim());
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.includes(".test."))
    .map((name) => join(folder, name));
}

/** The names a message asks for: 0 is literal text in the parser's answer, 7 the # of a plural. */
function placeholders(text: string): string[] {
  const names = (elements: unknown): string[] =>
    (elements as { type: number; value?: string; options?: Record<string, { value: unknown }> }[]).flatMap((one) => [
      ...(one.type === 0 || one.type === 7 ? [] : [String(one.value)]),
      ...Object.values(one.options ?? {}).flatMap(({ value }) => names(value)),
    ]);
  return [...new Set(names(new IntlMessageFormat(text, "zh-CN", undefined, { ignoreTag: true }).getAst()))];
}
