/**
 * Writes a text in a legacy encoding, which the platform can only read: every pair of bytes is decoded once, and the
 * table turned around. Signs the encoding lacks become a question mark.
 */
export function encoded(
  text: string,
  encoding: "gb18030" | "big5" | "shift_jis" | "euc-kr" | "windows-1252",
): Uint8Array {
  const table = tableOf(encoding);
  return Uint8Array.from([...text].flatMap((sign) => table.get(sign) ?? [0x3f]));
}

/** UTF-16 without a byte order mark. */
export function utf16(text: string, order: "le" | "be"): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index++) view.setUint16(index * 2, text.charCodeAt(index), order === "le");
  return bytes;
}

const tables = new Map<string, ReadonlyMap<string, number[]>>();

function tableOf(encoding: string): ReadonlyMap<string, number[]> {
  const known = tables.get(encoding);
  if (known) return known;
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, number[]>();
  for (let first = 0; first < 256; first++) {
    add(table, decoder, [first]);
    if (encoding !== "windows-1252" && first >= 0x81)
      for (let second = 0x40; second < 255; second++) add(table, decoder, [first, second]);
  }
  tables.set(encoding, table);
  return table;
}

function add(table: Map<string, number[]>, decoder: InstanceType<typeof TextDecoder>, bytes: number[]): void {
  const [sign, more] = decoder.decode(Uint8Array.from(bytes));
  if (sign !== undefined && sign !== "\ufffd" && more === undefined && !table.has(sign)) table.set(sign, bytes);
}
