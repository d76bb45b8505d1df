import { firstText, hoverInWords, usualUnits } from "@rolewright/locale";
import type { TextEdit, TextRange } from "@rolewright/runtime";
import {
  type Completion,
  complete,
  definition,
  folds,
  hover,
  type LanguageContext,
  type OutlineEntry,
  outline,
  type Place,
  references,
  renamable,
  rename,
} from "@rolewright/runtime/language";
import type { editor as monacoEditor, languages as monacoLanguages } from "monaco-editor/editor";
import { current, t } from "../app/language.ts";
import { findingText } from "./findings.ts";
import { givenContext } from "./language-context.ts";
import type { Monaco } from "./load-monaco.ts";
import { openOtherTexts, otherText as textBeside } from "./other-texts.ts";

/*
 * The runtime's language service, bound to Monaco: it asks with positions and wants its own shapes, in the reader's
 * language. What is here takes the place of Monaco's own JSON features: nobody wants two lists of the same.
 */

/** Registers every feature, once for all editors of the page. */
export function registerFeatures(monaco: Monaco): void {
  const { languages } = monaco;
  languages.registerCompletionItemProvider("json", {
    triggerCharacters: ['"', ":", " "],
    provideCompletionItems: (model, position) => ({
      suggestions: suggestions(monaco, model, offsetIn(model, position)),
    }),
  });
  languages.registerHoverProvider("json", { provideHover: (model, at) => hoverAt(model, offsetIn(model, at)) });
  languages.registerDefinitionProvider("json", {
    provideDefinition: (model, at) => definitionAt(monaco, model, offsetIn(model, at)),
  });
  languages.registerReferenceProvider("json", {
    provideReferences: (model, at, { includeDeclaration }) =>
      references(model.getValue(), offsetIn(model, at))
        .filter(({ isDeclaration }) => includeDeclaration || !isDeclaration)
        .map(({ range }) => ({ uri: model.uri, range: rangeIn(model, range) })),
  });
  languages.registerRenameProvider("json", {
    resolveRenameLocation: (model, at) => renameLocation(model, offsetIn(model, at)),
    provideRenameEdits: (model, at, name) => renameEdits(model, offsetIn(model, at), name),
  });
  languages.registerDocumentSymbolProvider("json", {
    provideDocumentSymbols: (model) =>
      outline(model.getValue(), contextOf(model)).map((entry) => symbolIn(monaco, model, entry)),
  });
  languages.registerFoldingRangeProvider("json", { provideFoldingRanges: (model) => foldsIn(monaco, model) });
  openOtherTexts(monaco);
}

function otherText(monaco: Monaco, model: monacoEditor.ITextModel, { id, version }: NonNullable<Place["elsewhere"]>) {
  const text = contextOf(model).host?.template(id, version);
  return text === undefined
    ? undefined
    : textBeside(monaco, model, version === undefined ? id : `${id}@${version}`, text);
}

interface Position {
  readonly lineNumber: number;
  readonly column: number;
}

function offsetIn(model: monacoEditor.ITextModel, position: Position): number {
  return model.getOffsetAt(position);
}

function contextOf(model: monacoEditor.ITextModel): LanguageContext {
  return { ...givenContext(model), units: usualUnits(current()) };
}

function rangeIn(model: monacoEditor.ITextModel, { start, end }: TextRange) {
  const [from, to] = [model.getPositionAt(start), model.getPositionAt(end)];
  return {
    startLineNumber: from.lineNumber,
    startColumn: from.column,
    endLineNumber: to.lineNumber,
    endColumn: to.column,
  };
}

function editIn(model: monacoEditor.ITextModel, { offset, length, text }: TextEdit) {
  return { range: rangeIn(model, { start: offset, end: offset + length }), text };
}

function suggestions(monaco: Monaco, model: monacoEditor.ITextModel, offset: number): monacoLanguages.CompletionItem[] {
  const found = complete(model.getValue(), offset, contextOf(model));
  return found.map((completion, rank) => suggestion(monaco, model, completion, rank));
}

function suggestion(
  { languages }: Monaco,
  model: monacoEditor.ITextModel,
  { kind, label, title, words, filter, range, snippet, edits }: Completion,
  rank: number,
): monacoLanguages.CompletionItem {
  const { CompletionItemKind: kinds, CompletionItemInsertTextRule: rules } = languages;
  const meaning = firstText(words, current());
  // A snippet is known by its name, anything else by what will stand in the text.
  const name = kind === "snippet" ? (title ?? meaning) : "";
  return {
    label:
      name === ""
        ? { label, description: title ?? (kind === "value" ? meaning : "") }
        : { label: name, description: label },
    kind: { key: kinds.Property, value: kinds.Value, link: kinds.Reference, snippet: kinds.Snippet }[kind],
    documentation: kind === "key" ? meaning : "",
    sortText: String(rank).padStart(4, "0"),
    filterText: `${filter} ${name}`.trim(),
    insertText: snippet,
    // The text brings its own indentation.
    insertTextRules: rules.InsertAsSnippet | rules.KeepWhitespace,
    range: rangeIn(model, range),
    additionalTextEdits: edits.map((edit) => editIn(model, edit)),
  };
}

function hoverAt(model: monacoEditor.ITextModel, offset: number): monacoLanguages.Hover | undefined {
  const found = hover(model.getValue(), offset, contextOf(model));
  const value = found ? hoverInWords(found.parts, current()) : "";
  return found && value !== "" ? { range: rangeIn(model, found.range), contents: [{ value }] } : undefined;
}

/** A place in another text is shown in that text, opened beside this one to read. */
function definitionAt(
  monaco: Monaco,
  model: monacoEditor.ITextModel,
  offset: number,
): monacoLanguages.Definition | undefined {
  const place = definition(model.getValue(), offset, contextOf(model));
  const shown = place?.elsewhere ? otherText(monaco, model, place.elsewhere) : model;
  return place && shown && { uri: shown.uri, range: rangeIn(shown, place.selection) };
}

function renameLocation(model: monacoEditor.ITextModel, offset: number) {
  const found = renamable(model.getValue(), offset);
  if (found) return { range: rangeIn(model, found.range), text: found.name };
  const range = rangeIn(model, { start: offset, end: offset });
  return { range, text: "", rejectReason: t("diagnostics.rename/nothing-here") };
}

function renameEdits(model: monacoEditor.ITextModel, offset: number, name: string) {
  const result = rename(model.getValue(), offset, name, contextOf(model));
  if ("refused" in result) return { edits: [], rejectReason: findingText(result.refused) };
  const versionId = model.getVersionId();
  return { edits: result.edits.map((edit) => ({ resource: model.uri, versionId, textEdit: editIn(model, edit) })) };
}

function symbolIn(monaco: Monaco, model: monacoEditor.ITextModel, entry: OutlineEntry): monacoLanguages.DocumentSymbol {
  const { SymbolKind: kinds } = monaco.languages;
  return {
    name: entry.kind === "identity" ? t("language.outline.identity") : entry.title,
    detail: entry.key,
    kind: { identity: kinds.Object, section: kinds.Namespace, item: kinds.Property, input: kinds.Field }[entry.kind],
    tags: [],
    range: rangeIn(model, entry.range),
    selectionRange: rangeIn(model, entry.selection),
    children: entry.children.map((child) => symbolIn(monaco, model, child)),
  };
}

/** The line with the closing bracket stays. */
function foldsIn({ languages }: Monaco, model: monacoEditor.ITextModel): monacoLanguages.FoldingRange[] {
  return folds(model.getValue()).flatMap(({ range, kind }) => {
    const { startLineNumber: start, endLineNumber: last } = rangeIn(model, range);
    const end = kind === "comment" ? last : last - 1;
    if (end <= start) return [];
    return [{ start, end, ...(kind === "comment" ? { kind: languages.FoldingRangeKind.Comment } : {}) }];
  });
}
