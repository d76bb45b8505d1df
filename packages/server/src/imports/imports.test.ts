import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { strToU8, zipSync } from "fflate";
import { apiPrefix } from "../paths.ts";
import type {
  AlikeRoles,
  ImportBatch,
  ImportCorrected,
  ImportDetail,
  ImportDraft,
  ImportFile,
  ImportFileDetail,
  Problem,
} from "../protocol.ts";
import {
  type Answer,
  type Client,
  signInAs,
  signInOwner,
  temporaryFolder,
  testServer,
} from "../test-support/test-server.ts";

const warehouse = `仓储主管岗位职责
直属上级：物流经理
一、任职要求
1、大专及以上学历；
2、3年以上仓储管理经验；
二、岗位职责
1、主持仓库的日常管理，安排班次。
2、组织每月盘点。
三、工作标准
1、每月25日前完成盘点，差异率低于0.5%。
`;

async function upload<Body = { items: ImportFile[] }>(
  client: Client,
  batch: string,
  name: string,
  bytes: Uint8Array | string,
  query = "",
): Promise<Answer<Body>> {
  const url = `${client.url}${apiPrefix}/imports/${batch}/files?name=${encodeURIComponent(name)}${query}`;
  const body = typeof bytes === "string" ? new TextEncoder().encode(bytes) : new Uint8Array(bytes);
  const headers = { ...client.headers, "content-type": "application/octet-stream" };
  const response = await fetch(url, { method: "POST", headers, body });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Body };
}

/** Asks again and again until no document waits: a poll is what a client does. */
async function settled(client: Client, batch: string): Promise<ImportDetail> {
  for (;;) {
    const detail = await client.get<ImportDetail>(`/imports/${batch}`);
    if (detail.batch.counts.queued + detail.batch.counts.reading === 0) return detail;
  }
}

async function begun(t: TestContext, options: Parameters<typeof testServer>[1] = {}) {
  const server = await testServer(t, options);
  const owner = await signInOwner(server);
  const { id } = await owner.post<ImportBatch>("/imports", { name: "旧文件" });
  return { server, owner, batch: id };
}

test("documents are read in the background, and a list tells how far each is", async (t) => {
  const { owner, batch } = await begun(t);
  const added = await upload(owner, batch, "仓储主管.txt", warehouse);
  assert.deepEqual([added.status, added.body.items[0]?.state], [201, "queued"]);
  await upload(owner, batch, "照片.docx", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0]));
  await owner.post(`/imports/${batch}/texts`, { name: "粘贴", text: warehouse });
  const { files, batch: done } = await settled(owner, batch);
  assert.deepEqual(
    files.map(({ name, state, format, titles }) => [name, state, format, titles]),
    [
      ["仓储主管.txt", "to-check", "txt", ["仓储主管"]],
      ["照片.docx", "failed", null, []],
      ["粘贴", "to-check", "pasted", ["仓储主管"]],
    ],
  );
  assert.deepEqual([done.counts["to-check"], done.counts.failed], [2, 1]);
  assert.equal(files[1]?.problem?.code, "notADocument");
});

test("an archive gives its documents, and one that cannot be opened fails with the reason", async (t) => {
  const { owner, batch } = await begun(t);
  const zip = zipSync({ "甲/仓储.txt": strToU8(warehouse), "乙/仓储.txt": strToU8(warehouse) });
  const { body } = await upload(owner, batch, "旧.zip", zip);
  assert.deepEqual(body.items.map(({ name }) => name).sort(), ["旧.zip/乙/仓储.txt", "旧.zip/甲/仓储.txt"].sort());
  await upload(owner, batch, "坏.zip", zip.slice(0, 60));
  const failed = (await settled(owner, batch)).files.find(({ name }) => name === "坏.zip");
  assert.deepEqual([failed?.state, failed?.problem?.code], ["failed", "damaged"]);
});

test("a reviewer's corrections are kept, guarded against another's, and can be taken back", async (t) => {
  const { owner, batch } = await begun(t);
  await upload(owner, batch, "仓储主管.txt", warehouse);
  const [file] = (await settled(owner, batch)).files;
  const path = `/imports/${batch}/files/${file?.id}`;
  const { result, version, source } = await owner.get<ImportFileDetail>(path);
  assert.ok(result);
  assert.equal(source?.text, warehouse);
  const changed = structuredClone(result);
  for (const description of changed.descriptions) description.duties = description.duties.slice(0, 1);
  const corrected = await owner.put<ImportCorrected>(`${path}/correction`, { version, result: changed });
  assert.deepEqual([corrected.file.corrected, corrected.file.duties], [true, 1]);
  const stale = await owner.ask<Problem>("PUT", `${path}/correction`, { version, result: changed });
  assert.deepEqual([stale.status, stale.body.code], [409, "import-changed"]);
  const nonsense = await owner.ask<Problem>("PUT", `${path}/correction`, {
    version: corrected.version,
    result: { ...changed, kind: "x" },
  });
  assert.equal(nonsense.status, 400);
  const back = await owner.ask<ImportCorrected>("DELETE", `${path}/correction?version=${corrected.version}`);
  assert.deepEqual([back.body.file.corrected, back.body.file.duties], [false, result.descriptions[0]?.duties.length]);
});

test("confirmed documents become templates by the ordinary road, each once", async (t) => {
  const { owner, batch } = await begun(t);
  await upload(owner, batch, "仓储主管.txt", warehouse);
  const [file] = (await settled(owner, batch)).files;
  assert.deepEqual((await owner.post<{ items: ImportDraft[] }>(`/imports/${batch}/drafts`, {})).items, []);
  const confirmed = await owner.ask<ImportFile>("PATCH", `/imports/${batch}/files/${file?.id}`, { state: "confirmed" });
  assert.equal(confirmed.body.state, "confirmed");
  const { items } = await owner.post<{ items: ImportDraft[] }>(`/imports/${batch}/drafts`, { family: "warehouse" });
  assert.deepEqual(
    items.map(({ template }) => [template.title, template.family, template.reportsTo, template.state, template.errors]),
    [["仓储主管", "warehouse", "物流经理", "draft", 0]],
  );
  assert.deepEqual((await owner.post<{ items: ImportDraft[] }>(`/imports/${batch}/drafts`, {})).items, []);
  assert.equal(
    (await owner.get<ImportDetail>(`/imports/${batch}`)).files[0]?.templates[0]?.template,
    items[0]?.template.id,
  );
});

test("the same role in several documents is found, and so is the template that was made of it", async (t) => {
  const { owner, batch } = await begun(t);
  await upload(owner, batch, "仓储主管.txt", warehouse);
  await upload(owner, batch, "仓储主管（新）.txt", warehouse.replace("25日", "20日"));
  const [file] = (await settled(owner, batch)).files;
  const alike = () => owner.get<{ items: AlikeRoles[] }>(`/imports/${batch}/alike`);
  const [group] = (await alike()).items;
  assert.deepEqual(
    [group?.kind, group?.roles.map(({ from }) => from)],
    ["same", ["仓储主管.txt", "仓储主管（新）.txt"]],
  );
  await owner.post(`/imports/${batch}/drafts`, { descriptions: [{ file: file?.id, description: 0 }] });
  const [made] = (await alike()).items;
  assert.deepEqual(
    made?.roles.map(({ template, description }) => [template !== null, description !== null]),
    [
      [true, false],
      [false, true],
    ],
  );
});

test("a paused import waits, a cancelled one is not read, and a queued one outlives the server", async (t) => {
  const dataFolder = temporaryFolder(t);
  const { server, owner, batch } = await begun(t, { dataFolder });
  await owner.ask("PATCH", `/imports/${batch}`, { paused: true });
  await upload(owner, batch, "甲.txt", warehouse);
  const dropped = await owner.post<ImportBatch>("/imports", {});
  await owner.ask("PATCH", `/imports/${dropped.id}`, { paused: true });
  await upload(owner, dropped.id, "乙.txt", warehouse);
  const cancelled = await owner.post<ImportBatch>(`/imports/${dropped.id}/cancel`);
  assert.deepEqual([cancelled.counts.queued, cancelled.counts.cancelled], [0, 1]);
  await server.close();

  const again = await signInOwner(await testServer(t, { dataFolder }));
  assert.equal((await again.get<ImportDetail>(`/imports/${batch}`)).files[0]?.state, "queued");
  await again.ask("PATCH", `/imports/${batch}`, { paused: false });
  assert.equal((await settled(again, batch)).files[0]?.state, "to-check");
  assert.equal((await again.get<ImportDetail>(`/imports/${dropped.id}`)).files[0]?.state, "cancelled");
});

test("a document is read again in the encoding that a reviewer chooses", async (t) => {
  const { owner, batch } = await begun(t);
  await upload(owner, batch, "a.txt", warehouse, "&encoding=big5");
  const [wrong] = (await settled(owner, batch)).files;
  assert.equal(wrong?.encoding, "big5");
  await owner.ask("PATCH", `/imports/${batch}/files/${wrong?.id}`, { encoding: "utf-8" });
  const [right] = (await settled(owner, batch)).files;
  assert.deepEqual([right?.encoding, right?.titles], ["utf-8", ["仓储主管"]]);
});

test("an import is removed with its documents, and only authors come near it", async (t) => {
  const { owner, batch } = await begun(t);
  await upload(owner, batch, "a.txt", warehouse);
  const manager = await signInAs(owner, "manager");
  assert.equal((await manager.ask("GET", `/imports/${batch}`)).status, 403);
  assert.equal((await owner.ask("DELETE", `/imports/${batch}`)).status, 204);
  assert.equal((await owner.ask("GET", `/imports/${batch}`)).status, 404);
});
