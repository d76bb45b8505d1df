import assert from "node:assert/strict";
import { test } from "node:test";
import { due } from "../testing/role-builder.ts";
import { dueRelation } from "./due-relation.ts";

test("a day sooner is earlier, a day in the next month is later", () => {
  assert.equal(dueRelation(due({ day: 25 }), due({ day: 20 }), "month"), "earlier");
  assert.equal(dueRelation(due({ day: 25 }), due({ day: 5, monthsAfter: 1 }), "month"), "later");
  assert.equal(dueRelation(due({ weekday: 5 }), due({ weekday: 1 }), "week"), "earlier");
  assert.equal(dueRelation(due({ month: 11, day: "last" }), due({ month: 12, day: 1 }), "year"), "later");
});

test("rules that come to the same days are the same, however they are written", () => {
  assert.equal(dueRelation(due({ day: 26, inclusive: false }), due({ day: 25 }), "month"), "same");
  assert.equal(dueRelation(due({ day: 31 }), due({ day: "last" }), "month"), "same");
  assert.equal(dueRelation(due({ day: 5 }), due({ day: 5, inclusiveStated: false }), "month"), "same");
});

test("the 30th is earlier than the last day, because of the months that have a 31st", () => {
  assert.equal(dueRelation(due({ day: "last" }), due({ day: 30 }), "month"), "earlier");
});

test("moving on from a day off is later, moving back is earlier", () => {
  assert.equal(dueRelation(due({ day: 25 }), due({ day: 25, roll: "next" }), "month"), "later");
  assert.equal(dueRelation(due({ day: 25 }), due({ day: 25, roll: "previous" }), "month"), "earlier");
});

test("some days earlier and others later are a change, and so is a rule without a cadence", () => {
  assert.equal(dueRelation(due({ day: 30 }), due({ day: 1, monthsAfter: 1, inclusive: false }), "month"), "later");
  assert.equal(dueRelation(due({ day: 28, roll: "next" }), due({ day: 29 }), "month"), "changed");
  assert.equal(dueRelation(due({ day: 25 }), due({ day: 20 }), "event"), "changed");
  assert.equal(dueRelation(due({ day: 25 }), due({ day: 20 }), undefined), "changed");
});
