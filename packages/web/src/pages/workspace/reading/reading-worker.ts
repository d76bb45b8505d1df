import type { Answer, ToReader } from "./protocol.ts";
import { RoleReader } from "./role-reader.ts";

/** The reader in a worker: it answers once nothing more waits to be taken: first what the text says, then the view. */
const reader = new RoleReader();
let asked = false;
let answering = false;

addEventListener("message", ({ data }: MessageEvent<ToReader>) => {
  reader.take(data);
  asked = true;
  // Messages that have arrived meanwhile come before a timer: they are one change to be read.
  setTimeout(() => void answer().catch(reportError));
});

async function answer(): Promise<void> {
  if (answering) return;
  answering = true;
  while (asked) {
    asked = false;
    postMessage(reader.answer() satisfies Answer);
    const view = await reader.view();
    if (view) postMessage(view);
  }
  answering = false;
}
