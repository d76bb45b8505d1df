import assert from "node:assert/strict";
import { test } from "node:test";
import * as Y from "yjs";
import { textName } from "../paths.ts";
import { seededRandom } from "../test-support/seeded-random.ts";
import { readIncomingUpdate } from "./incoming-update.ts";
import { RefusedError } from "./refusal.ts";

test("whatever the check lets through, a document applies to the last struct", (t) => {
  const seed = Number(process.env.SEED ?? 20261123);
  t.diagnostic(`seed ${seed}`);
  const random = seededRandom(seed);
  let letIn = 0;
  for (let round = 0; round < 20_000; round++) {
    const { document, update } = somebodyTypes(random);
    const spoilt = round % 4 === 0 ? update : spoil(update, random);
    if (!accepted(document, spoilt)) continue;
    letIn++;
    // As y-protocols does, but without its catch: a struct that cannot be applied throws here.
    Y.applyUpdate(document, spoilt);
    assert.equal(document.store.pendingStructs, null, `round ${round}`);
    assert.equal(document.store.pendingDs, null, `round ${round}`);
    const text = document.getText(textName);
    assert.equal(text.length, text.toString().length);
  }
  assert.ok(letIn > 5_000, `${letIn} were let in`);
});

test("an honest client's edits are let in whatever they are, and its whole state counts as known", () => {
  const server = new Y.Doc();
  const client = new Y.Doc();
  client.getText(textName).insert(0, "hello\r\nworld");
  const first = readIncomingUpdate(server, Y.encodeStateAsUpdate(client), true);
  assert.deepEqual(first, { clients: [client.clientID], known: false, carriageReturn: true, inserted: 12 });
  Y.applyUpdate(server, Y.encodeStateAsUpdate(client));
  assert.equal(readIncomingUpdate(server, Y.encodeStateAsUpdate(client), true).known, true);
  client.getText(textName).delete(0, 5);
  const last = readIncomingUpdate(server, Y.encodeStateAsUpdate(client, Y.encodeStateVector(server)), false);
  assert.deepEqual([last.clients, last.known], [[], false]);
});

function accepted(document: Y.Doc, update: Uint8Array): boolean {
  try {
    readIncomingUpdate(document, update, false);
    return true;
  } catch (problem) {
    assert.ok(problem instanceof RefusedError, String(problem));
    return false;
  }
}

/** A document, and an update that one or two of its clients made. */
function somebodyTypes(random: () => number) {
  const document = new Y.Doc();
  const clients = [new Y.Doc(), new Y.Doc()];
  clients.forEach((client, index) => {
    client.clientID = index + 1;
  });
  for (let edit = 0; edit < 1 + random() * 6; edit++) {
    const client = clients[Math.floor(random() * 2)] ?? document;
    const text = client.getText(textName);
    const at = Math.floor(random() * (text.length + 1));
    if (random() < 0.3) text.delete(at, Math.min(3, text.length - at));
    else text.insert(at, "abc".slice(0, 1 + Math.floor(random() * 3)));
    if (random() < 0.5) for (const other of clients) Y.applyUpdate(other, Y.encodeStateAsUpdate(client));
    if (random() < 0.3) Y.applyUpdate(document, Y.encodeStateAsUpdate(client));
  }
  const sender = clients[Math.floor(random() * 2)] ?? document;
  return { document, update: Y.encodeStateAsUpdate(sender, Y.encodeStateVector(document)) };
}

function spoil(update: Uint8Array, random: () => number): Uint8Array {
  const copy = update.slice();
  for (let change = 0; change < 1 + random() * 2; change++) {
    const at = Math.floor(random() * copy.length);
    copy[at] = random() < 0.5 ? Math.floor(random() * 8) : (copy[at] ?? 0) ^ (1 << Math.floor(random() * 8));
  }
  return copy;
}
