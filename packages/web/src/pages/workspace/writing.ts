/*
 * What a text is written with, together with others. A role is looked at before it is written: this is loaded, and people
 * are joined, when what is seen first has been drawn.
 */
export { locate } from "@rolewright/server/anchors";
export { Collaboration } from "../../data/collaboration.ts";
export { absoluteOffset } from "../../editor/relative-place.ts";
export { historyOf } from "../../editor/yjs-binding.ts";
export { Intents } from "./merging/intents.ts";
export { LostWordsKeeper, returning } from "./merging/lost-words.ts";
export { Strays } from "./merging/strays.ts";
export { Twins } from "./merging/twins.ts";
