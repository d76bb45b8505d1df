import {
  type EditResult,
  insertMember,
  type JsonObject,
  moveMember,
  type RoleModel,
  type Section,
} from "@rolewright/runtime";
import { inTurn } from "./edits-in-turn.ts";
import { writtenOrder } from "./part-edits.ts";

/*
 * What the designer does to whole sections. Their fields are those of any part, see part-edits.ts.
 */

/** Puts a new section in front of another one, or at the end. */
export function addSection(
  text: string,
  role: RoleModel,
  key: string,
  section: JsonObject,
  before?: string,
): EditResult {
  return inTurn(text, [(now) => writtenSections(now, role), (now) => insertMember(now, key, section, place(before))]);
}

/** Moves a section in front of another one, or to the end. */
export function moveSection(text: string, role: RoleModel, { key }: Section, before?: string): EditResult {
  return inTurn(text, [
    (now) => writtenSections(now, role),
    (now) => moveMember(now, ["properties", key], place(before)),
  ]);
}

function place(before: string | undefined) {
  return { container: ["properties"], ...(before === undefined ? {} : { before }) };
}

function writtenSections(text: string, { sections }: RoleModel): EditResult {
  return writtenOrder(
    text,
    ["properties"],
    sections.map(({ key }) => key),
  );
}
