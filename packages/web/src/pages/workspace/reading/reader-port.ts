import type { Ahead, Answer, ToReader } from "./protocol.ts";

/** A reader that has been started. */
export interface ReaderPort {
  post(message: ToReader): void;
  close(): void;
}

/** How a reader is heard: its answers in order, and that it has broken down. */
export interface ReaderEars {
  answer(answer: Answer): void;
  fault(): void;
}

/** Starts a reader. */
export type StartReader = (ears: ReaderEars) => ReaderPort;

/** Starts a reader in a worker of its own. */
export const startWorker: StartReader = (ears) => {
  const worker = ready ?? newWorker();
  ready = undefined;
  worker.onmessage = ({ data }: MessageEvent<Answer>) => ears.answer(data);
  worker.onerror = () => ears.fault();
  worker.onmessageerror = () => ears.fault();
  return { post: (message) => worker.postMessage(message), close: () => worker.terminate() };
};

let ready: Worker | undefined;

/** Has a worker load its code before there is a text to read; the next reader that is started takes it. */
export function readyWorker(): void {
  if (ready) return;
  ready = newWorker();
  // What cannot be loaded is found out again, and told, by who needs it.
  ready.onerror = () => {
    ready = undefined;
  };
}

/** Has the worker that is ready read a text that it will most likely be given; without one nothing happens. */
export function readAhead(text: string): void {
  ready?.postMessage({ kind: "ahead", text } satisfies Ahead);
}

function newWorker(): Worker {
  return new Worker(new URL("./reading-worker.ts", import.meta.url), { type: "module", name: "reader" });
}
