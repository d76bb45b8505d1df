/*
 * What a text inherits, found as the reader finds it: with the whole grammar. Only writing needs it on the page's own
 * thread, so it is loaded apart from what is seen first.
 */
export { inheritedAt, resolvedAt } from "@rolewright/runtime";
