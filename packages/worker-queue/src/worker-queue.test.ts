import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { Worker } from "node:worker_threads";
import { NoAnswerError, WorkerQueue, type WorkerQueueOptions } from "./worker-queue.ts";

test("jobs are done one after another, each with its answer", async (t) => {
  const queue = queueOf(t, "postMessage(job + 1)");
  assert.deepEqual(await Promise.all([1, 2, 3].map((job) => queue.run(job))), [2, 3, 4]);
  assert.equal(queue.threadsStarted, 1);
});

test("a thread is replaced after its share of jobs", async (t) => {
  const queue = queueOf(t, "postMessage(job)", { jobsPerThread: 2 });
  assert.deepEqual(await Promise.all([1, 2, 3, 4, 5].map((job) => queue.run(job))), [1, 2, 3, 4, 5]);
  assert.equal(queue.threadsStarted, 3);
});

test("a job that never ends is given up, and the next has a fresh thread", async (t) => {
  const queue = queueOf(t, "if (job === 0) for (;;); postMessage(job)", { timeoutMs: 300 });
  const [stuck, next] = await Promise.allSettled([queue.run(0), queue.run(1)]);
  assert.deepEqual(reasonOf(stuck), "tooSlow");
  assert.deepEqual(next, { status: "fulfilled", value: 1 });
  assert.equal(queue.threadsStarted, 2);
});

test("what a thread takes to get ready is not counted", async (t) => {
  const getReady = "const end = performance.now() + 400; while (performance.now() < end);";
  const queue = queueOf(t, "postMessage(job)", { timeoutMs: 300 }, getReady);
  assert.equal(await queue.run(1), 1);
});

test("a job that ends its thread is lost alone, with the cause", async (t) => {
  const queue = queueOf(t, 'if (job === 0) throw new Error("broken"); postMessage(job)');
  const [lost, next] = await Promise.allSettled([queue.run(0), queue.run(1)]);
  assert.equal(reasonOf(lost), "lost");
  assert.match(String(lost.status === "rejected" && lost.reason.cause), /broken/);
  assert.deepEqual(next, { status: "fulfilled", value: 1 });
});

test("a thread that cannot start fails the job that wanted it", async (t) => {
  const queue = queueOf(t, "postMessage(job)", {}, 'throw new Error("no start");');
  const [lost] = await Promise.allSettled([queue.run(1)]);
  assert.equal(reasonOf(lost), "lost");
});

test("the job that is being done can be given up, those behind it are done", async (t) => {
  const queue = queueOf(t, "if (job === 0) for (;;); postMessage(job)");
  const jobs = [queue.run(0), queue.run(1)];
  setImmediate(() => queue.stopCurrent());
  const [stopped, next] = await Promise.allSettled(jobs);
  assert.equal(reasonOf(stopped), "stopped");
  assert.deepEqual(next, { status: "fulfilled", value: 1 });
});

test("closing refuses what waits, and the queue can be used again", async (t) => {
  const queue = queueOf(t, "postMessage(job)");
  const settled = Promise.allSettled([queue.run(1), queue.run(2)]);
  await queue.close();
  assert.deepEqual((await settled).map(reasonOf), ["stopped", "stopped"]);
  assert.equal(await queue.run(3), 3);
});

test("a thread without work is let go", async (t) => {
  const ended = Promise.withResolvers<number>();
  const queue = queueOf(t, "postMessage(job)", { idleMs: 1 }, "", (thread) => thread.once("exit", ended.resolve));
  // Neither a resting thread nor the wish to let it go keeps a process alive.
  const awake = setInterval(() => undefined, 1_000);
  t.after(() => clearInterval(awake));
  await queue.run(1);
  await ended.promise;
  assert.equal(await queue.run(2), 2);
  assert.equal(queue.threadsStarted, 2);
});

function queueOf(
  t: TestContext,
  body: string,
  options: Partial<WorkerQueueOptions> = {},
  start = "",
  seen: (thread: Worker) => unknown = () => undefined,
): WorkerQueue<number, number> {
  const source = `import { parentPort } from "node:worker_threads";
    const postMessage = (message) => parentPort.postMessage(message);
    ${start}
    parentPort.on("message", (job) => { ${body} });
    postMessage("ready");`;
  const entry = new URL(`data:text/javascript,${encodeURIComponent(source)}`);
  const queue = new WorkerQueue<number, number>({
    start: () => {
      const thread = new Worker(entry);
      seen(thread);
      return thread;
    },
    timeoutMs: 60_000,
    ...options,
  });
  t.after(() => queue.close());
  return queue;
}

function reasonOf(outcome: PromiseSettledResult<unknown> | undefined): string | undefined {
  if (outcome?.status !== "rejected") return undefined;
  return outcome.reason instanceof NoAnswerError ? outcome.reason.reason : String(outcome.reason);
}
