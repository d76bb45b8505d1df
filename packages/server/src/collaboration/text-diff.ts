import type { TextEdit } from "@rolewright/runtime";

/** Above this many cells of the comparison table the changed middle is replaced as one piece. */
const maxCells = 4_000_000;

/**
 * The edits that turn `before` into `after`, as few and small as whole tokens allow, in text order; offsets refer to
 * `before`.
 *
 * Words and marks are compared as wholes: a diff by letters would leave halves of two numbers standing when somebody
 * else edits the same token. Unchanged text keeps its identity, and so other people's cursors.
 */
export function textEdits(before: string, after: string): readonly TextEdit[] {
  const old = tokens(before);
  const fresh = tokens(after);
  const head = commonLength(old, fresh, (list, index) => list[index]);
  const tail = Math.min(
    commonLength(old, fresh, (list, index) => list[list.length - 1 - index]),
    Math.min(old.length, fresh.length) - head,
  );
  const offset = lengthOf(old.slice(0, head));
  return middleEdits(old.slice(head, old.length - tail), fresh.slice(head, fresh.length - tail), offset);
}

/** Runs of word characters, single Han characters, runs of white space, single marks. */
function tokens(text: string): readonly string[] {
  return text.match(/\p{Script=Han}|[^\S\n]+|\n|[\p{L}\p{N}_.-]+?(?=\p{Script=Han}|[^\p{L}\p{N}_.-]|$)|./gsu) ?? [];
}

type Pick = (list: readonly string[], index: number) => string | undefined;

function commonLength(one: readonly string[], other: readonly string[], pick: Pick): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && pick(one, length) === pick(other, length)) length++;
  return length;
}

function lengthOf(list: readonly string[]): number {
  return list.reduce((sum, token) => sum + token.length, 0);
}

function middleEdits(old: readonly string[], fresh: readonly string[], offset: number): readonly TextEdit[] {
  if (old.length === 0 && fresh.length === 0) return [];
  if (old.length * fresh.length > maxCells || old.length === 0 || fresh.length === 0) {
    return [{ offset, length: lengthOf(old), text: fresh.join("") }];
  }
  return joined(steps(old, fresh), offset);
}

/** `table[i * width + j]` is the length of the longest common subsequence of `old` from i and `fresh` from j. */
function commonTable(old: readonly string[], fresh: readonly string[]): Uint32Array {
  const width = fresh.length + 1;
  const table = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = fresh.length - 1; j >= 0; j--) {
      const skip = Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0);
      table[i * width + j] = old[i] === fresh[j] ? (table[(i + 1) * width + j + 1] ?? 0) + 1 : skip;
    }
  }
  return table;
}

interface DiffStep {
  readonly kind: "keep" | "remove" | "insert";
  readonly token: string;
}

/** The tokens of both texts in order, as what happens to each. */
function* steps(old: readonly string[], fresh: readonly string[]): Generator<DiffStep> {
  const table = commonTable(old, fresh);
  const width = fresh.length + 1;
  const at = (i: number, j: number) => table[i * width + j] ?? 0;
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    const [before, after] = [old[i], fresh[j]];
    if (before !== undefined && before === after) {
      yield { kind: "keep", token: before };
      i++;
      j++;
    } else if (after === undefined || (before !== undefined && at(i + 1, j) >= at(i, j + 1))) {
      yield { kind: "remove", token: before ?? "" };
      i++;
    } else {
      yield { kind: "insert", token: after };
      j++;
    }
  }
}

/** One edit for each run of removed and inserted tokens. */
function joined(all: Iterable<DiffStep>, start: number): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let offset = start;
  let open = { offset, length: 0, text: "" };
  for (const { kind, token } of [...all, { kind: "keep", token: "" }]) {
    if (kind === "remove") open = { ...open, length: open.length + token.length };
    else if (kind === "insert") open = { ...open, text: open.text + token };
    else if (open.length > 0 || open.text !== "") edits.push(open);
    if (kind !== "insert") offset += token.length;
    if (kind === "keep") open = { offset, length: 0, text: "" };
  }
  return edits;
}
