/** Encodings whose codes are those of a character set that the platform knows; the sign's number there is its CID here. */
const characterSets: readonly (readonly [name: RegExp, set: "utf-16be" | "gb18030" | "big5"])[] = [
  [/^Uni(?:GB|CNS)-(?:UCS2|UTF16)-[HV]$/u, "utf-16be"],
  [/^(?:GBK-EUC|GBKp-EUC|GBK2K|GB-EUC|GBpc-EUC)-[HV]$/u, "gb18030"],
  [/^(?:B5pc|ETen-B5|ETenms-B5|HKscs-B5)-[HV]$/u, "big5"],
];

/**
 * What pdf.js needs for Chinese fonts that are not in the file but only named, as many systems print them
 * (STSong-Light with UniGB-UCS2-H): which sign a code stands for. Adobe's own tables lead there by way of numbers of its
 * fonts; for reading, the signs' Unicode numbers serve as well, on both ways. Give each document its own.
 */
export class ChineseCMaps {
  /** A code was led to a sign's Unicode number, so the way back begins there. */
  #ours = false;

  /** pdf.js asks for its data by this. @throws {Error} for what is not here; pdf.js then goes without. */
  async fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    const set = characterSets.find(([name]) => name.test(filename))?.[1];
    if (set) this.#ours = true;
    else if (!this.#ours || !/^Adobe-(?:GB1|CNS1)-UCS2$/u.test(filename)) throw new Error(`No map ${filename}`);
    return new TextEncoder().encode(set === undefined ? backMap : cmapOf(set));
  }
}

const backMap =
  "1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0000> <ffff> <0000> endbfrange endcmap";
const wideMap =
  "1 begincodespacerange <0000> <ffff> endcodespacerange 1 begincidrange <0000> <ffff> 0 endcidrange endcmap";
const known = new Map<string, string>();

function cmapOf(set: "utf-16be" | "gb18030" | "big5"): string {
  const map = known.get(set) ?? (set === "utf-16be" ? wideMap : doubleByteMap(new TextDecoder(set)));
  known.set(set, map);
  return map;
}

/** Single bytes are ASCII; every pair is decoded once. */
function doubleByteMap(decoder: InstanceType<typeof TextDecoder>): string {
  const signs = [`<00> <7f> 0`];
  for (let first = 0x81; first <= 0xfe; first++)
    for (let second = 0x40; second <= 0xfe; second++) {
      const code = decoder.decode(Uint8Array.of(first, second));
      const pair = (first * 256 + second).toString(16);
      if (code.length === 1 && code !== "\ufffd") signs.push(`<${pair}> <${pair}> ${code.charCodeAt(0)}`);
    }
  return `2 begincodespacerange <00> <80> <8140> <fefe> endcodespacerange ${signs.length} begincidrange ${signs.join("\n")} endcidrange endcmap`;
}
