import { tellsWeights } from "../measures/find-measures.ts";
import type { SectionKind } from "../words/headings.ts";
import { bySequence } from "./by-sequence.ts";
import type { Entry } from "./entries.ts";
import {
  isJob,
  isMeasured,
  isTargeted,
  type JobKind,
  type Judged,
  jobKinds,
  judge,
  leads,
  type Placed,
  type Placement,
  scoreOf,
  suits,
} from "./judged.ts";
import { kindOf } from "./qualifications.ts";
import type { Part } from "./structure.ts";
import { aboutDocument, onlyReports, placedRow, unheaded } from "./unheaded.ts";

/** What goes on after so many entries is no introduction any more: the headings below it were not known. */
const longestIntroduction = 6;

/** A part with its entries, to be placed. */
export interface PartToPlace {
  readonly part: Part;
  readonly entries: readonly { readonly entry: Entry; readonly words: string }[];
  /** It stands under the description's own heading, and other parts have lists of its kind. */
  readonly introduces: boolean;
}

/**
 * Decides for each entry of a description where it belongs: by the heading, and against it where the words speak
 * plainly. A list that is wholly of another kind than its heading says is taken for mislabelled; of two headings that
 * say each other's, both. Lists one behind the other under one heading are judged one by one, since the second may stand
 * under words that were not known for a heading.
 */
export function placedParts(parts: readonly PartToPlace[]): Placed[][] {
  const judged = parts.map(({ entries }) => entries.map(judge));
  const measured = parts.some(
    ({ part }, index) => part.kind === "standards" && (judged[index] ?? []).filter(isMeasured).length >= 2,
  );
  const jobless = !parts.some(({ part, entries }) => part.kind && isJob(part.kind) && entries.length > 0);
  const kinds = kindsAgainstHeadings(
    parts.map(({ part }) => part.kind),
    judged,
    measured,
  );
  const lacking = lackingIn(parts);
  return parts.map(({ part, introduces }, index) => {
    const only = !parts.some(
      (other) => other.part !== part && other.part.kind === part.kind && other.entries.length > 0,
    );
    const context = { jobless, introduces, only, measured, kind: kinds[index] };
    const own = judged[index] ?? [];
    if (isUntold(part, own, jobless) || (lacking && tellsWork(part, own)))
      return bySequence(own, part, jobless ? undefined : lacking);
    const runs = runsOf(own);
    const foot = part.kind === "qualifications" ? footOf(runs) : runs.length;
    const placed = runs.flatMap((run, at) => (at < foot ? placedRun(run, part, context) : run.map(atFoot)));
    const found = placed.filter(({ as }) => as === lacking).length * 2 > own.length;
    return lacking && part.kind === undefined && isList(own) && !found ? bySequence(own, part, lacking) : placed;
  });
}

/** Whether no heading says what its entries are. */
function isUntold({ kind, heading }: Part, own: readonly Judged[], jobless: boolean): boolean {
  if (kind === "purpose") return own.length > longestIntroduction;
  return kind === undefined && (jobless || heading !== undefined);
}

/** The role: Manages …, Plans …, Supports …, each on its line: what it does rather than what it is for. */
function tellsWork({ kind }: Part, own: readonly Judged[]): boolean {
  return (
    kind === "purpose" && own.length >= 3 && own.every(({ scores, words }) => scores.duty >= 2 && words.length < 90)
  );
}

/** Duties, which every job has, where no heading tells of them though others tell of the rest. */
function lackingIn(parts: readonly PartToPlace[]): JobKind | undefined {
  const told = (kind: JobKind) => parts.some(({ part, entries }) => part.kind === kind && entries.length > 0);
  const mixed = parts.some(({ part }) => part.mixed && part.kind && !part.guessed);
  return told("duties") || mixed ? undefined : "duties";
}

/** Whether several entries are numbered. */
function isList(judged: readonly Judged[]): boolean {
  return judged.filter(({ entry }) => entry.role === "listed").length >= 3;
}

/** What mislabelled parts are. Of two headings that say each other's, the second needs no more than not to suit. */
function kindsAgainstHeadings(
  stated: readonly (SectionKind | undefined)[],
  judged: readonly (readonly Judged[])[],
  measured: boolean,
): (JobKind | undefined)[] {
  const partner = new Map<JobKind, JobKind>();
  const wrong = stated.map((kind, index) => {
    const real = kind && isJob(kind) ? mislabelled(kind, judged[index] ?? [], measured) : undefined;
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
  /** No other part is stated to be of its kind. */
  readonly only: boolean;
  /** A part that is stated to be for standards has some. */
  readonly measured: boolean;
  /** What the part is against its heading. */
  readonly kind: JobKind | undefined;
}

/** Which of the runs begins what stands behind the requirements and asks for nothing: greetings, names, notes. */
function footOf(runs: readonly (readonly Judged[])[]): number {
  const asks = ({ entry, words, scores }: Judged) =>
    entry.role !== "loose" || scores.qualification > 0 || kindOf(words) !== undefined;
  return Math.max(1, runs.findLastIndex((run) => run.some(asks)) + 1);
}

function atFoot({ entry, words, scores }: Judged): Placed {
  return { entry, words, as: scores.pay >= 4 ? "salary" : "other", confidence: 0.5, moved: false };
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
  const stated = part.guessed && !bearsOut(part.kind, run, context.only) ? undefined : part.kind;
  if (stated !== undefined && !isJob(stated)) {
    const real = strayed(stated, run);
    return run.map((each) => (real ? unheaded(each, true, real) : keptIn(stated, each)));
  }
  if (stated === undefined) {
    if (part.heading) return bySequence(run, part);
    const common = commonKind(run);
    return run.map((each) => (each.entry.role === "row" ? placedRow(each, undefined) : unheaded(each, false, common)));
  }
  const kind = context.kind ?? mislabelled(stated, run, context.measured) ?? stated;
  // Among figures what says how well without one stands as firmly as they do.
  const figured = kind === "standards" && run.filter(isTargeted).length * 5 >= run.length * 3;
  const prior = figured ? 4 : part.guessed ? 2.5 : part.mixed ? 1.5 : 4;
  // Among metrics under a duties heading, what names neither figure nor day is what the heading says.
  const kindOf = (each: Judged) => (kind === "standards" && stated === "duties" && !isMeasured(each) ? stated : kind);
  return run.map((each) => place(each, kindOf(each), prior, stated, context));
}

/** Whether the words of a list bear out what its heading only hints at; the only duties need not, being of any words. */
function bearsOut(kind: SectionKind | undefined, run: readonly Judged[], only: boolean): boolean {
  if (kind === undefined || !isJob(kind)) return true;
  const others = jobKinds.filter((other) => other !== kind);
  const strange = run.filter((each) => others.some((other) => leads(other, kind, each)));
  if (only && kind === "duties" && strange.length * 3 < run.length) return true;
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

function keptIn(kind: SectionKind, { entry, words, scores }: Judged): Placed {
  const as = kind !== "process" && scores.chatter >= 4 ? "other" : kind;
  return { entry, words, as, confidence: 0.9, moved: false };
}

/** What the entries of a list are when most of them are plainly not what its heading says. */
function mislabelled(stated: JobKind, judged: readonly Judged[], measured: boolean): JobKind | undefined {
  const listed = judged.filter(({ entry }) => entry.role !== "after" && entry.role !== "before");
  if (listed.length < 2) return undefined;
  const kinds = jobKinds.filter((kind) => kind !== stated && !(measured && kind === "standards"));
  const own = listed.filter((each) => suits(stated, each));
  if (own.length * 2 > listed.length) return undefined;
  for (const kind of kinds) {
    const plain = listed.filter((each) => leads(kind, stated, each));
    if (plain.length * 10 >= listed.length * 6) return kind;
  }
  return undefined;
}

function place(judged: Judged, kind: JobKind, prior: number, stated: JobKind, context: PlacingContext): Placed {
  const { entry, words, scores } = judged;
  if ((entry.role === "loose" && onlyReports.test(words)) || aboutDocument.test(words))
    return { ...besideList(judged), as: "other" };
  const introduces = context.introduces && entry.role === "loose";
  if (entry.role === "row") return placedRow(judged, kind);
  if (kind === "standards" && tellsWeights(words)) return { ...besideList(judged), as: "other" };
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
  /\d|[一二三四五六七八九十]+险|面议|面谈|包吃|包住|双休|单休|带薪(?!培训|实习)|底薪|提成|补贴|福利|奖金|年假|优厚|[$£€]|benefits|insurance|paid|perks|discount|pension|equal/iu;

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
