import type { Entry } from "./entries.ts";
import { isMeasured, isTargeted, type JobKind, type Judged, jobKinds, type Placed } from "./judged.ts";
import { kindSequence, type SequenceKind } from "./kind-sequence.ts";
import type { Part } from "./structure.ts";
import { placedRow, tellsNoWork, unheaded } from "./unheaded.ts";

/**
 * Entries under no heading that is known, by their words and by their neighbours.
 *
 * @param lacking What the description must have and is told nowhere else.
 */
export function bySequence(judged: readonly Judged[], part: Part, lacking?: JobKind): Placed[] {
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

/** How much speaks against another kind beginning here: little where the text itself breaks. */
function turnAt(last: Entry | undefined, { marker, role, apart, group }: Entry, part: Part): number {
  if (!last || apart || last.group?.start !== group?.start) return 0.5;
  if (marker && last.marker && marker.ordinal > 0 && marker.ordinal <= last.marker.ordinal) return 0.5;
  if (last.role !== role || last.marker?.style !== marker?.style) return 0.8;
  if (role === "loose") return 0.8;
  return part.heading ? 2 : 1.4;
}
