import type { ImportedFile, ImportResult } from "@rolewright/importer";
import type { ImportFile } from "../protocol.ts";

/** What lists show of a document that was read. */
export type ImportFacts = Pick<
  ImportFile,
  "format" | "encoding" | "titles" | "qualifications" | "duties" | "standards" | "unsure" | "unplaced"
>;

/** Below this a reviewer should look. */
const sure = 0.6;

/** Sums up a result for lists. */
export function factsOf(result: ImportResult): ImportFacts {
  const { descriptions, source, unplaced, ambiguities, corrections } = result;
  const all = <Item>(items: (description: (typeof descriptions)[number]) => readonly Item[]) =>
    descriptions.flatMap(items);
  const fields = all(({ title, superior, qualifications, duties, standards }) => [
    ...(title ? [title] : []),
    ...(superior ? [superior] : []),
    ...qualifications,
    ...duties,
    ...standards,
  ]);
  return {
    format: source.format,
    encoding: source.encoding,
    titles: descriptions.map(({ title }) => title?.text ?? ""),
    qualifications: all(({ qualifications }) => qualifications).length,
    duties: all(({ duties }) => duties).length,
    standards: all(({ standards }) => standards).length,
    unsure: fields.filter(({ confidence }) => confidence < sure).length + ambiguities.length + corrections.length,
    unplaced: unplaced.reduce((sum, { start, end }) => sum + end - start, 0),
  };
}

/** The columns that a reading fills. */
export function readColumns({ source, result }: ImportedFile) {
  return { source: JSON.stringify(source), result: JSON.stringify(result), facts: JSON.stringify(factsOf(result)) };
}
