import type { Diagnostic, Fix, Severity } from "@rolewright/runtime";
import type { editor as monacoEditor, languages as monacoLanguages } from "monaco-editor/editor";
import { hasText, t } from "../app/language.ts";
import type { Monaco } from "./load-monaco.ts";

/** What the last inspection found in a model, and in which version of it. */
interface Findings {
  readonly version: number;
  readonly diagnostics: readonly Diagnostic[];
}

const findings = new WeakMap<monacoEditor.ITextModel, Findings>();
const served = new WeakSet<Monaco>();
const owner = "rolewright";

/** What is wrong, in the reader's language; the code itself for one newer than this page. */
export function findingText({ code, params }: Diagnostic): string {
  const key = `diagnostics.${code}`;
  return hasText(key) ? t(key, params) : code;
}

/** What a repair does, in the reader's language. */
export function fixText({ code, params }: Fix): string {
  const key = `fixes.${code}`;
  if (hasText(key)) return t(key, params);
  return hasText(`diagnostics.${key}`) ? t(`diagnostics.${key}`, params) : code;
}

/** Underlines findings in the model and offers their repairs (Ctrl+.). They must be about its present text. */
export function showFindings(monaco: Monaco, model: monacoEditor.ITextModel, diagnostics: readonly Diagnostic[]): void {
  offerRepairs(monaco);
  findings.set(model, { version: model.getVersionId(), diagnostics });
  monaco.editor.setModelMarkers(
    model,
    owner,
    diagnostics.map((diagnostic) => marker(monaco, model, diagnostic)),
  );
}

function marker(monaco: Monaco, model: monacoEditor.ITextModel, diagnostic: Diagnostic): monacoEditor.IMarkerData {
  return {
    ...visibleRange(model, diagnostic),
    severity: severityOf(monaco, diagnostic.severity),
    message: findingText(diagnostic),
    code: diagnostic.code,
    source: "Rolewright",
  };
}

/** An underline of a whole item or of the whole text says nothing: only its first line is marked. */
function visibleRange(model: monacoEditor.ITextModel, { range }: Diagnostic) {
  const start = model.getPositionAt(range.start);
  const end = model.getPositionAt(Math.max(range.end, range.start));
  const firstLineEnd = model.getLineMaxColumn(start.lineNumber);
  return {
    startLineNumber: start.lineNumber,
    startColumn: start.column,
    endLineNumber: start.lineNumber,
    endColumn: end.lineNumber > start.lineNumber ? firstLineEnd : end.column,
  };
}

function severityOf({ MarkerSeverity }: Monaco, severity: Severity) {
  return { error: MarkerSeverity.Error, warning: MarkerSeverity.Warning, info: MarkerSeverity.Info }[severity];
}

function offerRepairs(monaco: Monaco): void {
  if (served.has(monaco)) return;
  served.add(monaco);
  monaco.languages.registerCodeActionProvider(
    "json",
    {
      provideCodeActions: (model, range) => ({
        actions: repairs(monaco, model, range),
        dispose: () => {},
      }),
    },
    { providedCodeActionKinds: ["quickfix"] },
  );
}

function repairs(
  monaco: Monaco,
  model: monacoEditor.ITextModel,
  range: InstanceType<Monaco["Range"]>,
): monacoLanguages.CodeAction[] {
  const known = findings.get(model);
  // Edits carry offsets of the inspected text: while a newer inspection is due they would hit the wrong place.
  if (!known || known.version !== model.getVersionId()) return [];
  return known.diagnostics
    .filter((diagnostic) => monaco.Range.areIntersectingOrTouching(visibleRange(model, diagnostic), range))
    .flatMap((diagnostic) =>
      diagnostic.fixes.map((fix, index) => ({
        title: fixText(fix),
        kind: "quickfix",
        diagnostics: [marker(monaco, model, diagnostic)],
        isPreferred: index === 0,
        edit: { edits: fix.edits.map((change) => workspaceEdit(model, change)) },
      })),
    );
}

function workspaceEdit(model: monacoEditor.ITextModel, change: Fix["edits"][number]) {
  const start = model.getPositionAt(change.offset);
  const end = model.getPositionAt(change.offset + change.length);
  return {
    resource: model.uri,
    versionId: model.getVersionId(),
    textEdit: {
      text: change.text,
      range: {
        startLineNumber: start.lineNumber,
        startColumn: start.column,
        endLineNumber: end.lineNumber,
        endColumn: end.column,
      },
    },
  };
}
