import { hoverInWords, negotiate, type Translator } from "@rolewright/locale";
import {
  complete,
  definition,
  folds,
  hover,
  outline,
  type Place,
  references,
  renamable,
  rename,
  repairsAt,
} from "@rolewright/runtime/language";
import * as lsp from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { sentence } from "../findings.ts";
import {
  type CompletionAbilities,
  completionIn,
  diagnosticIn,
  editsIn,
  foldIn,
  quickFixIn,
  rangeIn,
  symbolIn,
} from "./conversions.ts";
import { Desk } from "./desk.ts";

/**
 * Serves the Language Server Protocol over a connection: findings, completion, hover, definitions, references, rename,
 * outline, folding and repairs, in the client's language. `words` are used where the client states none.
 */
export function serveLanguage(connection: lsp.Connection, words: Translator): void {
  const documents = new lsp.TextDocuments(TextDocument);
  const desk = new Desk(words, () => documents.all());
  const abilities = { snippets: false };
  connection.onInitialize(async ({ capabilities, locale }) => {
    if (locale) await desk.speak(negotiate([locale]));
    abilities.snippets = capabilities.textDocument?.completion?.completionItem?.snippetSupport === true;
    return { capabilities: offered, serverInfo: { name: "rolewright" } };
  });
  serveFindings(connection, documents, desk);
  serveWriting(connection, documents, desk, abilities);
  serveReading(connection, documents, desk);
  serveRenaming(connection, documents, desk);
  documents.listen(connection);
  connection.listen();
}

const offered: lsp.ServerCapabilities = {
  textDocumentSync: lsp.TextDocumentSyncKind.Incremental,
  completionProvider: { triggerCharacters: ['"', ":", " "] },
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  codeActionProvider: { codeActionKinds: [lsp.CodeActionKind.QuickFix] },
};

type Documents = lsp.TextDocuments<TextDocument>;

/** Typing is left alone for so long before a text is read again. */
const restMs = 100;

/** Findings are sent after each rest; those of the other documents too, since the changed one may be their parent. */
function serveFindings(connection: lsp.Connection, documents: Documents, desk: Desk): void {
  let rest: NodeJS.Timeout | undefined;
  const send = () => {
    desk.readAgain();
    for (const document of documents.all()) {
      const diagnostics = desk.read(document).diagnostics.map((found) => diagnosticIn(document, found, desk.words));
      void connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics });
    }
  };
  const later = () => {
    clearTimeout(rest);
    rest = setTimeout(send, restMs);
  };
  const withFiles = () => {
    desk.filesChanged();
    later();
  };
  documents.onDidChangeContent(later);
  documents.onDidSave(withFiles);
  connection.onDidChangeWatchedFiles(withFiles);
  connection.onShutdown(() => clearTimeout(rest));
  documents.onDidClose(({ document }) => {
    desk.close(document);
    void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });
}

/** Answers about the document and offset a request names; undefined when it is not open. */
function at<Params extends lsp.TextDocumentPositionParams, Answer>(
  documents: Documents,
  answer: (document: TextDocument, offset: number, params: Params) => Answer,
): (params: Params) => Answer | undefined {
  return (params) => {
    const document = documents.get(params.textDocument.uri);
    return document && answer(document, document.offsetAt(params.position), params);
  };
}

function serveWriting(
  connection: lsp.Connection,
  documents: Documents,
  desk: Desk,
  abilities: CompletionAbilities,
): void {
  connection.onCompletion(
    at(documents, (document, offset) =>
      complete(document.getText(), offset, desk.context(document)).map((completion, rank) =>
        completionIn(document, completion, rank, desk.words, abilities),
      ),
    ),
  );
  connection.onCodeAction(({ textDocument, range }) => {
    const document = documents.get(textDocument.uri);
    if (!document) return undefined;
    const touched = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
    return repairsAt(desk.read(document).diagnostics, touched).map((repair) =>
      quickFixIn(document, repair, desk.words),
    );
  });
}

function serveReading(connection: lsp.Connection, documents: Documents, desk: Desk): void {
  connection.onHover(at(documents, (document, offset) => hoverAt(document, offset, desk)));
  connection.onDefinition(
    at(documents, (document, offset) => {
      const place = definition(document.getText(), offset, desk.context(document));
      return place && locationOf(document, place, desk);
    }),
  );
  connection.onReferences(
    at(documents, (document, offset, { context }: lsp.ReferenceParams) =>
      references(document.getText(), offset)
        .filter(({ isDeclaration }) => context.includeDeclaration || !isDeclaration)
        .map(({ range }) => ({ uri: document.uri, range: rangeIn(document, range) })),
    ),
  );
  connection.onDocumentSymbol(({ textDocument }) => {
    const document = documents.get(textDocument.uri);
    return (
      document &&
      outline(document.getText(), desk.context(document)).map((entry) => symbolIn(document, entry, desk.words))
    );
  });
  connection.onFoldingRanges(({ textDocument }) => {
    const document = documents.get(textDocument.uri);
    return document && folds(document.getText()).flatMap((fold) => foldIn(document, fold));
  });
}

function hoverAt(document: TextDocument, offset: number, desk: Desk): lsp.Hover | undefined {
  const found = hover(document.getText(), offset, desk.context(document));
  const value = found ? hoverInWords(found.parts, desk.words) : "";
  if (!found || value === "") return undefined;
  return { contents: { kind: lsp.MarkupKind.Markdown, value }, range: rangeIn(document, found.range) };
}

function locationOf(document: TextDocument, { elsewhere, selection }: Place, desk: Desk): lsp.Location | undefined {
  if (!elsewhere) return { uri: document.uri, range: rangeIn(document, selection) };
  const { id, version } = elsewhere;
  const uri = desk.uriOf(document, id, version);
  const text = desk.read(document).files.template(id, version);
  if (uri === undefined || text === undefined) return undefined;
  return { uri, range: rangeIn(TextDocument.create(uri, "jsonc", 0, text), selection) };
}

function serveRenaming(connection: lsp.Connection, documents: Documents, desk: Desk): void {
  connection.onPrepareRename(
    at(documents, (document, offset) => {
      const found = renamable(document.getText(), offset);
      return found && { range: rangeIn(document, found.range), placeholder: found.name };
    }),
  );
  connection.onRenameRequest(
    at(documents, (document, offset, { newName }: lsp.RenameParams) => {
      const result = rename(document.getText(), offset, newName, desk.context(document));
      if ("edits" in result) return { changes: { [document.uri]: editsIn(document, result.edits) } };
      return new lsp.ResponseError(lsp.LSPErrorCodes.RequestFailed, sentence(result.refused, desk.words));
    }),
  );
}
