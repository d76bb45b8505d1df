import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { ImportWorker, type ImportWorkerOptions, ReadError } from "./index.ts";
import { docxFile, p, zipFile } from "./test-support/office-files.ts";

function workerFor(t: TestContext, options: ImportWorkerOptions = {}): ImportWorker {
  const worker = new ImportWorker(options);
  t.after(() => worker.close());
  return worker;
}

const text = (words: string) => new TextEncoder().encode(words);
const good = { name: "客服主管.txt", bytes: text("客服主管岗位职责\n1、接待来访客户\n2、处理客户投诉\n") };
const fails = (code: string) => (problem: unknown) => {
  assert.ok(problem instanceof ReadError, String(problem));
  assert.equal(problem.code, code);
  return true;
};

test("a file is read and understood in the thread", async (t) => {
  const { source, result } = await workerFor(t).read(good);
  assert.equal(source.blocks.length, 3);
  assert.equal(result.source.name, "客服主管.txt");
});

test("an archive gives its files, an archive in it opened too, and an office file stays whole", async (t) => {
  const inner = zipFile({ "乙.txt": "乙" });
  const docx = docxFile({ body: p("丙") });
  const bytes = zipFile({
    "部门/甲.txt": "甲",
    "内.zip": inner,
    "丙.docx": docx,
    "__MACOSX/x": "x",
    ".DS_Store": "x",
    "~$甲.docx": "x",
  });
  const files = await workerFor(t).unpack({ name: "旧文件.zip", bytes });
  assert.deepEqual(files.map(({ name }) => name).sort(), ["丙.docx", "乙.txt", "部门/甲.txt"].sort());
  assert.deepEqual(await workerFor(t).unpack(good), [good]);
});

test("a damaged file in an archive is handed on as it is, and keeps none of the others from being read", async (t) => {
  const damaged = Uint8Array.from([0x50, 0x4b, 3, 4, 9, 9, 9, 9]);
  const bytes = zipFile({ "a.txt": "仓储主管", "b.docx": damaged });
  const files = await workerFor(t).unpack({ name: "旧文件.zip", bytes });
  assert.deepEqual(
    files.map(({ name }) => name),
    ["a.txt", "b.docx"],
  );
  assert.deepEqual(Buffer.from(files[1]?.bytes ?? []), Buffer.from(damaged));
});

test("names that Chinese Windows wrote into an archive are read", async (t) => {
  const bytes = zipFile({ "AAAA.txt": "甲" });
  // The name stands in the local header and in the directory; GB18030 of 客服.
  const name = [0xbf, 0xcd, 0xb7, 0xfe];
  for (let at = 0; at < bytes.length - 8; at++)
    if (bytes[at] === 65 && bytes[at + 3] === 65 && bytes[at + 4] === 46) bytes.set(name, at);
  assert.deepEqual(
    (await workerFor(t).unpack({ name: "a.zip", bytes })).map((file) => file.name),
    ["客服.txt"],
  );
});

test("a bomb is refused for what it claims, and a bomb that lies is cut off at its claim", async (t) => {
  const worker = workerFor(t);
  const zip = (claim: number) => claimed(zipFile({ "0.txt": new Uint8Array(2 ** 20) }), claim);
  await assert.rejects(worker.unpack({ name: "bomb.zip", bytes: zip(300 * 2 ** 20) }), fails("zipTooLarge"));
  const [file] = await worker.unpack({ name: "liar.zip", bytes: zip(1000) });
  assert.equal(file?.bytes.length, 1000);
});

/** The archive with another size in its directory. */
function claimed(bytes: Uint8Array, size: number): Uint8Array {
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < bytes.length - 4; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  return bytes;
}

test("a file that takes too long is given up, and the next one is read by a fresh thread", async (t) => {
  const worker = workerFor(t, { timeoutMs: 1 });
  await assert.rejects(worker.read({ name: "a.txt", bytes: text("接待来访客户\n".repeat(400_000)) }), fails("tooSlow"));
  const patient = workerFor(t);
  const stopped = patient.read({ name: "a.txt", bytes: text("接待来访客户\n".repeat(400_000)) });
  const next = patient.read(good);
  setImmediate(() => patient.stopCurrent());
  await assert.rejects(stopped, fails("stopped"));
  assert.equal((await next).source.name, good.name);
});

test("a file that fills the memory is given up, and the process lives", async (t) => {
  const worker = workerFor(t, { memoryMb: 32 });
  const bytes = docxFile({ body: p("接待来访客户").repeat(100_000) });
  await assert.rejects(worker.read({ name: "a.docx", bytes }), fails("tooMuchMemory"));
  assert.equal((await worker.read(good)).source.name, good.name);
});

test("what waits when the worker closes fails as stopped", async () => {
  const worker = new ImportWorker();
  const waiting = [worker.read(good), worker.read(good)].map((each) => assert.rejects(each, fails("stopped")));
  await worker.close();
  await Promise.all(waiting);
});
