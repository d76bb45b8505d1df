import { readFileSync } from "node:fs";
import { parentPort } from "node:worker_threads";
import { ExportError } from "../export-error.ts";
import { fontFiles } from "./fonts.ts";
import { type TypesetJob, Typesetter } from "./typesetter.ts";

/** What the worker answers: the file's bytes, or the problem as data (errors lose their class between threads). */
export type WorkerAnswer =
  | { readonly pdf: Uint8Array }
  | { readonly problem: { readonly code: ExportError["code"]; readonly params: ExportError["params"] } }
  | { readonly crash: string };

if (!parentPort) throw new Error("This module runs as a worker thread");
const port = parentPort;
const typesetter = new Typesetter({
  template: readFileSync(new URL("./template.typ", import.meta.url), "utf8"),
  textFonts: [readFileSync(fontFiles.text), readFileSync(fontFiles.strong)],
  headingFonts: [readFileSync(fontFiles.heading)],
});

port.on("message", async (job: TypesetJob) => {
  const answer = answerTo(job);
  // Native handles are released by finalisers, which only run when the loop turns: without this, memory grows.
  await new Promise((resolve) => setImmediate(resolve));
  port.postMessage(answer);
});
port.postMessage("ready");

function answerTo(job: TypesetJob): WorkerAnswer {
  try {
    return { pdf: typesetter.typeset(job) };
  } catch (problem) {
    if (problem instanceof ExportError) return { problem: { code: problem.code, params: problem.params } };
    return { crash: problem instanceof Error ? (problem.stack ?? problem.message) : String(problem) };
  }
}
