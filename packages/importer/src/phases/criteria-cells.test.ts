import assert from "node:assert/strict";
import { test } from "node:test";
import { readDescriptions } from "../read-descriptions.ts";
import { pastedText } from "../source.ts";
import { CriteriaReader } from "./criteria-cells.ts";

test("a row of a person specification gives what is asked, its need and its group", () => {
  const reader = new CriteriaReader();
  const told = (row: string) => {
    const read = reader.read(row);
    return read?.asked.map(
      ({ span, preferred }) => `${read.kind ?? "-"} ${preferred ? "?" : "!"} ${row.slice(span.start, span.end)}`,
    );
  };
  assert.deepEqual(told("| No. | Criteria | E/D | Assessed by |"), []);
  assert.deepEqual(told("| | SKILLS AND ABILITIES | | |"), []);
  assert.deepEqual(told("| 1 | Drives a tractor | E | AF, I |"), ["skill ! Drives a tractor"]);
  assert.deepEqual(told("| 2 | Speaks Welsh | D | I |"), ["skill ? Speaks Welsh"]);
  assert.equal(told("Drives a tractor"), undefined);
});

test("cells below Desirable are welcome, those below Essential needed", () => {
  const reader = new CriteriaReader();
  reader.read("| Area | Essential | Desirable |");
  const read = reader.read("| Knowledge | Food law | Allergens |");
  assert.deepEqual([read?.kind, read?.asked.map(({ preferred }) => preferred)], ["knowledge", [false, true]]);
});

test("labels and headings inside rows of a specification do not cut them", () => {
  const text =
    "Post title: Gardener\n\nDuties\n- Mow lawns\n- Water beds\n\nPERSON SPECIFICATION\n| No. | Requirement | E/D | Tested by |\n|---|---|---|---|\n| 1 | Full driving licence | E | Cert |\n| | KNOWLEDGE | | |\n| 2 | Names of common weeds | D | I |";
  const [description] = readDescriptions(pastedText("x", text)).descriptions;
  assert.deepEqual(
    description?.qualifications.map(({ text, kind, need }) => `${kind} ${need} ${text}`),
    ["certificate required Full driving licence", "knowledge preferred Names of common weeds"],
  );
});

test("a label in the first cell holds for the rows below whose first cell is blank", () => {
  const text =
    "| Job title: | Gardener |\n\nDuties\n- Mow lawns\n- Water beds\n\nREQUIREMENTS\n\n| Knowledge | Plant names |\n| | Soil types |\n| Attributes | Patient |";
  const [description] = readDescriptions(pastedText("x", text)).descriptions;
  assert.deepEqual(
    description?.qualifications.map(({ text, kind }) => `${kind} ${text}`),
    ["knowledge Plant names", "knowledge Soil types", "trait Patient"],
  );
});

test("two columns set apart by white space below Essential and Desirable tell the need", () => {
  const text =
    "Job title: Shepherd\n\nDuties\n- Tend ewes\n- Mend fences\n\nPerson specification\n\tEssential\tDesirable\nQualifications\tSheep Dog Certificate\tQuad bike ticket\nExperience\tTwo years with sheep\tLambing at scale\nOther\tOwn dog";
  const [description] = readDescriptions(pastedText("x", text)).descriptions;
  assert.deepEqual(description?.qualifications.map(({ text, need }) => `${need} ${text}`).sort(), [
    "preferred Lambing at scale",
    "preferred Quad bike ticket",
    "required Own dog",
    "required Sheep Dog Certificate",
    "required Two years with sheep",
  ]);
});
