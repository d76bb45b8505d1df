import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "../inspect.ts";
import { findings, fixed, standard, supervisorText, supervisorWith } from "../testing/template-text.ts";

const contract = { title: "合同编号", type: "string", "x-item": { every: "month", target: { enum: ["HT"] } } };
const withSchema = (schema: object) => supervisorWith(standard("contract"), { ...contract, ...schema });
const slow = (text: string) => findings(text).filter((found) => found.startsWith("schema/"));

test("a repetition inside a repetition is told of at the pattern, and its fix takes it out", () => {
  const text = withSchema({ pattern: "^(a+)+$" });
  assert.deepEqual(slow(text), ['schema/slow-pattern at "^(a+)+$"']);
  assert.equal(fixed(text, "schema/slow-pattern"), withSchema({ pattern: "^a+$" }));
});

test("where it is not certain what was meant, the words alone say how to mend it", () => {
  const found = inspect(withSchema({ pattern: "^(\\w+\\s?)*$" })).diagnostics.filter(
    ({ code }) => code === "schema/slow-pattern",
  );
  assert.deepEqual(
    found.map(({ fixes, params }) => [fixes, params.part]),
    [[[], "(\\w+\\s?)*"]],
  );
});

test("a harmless pattern, and text that only looks like one, are no findings", () => {
  assert.deepEqual(slow(withSchema({ pattern: "^HT-\\d+$" })), []);
  assert.deepEqual(slow(withSchema({ enum: ["^(a+)+$"] })), []);
  assert.deepEqual(slow(supervisorText), []);
});
