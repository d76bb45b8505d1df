const digits = "〇一二三四五六七八九";
const units = new Map([
  ["十", 10],
  ["百", 100],
  ["千", 1000],
]);

/** The value of a Chinese whole number up to 9999万, e.g. 二十五, 两百, 三千零五十, 一万二千; undefined when it is none. */
export function chineseNumber(words: string): number | undefined {
  const [high, low] = words.includes("万") ? words.split("万", 2) : ["", words];
  const below = low ? belowTenThousand(low) : 0;
  const above = high ? belowTenThousand(high) : 0;
  if (below === undefined || above === undefined) return undefined;
  return above * 10_000 + below;
}

function belowTenThousand(words: string): number | undefined {
  let total = 0;
  let digit: number | undefined;
  for (const sign of plainFigures(words)) {
    const unit = units.get(sign);
    const value = digits.indexOf(sign);
    if (unit !== undefined) total += (digit ?? 1) * unit;
    else if (value < 0) return undefined;
    else if (digit !== undefined && digit !== 0) return spelled(words);
    digit = unit === undefined ? value : undefined;
  }
  return total + (digit ?? 0);
}

const formal = "零壹贰叁肆伍陆柒捌玖拾佰仟两俩参";
const plain = "〇一二三四五六七八九十百千二二三";

/** The everyday signs for the formal ones (壹 as 一). */
function plainFigures(words: string): string {
  return [...words].map((sign) => plain[formal.indexOf(sign)] ?? sign).join("");
}

/** English numbers in words, and how often in one word. */
export const englishNumbers: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  ninety: 90,
  once: 1,
  twice: 2,
  half: 0.5,
};

/** 二〇二四, 九五: one sign for each digit. */
function spelled(words: string): number | undefined {
  const figures = [...words].map((sign) => digits.indexOf(sign.replace("零", "〇")));
  return figures.some((figure) => figure < 0) ? undefined : Number(figures.join(""));
}

const circledBases: readonly (readonly [number, number])[] = [
  [0x2460, 1],
  [0x2474, 1],
  [0x2488, 1],
  [0x2776, 1],
  [0x2160, 1],
  [0x2170, 1],
];
const romanFigures: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };

/** How those count who tell one thing after another. */
const spokenOrdinals: Readonly<Record<string, number>> = { 首先: 1, 其次: 2, 再次: 3, 再者: 3, 最后: 5 };

/** The value of the number of an entry: 12, 十二, ③, Ⅳ, iv, b; of dotted ones the last part. */
export function ordinalOf(style: string, figure: string): number {
  if (style === "A." || style === "a." || style === "1a") return figure.toLowerCase().charCodeAt(0) - 96;
  if (style === "R" || style === "i") return romanNumber(figure);
  if (style === "(a)") return figure.length > 1 ? romanNumber(figure) : figure.charCodeAt(0) - 96;
  const last = figure.split(".").at(-1) ?? figure;
  if (/^\d+$/u.test(last)) return Number(last);
  const code = figure.charCodeAt(0);
  for (const [base, first] of circledBases) if (code >= base && code < base + 20) return code - base + first;
  return spokenOrdinals[figure] ?? chineseNumber(figure) ?? 0;
}

function romanNumber(figure: string): number {
  const values = [...figure.toLowerCase()].map((sign) => romanFigures[sign] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}
