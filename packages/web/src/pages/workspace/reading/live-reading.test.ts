import assert from "node:assert/strict";
import { once } from "node:events";
import { mock, test } from "node:test";
import { inspect } from "@rolewright/runtime";
import * as Y from "yjs";
import { type KnownReading, LiveReading, type ReadingOptions } from "./live-reading.ts";
import type { Answer, ToReader } from "./protocol.ts";
import { readHere } from "./read-here.ts";
import type { ReaderEars, StartReader } from "./reader-port.ts";
import { RoleReader } from "./role-reader.ts";

const source = `{
  "$schema": "https://rolewright.dev/role/1", "$id": "https://example.com/roles/test", "title": "岗位", "type": "object",
  "x-role": { "language": "zh-CN" },
  "properties": {
    "standards": { "title": "标准", "type": "object", "x-section": { "kind": "standards" }, "properties": {
      "one": { "title": "第一项", "type": "number", "x-item": { "every": "month" } }
    } }
  }
}`;

/** A reader whose answers are let go one by one, which can break down, and of which there may be several in turn. */
class Held {
  readonly started: { readonly ears: ReaderEars; readonly taken: ToReader[]; closed: boolean }[] = [];

  readonly start = (ears: ReaderEars) => {
    const reader = { ears, taken: [] as ToReader[], closed: false };
    this.started.push(reader);
    return {
      post: (message: ToReader) => void reader.taken.push(message),
      close: () => {
        reader.closed = true;
      },
    };
  };

  get last() {
    const reader = this.started.at(-1);
    assert.ok(reader);
    return reader;
  }

  /** What a real reader answers to the messages up to a number, given out by nobody yet. */
  answersOf(index: number, upTo: readonly number[]): Answer[] {
    const reader = new RoleReader();
    const taken = [...(this.started[index]?.taken ?? [])];
    return upTo.map((number) => {
      for (const message of taken.splice(0, taken.findIndex((one) => one.number === number) + 1)) reader.take(message);
      return reader.answer();
    });
  }
}

const usual = {};
const library = { template: () => undefined, incomplete: false, fetch: async () => {} };

function live(options: Partial<ReadingOptions> = {}) {
  const text = new Y.Doc().getText("text");
  text.insert(0, source);
  const reading = new LiveReading(text, { library, tag: "zh-CN", severities: () => usual, ...options });
  const events: string[] = [];
  for (const name of ["inspected", "viewed", "fault"]) reading.addEventListener(name, () => events.push(name));
  return { text, reading, events };
}

const typeInto = (text: Y.Text, what: string) => text.insert(text.toString().indexOf("第一项"), what);
const rowsOf = ({ view }: LiveReading) =>
  view?.kind === "document" ? view.document.blocks.flatMap((block) => (block.kind === "table" ? block.rows : [])) : [];
const titleOf = (reading: LiveReading) => reading.written?.sections[0]?.items[0]?.title;

test("a change is read without the whole text being sent again", async () => {
  const { text, reading } = live({ start: readHere });
  await reading.settled();
  assert.equal(titleOf(reading), "第一项");
  typeInto(text, "新");
  await reading.settled();
  assert.equal(titleOf(reading), "新第一项");
  assert.equal(reading.source, text.toString());
  reading.close();
});

test("edits at several places of one transaction and of peers arrive as they were made", async () => {
  const { text, reading } = live({ start: readHere });
  const peer = new Y.Doc();
  assert.ok(text.doc);
  Y.applyUpdate(peer, Y.encodeStateAsUpdate(text.doc));
  const theirs = peer.getText("text");
  peer.transact(() => {
    theirs.delete(theirs.toString().indexOf("第一项"), 1);
    theirs.insert(theirs.toString().indexOf("岗位"), "资深");
    theirs.insert(theirs.length, "\n// 末尾");
  });
  Y.applyUpdate(text.doc, Y.encodeStateAsUpdate(peer));
  await reading.settled();
  assert.deepEqual([titleOf(reading), reading.written?.title, reading.source], ["一项", "资深岗位", theirs.toString()]);
  reading.close();
});

test("what was stored is read before the live text is there, and then what the live text says otherwise", async () => {
  const held: string[] = [];
  const reading = new LiveReading(source, {
    library,
    tag: "zh-CN",
    severities: () => usual,
    start: (ears) => {
      const port = readHere(ears);
      const post = (message: Parameters<typeof port.post>[0]) => {
        held.push(message.kind);
        port.post(message);
      };
      return { ...port, post };
    },
  });
  await reading.settled();
  assert.equal(titleOf(reading), "第一项");
  const text = new Y.Doc().getText("text");
  text.insert(0, `${source.replace("岗位", "资深岗位").replace("第一项", "头一项")}\n// 末尾`);
  reading.follow(text);
  await reading.settled();
  assert.deepEqual([titleOf(reading), reading.written?.title, reading.source], ["头一项", "资深岗位", text.toString()]);
  text.insert(text.toString().indexOf("头一项"), "新");
  await reading.settled();
  assert.deepEqual([titleOf(reading), held], ["新头一项", ["open", "change", "change"]]);
  reading.close();
});

test("what somebody else read in the stored text is shown before the reader has read it, and then what the reader says", async () => {
  const { role, diagnostics } = inspect(source.replace('"month"', '"month", "weight": 90'));
  assert.ok(role);
  const known = JSON.parse(JSON.stringify({ role, diagnostics })) as KnownReading;
  const reading = new LiveReading(source, { library, tag: "zh-CN", severities: () => usual, start: readHere, known });
  assert.deepEqual([titleOf(reading), reading.source, reading.current], ["第一项", source, true]);
  assert.equal(reading.diagnostics.length, diagnostics.length);
  assert.equal(reading.written?.sections[0]?.items[0]?.weight, "90");
  await once(reading, "inspected");
  assert.equal(reading.written?.sections[0]?.items[0]?.weight, undefined);
  assert.deepEqual(reading.written, inspect(source).role);
  reading.close();
});

test("what is known of a text is shown as a document without a reader, which then tells the same", async () => {
  const { role, diagnostics } = inspect(source);
  assert.ok(role);
  let started = 0;
  const start: StartReader = (ears) => {
    started += 1;
    return readHere(ears);
  };
  const known = { role, diagnostics };
  const reading = new LiveReading(source, { library, tag: "zh-CN", severities: () => usual, start, known });
  reading.show({ kind: "document", version: null, organisation: "" });
  await once(reading, "viewed");
  const before = rowsOf(reading);
  assert.deepEqual([started, before.length], [0, 1]);
  await once(reading, "viewed");
  assert.equal(started, 1);
  assert.equal(rowsOf(reading)[0], before[0]);
  reading.close();
});

test("a change before the reader was needed is read once", async () => {
  const { role, diagnostics } = inspect(source);
  assert.ok(role);
  const { text, reading } = live({ start: readHere, known: { role, diagnostics } });
  typeInto(text, "新");
  await reading.settled();
  assert.deepEqual([titleOf(reading), reading.source], ["新第一项", text.toString()]);
  reading.close();
});

test("an error that somebody else found in the stored text is told at once", () => {
  const broken = source.replace('"title": "第一项",', "");
  const { diagnostics } = inspect(broken);
  const held = new Held();
  const known = { diagnostics };
  const reading = new LiveReading(broken, { library, tag: "zh-CN", severities: () => usual, start: held.start, known });
  assert.deepEqual([reading.written, reading.obstacle?.code], [undefined, "schema/missing"]);
  reading.close();
});

test("an answer about an earlier text is taken in but not shown as the present one", () => {
  const held = new Held();
  const { text, reading, events } = live({ start: held.start });
  typeInto(text, "甲");
  typeInto(text, "乙");
  const [first, second, third] = held.answersOf(0, [1, 2, 3]);
  assert.ok(first && second && third);
  held.last.ears.answer(first);
  const shown = events.length;
  held.last.ears.answer(second);
  assert.equal(events.length, shown, "not shown right behind the first");
  assert.equal(reading.source, "");
  held.last.ears.answer(third);
  assert.equal(events.length, shown + 1);
  assert.equal(titleOf(reading), "甲乙第一项");
  assert.equal(reading.source, text.toString());
  reading.close();
});

test("who waits for the present text is not served with an earlier one", async () => {
  const held = new Held();
  const { text, reading } = live({ start: held.start });
  typeInto(text, "甲");
  const [first, second] = held.answersOf(0, [1, 2]);
  assert.ok(first && second);
  let settled = false;
  const waiting = reading.settled().then(() => {
    settled = true;
  });
  held.last.ears.answer(first);
  await Promise.resolve();
  assert.equal(settled, false);
  held.last.ears.answer(second);
  await waiting;
  assert.equal(titleOf(reading), "甲第一项");
  reading.close();
});

test("a reader that breaks down is started again with the present text, and what it still says is not heard", async () => {
  const held = new Held();
  const { text, reading, events } = live({ start: held.start });
  typeInto(text, "甲");
  const late = held.answersOf(0, [1])[0];
  held.last.ears.fault();
  assert.deepEqual([held.started.length, held.started[0]?.closed, events.at(-1)], [2, true, "fault"]);
  assert.ok(late);
  held.started[0]?.ears.answer(late);
  assert.equal(reading.written, undefined);
  const opened = held.last.taken[0];
  assert.equal(opened?.kind === "open" && opened.text, text.toString());
  const [answer] = held.answersOf(1, [opened?.number ?? 0]);
  assert.ok(answer);
  held.last.ears.answer(answer);
  assert.equal(titleOf(reading), "甲第一项");
  reading.close();
});

test("what breaks down again and again rests, releases who waits, and tries anew with the next change", async () => {
  const held = new Held();
  const { text, reading } = live({ start: held.start });
  const waiting = reading.settled();
  for (let fault = 0; fault < 3; fault += 1) held.last.ears.fault();
  await waiting;
  assert.deepEqual([reading.resting, held.started.length], [true, 3]);
  typeInto(text, "甲");
  assert.deepEqual([reading.resting, held.started.length], [false, 4]);
  reading.close();
});

test("a reader that says nothing for twenty seconds is started again", (t) => {
  mock.timers.enable({ apis: ["setTimeout"] });
  t.after(() => mock.timers.reset());
  const held = new Held();
  const { reading, events } = live({ start: held.start });
  mock.timers.tick(19_999);
  assert.equal(held.started.length, 1);
  mock.timers.tick(1);
  assert.deepEqual([held.started.length, events], [2, ["fault"]]);
  reading.close();
});

test("a parent that is missing is fetched and given to the reader, and until then is no error", async () => {
  const parent = source.replace("roles/test", "roles/parent").replace("岗位", "上级");
  const known = new Map<string, string>();
  let incomplete = false;
  const fetching = {
    template: (id: string, version?: number) => {
      const text = known.get(`${id}@${version}`);
      incomplete ||= text === undefined;
      return text;
    },
    get incomplete() {
      return incomplete;
    },
    fetch: async () => {
      known.set("https://example.com/roles/parent@1", parent);
      incomplete = false;
    },
  };
  const { text, reading } = live({ start: readHere, library: fetching });
  await reading.settled();
  text.insert(1, `"x-extends": "https://example.com/roles/parent@1",`);
  const errors: string[] = [];
  reading.addEventListener("inspected", () => errors.push(...reading.diagnostics.map(({ code }) => code)));
  while (reading.written?.origin === undefined) await once(reading as unknown as EventTarget, "inspected");
  assert.equal(reading.written.origin.title, "上级");
  assert.deepEqual(
    errors.filter((code) => code.startsWith("extends/")),
    [],
  );
  reading.close();
});

test("what is known of a text stays while its parents are fetched: its findings do not go and come back", async () => {
  const parent = source.replace("roles/test", "roles/parent");
  const heir = source
    .replace("{", `{ "x-extends": "https://example.com/roles/parent@1",`)
    .replace('"month"', '"month", "weight": 90');
  let fetched = false;
  const fetching = {
    template: () => (fetched ? parent : undefined),
    get incomplete() {
      return !fetched;
    },
    fetch: async () => {
      fetched = true;
    },
  };
  const { role, diagnostics } = inspect(heir, { template: () => parent });
  assert.ok(role && diagnostics.length > 0);
  const reading = new LiveReading(heir, {
    library: fetching,
    tag: "zh-CN",
    severities: () => usual,
    start: readHere,
    known: { role, diagnostics },
  });
  const counts: number[] = [];
  reading.addEventListener("inspected", () => counts.push(reading.diagnostics.length));
  reading.speak("zh-CN");
  while (!fetched || counts.length === 0) await once(reading as unknown as EventTarget, "inspected");
  assert.ok(
    counts.every((count) => count > 0),
    counts.join(),
  );
  assert.ok(reading.current);
  reading.close();
});

test("the preview gets what it asked for last", async () => {
  const { reading } = live({ start: readHere });
  reading.show({ kind: "json" });
  reading.show({ kind: "document", version: null, organisation: "" });
  await once(reading as unknown as EventTarget, "viewed");
  assert.equal(reading.view?.kind, "document");
  reading.close();
});
