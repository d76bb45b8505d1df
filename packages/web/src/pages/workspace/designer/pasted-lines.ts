/** One pasted line: its words, and where it says so its weight and target. */
export interface PastedLine {
  readonly title: string;
  readonly weight?: number;
  readonly unit?: string;
  /** A bound as a JSON Schema keyword. */
  readonly bound?: {
    readonly keyword: "minimum" | "exclusiveMinimum" | "maximum" | "exclusiveMaximum";
    readonly value: number;
  };
}

/** `1.`, `3.4 `, `（二）`, `①`, `-`, `•`: how lists number and mark their lines. */
const mark =
  /^\s*(?:[-*•·●▪◆■]\s*|[(（]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）.、．]\s*|\d{1,2}(?:\.\d{1,3})+[.、．]?\s+|[①-⑳]\s*)/u;

/** PRC Civil Code art. 1259: 以上, 以下, 以内 include; 不满, 超过, 以外 exclude. */
const bounds: readonly (readonly [shape: RegExp, keyword: NonNullable<PastedLine["bound"]>["keyword"]])[] = [
  [/(?:不低于|不少于|不小于|达到|至少|≥|>=)\s*(\d+(?:\.\d+)?)\s*(%|％|[^\d\s，。；,;]{1,2})?/u, "minimum"],
  [/(?:不高于|不超过|不大于|不多于|至多|≤|<=)\s*(\d+(?:\.\d+)?)\s*(%|％|[^\d\s，。；,;]{1,2})?/u, "maximum"],
  [/(?:高于|超过|大于|＞|>)\s*(\d+(?:\.\d+)?)\s*(%|％|[^\d\s，。；,;]{1,2})?/u, "exclusiveMinimum"],
  [/(?:低于|小于|不满|不足|＜|<)\s*(\d+(?:\.\d+)?)\s*(%|％|[^\d\s，。；,;]{1,2})?/u, "exclusiveMaximum"],
  [/(\d+(?:\.\d+)?)\s*(%|％|[^\d\s，。；,;]{1,2}?)?\s*(?:（含）)?以上/u, "minimum"],
  [/(\d+(?:\.\d+)?)\s*(%|％|[^\d\s，。；,;]{1,2}?)?\s*(?:（含）)?以[下内]/u, "maximum"],
];

const weightShape = /[（(【[]?\s*(?:权重|weight)\s*[:：]?\s*(\d+(?:\.\d+)?)\s*(?:%|％|分)?\s*[)）】\]]?/iu;

/** `（10分）` behind all the words: what a line is worth in the tables of old descriptions. */
const worthShape = /[（(]\s*(\d+(?:\.\d+)?)\s*分\s*[)）]\s*[。；;]?\s*$/u;

/** Splits pasted text into items, one a line; numbering and bullets go, empty lines are left out. */
export function pastedLines(text: string): readonly PastedLine[] {
  return text
    .replaceAll("\r", "")
    .split("\n")
    .map((line) => lineOf(line.replace(mark, "").trim()))
    .filter(({ title }) => title !== "");
}

function lineOf(line: string): PastedLine {
  const weight = weightShape.exec(line) ?? worthShape.exec(line);
  const title = (weight ? line.replace(weight[0], "") : line)
    .replace(/[\t ]+/g, " ")
    .trim()
    .replace(/[；;，,、]$/u, "");
  return { title, ...boundIn(title), ...(weight ? { weight: Number(weight[1]) } : {}) };
}

function boundIn(title: string): Pick<PastedLine, "bound" | "unit"> {
  for (const [shape, keyword] of bounds) {
    const [found, value, unit] = shape.exec(title) ?? [];
    if (found === undefined) continue;
    const known = unit?.replace("％", "%").trim();
    return { bound: { keyword, value: Number(value) }, ...(known ? { unit: known } : {}) };
  }
  return {};
}
