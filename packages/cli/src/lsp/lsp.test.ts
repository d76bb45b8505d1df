import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import * as lsp from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";

/* The real program in a process of its own, spoken to as an editor does. */

const program = fileURLToPath(new URL("../../bin/rolewright.mjs", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "rolewright-lsp-"));

const parentText = `{
  "$schema": "https://rolewright.dev/role/1",
  "$id": "https://example.com/roles/lead",
  "title": "主管",
  "x-role": { "language": "zh-CN" },
  "properties": {
    "duties": { "title": "岗位职责", "type": "object", "x-section": { "kind": "duties" }, "properties": {
      "guide": { "title": "带教新人。", "type": "boolean", "x-item": { "every": "month" } }
    } }
  }
}
`;

const childText = `{
  "$schema": "https://rolewright.dev/role/1",
  "$id": "https://example.com/roles/service-lead",
  "title": "客服主管",
  "x-extends": "https://example.com/roles/lead@1",
  "properties": {
    "standards": { "title": "工作标准", "type": "object", "x-section": { "kind": "standards" }, "properties": {
      "rate": { "title": "回访率", "type": "object",
        "properties": { "done": { "title": "已回访", "type": "integer" }, "total": { "title": "应回访", "type": "integer" } },
        "required": ["done", "total"],
        "x-item": { "every": "month", "unit": "%", "weight": 90, "supports": ["guide"], "source": "客服系统",
          "measure": { "kind": "ratio", "of": "done", "to": "total", "whenZero": "not-applicable" },
          "target": { "minimum": 95 }, "score": { "kind": "pass" } } }
    } }
  }
}
`;

const uri = pathToFileURL(join(folder, "service-lead.jsonc")).href;
const document = TextDocument.create(uri, "jsonc", 1, childText);
let server: ChildProcess;
let editor: lsp.ProtocolConnection;
let found: lsp.Diagnostic[] = [];

before(async () => {
  writeFileSync(join(folder, "lead.jsonc"), parentText);
  writeFileSync(join(folder, "service-lead.jsonc"), childText);
  server = spawn(process.execPath, [program, "lsp", "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  assert.ok(server.stdin && server.stdout);
  editor = lsp.createProtocolConnection(
    new lsp.StreamMessageReader(server.stdout),
    new lsp.StreamMessageWriter(server.stdin),
  );
  editor.listen();
});

after(async () => {
  editor.dispose();
  if (server.exitCode === null) server.kill();
  rmSync(folder, { recursive: true });
});

/** The findings that come next for a document. */
function nextFindings(of: string): Promise<lsp.Diagnostic[]> {
  return new Promise((resolve) => {
    const listening = editor.onNotification(lsp.PublishDiagnosticsNotification.type, ({ uri: about, diagnostics }) => {
      if (about !== of) return;
      listening.dispose();
      resolve(diagnostics);
    });
  });
}

/** The place of a piece of the child's text, two characters in. */
function at(piece: string) {
  const offset = childText.indexOf(piece);
  assert.ok(offset >= 0, piece);
  return { textDocument: { uri }, position: document.positionAt(offset + 2) };
}

function saidIn(hover: lsp.Hover | null): string {
  return lsp.MarkupContent.is(hover?.contents) ? hover.contents.value : "";
}

function textAt(range: lsp.Range): string {
  return document.getText(range);
}

test("an opened document gets its findings in the client's language, with parents read from the files around", async () => {
  const snippets = { textDocument: { completion: { completionItem: { snippetSupport: true } } } };
  const { capabilities } = await editor.sendRequest(lsp.InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    capabilities: snippets,
    locale: "en",
  });
  assert.equal(capabilities.hoverProvider, true);
  await editor.sendNotification(lsp.InitializedNotification.type, {});
  const findings = nextFindings(uri);
  const textDocument = { uri, languageId: "jsonc", version: 1, text: childText };
  await editor.sendNotification(lsp.DidOpenTextDocumentNotification.type, { textDocument });
  found = await findings;
  const codes = found.map(({ code }) => String(code));
  assert.ok(codes.includes("weights/sum") && !codes.some((code) => code.startsWith("extends/")), codes.join());
  // Quoted are the template's own words, which stay as they are.
  for (const { message } of found) assert.doesNotMatch(String(message).replaceAll(/“[^”]*”/g, ""), /[一-鿿]/);
});

test("completion brings snippets and the duties that are inherited", async () => {
  const list = await editor.sendRequest(lsp.CompletionRequest.type, at('"guide"'));
  assert.ok(Array.isArray(list));
  assert.deepEqual(
    list.map(({ label, detail }) => [label, detail]),
    [["guide", "带教新人。"]],
  );
  const keys = await editor.sendRequest(lsp.CompletionRequest.type, at(', "weight"'));
  assert.ok(Array.isArray(keys));
  const due = keys.find(({ label }) => label === "due");
  assert.equal(due?.insertTextFormat, lsp.InsertTextFormat.Snippet);
  assert.match(String(due?.documentation), /due/i);
});

test("hover says what a keyword means and what an item must reach", async () => {
  const hovered = await editor.sendRequest(lsp.HoverRequest.type, at('"rate"'));
  assert.match(saidIn(hovered), /回访率/);
  assert.match(saidIn(hovered), /Target: ≥ 95 %/);
  const keyword = await editor.sendRequest(lsp.HoverRequest.type, at('"weight"'));
  assert.match(saidIn(keyword), /points/);
});

test("definitions lead to the input, and to a duty in the parent's file", async () => {
  const input = await editor.sendRequest(lsp.DefinitionRequest.type, at('"done", "to"'));
  assert.equal(textAt((input as lsp.Location).range), '"done"');
  const duty = (await editor.sendRequest(lsp.DefinitionRequest.type, at('"guide"'))) as lsp.Location;
  assert.equal(duty.uri, pathToFileURL(join(folder, "lead.jsonc")).href);
  const parent = TextDocument.create(duty.uri, "jsonc", 1, parentText);
  assert.equal(parent.getText(duty.range), '"guide"');
});

test("references and rename reach every link, and a taken name is refused in words", async () => {
  const params = { ...at('"done"'), context: { includeDeclaration: true } };
  const places = await editor.sendRequest(lsp.ReferencesRequest.type, params);
  assert.deepEqual(
    places?.map(({ range }) => textAt(range)),
    ["done", "done", "done"],
  );
  const prepared = await editor.sendRequest(lsp.PrepareRenameRequest.type, at('"done"'));
  assert.equal((prepared as { placeholder: string }).placeholder, "done");
  const renamed = await editor.sendRequest(lsp.RenameRequest.type, { ...at('"done"'), newName: "visited" });
  const after = TextDocument.applyEdits(document, renamed?.changes?.[uri] ?? []);
  assert.equal(after, childText.replaceAll('"done"', '"visited"'));
  const refused = editor.sendRequest(lsp.RenameRequest.type, { ...at('"done"'), newName: "total" });
  await assert.rejects(refused, /“total” is taken/);
});

test("the outline, the folds and the repairs are those of the text", async () => {
  const symbols = (await editor.sendRequest(lsp.DocumentSymbolRequest.type, { textDocument: { uri } })) ?? [];
  const [standards] = symbols as lsp.DocumentSymbol[];
  assert.deepEqual([standards?.name, standards?.children?.[0]?.name], ["工作标准", "回访率"]);
  const folds = await editor.sendRequest(lsp.FoldingRangeRequest.type, { textDocument: { uri } });
  assert.ok(folds?.some(({ startLine, endLine }) => startLine === 6 && endLine > 10));
  const sum = found.find(({ code }) => code === "weights/sum");
  assert.ok(sum);
  const actions = await editor.sendRequest(lsp.CodeActionRequest.type, {
    textDocument: { uri },
    range: sum.range,
    context: { diagnostics: [] },
  });
  const [action] = (actions ?? []) as lsp.CodeAction[];
  const mended = TextDocument.applyEdits(document, action?.edit?.changes?.[uri] ?? []);
  assert.match(mended, /"weight": 100/);
});

test("what is typed is read again, and the parent as it is on the screen", async () => {
  const changed = nextFindings(uri);
  const brokenParent = pathToFileURL(join(folder, "lead.jsonc")).href;
  await editor.sendNotification(lsp.DidOpenTextDocumentNotification.type, {
    textDocument: {
      uri: brokenParent,
      languageId: "jsonc",
      version: 1,
      text: parentText.replace('"boolean"', '"bool"'),
    },
  });
  assert.ok((await changed).some(({ code }) => code === "extends/broken-parent"));
});

test("the process ends when the editor says so", async () => {
  const ended = once(server, "exit");
  await editor.sendRequest(lsp.ShutdownRequest.type);
  await editor.sendNotification(lsp.ExitNotification.type);
  assert.deepEqual(await ended, [0, null]);
});
