import { type ComparedRole, findDuplicates } from "@rolewright/runtime";

/** Compares roles with one another, in a worker: every role with every other takes its time. One message, one answer. */
addEventListener("message", ({ data }: MessageEvent<readonly ComparedRole[]>) => postMessage(findDuplicates(data)));
