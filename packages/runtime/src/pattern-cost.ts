/*
 * Patterns that a backtracking engine may take exponential time for. Ours never does (pattern.ts), but a template is
 * also a plain JSON Schema that other programs check records with. One pass over the pattern; what is not understood
 * counts as harmless, so that a finding can be relied on.
 */

/** What makes a pattern slow, as written. */
export interface SlowPart {
  readonly part: string;
  /** A repetition inside a repetition, or choices under a repetition that take the same text. */
  readonly kind: "repetition" | "choice";
  /** The whole pattern without it, where that is certain to match the same. */
  readonly mended?: string;
}

/** Inclusive ranges of code points; none for what is not understood, which then overlaps with nothing. */
type Signs = readonly (readonly [number, number])[];

interface Atom {
  readonly start: number;
  readonly bodyEnd: number;
  readonly signs: Signs;
  readonly single: boolean;
  /** Whether it takes the same text in several ways once it is repeated. */
  readonly pump: boolean;
  readonly choice: boolean;
  /** The only repetition in a group, to be written in place of the group. */
  readonly only?: { readonly body: string; readonly sign: string };
  readonly least: number;
  readonly most: number;
}

interface Group {
  readonly start: number;
  readonly alternatives: Atom[][];
}

const last = 0x10ffff;
const classes: Readonly<Record<string, Signs>> = {
  d: [[48, 57]],
  w: [
    [48, 57],
    [65, 90],
    [95, 95],
    [97, 122],
  ],
  s: [
    [9, 13],
    [32, 32],
    [160, 160],
    [0x1680, 0x1680],
    [0x2000, 0x200a],
    [0x2028, 0x2029],
    [0x202f, 0x202f],
    [0x205f, 0x205f],
    [0x3000, 0x3000],
    [0xfeff, 0xfeff],
  ],
};
const controls: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, f: 12, v: 11, 0: 0 };
const lineEnds: Signs = [
  [10, 10],
  [13, 13],
  [0x2028, 0x2029],
];
/** Longer lists are not compared: comparing goes with the square of their length. */
const compared = 40;

/** The first part of a pattern that RE2 takes which may hang other engines; undefined where none was found. */
export function slowPart(pattern: string): SlowPart | undefined {
  const open: Group[] = [{ start: 0, alternatives: [[]] }];
  for (let at = 0; at < pattern.length; ) {
    const sign = pattern[at];
    if (sign === "|" || sign === "(") {
      begin(sign, at, open);
      at += /^(?:\||\((?:\?(?::|P?<[^>]*>))?)/.exec(pattern.slice(at, at + 80))?.[0].length ?? 1;
      continue;
    }
    const closed = sign === ")" ? open.pop() : undefined;
    const bare = closed ? groupAtom(closed, at + 1, pattern) : plainAtom(pattern, at);
    const { atom, end } = quantified(bare, pattern);
    const slow = closed && slowOf(bare, atom, end, pattern);
    if (slow) return slow;
    open.at(-1)?.alternatives.at(-1)?.push(atom);
    at = end;
  }
  return undefined;
}

/** Begins an alternative or a group. */
function begin(sign: "|" | "(", start: number, open: Group[]): void {
  if (sign === "(") open.push({ start, alternatives: [[]] });
  else open.at(-1)?.alternatives.push([]);
}

function slowOf(bare: Atom, atom: Atom, end: number, pattern: string): SlowPart | undefined {
  if (atom.most !== Number.POSITIVE_INFINITY || !(bare.pump || bare.choice)) return undefined;
  const part = pattern.slice(bare.start, end);
  if (!bare.pump) return { part, kind: "choice" };
  const outer = pattern.slice(bare.bodyEnd, end);
  if (!bare.only || !/^[+*]$/.test(outer)) return { part, kind: "repetition" };
  const sign = outer === "+" && bare.only.sign === "+" ? "+" : "*";
  return {
    part,
    kind: "repetition",
    mended: pattern.slice(0, bare.start) + bare.only.body + sign + pattern.slice(end),
  };
}

function groupAtom({ start, alternatives }: Group, bodyEnd: number, pattern: string): Atom {
  const [first, ...others] = alternatives;
  const [only, ...rest] = first ?? [];
  const alone = only !== undefined && others.length === 0 && rest.length === 0;
  const sign = alone ? pattern.slice(only.bodyEnd, bodyEnd - 1) : "";
  return {
    start,
    bodyEnd,
    signs: alone && only.single && only.most === 1 && only.least === 1 ? only.signs : [],
    single: false,
    pump: alternatives.some(isPump),
    choice: overlap(alternatives),
    least: alternatives.some((atoms) => atoms.every(({ least }) => least === 0)) ? 0 : 1,
    most: 1,
    ...(alone && only.single && /^[+*]$/.test(sign)
      ? { only: { body: pattern.slice(only.start, only.bodyEnd), sign } }
      : {}),
  };
}

/** Whether one of the atoms may take more or less, and all others can be left out or take the same signs. */
function isPump(atoms: readonly Atom[]): boolean {
  if (atoms.length > compared) return false;
  return atoms.some((atom) => {
    if (atom.most <= atom.least) return false;
    const others = atoms.filter((other) => other !== atom && other.least > 0);
    return (atom.most > 1 || others.length > 0) && others.every(({ signs }) => intersect(signs, atom.signs));
  });
}

/** Whether what one alternative takes sign by sign, another takes as a whole. */
function overlap(alternatives: readonly (readonly Atom[])[]): boolean {
  const some = alternatives.slice(0, compared);
  return some.some((atoms, index) => {
    const [one, ...rest] = atoms;
    if (!one?.single || rest.length > 0 || one.least === 0) return false;
    return some.some(
      (other, place) => place !== index && isPlain(other) && other.every(({ signs }) => intersect(signs, one.signs)),
    );
  });
}

function isPlain(atoms: readonly Atom[]): boolean {
  return atoms.length > 0 && atoms.length <= compared && atoms.every(({ single, least }) => single && least > 0);
}

function quantified(atom: Atom, pattern: string): { readonly atom: Atom; readonly end: number } {
  const sign = /(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/y;
  sign.lastIndex = atom.bodyEnd;
  const found = sign.exec(pattern);
  if (!found) return { atom, end: atom.bodyEnd };
  const [all, short, least, comma, most] = found;
  const from = short === undefined ? Number(least) : short === "+" ? 1 : 0;
  const open = short === "*" || short === "+" || (comma === "," && most === "");
  const bound = short === "?" ? 1 : Number(comma === "" ? least : most);
  const range = { least: atom.least === 0 ? 0 : from, most: open ? Number.POSITIVE_INFINITY : bound };
  return { atom: { ...atom, ...range }, end: atom.bodyEnd + all.length };
}

function plainAtom(pattern: string, start: number): Atom {
  const sign = String.fromCodePoint(pattern.codePointAt(start) ?? 0);
  if (sign === "[") return classAtom(pattern, start);
  const { signs, end } = sign === "\\" ? escaped(pattern, start) : { signs: literal(sign), end: start + sign.length };
  return { start, bodyEnd: end, signs, single: true, pump: false, choice: false, least: 1, most: 1 };
}

function literal(sign: string): Signs {
  if (sign === "^" || sign === "$") return [];
  return sign === "." ? complement(lineEnds) : one(sign.codePointAt(0));
}

function one(code: number | undefined): Signs {
  return code === undefined ? [] : [[code, code]];
}

/** What an escape stands for, and where it ends. */
function escaped(pattern: string, start: number): { readonly signs: Signs; readonly end: number } {
  const form = /\\(?:u\{([\da-fA-F]+)\}|u([\da-fA-F]{4})|x([\da-fA-F]{2})|[pP]\{[^}]*\}|c[A-Za-z]|.)/suy;
  form.lastIndex = start;
  const [all = "\\", ...codes] = form.exec(pattern) ?? [];
  const end = start + all.length;
  const code = codes.find((digits) => digits !== undefined);
  if (code !== undefined) return { signs: one(Number.parseInt(code, 16)), end };
  const letter = all.slice(1);
  const named = classes[letter.toLowerCase()];
  if (named) return { signs: letter === letter.toLowerCase() ? named : complement(named), end };
  if (/^(?:[bBpPc])/.test(letter)) return { signs: [], end };
  return { signs: one(controls[letter] ?? letter.codePointAt(0)), end };
}

function classAtom(pattern: string, start: number): Atom {
  const negative = pattern[start + 1] === "^";
  const ranges: (readonly [number, number])[] = [];
  let at = start + (negative ? 2 : 1);
  let known = true;
  while (at < pattern.length && pattern[at] !== "]") {
    const { signs, end } = classRange(pattern, at);
    known &&= signs.length > 0;
    ranges.push(...signs);
    at = end;
  }
  const signs = known && ranges.length <= compared ? ranges : [];
  const written = negative && signs.length > 0 ? complement(signs) : signs;
  const bodyEnd = Math.min(at + 1, pattern.length);
  return { start, bodyEnd, signs: written, single: true, pump: false, choice: false, least: 1, most: 1 };
}

/** One sign, range or escape of a class. */
function classRange(pattern: string, at: number): { readonly signs: Signs; readonly end: number } {
  const from = classSign(pattern, at);
  if (pattern[from.end] !== "-" || pattern[from.end + 1] === "]") return from;
  const to = classSign(pattern, from.end + 1);
  const [low, high] = [from.signs[0]?.[0], to.signs[0]?.[1]];
  return { signs: low === undefined || high === undefined ? [] : [[low, high]], end: to.end };
}

function classSign(pattern: string, at: number): { readonly signs: Signs; readonly end: number } {
  if (pattern[at] === "\\") return pattern[at + 1] === "b" ? { signs: one(8), end: at + 2 } : escaped(pattern, at);
  const code = pattern.codePointAt(at) ?? 0;
  return { signs: one(code), end: at + String.fromCodePoint(code).length };
}

function complement(signs: Signs): Signs {
  const result: (readonly [number, number])[] = [];
  let next = 0;
  for (const [low, high] of [...signs].sort((a, b) => a[0] - b[0])) {
    if (low > next) result.push([next, low - 1]);
    next = Math.max(next, high + 1);
  }
  return next <= last ? [...result, [next, last]] : result;
}

function intersect(a: Signs, b: Signs): boolean {
  return a.some(([low, high]) => b.some(([from, to]) => low <= to && from <= high));
}
