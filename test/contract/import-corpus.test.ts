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

/** Texts that carry the letter of an author who knew neither rules nor other texts: en-c21-…, zh-e03-…. */
const authors = (letters: string) => new RegExp(`^(?:zh|en)-[${letters}]\\d\\d-`, "u");
const first = /^(?:zh|en)-(?![a-z]\d\d-)/u;

interface Group {
  readonly name: string;
  readonly set: "tuning" | "held-out";
  /** Whose texts, by the names of their files. */
  readonly whose: RegExp;
  readonly floors: Readonly<Partial<Record<ScoredField, number>>>;
}

/**
 * How well job descriptions are read: F1 over texts of many industries and layouts. The floors only rise. The held-out
 * texts' single errors are not looked at while rules are made. The texts of later authors are groups of their own: what is
 * seen on their held-out ones is what is to be expected of texts that nobody has seen.
 */
const groups: readonly Group[] = [
  {
    name: "tuning texts",
    set: "tuning",
    whose: first,
    floors: {
      title: 0.99,
      superior: 1,
      subordinates: 0.98,
      duties: 0.99,
      standards: 0.99,
      qualifications: 0.98,
      years: 1,
    },
  },
  {
    name: "tuning texts of the second author",
    set: "tuning",
    whose: authors("cde"),
    floors: {
      title: 0.97,
      superior: 0.97,
      subordinates: 0.95,
      duties: 0.98,
      standards: 0.97,
      qualifications: 0.93,
      years: 1,
    },
  },
  {
    name: "held-out texts",
    set: "held-out",
    whose: first,
    floors: {
      title: 0.96,
      superior: 0.97,
      subordinates: 0.98,
      duties: 0.96,
      standards: 0.96,
      qualifications: 0.92,
      years: 0.99,
    },
  },
  {
    name: "held-out texts of the third author",
    set: "held-out",
    whose: authors("cde"),
    floors: {
      title: 0.82,
      superior: 0.83,
      subordinates: 0.94,
      duties: 0.86,
      standards: 0.73,
      qualifications: 0.79,
      years: 0.93,
    },
  },
  {
    name: "tuning texts of three more authors",
    set: "tuning",
    whose: authors("fgh"),
    floors: {
      title: 0.96,
      superior: 0.99,
      subordinates: 0.93,
      duties: 0.95,
      standards: 0.92,
      qualifications: 0.91,
      years: 0.9,
    },
  },
  {
    name: "held-out texts of three more authors",
    set: "held-out",
    whose: authors("fgh"),
    floors: {
      title: 0.81,
      superior: 0.9,
      subordinates: 0.68,
      duties: 0.85,
      // 0.72 before a file was read at all whose whole list had stood as purpose: its duties are found, not its standards.
      standards: 0.7,
      qualifications: 0.68,
      years: 0.88,
    },
  },
  {
    name: "held-out texts as they are usual",
    set: "held-out",
    whose: authors("i"),
    floors: {
      title: 0.96,
      superior: 0.99,
      subordinates: 0.95,
      duties: 0.96,
      standards: 0.96,
      qualifications: 0.89,
      years: 1,
    },
  },
];

for (const group of groups) {
  test(`the ${group.name} are read at least as well as before`, (t) => {
    const tallies = readAll(group);
    t.diagnostic(scoreTable(group.name, tallies));
    for (const field of scoredFields) {
      const floor = group.floors[field] ?? 0;
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

test("every description of the texts becomes a template without errors but weights that do not add up there", () => {
  const folders = ["tuning", "held-out"].map(folderOf);
  const every = "会计岗位职责\n1、每半个月对账一次。\n2、每学期、每班各查一次。";
  const texts = folders.flatMap((folder) =>
    readdirSync(folder).map((name) => readGold(readFileSync(join(folder, name), "utf8")).text),
  );
  const options = { id: "https://example.org/roles/x", language: "zh-CN", sourceName: "x" };
  for (const description of [...texts, every].flatMap((text) => readDescriptions(pastedText("x", text)).descriptions)) {
    const draft = draftTemplate(description, options, (word) => word);
    const { diagnostics } = inspect(draft, { template: () => undefined, names: () => [] });
    assert.deepEqual(
      diagnostics.filter(({ severity, code }) => severity === "error" && code !== "weights/sum"),
      [],
    );
  }
});

function folderOf(set: string): string {
  return join(import.meta.dirname, "../fixtures/import", set);
}

function readAll({ name: group, set, whose }: Group): Tallies {
  const tallies = emptyTallies();
  const folder = folderOf(set);
  const files = readdirSync(folder).filter((name) => name.endsWith(".txt") && whose.test(name));
  assert.ok(files.length > 0, `No fixtures of the ${group}`);
  for (const name of files.sort()) {
    const gold = readGold(readFileSync(join(folder, name), "utf8"));
    score(gold, readDescriptions(pastedText(name, gold.text)), tallies);
  }
  return tallies;
}
