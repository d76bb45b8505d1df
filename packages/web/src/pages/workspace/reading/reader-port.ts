import type { Answer, ToReader } from "./protocol.ts";

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
  const worker = new Worker(new URL("./reading-worker.ts", import.meta.url), { type: "module", name: "reader" });
  worker.onmessage = ({ data }: MessageEvent<Answer>) => ears.answer(data);
  worker.onerror = () => ears.fault();
  worker.onmessageerror = () => ears.fault();
  return { post: (message) => worker.postMessage(message), close: () => worker.terminate() };
};
