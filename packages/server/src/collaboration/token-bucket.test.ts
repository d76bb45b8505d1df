import assert from "node:assert/strict";
import { test } from "node:test";
import { TokenBucket } from "./token-bucket.ts";

test("a bucket gives its burst at once and then its rate", () => {
  const bucket = new TokenBucket({ burst: 3, perSecond: 2 }, 0);
  for (let taken = 0; taken < 3; taken++) {
    assert.equal(bucket.waitMs(1, 0), 0);
    bucket.take(1);
  }
  assert.equal(bucket.waitMs(1, 0), 500);
  assert.equal(bucket.waitMs(1, 500), 0);
  bucket.take(1);
  assert.equal(bucket.waitMs(2, 500), 1000);
});

test("a bucket never holds more than its burst, and something bigger waits for a full one", () => {
  const bucket = new TokenBucket({ burst: 3, perSecond: 1 }, 0);
  assert.equal(bucket.waitMs(10, 60_000), 0);
  bucket.take(10);
  assert.equal(bucket.waitMs(1, 60_000), 8000);
  assert.ok(!bucket.full(60_000));
  assert.ok(bucket.full(71_000));
});

test("a clock that goes back takes nothing away", () => {
  const bucket = new TokenBucket({ burst: 2, perSecond: 1 }, 10_000);
  bucket.take(2);
  assert.equal(bucket.waitMs(1, 5_000), 1000);
  assert.equal(bucket.waitMs(1, 6_000), 0);
});
