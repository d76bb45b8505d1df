import type { Standard } from "./import-result.ts";

/** Words of a sentence that a part of its measure was read from. */
export interface Evidence {
  readonly part: "cadence" | "metric" | "operator" | "target" | "deadline";
  readonly words: string;
}

/** How often, as it is written. Whichever is found names what was read: the reading itself is the importer's. */
const cadenceWords: Readonly<Record<string, RegExp>> = {
  shift: /每班次?|(?:each|every|per) shift/iu,
  day: /每[一个]*[日天]|日常|daily|(?:each|every|per) day/iu,
  week: /每[一个]*(?:周|星期)|周例?会?|weekly|(?:each|every|per|a) week/iu,
  month: /每[一个]*月|月度|当月|月|monthly|(?:each|every|per|a) month/iu,
  quarter: /每[一个]*季度?|季度|quarterly|(?:each|every|per|a) quarter/iu,
  "half-year": /每[一个]*半年|半年度?|semi-?annual(?:ly)?|(?:each|every) half[- ]year/iu,
  year: /每[一]?年度?|年度|年终|年|annual(?:ly)?|yearly|(?:each|every|per|a) year/iu,
  term: /每[一个]*学期|(?:each|every|per) term/iu,
  event: /每次|每[件例起]|(?:each|every) time/iu,
};
const operatorWords =
  /不(?:得|能)?(?:低于|少于|小于|高于|超过|大于|多于)|低于|少于|小于|高于|超过|大于|达到|控制在|至少|至多|最多|以上|以下|以内|之内|at least|at most|no (?:more|less|fewer|later) than|not exceed(?:ing)?|within|under|below|above|over|up to|reach(?:es|ing)?|[≥≤><]/giu;
const unitWords =
  "(?:[%％‰]|百分点|成|个?小时|分钟?|天|日|次|件|份|人|元|万元|小时|课时|hours?|minutes?|days?|times?|percent)";
const figureWords = new RegExp(
  `百分之[零一二两三四五六七八九十百点]+|\\d+(?:[.,]\\d+)*\\s*${unitWords}?|[零一二两三四五六七八九十百半]+\\s*${unitWords}`,
  "giu",
);
const deadlineWords =
  /(?:次月|当月|每月)?(?:\d{1,2}\s*月)?\d{1,2}\s*[日号](?:（[^）]*）)?(?:之前|以前|前|内)?|月[底末](?:之前|以前|前)?|第?\s*\d+\s*个?工作日(?:之前|以前|前|内)?|(?:by|before) the \w+/iu;

/** The words each part of a measure was read from, in the order of the sentence; parts whose words cannot be told are left out. */
export function evidenceOf(standard: Standard, sentence: string): readonly Evidence[] {
  const found: (Evidence & { readonly at: number })[] = [];
  const note = (part: Evidence["part"], words: string | undefined) => {
    const at = words ? sentence.indexOf(words) : -1;
    if (words && at >= 0) found.push({ part, words, at });
  };
  const { cadence, metric, operator, target, deadline } = standard;
  if (cadence) note("cadence", cadenceWords[cadence]?.exec(sentence)?.[0]);
  if (metric !== found[0]?.words) note("metric", metric);
  const figure = target === undefined ? undefined : figureIn(sentence, target);
  if (operator && figure) note("operator", operatorBy(sentence, sentence.indexOf(figure)));
  note("target", figure);
  if (deadline) note("deadline", deadlineWords.exec(sentence)?.[0]);
  return found.sort((one, other) => one.at - other.at).map(({ part, words }) => ({ part, words }));
}

/** The words of a deadline in a sentence; all of it where they cannot be told. */
export function deadlineIn(sentence: string): string {
  return deadlineWords.exec(sentence)?.[0] ?? sentence;
}

/** The words of comparison that a figure is read with: the last before it, else the first after it. */
function operatorBy(sentence: string, figure: number): string | undefined {
  const all = [...sentence.matchAll(operatorWords)];
  const before = all.filter(({ index, 0: words }) => index + words.length <= figure);
  return (before.at(-1) ?? all[0])?.[0];
}

/** The figure that says the target: the one with its digits, else the only one there is. */
function figureIn(sentence: string, target: NonNullable<Standard["target"]>): string | undefined {
  const figures = [...sentence.matchAll(figureWords)].map(([words]) => words.trim());
  const wanted = String(typeof target === "number" ? target : target.from);
  const digits = (words: string) =>
    words
      .normalize("NFKC")
      .replaceAll(",", "")
      .match(/\d+(?:\.\d+)?/)?.[0];
  return figures.find((words) => digits(words) === wanted) ?? (figures.length === 1 ? figures[0] : undefined);
}
