import type { StartReader } from "./reader-port.ts";
import { RoleReader } from "./role-reader.ts";

/** A reader without a worker that answers at once: for tests, in which nothing is to happen later. */
export const readHere: StartReader = (ears) => {
  const reader = new RoleReader();
  let closed = false;
  return {
    post: (message) => {
      reader.take(message);
      // What is posted within an answer is taken after it.
      queueMicrotask(async () => {
        if (closed) return;
        ears.answer(reader.answer());
        const view = await reader.view();
        if (view && !closed) ears.answer(view);
      });
    },
    close: () => {
      closed = true;
    },
  };
};
