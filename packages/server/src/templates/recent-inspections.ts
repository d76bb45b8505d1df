import type { Inspected } from "./inspector.ts";

/** Texts whose inspection is kept; each takes some tens of kilobytes. */
const capacity = 50;

/** All that an inspection depends on: the text, what was decided about findings, and how often anything was published. */
type Question = readonly [text: string, severities: object, generation: number];

/**
 * What was found in the texts that were looked into last. A text is mostly looked into several times in a row: for its
 * facts when it was written, by each who opens it, before it is published.
 */
export class RecentInspections {
  /** The one that was asked for last comes last. */
  #known: readonly { readonly question: Question; readonly found: Promise<Inspected> }[] = [];

  /** What is known, else what `inspect` finds; a failure is not kept. */
  of(question: Question, inspect: () => Promise<Inspected>): Promise<Inspected> {
    const known = this.#known.find((one) => one.question.every((part, index) => part === question[index]));
    const entry = known ?? { question, found: inspect() };
    this.#known = [...this.#known.filter((one) => one !== entry), entry].slice(-capacity);
    if (!known) entry.found.catch(() => this.#forget(entry));
    return entry.found;
  }

  #forget(entry: object): void {
    this.#known = this.#known.filter((one) => one !== entry);
  }
}
