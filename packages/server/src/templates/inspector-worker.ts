import { parentPort } from "node:worker_threads";
import { inspect, type TemplateHost } from "@rolewright/runtime";
import type { InspectionJob, InspectorAnswer } from "./inspector.ts";
import { referenceParts } from "./library-text.ts";

if (!parentPort) throw new Error("This module runs as a worker thread");
const port = parentPort;

port.on("message", (job: InspectionJob) => port.postMessage(answerTo(job)));
port.postMessage("ready");

function answerTo(job: InspectionJob): InspectorAnswer {
  try {
    const { template, role, diagnostics } = inspect(job.text, hostOf(job), { severities: job.severities });
    const schemaId = template?.value.$id;
    return {
      inspected: { ...(typeof schemaId === "string" ? { schemaId } : {}), ...(role ? { role } : {}), diagnostics },
    };
  } catch (problem) {
    return { crash: problem instanceof Error ? (problem.stack ?? problem.message) : String(problem) };
  }
}

/** What the job brought along, under the names by which it was asked for. */
function hostOf({ behind, names }: InspectionJob): TemplateHost {
  const key = (id: string, version: number | undefined) => `${id}@${version ?? ""}`;
  const texts = new Map(
    behind.map(({ reference, text }) => {
      const { id, version } = referenceParts(reference);
      return [key(id, version), text];
    }),
  );
  return { template: (id, version) => texts.get(key(id, version)), names: () => names };
}
