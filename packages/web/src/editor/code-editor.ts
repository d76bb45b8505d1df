import type { Diagnostic, TextRange } from "@rolewright/runtime";
import type { LanguageContext } from "@rolewright/runtime/language";
import { html, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { editor as monacoEditor, Selection } from "monaco-editor/editor";
import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";
import { t } from "../app/language.ts";
import { LightElement } from "../components/light-element.ts";
import "./code-editor.css";
import { applyCodeTheme } from "./code-theme.ts";
import { type CodeMark, CommentMarks } from "./comment-marks.ts";
import { showFindings } from "./findings.ts";
import { giveContext } from "./language-context.ts";
import { loadMonaco, type Monaco } from "./load-monaco.ts";
import type { PeerCursors } from "./peer-cursors.ts";
import type { TextBinding } from "./yjs-binding.ts";

/** A text that several people write at once, and who of them is there. */
export interface SharedText {
  readonly text: Y.Text;
  readonly awareness: Awareness;
  /** The history that typing joins; without it the editor has one of its own. */
  readonly history?: Y.UndoManager;
}

/** Where the caret is: an offset into the text, and the line and column people count from 1. */
export interface CaretPlace {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
  /** What is selected, where that is not nothing. */
  readonly selection?: TextRange;
}

const historyEvents = ["stack-item-added", "stack-item-popped", "stack-cleared"] as const;

/**
 * The template's text in Monaco: shared (`shared`) or a fixed one to read (`value`).
 *
 * Events: `ready` when it can be used · `caret` (`CaretPlace`) · `mark` (id of a `CodeMark` that was clicked) · `comment`
 * when the reader wants to say something about what is selected · `undo-change` when `canUndo`/`canRedo` may have changed.
 */
@customElement("rw-code-editor")
export class CodeEditor extends LightElement {
  /** The text to write together; takes precedence over `value`. */
  @property({ attribute: false }) shared: SharedText | undefined;
  @property() value = "";
  @property({ type: Boolean }) readonly = false;
  /** Findings about the present text: underlined, with repairs on Ctrl+. */
  @property({ attribute: false }) diagnostics: readonly Diagnostic[] = [];
  /** What the text means and may extend: for completion, hover and the like. */
  @property({ attribute: false }) context: LanguageContext = {};
  /** Lit as the traced item. */
  @property({ attribute: false }) lit: TextRange | undefined;
  /** Stretches people talk about. */
  @property({ attribute: false }) marks: readonly CodeMark[] = [];
  /** Name for assistive technology. */
  @property() label = "";
  @state() private failed = false;
  @state() private editor: monacoEditor.IStandaloneCodeEditor | undefined;
  private monaco: Monaco | undefined;
  private sharing: typeof import("./shared-editing.ts") | undefined;
  private binding: TextBinding | undefined;
  private peers: PeerCursors | undefined;
  private talk: CommentMarks | undefined;
  private litLines: monacoEditor.IEditorDecorationsCollection | undefined;
  private readonly onTheme = () => this.monaco && applyCodeTheme(this.monaco);

  get canUndo(): boolean {
    return this.binding?.undoManager.canUndo() ?? false;
  }

  get canRedo(): boolean {
    return this.binding?.undoManager.canRedo() ?? false;
  }

  undo(): void {
    this.editor?.trigger("page", "undo", null);
  }

  redo(): void {
    this.editor?.trigger("page", "redo", null);
  }

  /** Scrolls to a stretch of the text, unfolding it, and puts the caret at its start. */
  reveal(range: TextRange, options: { readonly focus?: boolean } = {}): void {
    const model = this.editor?.getModel();
    if (!this.editor || !model) return;
    const start = model.getPositionAt(range.start);
    const end = model.getPositionAt(range.end);
    this.editor.setPosition(start);
    const tall = end.lineNumber - start.lineNumber > 12;
    if (tall) this.editor.revealLineNearTop(start.lineNumber);
    else this.editor.revealLinesInCenterIfOutsideViewport(start.lineNumber, end.lineNumber);
    if (options.focus) this.editor.focus();
  }

  override focus(): void {
    this.editor?.focus();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("rw-theme", this.onTheme);
    if (this.hasUpdated) void this.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("rw-theme", this.onTheme);
    this.stop();
  }

  override render(): TemplateResult {
    if (this.failed) {
      return html`<div class="strip" role="alert">
        ${t("web.editor.failed")}
        <button class="btn xs" type="button" @click=${this.start}>${t("web.editor.retry")}</button>
      </div>`;
    }
    return html`
      ${this.editor ? "" : html`<div class="rw-code-wait">${bones()}</div>`}
      <div class="rw-code-host"></div>
    `;
  }

  override firstUpdated(): void {
    void this.start();
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has("shared")) this.bind();
    else if (changed.has("value") && !this.shared) this.editor?.setValue(this.value);
    if (changed.has("readonly")) this.editor?.updateOptions({ readOnly: this.readonly });
    if (changed.has("diagnostics")) this.showDiagnostics();
    if (changed.has("context")) this.shareContext();
    if (changed.has("lit")) this.showLit();
    if (changed.has("marks")) this.talk?.show(this.marks);
  }

  private readonly start = async (): Promise<void> => {
    this.failed = false;
    try {
      [this.monaco, this.sharing] = await Promise.all([loadMonaco(), import("./shared-editing.ts")]);
    } catch {
      this.failed = true;
      return;
    }
    await this.updateComplete;
    if (this.isConnected && !this.editor) this.open(this.monaco);
  };

  private open(monaco: Monaco): void {
    const host = this.querySelector<HTMLElement>(".rw-code-host");
    if (!host) return;
    applyCodeTheme(monaco);
    const model = monaco.editor.createModel(this.shared ? "" : this.value, "json");
    model.updateOptions({ tabSize: 2, insertSpaces: true });
    const editor = monaco.editor.create(host, {
      ...options,
      model,
      ariaLabel: this.label,
      readOnly: this.readonly,
      readOnlyMessage: { value: t("web.editor.readonly") },
    });
    editor.onDidChangeCursorSelection(({ selection }) => this.tellCaret(selection));
    this.talk = new CommentMarks(editor, (detail) => this.dispatchEvent(new CustomEvent("mark", { detail })));
    editor.addAction({
      id: "rolewright.comment",
      label: t("together.commentSelection"),
      contextMenuGroupId: "1_modification",
      contextMenuOrder: 0,
      // As in other editors: Ctrl Alt M.
      keybindings: [monaco.KeyMod.CtrlCmd | monaco.KeyMod.Alt | monaco.KeyCode.KeyM],
      run: () => void this.dispatchEvent(new Event("comment")),
    });
    this.litLines = editor.createDecorationsCollection();
    this.editor = editor;
    this.bind();
    this.showDiagnostics();
    this.shareContext();
    this.showLit();
    this.talk.show(this.marks);
    this.dispatchEvent(new Event("ready"));
  }

  private bind(): void {
    this.unbind();
    if (!this.editor || !this.shared || !this.sharing) return;
    const { bindText, PeerCursors } = this.sharing;
    const { text, awareness, history } = this.shared;
    this.binding = bindText(text, this.editor, history);
    this.peers = new PeerCursors(text, this.editor, awareness, this.binding);
    for (const event of historyEvents) this.binding.undoManager.on(event, this.tellHistory);
    this.tellHistory();
  }

  private readonly tellHistory = (): void => {
    this.dispatchEvent(new Event("undo-change"));
  };

  private unbind(): void {
    this.peers?.dispose();
    for (const event of historyEvents) this.binding?.undoManager.off(event, this.tellHistory);
    this.binding?.dispose();
    this.peers = undefined;
    this.binding = undefined;
  }

  private stop(): void {
    this.unbind();
    const model = this.editor?.getModel();
    this.editor?.dispose();
    model?.dispose();
    this.editor = undefined;
  }

  private showDiagnostics(): void {
    const model = this.editor?.getModel();
    if (this.monaco && model) showFindings(this.monaco, model, this.diagnostics);
  }

  private shareContext(): void {
    const model = this.editor?.getModel();
    if (model) giveContext(model, this.context);
  }

  private showLit(): void {
    const model = this.editor?.getModel();
    if (!model || !this.litLines) return;
    this.litLines.set(this.lit ? [litLines(model, this.lit)] : []);
  }

  private tellCaret(selection: Selection): void {
    const model = this.editor?.getModel();
    if (!model) return;
    const position = selection.getPosition();
    const offset = model.getOffsetAt(position);
    const range = {
      start: model.getOffsetAt(selection.getStartPosition()),
      end: model.getOffsetAt(selection.getEndPosition()),
    };
    const selected = range.start === range.end ? {} : { selection: range };
    const detail: CaretPlace = { offset, line: position.lineNumber, column: position.column, ...selected };
    this.dispatchEvent(new CustomEvent("caret", { detail }));
  }
}

function litLines(model: monacoEditor.ITextModel, range: TextRange): monacoEditor.IModelDeltaDecoration {
  const start = model.getPositionAt(range.start);
  const end = model.getPositionAt(range.end);
  const accent = getComputedStyle(document.documentElement).getPropertyValue("--accent").trim();
  return {
    range: {
      startLineNumber: start.lineNumber,
      startColumn: 1,
      endLineNumber: end.lineNumber,
      endColumn: model.getLineMaxColumn(end.lineNumber),
    },
    options: {
      isWholeLine: true,
      className: "rw-code-lit",
      marginClassName: "rw-code-lit-margin",
      // 7 is OverviewRulerLane.Full.
      overviewRuler: { color: `${accent}38`, position: 7 },
    },
  };
}

function bones(): TemplateResult[] {
  return Array.from({ length: 12 }, () => html`<span class="bone"></span>`);
}

const options = {
  theme: "rolewright",
  // The browser's EditContext still loses composed text here and there; the text area does not.
  editContext: false,
  automaticLayout: true,
  fontFamily: '"JetBrains Mono", "SF Mono", Menlo, Consolas, "Noto Sans Mono CJK SC", monospace',
  fontSize: 13,
  lineHeight: 20,
  fontLigatures: false,
  minimap: { enabled: false },
  stickyScroll: { enabled: true, maxLineCount: 3 },
  folding: true,
  showFoldingControls: "mouseover",
  lineNumbersMinChars: 4,
  lineDecorationsWidth: 14,
  glyphMargin: false,
  lightbulb: { enabled: "on" as monacoEditor.ShowLightbulbIconMode },
  guides: { bracketPairs: "active", indentation: true },
  matchBrackets: "always",
  // Chinese punctuation is no lookalike here.
  unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: true, nonBasicASCII: false },
  quickSuggestions: { strings: true, other: true, comments: false },
  wordBasedSuggestions: "off",
  suggest: { showWords: false },
  scrollBeyondLastLine: false,
  smoothScrolling: false,
  scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10 },
  overviewRulerBorder: false,
  renderLineHighlight: "line",
  renderWhitespace: "none",
  padding: { top: 4, bottom: 12 },
  fixedOverflowWidgets: true,
  contextmenu: true,
  tabSize: 2,
  dragAndDrop: true,
  links: false,
} as const satisfies monacoEditor.IStandaloneEditorConstructionOptions;

declare global {
  interface HTMLElementTagNameMap {
    "rw-code-editor": CodeEditor;
  }
}
