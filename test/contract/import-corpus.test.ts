import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { draftTemplate, pastedText, readDescriptions } from "@rolewright/importer";
import { inspect } from "@rolewright/runtime";
import { readGold } from "../support/import/gold.ts";
import {
  emptyTallies,
  f1,
  type ScoredField,
  score,
  scoredFields,
  scoreTable,
  type Tallies,
} from "../support/import/score.ts";

/**
 * How well job descriptions are read: F1 over texts of many industries and layouts. The floors only rise, but where
 * texts of an author who knows no rule join: then they are what was seen. The held-out texts were written before the
 * rules, and their single errors are not looked at while rules are made.
 */
const floors: Readonly<Record<"tuning" | "held-out", Readonly<Partial<Record<ScoredField, number>>>>> = {
  tuning: {
    title: 0.99,
    superior: 0.99,
    subordinates: 0.98,
    duties: 0.99,
    standards: 0.99,
    qualifications: 0.98,
    years: 1,
  },
  "held-out": {
    title: 0.92,
    superior: 0.97,
    subordinates: 0.98,
    duties: 0.96,
    standards: 0.95,
    qualifications: 0.91,
    years: 0.99,
  },
};

for (const [set, least] of Object.entries(floors)) {
  test(`the ${set} texts are read at least as well as before`, (t) => {
    const tallies = readAll(join(import.meta.dirname, "../fixtures/import", set));
    t.diagnostic(scoreTable(set, tallies));
    for (const field of scoredFields) {
      const floor = least[field] ?? 0;
      assert.ok(f1(tallies[field]) >= floor, `${field}: ${f1(tallies[field]).toFixed(3)} is below ${floor}`);
    }
  });
}

test("a fixture whose items are not found scores below its floor", () => {
  const gold = readGold("岗位职责\n1、⟦D|打扫。⟧\n2、⟦D|收垃圾。⟧");
  const tallies = emptyTallies();
  const misses = score(gold, readDescriptions(pastedText("x", "今天天气好")), tallies);
  assert.deepEqual([f1(tallies.duties), misses.length], [0, 2]);
});

test("every description of the texts becomes a template without errors", () => {
  const folders = Object.keys(floors).map((set) => join(import.meta.dirname, "../fixtures/import", set));
  const every = "会计岗位职责\n1、每半个月对账一次。\n2、每学期、每班各查一次。";
  const texts = folders.flatMap((folder) =>
    readdirSync(folder).map((name) => readGold(readFileSync(join(folder, name), "utf8")).text),
  );
  const options = { id: "https://example.org/roles/x", language: "zh-CN", sourceName: "x" };
  for (const description of [...texts, every].flatMap((text) => readDescriptions(pastedText("x", text)).descriptions)) {
    const draft = draftTemplate(description, options, (word) => word);
    const { diagnostics } = inspect(draft, { template: () => undefined, names: () => [] });
    assert.deepEqual(
      diagnostics.filter(({ severity }) => severity === "error"),
      [],
    );
  }
});

function readAll(folder: string): Tallies {
  const tallies = emptyTallies();
  const files = readdirSync(folder).filter((name) => name.endsWith(".txt"));
  assert.ok(files.length > 0, `No fixtures in ${folder}`);
  for (const name of files.sort()) {
    const gold = readGold(readFileSync(join(folder, name), "utf8"));
    score(gold, readDescriptions(pastedText(name, gold.text)), tallies);
  }
  return tallies;
}
