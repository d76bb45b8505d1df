import { equal, test } from "../components/browser-check.ts";
import { RequestError } from "./request.ts";
import { type QueueState, WriteQueue } from "./write-queue.ts";

/** A server whose answers the test gives, and the queue before it. */
function queueTo(send: (key: string, payload: number) => Promise<unknown>, name = crypto.randomUUID()) {
  const states: QueueState["kind"][] = [];
  const queue = new WriteQueue<number>({ name, send, changed: (state) => states.push(state.kind) });
  return { queue, states, name };
}

const offline = () => Promise.reject(new RequestError("offline", 0));

test("only the newest change of a place is sent, and then all is saved", async () => {
  const sent: unknown[] = [];
  const { queue, states } = queueTo(async (key, payload) => sent.push([key, payload]));
  queue.put("a", 1);
  queue.put("b", 7);
  queue.put("a", 12);
  await queue.close();
  equal(sent, [
    ["b", 7],
    ["a", 12],
  ]);
  equal(states.at(-1), "saved");
});

test("without an answer a change stays, survives a reload, and is sent when the network is back", async () => {
  const first = queueTo(offline);
  first.queue.put("a", 1);
  await first.queue.close();
  equal(first.states.at(-1), "offline");
  const sent: unknown[] = [];
  const again = queueTo(async (key, payload) => sent.push([key, payload]), first.name);
  equal([...again.queue.unsent], [["a", 1]]);
  await again.queue.flush();
  equal(sent, [["a", 1]]);
  equal(queueTo(offline, first.name).queue.unsent.size, 0);
});

test("a change typed while the older one is under way is sent as well", async () => {
  const sent: number[] = [];
  const { queue, states } = queueTo(async (_key, payload) => {
    if (sent.length === 0) queue.put("a", 2);
    sent.push(payload);
  });
  queue.put("a", 1);
  await queue.close();
  equal(sent, [1, 2]);
  equal(states.at(-1), "saved");
});

test("a refused change leaves the queue, and the state says so", async () => {
  const refusal = () => Promise.reject(new RequestError("refused", 422));
  const { queue, states } = queueTo(refusal);
  queue.put("a", 1);
  await queue.close();
  equal(states.at(-1), "refused");
  equal(queue.unsent.size, 0);
});

test("being signed out meanwhile loses nothing", async () => {
  const { queue, states } = queueTo(() => Promise.reject(new RequestError("refused", 401)));
  queue.put("a", 1);
  await queue.close();
  equal(states.at(-1), "offline");
  equal(queue.unsent.size, 1);
});
