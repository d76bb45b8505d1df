import assert from "node:assert/strict";
import { test } from "node:test";
import { ReadingPace } from "./reading-pace.ts";

test("what is left takes as long as what was read, document for document", () => {
  const pace = new ReadingPace();
  assert.equal(pace.see(100, 0), undefined, "nothing was read yet");
  assert.equal(pace.see(80, 10_000), 40);
  assert.equal(pace.see(20, 40_000), 10);
});

test("nothing is said of the last seconds, and nothing when all is read", () => {
  const pace = new ReadingPace();
  pace.see(10, 0);
  assert.equal(pace.see(2, 8000), undefined);
  assert.equal(pace.see(0, 10_000), undefined);
});

test("it begins anew when more documents come in, and after a rest", () => {
  const pace = new ReadingPace();
  pace.see(10, 0);
  assert.equal(pace.see(30, 60_000), undefined);
  assert.equal(pace.see(20, 70_000), 20);
  pace.rest();
  assert.equal(pace.see(19, 999_000), undefined);
});
