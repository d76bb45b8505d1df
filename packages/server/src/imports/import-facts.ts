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
  const { descriptions, source, unplaced } = result;
  const all = <Item>(items: (description: (typeof descriptions)[number]) => readonly Item[]) =>
    descriptions.flatMap(items);
  return {
    format: source.format,
    encoding: source.encoding,
    titles: descriptions.map(({ title }) => title?.text ?? ""),
    qualifications: all(({ qualifications }) => qualifications).length,
    duties: all(({ duties }) => duties).length,
    standards: all(({ standards }) => standards).length,
    unsure: toCheck(result),
    unplaced: unplaced.reduce((sum, { start, end }) => sum + end - start, 0),
  };
}

/** The lists a reviewer goes through. */
const lists = ["qualifications", "duties", "standards", "authority", "others"] as const;

/** How many entries a reviewer should look at: those that are unsure or in question, as the page of the review counts. */
function toCheck({ descriptions, ambiguities }: ImportResult): number {
  const asked = new Set(ambiguities.map(({ path }) => path.split("/").slice(0, 5).join("/")));
  const open = descriptions.flatMap((description, number) =>
    lists.flatMap((list) =>
      description[list].filter(
        ({ confidence }, index) => confidence < sure || asked.has(`/descriptions/${number}/${list}/${index}`),
      ),
    ),
  );
  return open.length;
}

/** The columns that a reading fills. */
export function readColumns({ source, result }: ImportedFile) {
  return { source: JSON.stringify(source), result: JSON.stringify(result), facts: JSON.stringify(factsOf(result)) };
}
