import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";

/** What both functions say in a time zone; Node reads its zone once, at its start. */
function inZone(zone: string, instant: string, local: string): string[] {
  const script = `
    import { instantOf, localTimeOf } from ${JSON.stringify(import.meta.resolve("./local-time.ts"))};
    console.log(JSON.stringify([localTimeOf(${JSON.stringify(instant)}), instantOf(${JSON.stringify(local)})]));`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
    env: { ...process.env, TZ: zone },
    encoding: "utf8",
  });
  assert.ok(stdout, stderr);
  return JSON.parse(stdout) as string[];
}

test("a point in time stands in the reader's own time, and goes back with its offset", () => {
  const instant = "2026-11-02T09:30:00+08:00";
  const expected = {
    "Asia/Shanghai": ["2026-11-02T09:30", "2026-11-02T09:30:00+08:00"],
    "America/New_York": ["2026-11-01T20:30", "2026-11-02T09:30:00-05:00"],
    "Asia/Kolkata": ["2026-11-02T07:00", "2026-11-02T09:30:00+05:30"],
  };
  for (const [zone, said] of Object.entries(expected)) {
    assert.deepEqual(inZone(zone, instant, "2026-11-02T09:30"), said, zone);
  }
});

test("what is no point in time is empty both ways", () => {
  assert.deepEqual(inZone("UTC", "soon", ""), ["", ""]);
});
