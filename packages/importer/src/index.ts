export { type DraftWords, draftTemplate } from "./draft-template.ts";
export type * from "./generated/import-result.ts";
export { type FoundMeasure, findMeasure } from "./measure.ts";
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
export { type DraftRole, type Found, understand } from "./understand.ts";
