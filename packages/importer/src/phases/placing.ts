import { type MeasuredClause, measuresOf, tellsWeights } from "../measures/find-measures.ts";
import type { SectionKind } from "../words/headings.ts";
import { roleWeight } from "../words/role-weight.ts";
import { type Scores, scoresOf } from "./classify.ts";
import type { Entry } from "./entries.ts";
import { kindSequence, type SequenceKind } from "./kind-sequence.ts";
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
  const lacking = lackingIn(parts);
  return parts.map(({ part, introduces }, index) => {
    const only = !parts.some(
      (other) => other.part !== part && other.part.kind === part.kind && other.entries.length > 0,
    );
    const context = { jobless, introduces, only, kind: kinds[index] };
    const own = judged[index] ?? [];
    if (part.kind === undefined && (jobless || part.heading))
      return bySequence(own, part, jobless ? undefined : lacking);
    const placed = runsOf(own).flatMap((run) => placedRun(run, part, context));
    const found = placed.filter(({ as }) => as === lacking).length * 2 > own.length;
    return lacking && part.kind === undefined && isList(own) && !found ? bySequence(own, part, lacking) : placed;
  });
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
  /** No other part is stated to be of its kind. */
  readonly only: boolean;
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
  const kind = context.kind ?? mislabelled(stated, run) ?? stated;
  const prior = part.guessed ? 2.5 : part.mixed ? 1.5 : 4;
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

/**
 * Entries under no heading that is known, by their words and by their neighbours.
 *
 * @param lacking What the description must have and is told nowhere else.
 */
function bySequence(judged: readonly Judged[], part: Part, lacking?: JobKind): Placed[] {
  const kinds = kindSequence(
    judged.map((each, index) => ({
      weights: expected(weightsOf(each, part.heading !== undefined), each, lacking),
      turn: turnAt(judged[index - 1]?.entry, each.entry, part),
    })),
  );
  return judged.map((each, index) => {
    if (each.entry.role === "row") return placedRow(each, undefined);
    const kind = kinds[index] ?? "none";
    return kind === "none" ? unheaded(each, true, undefined) : sequenced(each, kind);
  });
}

/** An entry of a list is rather what the description lacks than what is told elsewhere. */
function expected(weights: Record<SequenceKind, number>, { entry }: Judged, lacking: JobKind | undefined) {
  if (!lacking || entry.role === "before" || entry.role === "after") return weights;
  const more = entry.role === "listed" ? 1 : 0.4;
  const rest = Object.fromEntries(jobKinds.map((kind) => [kind, weights[kind] - more])) as Record<JobKind, number>;
  return { ...weights, ...rest, [lacking]: weights[lacking] + more };
}

function sequenced(each: Judged, kind: JobKind): Placed {
  const { entry, words } = each;
  const own = weightsOf(each)[kind];
  const confidence = own > 0 ? Math.min(0.8, 0.5 + own / 20) : 0.5;
  return { entry, words, as: kind, confidence: Math.round(confidence * 100) / 100, moved: false };
}

/** How much speaks for no entry at all: that it has no number, is long, or stands behind the list. */
function plainness({ entry, words }: Judged, headed: boolean): number {
  const beside = entry.role === "after" ? 1 : 0;
  if (entry.role === "listed") return 0.2;
  return (words.length > 60 ? 1.2 : headed ? 0.7 : 0.9) + beside;
}

/** @param headed It stands under a heading, which lines without numbers seldom do that are no entries. */
function weightsOf(judged: Judged, headed = false): Record<SequenceKind, number> {
  const { entry, words, scores } = judged;
  const { duty, qualification, standard, pay, condition, chatter } = scores;
  if (entry.role === "row") return { duties: 0, qualifications: 0, standards: 0, none: 0 };
  const aside = tellsNoWork(words) ? 6 : 0;
  // A short line apart that tells nothing heads what is below it.
  const heads = entry.role !== "listed" && entry.apart && words.length <= 16 && duty + qualification + standard === 0;
  return {
    duties: duty,
    qualifications: qualification,
    // A duty may name its own bound; its neighbours tell whether the bound is what is meant.
    standards: isMeasured(judged)
      ? standard + (isTargeted(judged) ? 1 : 0.5) - (duty >= 2 ? 1.5 : 0)
      : Math.min(standard, 1) / 2,
    none:
      plainness(judged, headed) +
      aside +
      (heads ? 1 : 0) +
      chatter +
      pay +
      (duty < 2 && qualification < 2 ? condition : 0),
  };
}

/** What a document says of itself or of whom the role serves under, or nothing but the name of a role. */
function tellsNoWork(words: string): boolean {
  const name = words.length <= 30 && roleWeight(words) >= 3;
  return words.length < 3 || name || aboutDocument.test(words) || onlyReports.test(words);
}

/** How much speaks against another kind beginning here: little where the text itself breaks. */
function turnAt(last: Entry | undefined, { marker, role, apart, group }: Entry, part: Part): number {
  if (!last || apart || last.group?.start !== group?.start) return 0.5;
  if (marker && last.marker && marker.ordinal > 0 && marker.ordinal <= last.marker.ordinal) return 0.5;
  if (last.role !== role || last.marker?.style !== marker?.style) return 0.8;
  if (role === "loose") return 0.8;
  return part.heading ? 2 : 1.4;
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
  // A figure to reach tells a standard, whatever words are around it.
  const own = kind === "standards" && isTargeted(judged) ? Math.max(2, scores.standard) : scores[scoreOf[kind]];
  const ahead = own - scores[scoreOf[over]];
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
  /^[^,。;:]{0,14}(?:隶属于?|(?:直接)?受|(?:直接)?向)[^,。;:]{2,14}(?:领导|管理|汇报(?:工作)?|负责)(?:,(?:管理|带领|下辖)[^,。;]{2,24}(?:[名人员师长手组]))?[。;]?$|^(?:The|This|Our|You|They|He|She)\b[^.,;]{0,50}\b(?:reports?|answers?) (?:directly )?(?:in)?to [^.,;]{3,80}\.?$/u;

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
