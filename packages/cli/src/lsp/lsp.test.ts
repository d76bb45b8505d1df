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

async function open(of: string, text: string): Promise<void> {
  const textDocument = { uri: of, languageId: "jsonc", version: 1, text };
  await editor.sendNotification(lsp.DidOpenTextDocumentNotification.type, { textDocument });
}

async function close(of: string): Promise<void> {
  await editor.sendNotification(lsp.DidCloseTextDocumentNotification.type, { textDocument: { uri: of } });
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
  await open(uri, childText);
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

test("a parent on the screen is found however its $id is spaced, and counts as it stands there, saved or not", async () => {
  const unsaved = pathToFileURL(join(folder, "not", "there", "yet.jsonc")).href;
  const text = parentText.replace('"$id": ', '"$id"  :').replace("roles/lead", "roles/unsaved");
  const child = childText.replace("roles/lead@1", "roles/unsaved@1");
  const childUri = pathToFileURL(join(folder, "not", "there", "child.jsonc")).href;
  await open(unsaved, text);
  const findings = nextFindings(childUri);
  await open(childUri, child);
  const codes = (await findings).map(({ code }) => String(code));
  assert.ok(codes.includes("weights/sum") && !codes.some((code) => code.startsWith("extends/")), codes.join());
  await close(childUri);
  await close(unsaved);
});

test("edits of lines that end in CRLF and hold emoji arrive where the editor meant them", async () => {
  const typed = pathToFileURL(join(folder, "typed.jsonc")).href;
  let text = childText.replace("客服主管", "客服😀主管").replaceAll("\n", "\r\n");
  await open(typed, text);
  for (const [version, [piece, by]] of [
    ["主管", "经理😀"],
    ['"weight": 90', '"weight": 100'],
    ["经理😀", "主管\r\n"],
    ["主管\r\n", "组长"],
  ].entries()) {
    const shown = TextDocument.create(typed, "jsonc", version, text);
    const start = text.indexOf(piece ?? "");
    const range = { start: shown.positionAt(start), end: shown.positionAt(start + (piece ?? "").length) };
    const contentChanges = [{ range, text: by ?? "" }];
    text = TextDocument.applyEdits(shown, [{ range, newText: by ?? "" }]);
    const textDocument = { uri: typed, version: version + 2 };
    await editor.sendNotification(lsp.DidChangeTextDocumentNotification.type, { textDocument, contentChanges });
  }
  const position = TextDocument.create(typed, "jsonc", 0, text).positionAt(text.indexOf('"rate"') + 2);
  const hovered = await editor.sendRequest(lsp.HoverRequest.type, { textDocument: { uri: typed }, position });
  assert.match(saidIn(hovered), /Weight: 100/);
  const [identity] = ((await editor.sendRequest(lsp.DocumentSymbolRequest.type, { textDocument: { uri: typed } })) ??
    []) as lsp.DocumentSymbol[];
  assert.equal(identity?.children?.[0]?.name, "回访率");
  await close(typed);
});

test("what is not open, not known or no longer wanted is answered, and the next request too", async () => {
  const nowhere = { textDocument: { uri: "file:///nowhere.jsonc" }, position: { line: 0, character: 0 } };
  assert.equal(await editor.sendRequest(lsp.HoverRequest.type, nowhere), null);
  const beyond = { textDocument: { uri }, position: { line: 9999, character: 9999 } };
  assert.equal(await editor.sendRequest(lsp.HoverRequest.type, beyond), null);
  await assert.rejects(editor.sendRequest("rolewright/no-such-request", {}), { code: lsp.ErrorCodes.MethodNotFound });
  await editor.sendNotification("rolewright/no-such-notification", {});
  const cancel = new lsp.CancellationTokenSource();
  const unwanted = editor.sendRequest(lsp.CompletionRequest.type, at(', "weight"'), cancel.token);
  cancel.cancel();
  await unwanted.catch(({ code }) => assert.equal(code, lsp.LSPErrorCodes.RequestCancelled));
  assert.match(saidIn(await editor.sendRequest(lsp.HoverRequest.type, at('"rate"'))), /回访率/);
});

test("what is typed is read again, and the parent as it is on the screen", async () => {
  const changed = nextFindings(uri);
  const brokenParent = pathToFileURL(join(folder, "lead.jsonc")).href;
  await open(brokenParent, parentText.replace('"boolean"', '"bool"'));
  assert.ok((await changed).some(({ code }) => code === "extends/broken-parent"));
});

test("the process ends when the editor says so", async () => {
  const ended = once(server, "exit");
  await editor.sendRequest(lsp.ShutdownRequest.type);
  await editor.sendNotification(lsp.ExitNotification.type);
  assert.deepEqual(await ended, [0, null]);
});
