import assert from "node:assert/strict";
import { test } from "node:test";
import { advice, fixed, supervisorWith } from "../testing/template-text.ts";

const path = ["properties", "duties", "properties", "complaints", "title"];
const last = (title: string) => supervisorWith(path, title);

test("a duty that takes in everything is advice, and a bounded sentence is offered", () => {
  assert.deepEqual(advice(last("完成领导交办的其他工作。")), ["duty/catch-all at 完成领导交办的其他工作"]);
  assert.deepEqual(advice(last("Other duties as assigned.")), ["duty/catch-all at Other duties as assigned"]);
  const mended = fixed(last("完成领导交办的其他工作。"), "duty/catch-all");
  assert.deepEqual(advice(mended), []);
  assert.deepEqual(advice(fixed(last("Other duties as assigned."), "duty/catch-all")), []);
});

test("bounded work is a duty like others", () => {
  assert.deepEqual(advice(last("完成经理交办的临时工作，交办时写明期限。")), []);
  assert.deepEqual(advice(last("Other duties as assigned in writing.")), []);
});
