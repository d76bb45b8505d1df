/*
 * The language service: what an editor asks about a text and an offset, as plain data. Pure, and at home in text that
 * does not parse. The page binds it to Monaco, the command line prints it, `rolewright lsp` serves it.
 */
export { type Completion, complete } from "./completion.ts";
export type { LanguageContext } from "./context.ts";
export { definition, type Place } from "./definition.ts";
export { type Fold, folds } from "./folding.ts";
export { type Hover, type HoverPart, hover } from "./hover.ts";
export { type OutlineEntry, outline } from "./outline.ts";
export { placeAt, rangeOf } from "./place.ts";
export { type Reference, references } from "./references.ts";
export { type Renamable, renamable, rename } from "./rename.ts";
export { type Repair, repairsAt } from "./repairs.ts";
