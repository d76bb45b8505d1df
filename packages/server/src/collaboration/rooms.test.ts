import assert from "node:assert/strict";
import { once } from "node:events";
import { test } from "node:test";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { collaborationPath, textName } from "../paths.ts";
import type { Presence, RevisionSummary, Session, TemplateDetail, TemplateSummary } from "../protocol.ts";
import { serve } from "../server.ts";
import { openSqliteStorage } from "../storage/sqlite/sqlite-storage.ts";
import type { LoadedLog, Storage, UpdateRow } from "../storage/storage.ts";
import { openPeer, type Peer, refusedStatus, until } from "../test-support/peer.ts";
import {
  atEnd,
  type Client,
  shippedId,
  signInAs,
  signInOwner,
  temporaryFolder,
  testServer,
} from "../test-support/test-server.ts";

test("two people in one text see each other's words", async (t) => {
  const server = await testServer(t);
  const owner = await signInOwner(server);
  const one = await openPeer(t, owner, shippedId);
  const two = await openPeer(t, await signInAs(owner, "author"), shippedId);
  one.text.insert(0, "// 甲写的\n");
  two.text.insert(two.text.length, "// written by two\n");
  await Promise.all([one.sees((text) => text.endsWith("by two\n")), two.sees((text) => text.startsWith("// 甲写的"))]);
  assert.equal(one.text.toString(), two.text.toString());
});

test("what was acknowledged is there after a restart, and the open editors carry on", async (t) => {
  const dataFolder = temporaryFolder(t);
  const before = await testServer(t, { dataFolder });
  const port = Number(new URL(before.url).port);
  const owner = await signInOwner(before);
  const one = await openPeer(t, owner, shippedId);
  const two = await openPeer(t, owner, shippedId);
  one.text.insert(0, "// before\n");
  await one.saved();
  await before.close();
  // Typed while the server is away: kept by the client and sent again.
  two.text.insert(two.text.length, "// away\n");
  await testServer(t, { dataFolder, port });
  await two.saved();
  await one.sees((text) => text.startsWith("// before\n") && text.endsWith("// away\n"));
  const { text } = await owner.get<TemplateDetail>(`/templates/${shippedId}`);
  assert.equal(text, one.text.toString());
});

test("an edit is acknowledged and passed on only when the log has it", async (t) => {
  const gate = Promise.withResolvers<void>();
  const reached = Promise.withResolvers<void>();
  let armed = false;
  const server = await serverWith(t, async (row, append) => {
    if (!armed) return append(row);
    reached.resolve();
    await gate.promise;
    return append(row);
  });
  const owner = await signInOwner(server);
  const one = await openPeer(t, owner, shippedId);
  const two = await openPeer(t, owner, shippedId);
  armed = true;
  one.text.insert(0, "// held\n");
  await reached.promise;
  // A round trip of the other person's presence through the same room, while the edit waits for the log.
  two.provider.setAwarenessField("cursor", { anchor: 1, head: 1 });
  await until(one.provider.awareness, "change", () => presenceOf(one, two)?.cursor !== undefined);
  assert.equal(one.provider.unsyncedChanges, 1);
  assert.ok(!two.text.toString().startsWith("// held"));
  gate.resolve();
  await one.saved();
  await two.sees((text) => text.startsWith("// held\n"));
});

test("an append that fails closes the connection, and the client's edit arrives with its next", async (t) => {
  let failures = 1;
  let armed = false;
  const server = await serverWith(t, (row, append) =>
    armed && failures-- > 0 ? Promise.reject(new Error("disk full")) : append(row),
  );
  const owner = await signInOwner(server);
  const one = await openPeer(t, owner, shippedId);
  const two = await openPeer(t, owner, shippedId);
  armed = true;
  const closed = new Promise<{ readonly code: number }>((resolve) =>
    one.provider.on("disconnect", ({ event }: { event: { code: number } }) => resolve(event)),
  );
  one.text.insert(0, "// survives\n");
  assert.equal((await closed).code, 1011);
  await two.sees((text) => text.startsWith("// survives\n"));
  await one.saved();
});

test("while the database fails nothing is lost, and those who write are told", async (t) => {
  let failures = 0;
  const server = await serverWith(t, (row, append) =>
    failures-- > 0 ? Promise.reject(new Error("database is away")) : append(row),
  );
  const owner = await signInOwner(server);
  const writers = [await openPeer(t, owner, shippedId), await openPeer(t, owner, shippedId)];
  const reasons = writers.map(({ provider }) => {
    const heard: string[] = [];
    provider.on("disconnect", ({ event }: { event: { reason: string } }) => heard.push(event.reason));
    return heard;
  });
  failures = 12;
  writers.forEach(({ text }, writer) => {
    for (let line = 0; line < 20; line++) text.insert(0, `<${writer}.${line}>\n`);
  });
  await Promise.all(writers.map((writer) => writer.saved()));
  const { text } = await owner.get<TemplateDetail>(`/templates/${shippedId}`);
  for (const writer of [0, 1]) {
    for (let line = 0; line < 20; line++) assert.equal(text.split(`<${writer}.${line}>`).length, 2);
  }
  for (const heard of reasons) assert.ok(heard.includes("not-saved"));
});

test("a document that cannot be read right now is not refused: the client comes back until it can", async (t) => {
  let failures = 0;
  const server = await serverWith(
    t,
    (row, append) => append(row),
    (load) => (failures-- > 0 ? Promise.reject(new Error("database is away")) : load()),
  );
  const owner = await signInOwner(server);
  failures = 2;
  const peer = await openPeer(t, owner, shippedId);
  assert.ok(peer.text.length > 0);
});

test("an edit whose writer left while it waited for the disk reaches who opens the text in between", async (t) => {
  const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const arrived = gates.map(() => Promise.withResolvers<void>());
  let armed = false;
  let count = 0;
  const server = await serverWith(t, async (row, append) => {
    const turn = armed ? count++ : gates.length;
    arrived[turn]?.resolve();
    await gates[turn]?.promise;
    return append(row);
  });
  const owner = await signInOwner(server);
  const one = await openPeer(t, owner, shippedId);
  armed = true;
  one.text.insert(0, "// first\n");
  one.text.insert(0, "// second\n");
  await arrived[0]?.promise;
  one.provider.configuration.websocketProvider.destroy();
  // Two round trips later the server has noticed that the socket is gone.
  await owner.get("/session");
  await owner.get("/session");
  gates[0]?.resolve();
  await arrived[1]?.promise;
  const two = await openPeer(t, owner, shippedId);
  assert.ok(two.text.toString().startsWith("// first\n"));
  gates[1]?.resolve();
  await two.sees((text) => text.startsWith("// second\n// first\n"));
});

test("a viewer sees the text and cannot change it, not even in the log", async (t) => {
  const dataFolder = temporaryFolder(t);
  const server = await testServer(t, { dataFolder });
  const owner = await signInOwner(server);
  const viewer = await openPeer(t, await signInAs(owner, "viewer"), shippedId);
  const author = await openPeer(t, owner, shippedId);
  viewer.text.insert(0, "// not mine\n");
  author.text.insert(0, "// mine\n");
  await author.saved();
  await viewer.sees((text) => text.includes("// mine\n"));
  await server.close();
  const again = await testServer(t, { dataFolder });
  const { text } = await (await signInOwner(again)).get<TemplateDetail>(`/templates/${shippedId}`);
  assert.ok(text.startsWith("// mine\n") && !text.includes("not mine"));
});

test("presence names the person of the session, whatever the client says", async (t) => {
  const server = await testServer(t);
  const owner = await signInOwner(server);
  const one = await openPeer(t, owner, shippedId);
  const two = await openPeer(t, await signInAs(owner, "author", "chen"), shippedId);
  two.provider.setAwarenessField("user", { id: "boss", name: "The boss", color: 9 });
  two.provider.setAwarenessField("cursor", { anchor: 1, head: 1 });
  await until(one.provider.awareness, "change", () => presenceOf(one, two)?.cursor !== undefined);
  const user = presenceOf(one, two)?.user;
  assert.equal(user?.name, "chen");
  assert.equal(user?.color, 2);
});

test("a template that does not exist, and somebody who is not signed in, get no room", async (t) => {
  const server = await testServer(t);
  const owner = await signInOwner(server);
  assert.equal(await refusedStatus(owner, { cookie: "" }), 401);
  assert.equal(await refusedStatus(owner, { origin: "https://elsewhere.example" }), 403);
  assert.equal(await deniedReason(owner, "no-such-template"), "not-found");
});

test("edits that somebody holds are not taken under another session of the same browser", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const author = await signInAs(owner, "author", "chen");
  const { member } = await owner.get<Session>("/session");
  assert.equal(await deniedReason(author, shippedId, member.id), "other-person");
});

test("carriage returns that a client brings in are taken out again for everybody", async (t) => {
  const server = await testServer(t);
  const owner = await signInOwner(server);
  const one = await openPeer(t, owner, shippedId);
  one.text.insert(0, "// a\r\n// b\r// c\n");
  await one.sees((text) => !text.includes("\r"));
  assert.ok(one.text.toString().startsWith("// a\n// b\n// c\n"));
});

test("a text that is replaced over HTTP changes only where it differs", async (t) => {
  const server = await testServer(t);
  const owner = await signInOwner(server);
  const one = await openPeer(t, owner, shippedId);
  const target = one.text.toString().indexOf('"minimum": 90');
  const cursor = Y.createRelativePositionFromTypeIndex(one.text, target);
  const text = one.text.toString();
  await owner.put(`/templates/${shippedId}/text`, {
    text: `// new first line\r\n${text.replace("客服主管", "客服经理")}`,
  });
  await one.sees((now) => now.startsWith("// new first line\n"));
  const place = Y.createAbsolutePositionFromRelativePosition(cursor, one.provider.document);
  assert.ok(one.text.toString().startsWith('"minimum": 90', place?.index));
});

test("after compaction the text, the positions and the authors are the same", async (t) => {
  const dataFolder = temporaryFolder(t);
  const server = await testServer(t, { dataFolder });
  const owner = await signInOwner(server);
  const { id } = await owner.post<TemplateSummary>("/templates", { title: "压缩" });
  const peer = await openPeer(t, await signInAs(owner, "author", "chen"), id);
  // More rows than one log holds before it is folded.
  for (let line = 0; line < 320; line++) {
    peer.text.insert(0, `// ${line}\n`);
    await peer.saved();
  }
  await server.close();
  const storage = await openSqliteStorage(dataFolder, "main");
  const { rows, seq } = await storage.log.load("main", id);
  await storage.close();
  assert.ok(rows < 100, `${rows} rows are left`);
  assert.ok(seq >= 321);
  const again = await testServer(t, { dataFolder });
  const signedIn = await signInOwner(again);
  const { text } = await signedIn.get<TemplateDetail>(`/templates/${id}`);
  assert.equal(text, peer.text.toString());
  const revision = await signedIn.post<RevisionSummary>(`/templates/${id}/revisions`, { kind: "named", name: "稿" });
  assert.deepEqual(revision.authors, ["chen", "负责人"]);
});

test("updates that are malformed, or build on what is not there, are refused and others carry on", async (t) => {
  const server = await testServer(t);
  const owner = await signInOwner(server);
  const witness = await openPeer(t, owner, shippedId);
  assert.equal((await closeCode(owner.url, owner.headers, new Uint8Array([1, 2, 3, 255, 255, 255]))).code, 4400);
  const other = new Y.Doc();
  other.getText(textName).insert(0, "first");
  const state = Y.encodeStateVector(other);
  other.getText(textName).insert(5, " dangling words");
  const dangling = Y.encodeStateAsUpdate(other, state);
  assert.equal((await closeCode(owner.url, owner.headers, dangling)).code, 4205);
  witness.text.insert(0, "// still here\n");
  await witness.saved();
  assert.ok(!witness.text.toString().includes("dangling words"));
});

/** A server whose log goes through `intercept`. */
async function serverWith(
  t: Parameters<typeof testServer>[0],
  intercept: (row: UpdateRow, append: (row: UpdateRow) => Promise<number>) => Promise<number>,
  reading: (load: () => Promise<LoadedLog>) => Promise<LoadedLog> = (load) => load(),
) {
  const real = await openSqliteStorage(temporaryFolder(t), "main");
  const log = {
    append: (row: UpdateRow) => intercept(row, (each) => real.log.append(each)),
    load: (workspaceId: string, doc: string) => reading(() => real.log.load(workspaceId, doc)),
    compact: real.log.compact.bind(real.log),
    authors: real.log.authors.bind(real.log),
    size: real.log.size.bind(real.log),
  };
  const storage: Storage = { ...real, log };
  const server = await serve(storage, { dataFolder: "" });
  atEnd(t, () => server.close());
  return server;
}

function authFrame(doc: string, token = ""): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarString(encoder, doc);
  encoding.writeVarUint(encoder, 2);
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarString(encoder, token);
  return encoding.toUint8Array(encoder);
}

/** Where `other` is, as `seer` sees it. */
function presenceOf(seer: Peer, other: Peer): Presence | undefined {
  return seer.provider.awareness?.getStates().get(other.provider.document.clientID);
}

/** Why a bare client is not let into a document. */
async function deniedReason({ url, headers }: Client, doc: string, token = ""): Promise<string> {
  const socket = new WebSocket(url.replace("http", "ws") + collaborationPath, { headers });
  await once(socket, "open");
  socket.send(authFrame(doc, token));
  const [frame] = (await once(socket, "message")) as [Buffer];
  socket.close();
  const decoder = decoding.createDecoder(new Uint8Array(frame));
  decoding.readVarString(decoder);
  // Message type "auth", then "permission denied".
  assert.deepEqual([decoding.readVarUint(decoder), decoding.readVarUint(decoder)], [2, 1]);
  return decoding.readVarString(decoder);
}

/** Sends one update as a bare client does, and tells how the server closed the connection. */
async function closeCode(url: string, headers: Readonly<Record<string, string>>, update: Uint8Array) {
  const socket = new WebSocket(url.replace("http", "ws") + collaborationPath, { headers });
  await once(socket, "open");
  const encoder = encoding.createEncoder();
  encoding.writeVarString(encoder, shippedId);
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarUint(encoder, 2);
  encoding.writeVarUint8Array(encoder, update);
  socket.send(authFrame(shippedId));
  socket.send(encoding.toUint8Array(encoder));
  const [code, reason] = (await once(socket, "close")) as [number, Buffer];
  return { code, reason: reason.toString() };
}
