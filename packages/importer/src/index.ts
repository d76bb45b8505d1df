export { comparedWords } from "./compared-words.ts";
export { type DraftOptions, type DraftWord, draftTemplate, emptyDescription } from "./draft-template.ts";
export type * from "./generated/import-result.ts";
export { type ImportedFile, ImportWorker, type ImportWorkerOptions } from "./import-worker.ts";
export { type MeasuredClause, measuresOf } from "./measures/find-measures.ts";
export { readDescriptions } from "./read-descriptions.ts";
export { ReadError } from "./read-error.ts";
export { type ReadOptions, readSource } from "./read-source.ts";
export {
  layoutOf,
  pastedText,
  type ReadingNote,
  type SourceBlock,
  type SourceCell,
  type SourceDocument,
  type SourceFormat,
  type Span,
} from "./source.ts";
export { type SourceFile, unpack } from "./unpack.ts";
