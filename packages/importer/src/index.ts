export { type DraftWords, draftTemplate } from "./draft-template.ts";
export { type FoundMeasure, findMeasure } from "./measure.ts";
export { pastedText, readText, type SourceDocument, type Span } from "./source.ts";
export { type DraftRole, type Found, understand } from "./understand.ts";
