/** How one number of an automatic list is written, by the name Office Open XML gives the format (ST_NumberFormat). */
export function counted(value: number, format: string): string {
  return (formats[format] ?? String)(value);
}

/** Formats that are in no use for job descriptions are written as digits. */
const formats: Readonly<Record<string, (value: number) => string>> = {
  none: () => "",
  decimalZero: (value) => String(value).padStart(2, "0"),
  upperRoman: (value) => roman(value),
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: (value) => letters(value, 65),
  lowerLetter: (value) => letters(value, 97),
  ordinal: (value) => `${value}${ordinalEnding(value)}`,
  numberInDash: (value) => `- ${value} -`,
  decimalFullWidth: (value) => fullWidth(value),
  decimalFullWidth2: (value) => fullWidth(value),
  decimalEnclosedCircle: (value) => circled(value),
  decimalEnclosedCircleChinese: (value) => circled(value),
  decimalEnclosedFullstop: (value) => (value >= 1 && value <= 20 ? sign(0x2488, value) : `${value}.`),
  decimalEnclosedParen: (value) => (value >= 1 && value <= 20 ? sign(0x2474, value) : `(${value})`),
  chineseCounting: (value) => chinese(value, "〇一二三四五六七八九", "十百千万"),
  chineseCountingThousand: (value) => chinese(value, "〇一二三四五六七八九", "十百千万"),
  taiwaneseCounting: (value) => chinese(value, "〇一二三四五六七八九", "十百千萬"),
  taiwaneseCountingThousand: (value) => chinese(value, "〇一二三四五六七八九", "十百千萬"),
  japaneseCounting: (value) => chinese(value, "〇一二三四五六七八九", "十百千万"),
  chineseLegalSimplified: (value) => chinese(value, "零壹贰叁肆伍陆柒捌玖", "拾佰仟万"),
  ideographLegalTraditional: (value) => chinese(value, "零壹貳參肆伍陸柒捌玖", "拾佰仟萬"),
  ideographDigital: (value) => digits(value, "〇一二三四五六七八九"),
  taiwaneseDigital: (value) => digits(value, "〇一二三四五六七八九"),
  japaneseDigitalTenThousand: (value) => digits(value, "〇一二三四五六七八九"),
  ideographTraditional: (value) => cycle(value, "甲乙丙丁戊己庚辛壬癸"),
  ideographZodiac: (value) => cycle(value, "子丑寅卯辰巳午未申酉戌亥"),
  ideographEnclosedCircle: (value) => (value >= 1 && value <= 10 ? sign(0x3280, value) : String(value)),
};

function roman(value: number): string {
  const steps = [1000, "M", 900, "CM", 500, "D", 400, "CD", 100, "C", 90, "XC", 50, "L", 40, "XL", 10, "X"] as const;
  let rest = value;
  let text = "";
  for (const [size, letter] of pairs([...steps, 9, "IX", 5, "V", 4, "IV", 1, "I"]))
    for (; rest >= size && text.length < 40; rest -= size) text += letter;
  return text;
}

function pairs(list: readonly (number | string)[]): (readonly [number, string])[] {
  return list.flatMap((entry, index) => (index % 2 === 0 ? [[Number(entry), String(list[index + 1])] as const] : []));
}

/** Word goes on with AA, BB, CC after Z. */
function letters(value: number, first: number): string {
  if (value < 1) return String(value);
  return String.fromCharCode(first + ((value - 1) % 26)).repeat(Math.min(8, Math.ceil(value / 26)));
}

function ordinalEnding(value: number): string {
  const teen = value % 100 >= 11 && value % 100 <= 13;
  return teen ? "th" : (["th", "st", "nd", "rd"][value % 10] ?? "th");
}

function fullWidth(value: number): string {
  return String(value).replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

function circled(value: number): string {
  if (value >= 1 && value <= 20) return sign(0x2460, value);
  return value >= 21 && value <= 35 ? sign(0x3251, value - 20) : String(value);
}

function sign(first: number, value: number): string {
  return String.fromCharCode(first + value - 1);
}

function cycle(value: number, signs: string): string {
  return value >= 1 ? signs.charAt((value - 1) % signs.length) : String(value);
}

function digits(value: number, signs: string): string {
  return String(value).replace(/\d/gu, (digit) => signs.charAt(Number(digit)));
}

/** 十一 and not 一十一; 一百〇五 with its zero. */
function chinese(value: number, signs: string, units: string): string {
  if (value <= 0 || value >= 100_000) return value === 0 ? signs.charAt(0) : String(value);
  let text = "";
  for (const [power, unit] of [
    [10_000, units.charAt(3)],
    [1000, units.charAt(2)],
    [100, units.charAt(1)],
    [10, units.charAt(0)],
    [1, ""],
  ] as const) {
    const digit = Math.floor(value / power) % 10;
    if (digit > 0) text += `${signs.charAt(digit)}${unit}`;
    else if (text !== "" && !text.endsWith(signs.charAt(0)) && value % power > 0) text += signs.charAt(0);
  }
  return value >= 10 && value < 20 && signs.charAt(1) === "一" ? text.slice(1) : text;
}
