import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { arithmeticProblems } from "../item-plan.ts";
import type { JsonObject, JsonValue } from "../json.ts";
import { observationProblems } from "../observation.ts";
import { scorecard } from "../scorecard.ts";
import { choice, figure, itemOf, measure, observed, roleOf, score } from "../testing/role-builder.ts";

const levels = score("levels", { levels: [1, 2, 3, 4, 5].map((value) => ({ value, points: value * 20 })) });

function line(params: JsonObject, data: JsonValue, more = {}) {
  const role = roleOf([itemOf("a", { measure: measure("rating", params), ...more })]);
  return scorecard(role, "2026-11", [observed("a", "2026-11", data)]).lines[0];
}

test("a place on the scale is its value, and anything else invalid data", () => {
  const places = [1, 5, 0, 6, 5.9, 4.3].map((data) => line({ to: 5 }, data));
  assert.deepEqual(
    places.map((found) => found?.actual ?? found?.reason),
    ["1", "5", "invalid", "invalid", "invalid", "invalid"],
  );
  assert.equal(line({ to: 5, step: 0.1 }, 4.3)?.actual, "4.3");
});

test("5.9 on a scale of 5 is refused when it is recorded", () => {
  const role = roleOf([itemOf("a", { measure: measure("rating", { to: 5 }) })]);
  const [problem] = observationProblems(role, observed("a", "2026-11", 5.9));
  assert.deepEqual([problem?.code, problem?.params.to], ["observation/scale", "5"]);
  assert.deepEqual(observationProblems(role, observed("a", "2026-11", 5)), []);
});

test("choices count what the scale says, so that they can be averaged and scored", () => {
  const params = { choices: { 优: 5, 良: 4, 差: 1 } };
  const more = { observation: choice("优", "良", "差"), score: score("linear", { from: 1, to: 5 }) };
  assert.deepEqual([line(params, "良", more)?.actual, line(params, "良", more)?.points], ["4", "75.00"]);
});

test("levels cover a scale place by place", () => {
  assert.equal(line({ to: 5 }, 4, { score: levels })?.points, "80.00");
  const codes = arithmeticProblems(itemOf("a", { measure: measure("rating", { to: 6 }), score: levels })).map(
    ({ code }) => code,
  );
  assert.deepEqual(codes, ["score/levels-gap"]);
});

test("a scale without an end, with steps that miss it, or with choices left out is refused", () => {
  const codes = (params: JsonObject, observation = figure()) =>
    arithmeticProblems(itemOf("a", { observation, measure: measure("rating", params) })).map(({ code }) => code);
  assert.deepEqual(codes({}), ["measure/rating-scale"]);
  assert.deepEqual(codes({ from: 1, to: 5, step: 3 }), ["measure/rating-step"]);
  assert.deepEqual(codes({ choices: { 优: 5 } }, choice("优", "差")), ["measure/rating-choices"]);
});

test("property: exactly the places of the scale are taken, however fine its steps", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 2500 }), (tenths, hundredths) => {
      const params = { from: 0, to: tenths, step: tenths / 10 };
      const onScale = hundredths <= tenths * 100 && (hundredths * 10) % (tenths * 100) === 0;
      assert.equal(line(params, hundredths / 100)?.state === "met", onScale);
    }),
  );
});
