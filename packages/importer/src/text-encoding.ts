import { largestText, ReadError, textTooLong } from "./read-error.ts";

/** Text with the encoding it was read in. */
export interface DecodedText {
  readonly text: string;
  /** WHATWG label. */
  readonly encoding: string;
  /** Other encodings in which the bytes make sense, best first; only where the choice is not certain. */
  readonly alternatives: readonly string[];
}

const byteOrderMarks: readonly { readonly bytes: readonly number[]; readonly encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: "utf-8" },
  { bytes: [0xff, 0xfe], encoding: "utf-16le" },
  { bytes: [0xfe, 0xff], encoding: "utf-16be" },
];

/** Encodings that role descriptions come in, the commonest first: a draw goes to the earlier one. */
export const offeredEncodings = [
  "utf-8",
  "gb18030",
  "big5",
  "utf-16le",
  "utf-16be",
  "shift_jis",
  "euc-kr",
  "windows-1252",
] as const;

/** Signs that make up most of any Chinese office text, simplified and traditional; words of job descriptions first. */
const common = new Set(
  "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严岗职责聘客服经验主管部门负责协助岗位学历薪资绩效考核培训沟通熟练优先销售财务行政招聘文档专业及以上" +
    "這為個國時來們產種過說對會發動後學經進著電裡實體機當從業應開還條沒結問題軍資處標團關無與將專記話證計設語門間長書務員總讓認識導業職責聘驗協調優銷售財務負責薪績訓練歷級師顧問報據圖類組織場達節現際單號",
);

/**
 * Decodes the bytes of a text file: a byte order mark decides, else strict UTF-8, else the encoding in which most
 * signs are common ones. Bytes that fit no encoding become U+FFFD.
 *
 * @param stated WHATWG label that the person chose. @throws {ReadError} `unknownEncoding` or `textTooLong`.
 */
export function decodeText(bytes: Uint8Array, stated?: string): DecodedText {
  // No encoding takes more than four bytes for a sign.
  if (bytes.length > largestText * 4) throw textTooLong();
  const decoded = decodedAny(bytes, stated);
  if (decoded.text.length > largestText) throw textTooLong();
  return decoded;
}

function decodedAny(bytes: Uint8Array, stated: string | undefined): DecodedText {
  if (stated !== undefined) return { text: decoderFor(stated).decode(bytes), encoding: stated, alternatives: [] };
  const certain = markedEncoding(bytes) ?? (isUtf8(bytes) ? "utf-8" : undefined);
  if (certain !== undefined)
    return { text: new TextDecoder(certain).decode(bytes), encoding: certain, alternatives: [] };
  const [best, ...others] = ranked(bytes);
  const encoding = best?.encoding ?? "windows-1252";
  const near = others.filter((other) => best !== undefined && isNear(other, best)).map((other) => other.encoding);
  return { text: new TextDecoder(encoding).decode(bytes), encoding, alternatives: near };
}

/** A reading of the bytes in one encoding. */
interface Reading {
  readonly encoding: string;
  /** How much it looks like words that people wrote: from below 0, nonsense, to 1. */
  readonly sense: number;
  /** Signs that were judged. */
  readonly signs: number;
}

/** The more signs were judged, the surer is a difference. */
function isNear(other: Reading, best: Reading): boolean {
  return other.sense > 0.2 && (best.sense - other.sense) * Math.sqrt(Math.min(best.signs, other.signs)) < 3;
}

function decoderFor(label: string) {
  try {
    return new TextDecoder(label);
  } catch {
    throw new ReadError("unknownEncoding", { encoding: label, known: offeredEncodings });
  }
}

/** The encoding that a byte order mark names. */
export function markedEncoding(bytes: Uint8Array): string | undefined {
  return byteOrderMarks.find((mark) => mark.bytes.every((byte, index) => bytes[index] === byte))?.encoding;
}

/** Whether the bytes are UTF-8. UTF-16 of ASCII letters is valid UTF-8 too, with a zero in every second byte: no. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return !bytes.subarray(0, 4096).includes(0);
  } catch {
    return false;
  }
}

/** Whether the bytes are UTF-16 text, with a byte order mark or without. */
export function isUtf16(bytes: Uint8Array): boolean {
  if (markedEncoding(bytes)?.startsWith("utf-16")) return true;
  return ["utf-16le", "utf-16be"].some((encoding) => readingIn(encoding, bytes).sense > 0.4);
}

function ranked(bytes: Uint8Array): Reading[] {
  return offeredEncodings
    .filter((encoding) => encoding !== "utf-8")
    .map((encoding) => readingIn(encoding, bytes))
    .sort((left, right) => right.sense - left.sense);
}

function readingIn(encoding: string, bytes: Uint8Array): Reading {
  const sample = new TextDecoder(encoding).decode(bytes.subarray(0, sampleBytes));
  // Half of a sign at the sample's end would count against the right encoding.
  const whole = bytes.length > sampleBytes ? sample.slice(0, -2) : sample;
  // ASCII is the same in most encodings and says nothing, but nothing else looks like ASCII in UTF-16.
  const ascii = encoding.startsWith("utf-16") ? 1 : undefined;
  const worths = [...whole].map((sign) => (/[\t\n\r -~]/u.test(sign) ? ascii : worthOf(sign)));
  const judged = worths.filter((worth) => worth !== undefined);
  const sum = judged.reduce((total, worth) => total + worth, 0);
  return { encoding, sense: sum / Math.max(1, judged.length), signs: judged.length };
}

const sampleBytes = 32_768;

/** What a sign is worth as a sign of sense; the first that fits counts. */
const worths: readonly (readonly [pattern: RegExp, worth: number])[] = [
  [/[\p{Cn}\ufffd]|^\0$/u, -3],
  [/\p{Cc}/u, -1],
  [/[\u3001-\u3011\uff01-\uff5e\u2014\u2018-\u201d\u2026·①-⑳]/u, 1],
  [/[\u3041-\u30fe\uac00-\ud7a3]/u, 0.7],
  [/[\u00c0-\u00ff\u2013\u2022\u20ac]/u, 0.5],
  [/[\u4e00-\u9fff]/u, 0.3],
  [/\p{Script=Han}/u, -1],
];

function worthOf(sign: string): number {
  return common.has(sign) ? 1 : (worths.find(([pattern]) => pattern.test(sign))?.[1] ?? -0.5);
}
