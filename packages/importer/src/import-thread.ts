import { parentPort } from "node:worker_threads";
import type { ImportAnswer, ImportJob } from "./import-worker.ts";
import { readDescriptions } from "./read-descriptions.ts";
import { ReadError } from "./read-error.ts";
import { readSource } from "./read-source.ts";
import type { SourceDocument } from "./source.ts";
import { unpack } from "./unpack.ts";

if (!parentPort) throw new Error("This module runs as a worker thread");
const port = parentPort;

port.on("message", async (job: ImportJob) => port.postMessage(await answerTo(job)));
port.postMessage("ready");

async function answerTo(job: ImportJob): Promise<ImportAnswer> {
  try {
    if (job.kind === "unpack") return { files: unpack(job.file) };
    if (job.kind === "understand") return understood(job.source);
    return understood(await readSource(job.file.name, job.file.bytes, job.options));
  } catch (problem) {
    if (problem instanceof ReadError) return { failed: { code: problem.code, params: { ...problem.params } } };
    return { failed: { code: "damaged", params: { part: "", problem: String(problem) } } };
  }
}

function understood(source: SourceDocument): ImportAnswer {
  return { imported: { source, result: readDescriptions(source) } };
}
