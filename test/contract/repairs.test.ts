import assert from "node:assert/strict";
import { test } from "node:test";
import { applyEdits, type Diagnostic, type Fix, inspect } from "@rolewright/runtime";
import { complete } from "@rolewright/runtime/language";
import fc from "fast-check";
import { type ParseError, parse } from "jsonc-parser";
import { shippedKpis, shippedLibrary, shippedTemplates } from "./shipped.ts";

/* What is offered for a damaged role mends it, and what is offered while writing a sound one keeps it sound. */

const host = shippedLibrary();
const roles = shippedTemplates().map(({ text }) => text);
const token = /"(?:[^"\\\n]|\\.)*"|-?\d+(?:\.\d+)?|true|false|null|[{}[\],:]/g;
const tokens = roles.flatMap((text) => text.match(token) ?? []);
/** By their first sign: texts, numbers, brackets. */
const tokensLike = Map.groupBy(tokens, (one) => one[0] ?? "");

/** One slip of a writer: a token lost, or replaced by any other or by one of its kind; a line lost. */
const slip = fc.record({
  kind: fc.constantFrom("lost", "other", "other of its kind", "line lost"),
  at: fc.nat(),
  by: fc.nat(),
});

function slipped(text: string, { kind, at, by }: { kind: string; at: number; by: number }): string {
  if (kind === "line lost") {
    const lines = text.split("\n");
    return lines.toSpliced(at % lines.length, 1).join("\n");
  }
  const all = [...text.matchAll(token)];
  const { 0: written, index } = all[at % all.length] ?? { 0: "", index: 0 };
  const among = kind === "other" ? tokens : (tokensLike.get(written[0] ?? "") ?? []);
  const put = kind === "lost" ? "" : (among[by % among.length] ?? "");
  return text.slice(0, index) + put + text.slice(index + written.length);
}

const damaged = fc
  .tuple(fc.constantFrom(...roles), fc.array(slip, { minLength: 1, maxLength: 2 }))
  .map(([text, slips]) => slips.reduce(slipped, text));

test("property: whatever slips a writer makes, every fix takes its finding away and breaks nothing that could be read", () => {
  let tried = 0;
  fc.assert(
    fc.property(damaged, (text) => {
      const found = inspect(text, host).diagnostics;
      const couldBeRead = !found.some(isSyntax);
      for (const { one, fix } of found.flatMap((one) => one.fixes.map((fix) => ({ one, fix })))) {
        const after = inspect(applyEdits(text, fix.edits), host).diagnostics;
        assert.ok(countLike(one, after) < countLike(one, found), saying("stays", one, fix, text));
        if (couldBeRead) assert.ok(!after.some(isSyntax), saying("breaks the text", one, fix, text));
        tried += 1;
      }
    }),
    { numRuns: 150 },
  );
  assert.ok(tried >= 15, String(tried));
});

function isSyntax({ code }: Diagnostic): boolean {
  return code.startsWith("syntax/");
}

/** How many findings say the same of the same place. */
function countLike(one: Diagnostic, among: readonly Diagnostic[]): number {
  const said = ({ code, path, params }: Diagnostic) => JSON.stringify([code, path, params]);
  return among.filter((other) => said(other) === said(one)).length;
}

function saying(what: string, one: Diagnostic, fix: Fix, text: string): string {
  return `${one.code} ${what} after ${fix.code} ${JSON.stringify(fix.edits)}\n${text}`;
}

test("nothing that is offered anywhere in what ships breaks the text it is taken in", () => {
  const stride = 607;
  let offered = 0;
  for (const { name, text } of [...shippedTemplates(), ...shippedKpis()]) {
    for (let offset = name.length; offset < text.length; offset += stride) {
      for (const { range, insert, edits, label } of complete(text, offset, { host, units: ["%"] })) {
        const taken = { offset: range.start, length: range.end - range.start, text: insert };
        const wrong: ParseError[] = [];
        parse(applyEdits(text, [...edits, taken]), wrong, { allowTrailingComma: true });
        assert.deepEqual(wrong, [], `${name} at ${offset}: ${label}`);
        offered += 1;
      }
    }
  }
  assert.ok(offered >= 5000, String(offered));
});
