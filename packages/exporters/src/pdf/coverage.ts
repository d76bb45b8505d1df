/** Tells whether a font has a glyph for a code point. */
export type Coverage = (codePoint: number) => boolean;

/**
 * Reads which code points a TrueType font can draw, from its `cmap` table, format 12 (OpenType 1.9, "cmap").
 *
 * Throws on a font without one: the fonts are our own, so that is a packaging mistake.
 */
export function coverageOf(font: Uint8Array): Coverage {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const groups = segments(view, subtable(view, tableOffset(view, "cmap")));
  return (codePoint) => contains(groups, codePoint);
}

function tableOffset(view: DataView, tag: string): number {
  for (let index = 0; index < view.getUint16(4); index++) {
    const record = 12 + 16 * index;
    if (tagAt(view, record) === tag) return view.getUint32(record + 8);
  }
  throw new Error(`The font has no table ${tag}`);
}

function tagAt(view: DataView, offset: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(offset + index)));
}

function subtable(view: DataView, cmap: number): number {
  for (let index = 0; index < view.getUint16(cmap + 2); index++) {
    const offset = cmap + view.getUint32(cmap + 4 + 8 * index + 4);
    if (view.getUint16(offset) === 12) return offset;
  }
  throw new Error("The font has no cmap of format 12");
}

/** First and last code point of each group, flat and ascending, as the table stores them. */
function segments(view: DataView, offset: number): Uint32Array {
  const count = view.getUint32(offset + 12);
  const groups = new Uint32Array(2 * count);
  for (let index = 0; index < count; index++) {
    groups[2 * index] = view.getUint32(offset + 16 + 12 * index);
    groups[2 * index + 1] = view.getUint32(offset + 16 + 12 * index + 4);
  }
  return groups;
}

function contains(groups: Uint32Array, codePoint: number): boolean {
  let low = 0;
  let high = groups.length / 2 - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (codePoint < (groups[2 * middle] ?? 0)) high = middle - 1;
    else if (codePoint > (groups[2 * middle + 1] ?? 0)) low = middle + 1;
    else return true;
  }
  return false;
}
