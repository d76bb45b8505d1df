import assert from "node:assert/strict";
import { after, type TestContext, test } from "node:test";
import { createTranslator, languages } from "@rolewright/locale";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { textName } from "../paths.ts";
import type { Member, TemplateDetail, TemplateSummary } from "../protocol.ts";
import { openPeer, until } from "../test-support/peer.ts";
import { RawClient } from "../test-support/raw-client.ts";
import {
  Client,
  shippedId,
  signInAs,
  signInBy,
  signInOwner,
  temporaryFolder,
  testServer,
} from "../test-support/test-server.ts";
import { defaultLimits } from "./limits.ts";
import { refusalReasons } from "./refusal.ts";

/** Whom all tests share that leave nothing behind. */
const owner = await signInOwner(await testServer({ after: after as TestContext["after"] }));

test("edits forged under another person's client id are refused, after a restart as well", async (t) => {
  const first = await testServer(t);
  const owner = await signInOwner(first);
  const victim = await openPeer(t, owner, shippedId);
  victim.text.insert(0, "// mine\n");
  await victim.saved();
  const forged = updateOf(victim.provider.document, (text) => text.insert(0, "// forged\n"));
  assert.deepEqual(await refusal(await signInAs(owner, "author"), forged), { code: 4403, reason: "foreign-edits" });
  victim.text.insert(0, "// still mine\n");
  await victim.saved();
  assert.ok(!(await textOn(owner)).includes("forged"));
});

test("somebody may go on under their own client id from another window", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const peer = await openPeer(t, owner, shippedId);
  peer.text.insert(0, "// mine\n");
  await peer.saved();
  const raw = await RawClient.open(owner, shippedId);
  raw.update(updateOf(peer.provider.document, (text) => text.insert(0, "// kept from offline\n")));
  await raw.answer(({ acknowledged }) => acknowledged);
  assert.ok((await textOn(owner)).startsWith("// kept from offline\n"));
  raw.close();
});

const malformed: Readonly<Record<string, Uint8Array>> = {
  "bytes that are no update": new Uint8Array([1, 2, 3, 255, 255, 255]),
  "a deleted run of 2^50 positions": structUpdate((encoder) => {
    encoding.writeUint8(encoder, 0);
    encoding.writeVarUint(encoder, 2 ** 50);
  }),
  "many long deleted runs": structUpdate((encoder) => {
    for (let run = 0; run < 3; run++) {
      encoding.writeUint8(encoder, 0);
      encoding.writeVarUint(encoder, 4_000_000);
    }
  }, 3),
  "a client id of more than 32 bits": structUpdate(
    (encoder) => {
      encoding.writeUint8(encoder, 0);
      encoding.writeVarUint(encoder, 1);
    },
    1,
    2 ** 40,
  ),
  "two blocks of one client": twoBlocks(),
};

test("updates that cannot be, as an edit or as a whole state, end the connection", async () => {
  for (const [what, update] of Object.entries(malformed)) {
    for (const whole of [false, true]) {
      assert.deepEqual(await refusal(owner, update, whole), { code: 4400, reason: "malformed" }, what);
    }
  }
});

test("a jump in a client's clock is refused", async () => {
  const update = structUpdate(
    (encoder) => {
      encoding.writeUint8(encoder, 0);
      encoding.writeVarUint(encoder, 1);
    },
    1,
    7,
    2 ** 50,
  );
  assert.equal((await refusal(owner, update)).reason, "missing-dependencies");
});

test("structs that wait for each other, or for themselves, are refused", async () => {
  for (const client of [7, 8]) {
    const update = structUpdate((encoder) => {
      encoding.writeUint8(encoder, 0x80 | 4);
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarString(encoder, "x");
    });
    assert.equal((await refusal(owner, update)).reason, "missing-dependencies");
  }
});

test("anything but plain text in the one text is refused", async () => {
  const others: ((doc: Y.Doc) => unknown)[] = [
    (doc) => doc.getText("another").insert(0, "hidden"),
    (doc) => doc.getMap(textName).set("key", 1),
    (doc) => doc.getText(textName).insertEmbed(0, { image: "x" }),
    (doc) => doc.getText(textName).insert(0, "bold", { bold: true }),
    (doc) => doc.getArray(textName).insert(0, [new Y.Map()]),
  ];
  for (const write of others) {
    const doc = new Y.Doc();
    write(doc);
    assert.deepEqual(await refusal(owner, Y.encodeStateAsUpdate(doc)), { code: 4400, reason: "not-text" });
  }
});

test("an update in the second encoding is refused", async () => {
  const doc = new Y.Doc();
  doc.getText(textName).insert(0, "second encoding");
  assert.deepEqual(await refusal(owner, Y.encodeStateAsUpdateV2(doc)), { code: 4400, reason: "malformed" });
});

test("frames of no known shape, and those for servers among themselves, end the connection", async () => {
  const says: ((raw: RawClient) => void)[] = [
    (raw) => raw.send(new Uint8Array([255, 255])),
    (raw) => raw.say(6, (encoder) => encoding.writeVarString(encoder, "to everybody")),
    (raw) => raw.say(99),
    (raw) => raw.say(0, (encoder) => encoding.writeVarUint(encoder, 7)),
    (raw) => raw.say(2, (encoder) => encoding.writeVarUint(encoder, 3)),
    (raw) => raw.update(new Uint8Array()),
  ];
  for (const say of says) {
    const raw = await RawClient.open(owner, shippedId);
    say(raw);
    assert.deepEqual(await raw.closed, { code: 4400, reason: "malformed" });
  }
});

test("one frame with a hundred thousand phantom people is refused before it is read", async () => {
  const raw = await RawClient.open(owner, shippedId);
  raw.say(1, (encoder) => {
    const states = encoding.createEncoder();
    encoding.writeVarUint(states, 100_001);
    for (let client = 0; client <= 100_000; client++) {
      encoding.writeVarUint(states, client);
      encoding.writeVarUint(states, 1);
      encoding.writeVarString(states, "{}");
    }
    encoding.writeVarUint8Array(encoder, encoding.toUint8Array(states));
  });
  assert.deepEqual(await raw.closed, { code: 4400, reason: "malformed" });
});

test("a person's presence cannot be said by somebody else", async (t) => {
  const witness = await openPeer(t, owner, shippedId);
  const victim = await openPeer(t, await signInAs(owner, "author", "chen"), shippedId);
  victim.provider.setAwarenessField("cursor", { anchor: 1, head: 1 });
  const victimId = victim.provider.document.clientID;
  await until(witness.provider.awareness, "change", () => cursorOf(witness, victimId) !== undefined);
  const raw = await RawClient.open(await signInAs(owner, "viewer"), shippedId);
  raw.say(1, (encoder) => {
    const states = encoding.createEncoder();
    encoding.writeVarUint(states, 1);
    encoding.writeVarUint(states, victimId);
    encoding.writeVarUint(states, 1_000);
    encoding.writeVarString(states, JSON.stringify({ cursor: { anchor: 666, head: 666 } }));
    encoding.writeVarUint8Array(encoder, encoding.toUint8Array(states));
  });
  victim.provider.setAwarenessField("cursor", { anchor: 2, head: 2 });
  await until(witness.provider.awareness, "change", () => cursorOf(witness, victimId)?.anchor !== 1);
  assert.equal(cursorOf(witness, victimId)?.anchor, 2);
  raw.close();
});

test("a frame of more than 2 MB ends the connection", async () => {
  assert.equal((await refusal(owner, new Uint8Array(2 * 1024 * 1024))).code, 1009);
});

test("a text may not outgrow its limit, neither by edits nor over HTTP, and may shrink again", async (t) => {
  const limits = { ...defaultLimits, textLength: 60_000 };
  const owner = await signInOwner(await testServer(t, { limits }));
  const peer = await openPeer(t, owner, shippedId);
  const doc = new Y.Doc();
  doc.getText(textName).insert(0, "x".repeat(60_000));
  assert.deepEqual(await refusal(owner, Y.encodeStateAsUpdate(doc)), { code: 4413, reason: "document-too-large" });
  const answer = await owner.ask<{ code: string }>("PUT", `/templates/${shippedId}/text`, { text: "x".repeat(60_001) });
  assert.deepEqual([answer.status, answer.body.code], [413, "document-too-large"]);
  peer.text.delete(0, 10);
  await peer.saved();
});

test("whoever typed too much gets on by taking it back, with the whole history of it", async (t) => {
  const limits = { ...defaultLimits, textLength: 60_000 };
  const owner = await signInOwner(await testServer(t, { limits }));
  const peer = await openPeer(t, owner, shippedId);
  // As in the page: what can be undone keeps its words.
  const history = new Y.UndoManager(peer.text);
  peer.text.insert(0, "x".repeat(60_000));
  history.undo();
  peer.text.insert(0, "// fits\n");
  await peer.saved();
  assert.ok((await textOn(owner)).startsWith("// fits\n"));
});

test("a workspace that is full takes no more edits", async (t) => {
  const limits = { ...defaultLimits, workspaceBytes: 300_000 };
  const owner = await signInOwner(await testServer(t, { limits, templatesFolder: temporaryFolder(t) }));
  const { id } = await owner.post<TemplateSummary>("/templates", { title: "满" });
  const big = new Y.Doc();
  big.getText(textName).insert(0, "y".repeat(299_999));
  const raw = await RawClient.open(owner, id);
  raw.update(Y.encodeStateAsUpdate(big));
  assert.deepEqual(await raw.closed, { code: 4507, reason: "workspace-full" });
});

test("too many windows of one person, and too many texts in one, are refused", async (t) => {
  const limits = { ...defaultLimits, connectionsPerUser: 2, documentsPerConnection: 2 };
  const owner = await signInOwner(await testServer(t, { limits }));
  const [first, second] = [await RawClient.open(owner, shippedId), await RawClient.open(owner, shippedId)];
  const third = await RawClient.open(owner, shippedId);
  assert.deepEqual(await third.closed, { code: 4429, reason: "too-many-connections" });
  first.hello("second-document");
  first.hello("third-document");
  assert.deepEqual(await first.closed, { code: 4429, reason: "too-many-documents" });
  const again = await RawClient.open(owner, shippedId);
  again.close();
  second.close();
});

test("a flood of 20,000 edits is cut off, nothing of it is applied half, and others work on meanwhile", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const witness = await openPeer(t, owner, shippedId);
  const quiet = await timeOthers(owner, witness.text, witness.saved);
  const author = await signInAs(owner, "author");
  const raw = await RawClient.open(author, shippedId);
  const updates: Uint8Array[] = [];
  const doc = new Y.Doc();
  doc.on("update", (update: Uint8Array) => updates.push(update));
  for (let edit = 0; edit < 20_000; edit++) doc.getText(textName).insert(0, "z");
  for (const update of updates) raw.update(update);
  const flooded = await timeOthers(owner, witness.text, witness.saved);
  assert.deepEqual(await raw.closed, { code: 4429, reason: "too-many-edits" });
  const ratio = (key: keyof typeof quiet) => (flooded[key] / quiet[key]).toFixed(2);
  t.diagnostic(`others during the flood ÷ without: signing in × ${ratio("signInMs")}, an edit × ${ratio("editMs")}`);
  const acknowledged = raw.answers.filter((answer) => answer.acknowledged).length;
  const kept = [...(await textOn(owner))].filter((letter) => letter === "z").length;
  assert.ok(acknowledged < 20_000 && kept >= acknowledged);
});

test("a burst of a thousand edits and more of an honest client all arrive", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const peer = await openPeer(t, owner, shippedId);
  for (let edit = 0; edit < 1_200; edit++) peer.text.insert(0, "q");
  await peer.saved();
  assert.ok((await textOn(owner)).startsWith("q".repeat(1_200)));
});

test("whose role is taken away can change nothing more from that moment on, and who gets it back can", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const chen = await signInAs(owner, "author", "chen");
  const raw = await RawClient.open(chen, shippedId);
  const peer = await openPeer(t, chen, shippedId);
  const { items } = await owner.get<{ items: Member[] }>("/members");
  const id = items.find(({ name }) => name === "chen")?.id;
  await owner.ask("PATCH", `/members/${id}`, { role: "viewer" });
  raw.update(updateOf(new Y.Doc(), (text) => text.insert(0, "// too late\n")));
  assert.deepEqual(await raw.closed, { code: 4205, reason: "access-changed" });
  await until(peer.provider, "authenticated", () => peer.provider.authorizedScope === "readonly");
  assert.ok(!(await textOn(owner)).includes("too late"));
  await owner.ask("PATCH", `/members/${id}`, { role: "author" });
  await until(peer.provider, "authenticated", () => peer.provider.authorizedScope === "read-write");
  peer.text.insert(0, "// back\n");
  await peer.saved();
});

test("signing out, deleting a token and the end of a session close the live connections", async (t) => {
  let now = new Date("2026-11-23T08:00:00Z");
  const owner = await signInOwner(await testServer(t, { clock: () => now }));
  const chen = await signInAs(owner, "author", "chen");
  const first = await RawClient.open(chen, shippedId);
  await chen.ask("DELETE", "/session");
  assert.deepEqual(await first.closed, { code: 4401, reason: "signed-out" });

  const liu = await signInAs(owner, "author", "liu");
  const made = await liu.post<{ token: { id: string }; secret: string }>("/tokens", { name: "script" });
  const second = await RawClient.open(new Client(liu.url, { authorization: `Bearer ${made.secret}` }), shippedId);
  await liu.ask("DELETE", `/tokens/${made.token.id}`);
  assert.deepEqual(await second.closed, { code: 4401, reason: "signed-out" });

  const wang = await signInAs(owner, "author", "wang");
  const third = await RawClient.open(wang, shippedId);
  const { items } = await owner.get<{ items: Member[] }>("/members");
  const id = items.find(({ name }) => name === "wang")?.id;
  const far = await owner.post<{ secret: string }>("/tokens", { name: "for ever" });
  now = new Date("2027-03-01T08:00:00Z");
  const headers = { "content-type": "application/json", authorization: `Bearer ${far.secret}` };
  const patch = { method: "PATCH", headers, body: JSON.stringify({ name: "wang" }) };
  assert.equal((await fetch(`${owner.url}/api/v1/members/${id}`, patch)).status, 200);
  assert.deepEqual(await third.closed, { code: 4401, reason: "signed-out" });
});

test("what somebody typed while their session was over arrives when they have signed in again", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const chen = await signInAs(owner, "author", "chen");
  const headers: Record<string, string> = { ...chen.headers };
  const peer = await openPeer(t, new Client(chen.url, headers), shippedId);
  const closed = new Promise<{ readonly code: number }>((resolve) =>
    peer.provider.on("disconnect", ({ event }: { event: { code: number } }) => resolve(event)),
  );
  await chen.ask("DELETE", "/session");
  assert.equal((await closed).code, 4401);
  peer.text.insert(0, "// typed while signed out\n");
  const { items } = await owner.get<{ items: Member[] }>("/members");
  const id = items.find(({ name }) => name === "chen")?.id;
  const link = await owner.post<{ url: string }>(`/members/${id}/sign-in-link`);
  Object.assign(headers, (await signInBy(owner.url, link.url)).headers);
  await peer.saved();
  assert.ok((await textOn(owner)).startsWith("// typed while signed out\n"));
});

test("every reason is said in every language", async () => {
  for (const { tag } of languages) {
    const translator = await createTranslator(tag);
    for (const reason of refusalReasons)
      assert.ok(translator.has(`server.collaboration.${reason}`), `${tag} ${reason}`);
  }
});

/** Sends one update as a bare client does, and tells how the server closed the connection. */
async function refusal(client: Client, update: Uint8Array, whole = false) {
  const raw = await RawClient.open(client, shippedId);
  raw.update(update, whole);
  return raw.closed;
}

/** An edit on a copy of a document, written under the document's own client id. */
function updateOf(document: Y.Doc, edit: (text: Y.Text) => void): Uint8Array {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(document));
  copy.clientID = document.clientID;
  const before = Y.encodeStateVector(copy);
  edit(copy.getText(textName));
  return Y.encodeStateAsUpdate(copy, before);
}

async function textOn(client: Client): Promise<string> {
  return (await client.get<TemplateDetail>(`/templates/${shippedId}`)).text;
}

/** An update of one client whose structs are written by hand. */
function structUpdate(write: (encoder: encoding.Encoder) => void, structs = 1, client = 7, clock = 0): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint(encoder, structs);
  encoding.writeVarUint(encoder, client);
  encoding.writeVarUint(encoder, clock);
  write(encoder);
  encoding.writeVarUint(encoder, 0);
  return encoding.toUint8Array(encoder);
}

/** Decoding shows both blocks; applying would take the second alone and wait for the first for ever. */
function twoBlocks(): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 2);
  for (const clock of [0, 1]) {
    for (const number of [1, 7, clock]) encoding.writeVarUint(encoder, number);
    encoding.writeUint8(encoder, 0);
    encoding.writeVarUint(encoder, 1);
  }
  encoding.writeVarUint(encoder, 0);
  return encoding.toUint8Array(encoder);
}

function cursorOf(witness: Awaited<ReturnType<typeof openPeer>>, client: number): { anchor?: unknown } | undefined {
  return witness.provider.awareness?.getStates().get(client)?.cursor as { anchor?: unknown } | undefined;
}

/** Medians of signing somebody in and of having an edit saved. */
async function timeOthers(owner: Client, text: Y.Text, saved: () => Promise<void>) {
  const times: { signIn: number[]; edit: number[] } = { signIn: [], edit: [] };
  for (let round = 0; round < 5; round++) {
    const start = performance.now();
    await signInAs(owner, "viewer");
    const signedIn = performance.now();
    text.insert(0, "w");
    await saved();
    times.signIn.push(signedIn - start);
    times.edit.push(performance.now() - signedIn);
  }
  const median = (values: number[]) => values.sort((one, other) => one - other)[2] ?? Number.NaN;
  return { signInMs: median(times.signIn), editMs: median(times.edit) };
}
