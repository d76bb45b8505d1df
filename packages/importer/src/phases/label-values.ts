import type { FieldKind } from "../words/labels.ts";
import { roleWeight } from "../words/role-weight.ts";
import type { LinedText } from "./lines.ts";
import type { RowUnit } from "./structure.ts";
import type { FieldUnit, TextUnit, Unit } from "./units.ts";

/** Fields whose value may go on over several lines. */
const longFields: ReadonlySet<FieldKind> = new Set<FieldKind>([
  "skill",
  "knowledge",
  "trait",
  "requirement",
  "experience",
  "education",
  "certificate",
]);

/** The text units behind a label that are its value: on its line, else the next line, more where values are long. */
export function valuesOf(unit: FieldUnit, units: readonly (Unit | RowUnit)[], at: number, text: LinedText): TextUnit[] {
  const taken: TextUnit[] = [];
  for (let next = at + 1; next < units.length; next++) {
    const value = units[next];
    if (value?.type !== "text") break;
    const own = (text.lines[value.line]?.span.start ?? 0) <= unit.span.start;
    if (value.marker && !(own && unit.field === "subordinates")) break;
    if (!own && !valueBelow(unit, taken, value, text) && !continuesBelow(unit, taken, value, units[next + 1], text))
      break;
    taken.push(value);
  }
  return taken;
}

/** A label alone on its line has its value on the next. */
function valueBelow(unit: FieldUnit, taken: readonly TextUnit[], value: TextUnit, text: LinedText): boolean {
  const near = value.line - lineIndex(text, unit.span.start, value.line) <= 1;
  return taken.length === 0 && near && (!value.apart || value.block.kind === "cell");
}

/** The line at or before `near` that holds the place. */
function lineIndex({ lines }: LinedText, place: number, near: number): number {
  let at = near;
  while (at > 0 && (lines[at]?.span.start ?? 0) > place) at--;
  return at;
}

/** Further lines belong to a label's value only in a table, where another label or a heading ends them. */
function continuesBelow(
  unit: FieldUnit,
  taken: readonly TextUnit[],
  value: TextUnit,
  after: Unit | RowUnit | undefined,
  text: LinedText,
): boolean {
  const [first] = taken;
  if (!first) return false;
  const words = text.chars.slice(value.span.start, value.span.end);
  if (unit.field === "subordinates") return !value.apart && taken.length < 9 && roleWeight(words) >= 3;
  // | Knowledge | … | above | | … |
  if (longFields.has(unit.field) && /^\|\s*\|/u.test(words))
    return text.chars.charAt(unit.span.end - 1) === "|" && taken.length < 9;
  if (first.line === lineIndex(text, unit.span.start, value.line)) return false;
  const [cell, own] = [value.block.cell, first.block.cell];
  if (cell && own) return cell.table === own.table && cell.row === own.row && cell.column === own.column;
  const ended = after === undefined || after.type === "field" || after.type === "heading";
  return longFields.has(unit.field) && !value.apart && taken.length < 4 && ended;
}
