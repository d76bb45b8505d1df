import { type MeasuredClause, measuresOf, tellsWeights } from "../measures/find-measures.ts";
import type { SectionKind } from "../words/headings.ts";
import { type Scores, scoresOf } from "./classify.ts";
import type { Entry } from "./entries.ts";
import type { Part } from "./structure.ts";

/** Where an entry belongs. */
export type Placement = SectionKind;

export interface Placed {
  readonly entry: Entry;
  readonly words: string;
  readonly as: Placement;
  /** 0–1. */
  readonly confidence: number;
  /** The heading above it said something else. */
  readonly moved: boolean;
}

/** A part with its entries, to be placed. */
export interface PartToPlace {
  readonly part: Part;
  readonly entries: readonly { readonly entry: Entry; readonly words: string }[];
  /** It stands under the description's own heading, and other parts have lists of its kind. */
  readonly introduces: boolean;
}

interface Judged {
  readonly entry: Entry;
  readonly words: string;
  readonly scores: Scores;
  /** What its words ask to be measured; read when first asked for, since most entries are never asked. */
  readonly measures: () => readonly MeasuredClause[];
}

/** Its words hold a measure. */
function isMeasured({ measures }: Judged): boolean {
  return measures().length > 0;
}

/** Its words name a figure to reach. */
function isTargeted({ measures }: Judged): boolean {
  return measures().some(({ measure }) => measure.target !== undefined);
}

function judge({ entry, words }: { readonly entry: Entry; readonly words: string }): Judged {
  let found: readonly MeasuredClause[] | undefined;
  const measures = () => {
    found ??= measuresOf(words);
    return found;
  };
  return { entry, words, scores: scoresOf(words), measures };
}

type JobKind = "duties" | "qualifications" | "standards";
const jobKinds: readonly JobKind[] = ["duties", "qualifications", "standards"];
const scoreOf = { duties: "duty", qualifications: "qualification", standards: "standard" } as const;

/**
 * Decides for each entry of a description where it belongs: by the heading, and against it where the words speak
 * plainly. A list that is wholly of another kind than its heading says is taken for mislabelled; of two headings that
 * say each other's, both. Lists one behind the other under one heading are judged one by one, since the second may stand
 * under words that were not known for a heading.
 */
export function placedParts(parts: readonly PartToPlace[]): Placed[][] {
  const judged = parts.map(({ entries }) => entries.map(judge));
  const jobless = !parts.some(({ part, entries }) => part.kind && isJob(part.kind) && entries.length > 0);
  const kinds = kindsAgainstHeadings(
    parts.map(({ part }) => part.kind),
    judged,
  );
  return parts.map(({ part, introduces }, index) => {
    const context = { jobless, introduces, kind: kinds[index] };
    return runsOf(judged[index] ?? []).flatMap((run) => placedRun(run, part, context));
  });
}

/** What mislabelled parts are. Of two headings that say each other's, the second needs no more than not to suit. */
function kindsAgainstHeadings(
  stated: readonly (SectionKind | undefined)[],
  judged: readonly (readonly Judged[])[],
): (JobKind | undefined)[] {
  const partner = new Map<JobKind, JobKind>();
  const wrong = stated.map((kind, index) => {
    const real = kind && isJob(kind) ? mislabelled(kind, judged[index] ?? []) : undefined;
    if (real && kind && isJob(kind)) partner.set(real, kind);
    return real;
  });
  return stated.map((kind, index) => {
    if (!kind || !isJob(kind) || wrong[index]) return wrong[index];
    const other = partner.get(kind);
    return other && !(judged[index] ?? []).some((each) => suits(kind, each)) ? other : undefined;
  });
}

interface PlacingContext {
  /** The description has no heading for duties, qualifications or standards at all. */
  readonly jobless: boolean;
  readonly introduces: boolean;
  /** What the part is against its heading. */
  readonly kind: JobKind | undefined;
}

/** Lists one behind the other: a new one begins where the numbers begin anew. */
function runsOf(judged: readonly Judged[]): Judged[][] {
  const runs: Judged[][] = [];
  let last: Entry | undefined;
  for (const each of judged) {
    const { marker, role, apart } = each.entry;
    const anew =
      marker && marker.ordinal === 1 && last?.marker && last.marker.ordinal > 1 && marker.style === last.marker.style;
    const grouped = last && last.group?.start !== each.entry.group?.start;
    if (!last || anew || grouped || (apart && role === "loose") || (last.role !== role && role !== "loose"))
      runs.push([each]);
    else runs.at(-1)?.push(each);
    last = each.entry;
  }
  return runs;
}

function placedRun(run: readonly Judged[], part: Part, context: PlacingContext): Placed[] {
  const stated = part.guessed && !bearsOut(part.kind, run) ? undefined : part.kind;
  if (stated !== undefined && !isJob(stated)) {
    const real = strayed(stated, run);
    return run.map((each) => (real ? unheaded(each, true, real) : keptIn(stated, each)));
  }
  if (stated === undefined) {
    const free = context.jobless || part.heading !== undefined;
    const common = commonKind(run) ?? (part.heading ? mostly(run) : undefined);
    const placed = run.map((each) =>
      each.entry.role === "row" ? placedRow(each, undefined) : unheaded(each, free, common),
    );
    return free ? betweenNeighbours(run, placed) : placed;
  }
  const kind = context.kind ?? mislabelled(stated, run) ?? stated;
  const prior = part.guessed ? 2.5 : part.mixed ? 1.5 : 4;
  // Among metrics under a duties heading, what names neither figure nor day is what the heading says.
  const kindOf = (each: Judged) => (kind === "standards" && stated === "duties" && !isMeasured(each) ? stated : kind);
  return run.map((each) => place(each, kindOf(each), prior, stated, context));
}

/** Whether the words of a list bear out what its heading only hints at. */
function bearsOut(kind: SectionKind | undefined, run: readonly Judged[]): boolean {
  if (kind === undefined || !isJob(kind)) return true;
  return run.filter((each) => suits(kind, each)).length * 3 >= run.length;
}

/** What a list is that stands below the company, the contacts or the like, its own heading not being known for one. */
function strayed(stated: SectionKind, run: readonly Judged[]): JobKind | undefined {
  if (stated === "authority") return undefined;
  // A list under "The role" is what the role does; its sentences are what it is for.
  if (stated === "purpose" && run.some(({ entry }) => entry.role !== "listed")) return undefined;
  const pay = run.filter(({ scores }) => scores.pay > 0 || scores.condition > 0 || scores.chatter > 0);
  return pay.length > 0 ? undefined : commonKind(run);
}

/** What most entries of a list under no heading are. */
function commonKind(run: readonly Judged[]): JobKind | undefined {
  const listed = run.filter(({ entry }) => entry.role === "listed" || entry.role === "loose");
  if (listed.length < 3) return undefined;
  return jobKinds.find((kind) => {
    const plain = listed.filter(
      (each) =>
        suits(kind, each) &&
        each.scores[scoreOf[kind]] >= Math.max(...jobKinds.map((other) => each.scores[scoreOf[other]])),
    );
    return plain.length * 10 >= listed.length * 6;
  });
}

/** The kind that the words of a short list speak most for, taken together. */
function mostly(run: readonly Judged[]): JobKind | undefined {
  const sums = jobKinds.map((kind) => {
    const told = run.filter((each) => kind !== "standards" || isMeasured(each));
    return { kind, sum: told.reduce((sum, { scores }) => sum + scores[scoreOf[kind]], 0) };
  });
  const [first, second] = sums.sort((left, right) => right.sum - left.sum);
  return first && second && first.sum > second.sum ? first.kind : undefined;
}

/** Words that tell nothing, between two of one kind, are of that kind; of a paragraph of duties, duties. */
function betweenNeighbours(run: readonly Judged[], placed: readonly Placed[]): Placed[] {
  const told = placed.map(({ as }) => (isJob(as) ? as : undefined));
  const [before, behind] = [lastTold(told), lastTold(told.toReversed()).reverse()];
  return placed.map((each, index) => {
    if (each.as !== "other" || !tellsNothing(run[index])) return each;
    const [kind, next] = [before[index], behind[index]];
    const paragraph = [placed[index - 1], placed[index + 1]].some(
      (other) => other?.as === "duties" && other.entry.line !== undefined && other.entry.line === each.entry.line,
    );
    if (kind !== undefined && kind === next) return { ...each, as: kind, confidence: 0.55 };
    return paragraph && each.words.length >= 6 ? { ...each, as: "duties", confidence: 0.5 } : each;
  });
}

/** For each place the last kind that was told up to it. */
function lastTold(kinds: readonly (JobKind | undefined)[]): (JobKind | undefined)[] {
  let last: JobKind | undefined;
  return kinds.map((kind) => {
    last = kind ?? last;
    return last;
  });
}

function tellsNothing(judged: Judged | undefined): boolean {
  if (!judged || judged.words.length < 4) return false;
  if (aboutDocument.test(judged.words) || onlyReports.test(judged.words)) return false;
  const { pay, condition, chatter } = judged.scores;
  return pay + condition + chatter === 0;
}

function placedRow({ entry, words }: Judged, kind: JobKind | undefined): Placed {
  return { entry, words, as: rowKind(entry, kind), confidence: 0.93, moved: false };
}

function isJob(kind: SectionKind): kind is JobKind {
  return (jobKinds as readonly SectionKind[]).includes(kind);
}

function keptIn(kind: SectionKind, { entry, words, scores }: Judged): Placed {
  const as = kind !== "process" && scores.chatter >= 4 ? "other" : kind;
  return { entry, words, as, confidence: 0.9, moved: false };
}

/** What the entries of a list are when most of them are plainly not what its heading says. */
function mislabelled(stated: JobKind, judged: readonly Judged[]): JobKind | undefined {
  const listed = judged.filter(({ entry }) => entry.role !== "after" && entry.role !== "before");
  if (listed.length < 2) return undefined;
  const own = listed.filter((each) => suits(stated, each));
  if (own.length * 2 > listed.length) return undefined;
  for (const kind of jobKinds.filter((each) => each !== stated)) {
    const plain = listed.filter((each) => leads(kind, stated, each));
    if (plain.length * 10 >= listed.length * 6) return kind;
  }
  return undefined;
}

function suits(kind: JobKind, judged: Judged): boolean {
  const { scores } = judged;
  if (kind === "standards") return scores.standard >= 1 || isMeasured(judged);
  return scores[scoreOf[kind]] >= 1.5;
}

function leads(kind: JobKind, over: JobKind, judged: Judged): boolean {
  const { scores } = judged;
  const ahead = scores[scoreOf[kind]] - scores[scoreOf[over]];
  return ahead >= 1.5 && (kind !== "standards" || isMeasured(judged));
}

function place(judged: Judged, kind: JobKind, prior: number, stated: JobKind, context: PlacingContext): Placed {
  const { entry, words, scores } = judged;
  if ((entry.role === "loose" && onlyReports.test(words)) || aboutDocument.test(words))
    return { ...besideList(judged), as: "other" };
  const introduces = context.introduces && entry.role === "loose";
  if (entry.role === "row") return placedRow(judged, kind);
  if (kind === "standards" && !entry.marker && tellsWeights(words)) return { ...besideList(judged), as: "other" };
  const apart = entry.role === "after" || entry.role === "before" || introduces;
  if (apart && (introduces || !belongs(judged, kind))) return besideList(judged);
  const own = scores[scoreOf[kind]] + (apart ? prior - 2.5 : prior);
  const other = strongest(judged, kind, prior);
  if (other && other.score > own) return { entry, words, as: other.as, confidence: 0.7, moved: true };
  const sure = entry.role === "listed" ? 0.96 : 0.85;
  return { entry, words, as: kind, confidence: confidenceOf(sure, judged, kind, prior), moved: kind !== stated };
}

/** A sentence in front of a list introduces it, one behind it closes or adds something else. */
function besideList({ entry, words, scores }: Judged): Placed {
  const as = entry.role !== "after" && scores.chatter < 4 ? "purpose" : scores.pay >= 4 ? "salary" : "other";
  return { entry, words, as, confidence: 0.6, moved: false };
}

function confidenceOf(sure: number, { scores }: Judged, kind: JobKind, prior: number): number {
  const doubt = scores[scoreOf[kind]] === 0 ? 0.1 : 0;
  return Math.round((sure - doubt - (prior < 4 ? 0.06 : 0)) * 100) / 100;
}

/** A line before or behind a list counts to it only when its words fit. */
function belongs(judged: Judged, kind: JobKind): boolean {
  const { entry, words, scores } = judged;
  if (
    entry.role === "before" &&
    /[:]$|^(?:作为|以下|下面|客服.{0,8}是|该岗位|本岗位|此岗位)|(?:您|你)的职责/u.test(words)
  )
    return false;
  if (/^(?:通过|总之|综上|以上|总的来说|由此|因此|可见|希望|注[:：])/u.test(words)) return false;
  if (kind === "standards") return scores.standard >= 2 && isMeasured(judged);
  return scores[scoreOf[kind]] >= 2 && words.length >= 4;
}

const offersPay =
  /\d|[一二三四五六七八九十]+险|面议|面谈|包吃|包住|双休|单休|带薪|底薪|提成|补贴|福利|奖金|年假|优厚|[$£€]|benefits|insurance|paid|perks|discount|pension|equal/iu;

/** The kind that speaks most against the heading's. Standards need something to measure. */
function strongest(judged: Judged, kind: JobKind, prior: number): { as: Placement; score: number } | undefined {
  const { scores, words } = judged;
  const rivals: { as: Placement; score: number }[] = [
    // 维护薪酬台账 is the work of some; pay itself has a figure or is promised.
    { as: "salary", score: offersPay.test(words) ? scores.pay + 2.5 : 0 },
    { as: "other", score: scores.chatter + 1 },
    { as: "conditions", score: scores.condition + 0.5 },
  ];
  for (const rival of jobKinds) {
    // A figure does not make a duty less of one: it becomes a standard besides, see items.ts.
    if (rival === kind || (kind === "duties" && rival === "standards" && prior >= 4)) continue;
    const score = scores[scoreOf[rival]];
    if (score > 0 && (rival !== "standards" || isTargeted(judged))) rivals.push({ as: rival, score });
  }
  const real = rivals.filter(
    ({ as, score }) =>
      !(as === "salary" && score <= 2.5) && !(as === "other" && score <= 1) && !(as === "conditions" && score <= 0.5),
  );
  return real.sort((left, right) => right.score - left.score)[0];
}

function rowKind(entry: Entry, kind: JobKind | undefined): Placement {
  const has = (column: string) => entry.row?.cells.some((cell) => cell.kind === column) ?? false;
  if (has("metric") || has("target")) return "standards";
  return has("duty") ? "duties" : (kind ?? "standards");
}

/** What regulations say of themselves, and of whom the role serves under and nothing more. */
const aboutDocument =
  /^为(?:了)?[^。]*制定(?:本|此|该)|^本(?:办法|制度|规定|说明书|标准|细则|职责)|^[^,。;]*在[^,。;]+(?:领导|指导|带领)下(?:开展|进行)?工作(?:,(?:管理|领导|带领)[^,。;]+(?:[师员长工管理手]|人员))?[。;]?$/u;

/** A sentence that names the superior and nothing else. */
const onlyReports =
  /^[^,。;:]{0,14}(?:隶属于?|(?:直接)?受|(?:直接)?向)[^,。;:]{2,14}(?:领导|管理|汇报(?:工作)?|负责)(?:,(?:管理|带领|下辖)[^,。;]{2,24}(?:[名人员师长手组]))?[。;]?$|^(?:The|This|Our|You)\b[^.,;]{0,50}\b(?:reports?|answers?) (?:directly )?(?:in)?to [^.,;]{3,80}\.?$/u;

/** Text under no heading: all of it where a description has no headings, else only an introduction. */
function unheaded(judged: Judged, jobless: boolean, common: JobKind | undefined): Placed {
  const { entry, words, scores } = judged;
  const rest: Placed = { entry, words, as: "other", confidence: 0.5, moved: false };
  if (aboutDocument.test(words) || onlyReports.test(words)) return rest;
  if (scores.chatter >= 4) return rest;
  if (scores.pay >= 4) return { ...rest, as: "salary", confidence: 0.7 };
  if (scores.condition >= 3 && scores.duty < 2 && scores.qualification < 2) return { ...rest, as: "conditions" };
  const ranked = jobKinds
    .map((kind) => ({ kind, score: scores[scoreOf[kind]] + (kind === common ? 2.5 : 0) }))
    .filter(({ kind, score }) => kind !== "standards" || (score >= 1.5 && isMeasured(judged)))
    .sort((left, right) => right.score - left.score);
  const [best] = ranked;
  if (!best || best.score < 1.5 || words.length < 4) return rest;
  if (!jobless && entry.role !== "listed" && best.kind !== common) return { ...rest, as: "purpose" };
  return { entry, words, as: best.kind, confidence: Math.min(0.8, 0.5 + best.score / 20), moved: false };
}
