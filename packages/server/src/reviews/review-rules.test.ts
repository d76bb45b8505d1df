import assert from "node:assert/strict";
import { test } from "node:test";
import type { MemberRole, ReviewAction, ReviewState } from "../protocol.ts";
import { type ReviewQuestion, reviewActions, reviewRefusal } from "./review-rules.ts";

const states = ["draft", "review", "approved", "outdated", "published"] as const satisfies readonly ReviewState[];
const roles = ["owner", "author", "manager", "member", "commenter", "viewer"] as const satisfies readonly MemberRole[];

/**
 * What is meant, written down once more by hand: for each action one row per state, one mark per role in the order
 * above. `x` may, `.` may not in this state, `-` never may.
 */
const grid: Readonly<Record<ReviewAction, Readonly<Record<ReviewState, string>>>> = {
  submit: {
    draft: "xx----",
    review: "..----",
    approved: "..----",
    outdated: "xx----",
    published: "..----",
  },
  withdraw: {
    draft: "..----",
    review: "xx----",
    approved: "xx----",
    outdated: "xx----",
    published: "..----",
  },
  approve: {
    draft: "...---",
    review: "xxx---",
    approved: "...---",
    outdated: "...---",
    published: "...---",
  },
  "request-changes": {
    draft: "...---",
    review: "xxx---",
    approved: "xxx---",
    outdated: "xxx---",
    published: "...---",
  },
  publish: {
    draft: "xx----",
    review: "x.----",
    approved: "xx----",
    outdated: "xx----",
    published: "..----",
  },
  "publish-approved": {
    draft: "..----",
    review: "..----",
    approved: "..----",
    outdated: "xx----",
    published: "..----",
  },
  comment: {
    draft: "xxx-x-",
    review: "xxx-x-",
    approved: "xxx-x-",
    outdated: "xxx-x-",
    published: "xxx-x-",
  },
  "accept-suggestion": {
    draft: "xx----",
    review: "xx----",
    approved: "xx----",
    outdated: "xx----",
    published: "xx----",
  },
};

/** Somebody whom nothing but the table holds back: what they withdraw is theirs, what they decide on is not. */
function question(action: ReviewAction, state: ReviewState, role: MemberRole): ReviewQuestion {
  return { action, state, role, approvalRequired: false, submitter: action === "withdraw", asked: true };
}

const marks = { x: undefined, ".": "review-state", "-": "forbidden" } as const;

for (const action of reviewActions) {
  test(`${action} is for the roles and states of the table, and for no others`, () => {
    for (const state of states) {
      const row = grid[action][state];
      assert.equal(row.length, roles.length, `${action} in ${state} says something of every role`);
      for (const [index, role] of roles.entries()) {
        const expected = marks[row[index] as keyof typeof marks];
        assert.equal(reviewRefusal(question(action, state, role)), expected, `${role} may ${action} in ${state}`);
      }
    }
  });
}

test("where approval is required nobody publishes anything but what was approved", () => {
  for (const role of roles) {
    for (const state of states) {
      const free = reviewRefusal(question("publish", state, role));
      const bound = reviewRefusal({ ...question("publish", state, role), approvalRequired: true });
      const never = free === "forbidden" || state === "approved" || state === "published";
      assert.equal(bound, never ? free : "approval-required", `${role} in ${state}`);
      const approved = question("publish-approved", state, role);
      assert.equal(reviewRefusal({ ...approved, approvalRequired: true }), reviewRefusal(approved));
    }
  }
});

test("nobody decides on what they submitted themselves, not even the owner", () => {
  for (const role of ["owner", "author"] as const) {
    for (const action of ["approve", "request-changes"] as const) {
      const own = { ...question(action, "review", role), submitter: true };
      assert.equal(reviewRefusal(own), "review-own", `${role} ${action}`);
    }
  }
});

test("where others were asked only they decide, and the owner", () => {
  for (const role of roles) {
    for (const action of ["approve", "request-changes"] as const) {
      const asked = question(action, "review", role);
      const expected = { owner: undefined, author: "review-not-asked", manager: "review-not-asked" } as const;
      const refusal = role in expected ? expected[role as keyof typeof expected] : "forbidden";
      assert.equal(reviewRefusal({ ...asked, asked: false }), refusal, `${role} ${action}`);
    }
  }
});

test("a submission is withdrawn by whoever made it, and by the owner", () => {
  assert.equal(reviewRefusal({ ...question("withdraw", "review", "author"), submitter: false }), "review-not-yours");
  assert.equal(reviewRefusal({ ...question("withdraw", "review", "owner"), submitter: false }), undefined);
});
