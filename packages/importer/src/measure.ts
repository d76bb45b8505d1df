/** What a sentence says that can be measured. Everything is optional: a sentence may state a cadence and no figure. */
export interface FoundMeasure {
  /** JSON Schema keyword of the bound. */
  readonly keyword?: "minimum" | "exclusiveMinimum" | "maximum" | "exclusiveMaximum";
  readonly value?: number;
  readonly unit?: string;
  readonly every?: "day" | "week" | "month" | "quarter" | "half-year" | "year";
  /** Deadline: day of the period, as `x-item.due` writes it; whether the day counts is left open on purpose. */
  readonly due?: { readonly month?: number; readonly day: number | "last" };
}

type Keyword = NonNullable<FoundMeasure["keyword"]>;

/** Words in front of a figure. Longer words first: 不低于 must not be read as 低于. */
const leading: readonly (readonly [RegExp, Keyword])[] = [
  [/(?:不低于|不少于|不小于|至少|达到|达|大于等于|≥|at least|no less than|not less than)\s*$/iu, "minimum"],
  // "不低于当月投诉总量的5%": a share of a total stands between the operator and the figure.
  [/(?:不低于|不少于|至少)[^\d，,。；;]{1,24}的\s*$/u, "minimum"],
  [/(?:不高于|不超过|不多于)[^\d，,。；;]{1,24}的\s*$/u, "maximum"],
  [
    /(?:不高于|不超过|不多于|不大于|至多|最多|控制在|小于等于|≤|at most|no more than|not exceed(?:ing)?|within|up to)\s*$/iu,
    "maximum",
  ],
  [/(?:低于|少于|小于|不满|<|below|under|less than|fewer than)\s*$/iu, "exclusiveMaximum"],
  [/(?:高于|多于|大于|超过|>|above|over|more than|exceed(?:s|ing)?)\s*$/iu, "exclusiveMinimum"],
];

/** Words after a figure. 以上, 以下 and 以内 include the figure: Civil Code of the PRC, art. 1259. */
const trailing: readonly (readonly [RegExp, Keyword])[] = [
  [/^\s*(?:及以上|以上|or more|or higher)/iu, "minimum"],
  [/^\s*(?:及以下|以下|以内|之内|or less|or fewer)/iu, "maximum"],
];

const cadences: readonly (readonly [RegExp, NonNullable<FoundMeasure["every"]>])[] = [
  [/每个?工作日|每天|每日|daily|every day|per day/iu, "day"],
  [/每个?(?:周|星期)|weekly|every week|per week/iu, "week"],
  [/每个?月|月度|当月|monthly|every month|per month/iu, "month"],
  [/每个?季度?|季度|quarterly|every quarter|per quarter/iu, "quarter"],
  [/每半年|半年度|half-yearly|semi-annual/iu, "half-year"],
  [/每年|年度|全年|annual|yearly|every year|per year/iu, "year"],
];

const figurePattern =
  /(?<figure>\d+(?:\.\d+)?)\s*(?<unit>%|％|个?工作日|小时|分钟|秒|元|万元|分|次|件|起|天|人|days?|hours?|minutes?|times?|percent)?/giu;

/** Reads operator, figure, unit, cadence and deadline from one sentence, Chinese or English. Invents nothing. */
export function findMeasure(sentence: string): FoundMeasure {
  const text = halfWidth(sentence);
  const due = deadline(text);
  return { ...bound(text), ...(due ? { due } : {}), ...cadence(text) };
}

function cadence(text: string): Pick<FoundMeasure, "every"> {
  const found = cadences.map(([pattern, every]) => ({ at: text.search(pattern), every })).filter(({ at }) => at >= 0);
  const first = found.sort((left, right) => left.at - right.at)[0];
  return first ? { every: first.every } : {};
}

function deadline(text: string): FoundMeasure["due"] {
  const day = /(\d{1,2})\s*[日号](?:之?前|以前)/u.exec(text)?.[1];
  if (day !== undefined) return { day: Number(day) };
  const month = /每年\s*(\d{1,2})\s*月底/u.exec(text)?.[1];
  if (month !== undefined) return { month: Number(month), day: "last" };
  return /每?月底前/u.test(text) ? { day: "last" } : undefined;
}

function bound(text: string): Pick<FoundMeasure, "keyword" | "value" | "unit"> {
  for (const match of text.matchAll(figurePattern)) {
    const before = text.slice(0, match.index);
    const after = text.slice(match.index + match[0].length);
    const keyword = [
      ...trailing.filter(([pattern]) => pattern.test(after)),
      ...leading.filter(([pattern]) => pattern.test(before)),
    ][0]?.[1];
    if (keyword === undefined) continue;
    const unit = match.groups?.unit?.replace("％", "%");
    return { keyword, value: Number(match.groups?.figure), ...(unit ? { unit } : {}) };
  }
  return countPerPeriod(text);
}

/** "每周组织召开一次例会" asks for at least one a week. */
function countPerPeriod(text: string): Pick<FoundMeasure, "keyword" | "value" | "unit"> {
  const count = /每个?(?:天|日|周|月|季度?|半年|年)[^。；]*?([一二两三四五六七八九十]|\d+)\s*次/u.exec(text)?.[1];
  if (count === undefined) return {};
  const value = /\d/u.test(count) ? Number(count) : "一二三四五六七八九十".indexOf(count.replace("两", "二")) + 1;
  return { keyword: "minimum", value, unit: "次" };
}

function halfWidth(text: string): string {
  return text.replace(/[０-９．％]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}
