import { test } from "node:test";
import fc from "fast-check";
import { assertHarmless, hostileCase } from "../support/hostile-texts.ts";

test("property: whatever a text holds, the runtime answers with data and leaves the program as it was", () => {
  fc.assert(fc.property(hostileCase, assertHarmless), { numRuns: 400 });
});
