import { firstText, type Translator } from "@rolewright/locale";
import type { Diagnostic, Severity, TextEdit, TextRange } from "@rolewright/runtime";
import type { Completion, Fold, OutlineEntry, Repair } from "@rolewright/runtime/language";
import * as lsp from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { sentence } from "../findings.ts";

/* From the runtime's plain data with offsets to the protocol's shapes with lines and columns. */

/** A stretch of the text. */
export function rangeIn(document: TextDocument, { start, end }: TextRange): lsp.Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** Edits of one document. */
export function editsIn(document: TextDocument, edits: readonly TextEdit[]): lsp.TextEdit[] {
  return edits.map(({ offset, length, text }) => ({
    range: rangeIn(document, { start: offset, end: offset + length }),
    newText: text,
  }));
}

const severities: Readonly<Record<Severity, lsp.DiagnosticSeverity>> = {
  error: lsp.DiagnosticSeverity.Error,
  warning: lsp.DiagnosticSeverity.Warning,
  info: lsp.DiagnosticSeverity.Information,
};

/** A finding with its sentence. */
export function diagnosticIn(document: TextDocument, diagnostic: Diagnostic, words: Translator): lsp.Diagnostic {
  return {
    range: rangeIn(document, diagnostic.range),
    severity: severities[diagnostic.severity],
    code: diagnostic.code,
    source: "rolewright",
    message: sentence(diagnostic, words),
  };
}

/** A repair as a quick fix. */
export function quickFixIn(
  document: TextDocument,
  { diagnostic, fix, preferred }: Repair,
  words: Translator,
): lsp.CodeAction {
  return {
    title: words.t(`fixes.${fix.code}`, fix.params),
    kind: lsp.CodeActionKind.QuickFix,
    diagnostics: [diagnosticIn(document, diagnostic, words)],
    isPreferred: preferred,
    edit: { changes: { [document.uri]: editsIn(document, fix.edits) } },
  };
}

const completionKinds: Readonly<Record<Completion["kind"], lsp.CompletionItemKind>> = {
  key: lsp.CompletionItemKind.Property,
  value: lsp.CompletionItemKind.Value,
  link: lsp.CompletionItemKind.Reference,
  snippet: lsp.CompletionItemKind.Snippet,
};

/** How a client takes completions. */
export interface CompletionAbilities {
  readonly snippets: boolean;
}

/** A completion; its place in the list is its rank. */
export function completionIn(
  document: TextDocument,
  { kind, label, title, words, filter, range, insert, snippet, edits }: Completion,
  rank: number,
  speaker: Translator,
  { snippets }: CompletionAbilities,
): lsp.CompletionItem {
  const meaning = firstText(words, speaker);
  const isNamed = kind === "snippet" && (title ?? meaning) !== "";
  return {
    label: isNamed ? (title ?? meaning) : label,
    kind: completionKinds[kind],
    detail: isNamed ? label : (title ?? (kind === "value" ? meaning : "")),
    documentation: kind === "key" ? meaning : "",
    sortText: String(rank).padStart(4, "0"),
    filterText: isNamed ? `${filter} ${title ?? meaning}` : filter,
    insertTextFormat: snippets ? lsp.InsertTextFormat.Snippet : lsp.InsertTextFormat.PlainText,
    insertTextMode: lsp.InsertTextMode.asIs,
    textEdit: { range: rangeIn(document, range), newText: snippets ? snippet : insert },
    additionalTextEdits: editsIn(document, edits),
  };
}

const symbolKinds: Readonly<Record<OutlineEntry["kind"], lsp.SymbolKind>> = {
  identity: lsp.SymbolKind.Object,
  section: lsp.SymbolKind.Namespace,
  item: lsp.SymbolKind.Property,
  input: lsp.SymbolKind.Field,
};

/** An entry of the outline with those below it. */
export function symbolIn(document: TextDocument, entry: OutlineEntry, words: Translator): lsp.DocumentSymbol {
  return {
    name: entry.kind === "identity" ? words.t("language.outline.identity") : entry.title,
    detail: entry.key,
    kind: symbolKinds[entry.kind],
    range: rangeIn(document, entry.range),
    selectionRange: rangeIn(document, entry.selection),
    children: entry.children.map((child) => symbolIn(document, child, words)),
  };
}

/** What can be folded; the line with the closing bracket stays. */
export function foldIn(document: TextDocument, { range, kind }: Fold): lsp.FoldingRange[] {
  const startLine = document.positionAt(range.start).line;
  const endLine = document.positionAt(range.end).line - (kind === "comment" ? 0 : 1);
  if (endLine <= startLine) return [];
  return [{ startLine, endLine, ...(kind === "comment" ? { kind: lsp.FoldingRangeKind.Comment } : {}) }];
}
