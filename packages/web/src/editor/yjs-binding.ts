import type { editor as monacoEditor } from "monaco-editor/editor";
import * as Y from "yjs";
import { designerOrigin } from "./designer-origin.ts";
import { FrozenText, rebase, type TextChange } from "./frozen-text.ts";

/** A composition at rest for so long is ended, so that a forgotten one does not hold up the peers' text. */
const compositionRestMs = 8000;

/** How the binding takes part in one editor; see {@link bindText}. */
export interface TextBinding {
  readonly undoManager: Y.UndoManager;
  /** True while an input method composes: model and shared text then differ. */
  readonly composing: boolean;
  /** Called after the model and the shared text have become equal again, whoever wrote. */
  onSettled(listener: () => void): () => void;
  /** Ends a composition, releases every listener and gives Monaco its own undo back. */
  dispose(): void;
}

/**
 * Binds a Monaco editor to a Y.Text: what one writes appears in the other, and undo takes back only own changes.
 *
 * Text is LF only; a carriage return that comes in is dropped. While an input method composes, both directions stand
 * still (a model changed under a composition loses or doubles characters, and peers would see half-typed pinyin); on
 * its end the net differences of both sides are merged. The editor must have a model; it may take text in
 * through a text area or through the browser's EditContext.
 */
export function bindText(
  text: Y.Text,
  editor: monacoEditor.IStandaloneCodeEditor,
  history?: Y.UndoManager,
): TextBinding {
  return new MonacoBinding(text, editor, history);
}

/** The history of one's own changes to a text as one list: those made through forms, and what bound editors add. */
export function historyOf(text: Y.Text): Y.UndoManager {
  const history = new Y.UndoManager(text, { trackedOrigins: new Set([designerOrigin]) });
  history.on("stack-item-added", ({ stackItem, origin }) => {
    if (isFormed(origin)) stackItem.meta.set(designerOrigin, true);
  });
  return history;
}

/** Whether a transaction of this origin was made through a form, or takes such a change back or makes it again. */
export function isFormed(origin: unknown): boolean {
  if (origin instanceof Y.UndoManager) return origin.currStackItem?.meta.has(designerOrigin) ?? false;
  return origin === designerOrigin;
}

class MonacoBinding implements TextBinding {
  readonly undoManager: Y.UndoManager;
  readonly #text: Y.Text;
  readonly #doc: Y.Doc;
  readonly #editor: monacoEditor.IStandaloneCodeEditor;
  readonly #model: monacoEditor.ITextModel;
  /** Marks our own transactions; compared by identity. */
  readonly #origin = { name: "editor" };
  readonly #releases: (() => void)[] = [];
  readonly #settledListeners = new Set<() => void>();
  #patching = false;
  #frozen: { readonly mine: FrozenText; readonly theirs: FrozenText } | undefined;
  #restTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(text: Y.Text, editor: monacoEditor.IStandaloneCodeEditor, history: Y.UndoManager | undefined) {
    const model = editor.getModel();
    if (!model || !text.doc) throw new Error("The binding needs an editor with a model and a text inside a document.");
    this.#text = text;
    this.#doc = text.doc;
    this.#editor = editor;
    this.#model = model;
    // 0 is EndOfLineSequence.LF; the enum is not imported so that this module needs only Monaco's types.
    model.setEOL(0);
    this.undoManager = history ?? historyOf(text);
    this.undoManager.addTrackedOrigin(this.#origin);
    this.#releases.push(() => {
      if (history) history.removeTrackedOrigin(this.#origin);
      else this.undoManager.destroy();
    });
    this.#replaceUndo();
    this.#matchModel();
    this.#listen();
  }

  get composing(): boolean {
    return this.#frozen !== undefined;
  }

  onSettled(listener: () => void): () => void {
    this.#settledListeners.add(listener);
    return () => this.#settledListeners.delete(listener);
  }

  dispose(): void {
    this.#settle();
    for (const release of this.#releases.splice(0)) release();
    this.#settledListeners.clear();
  }

  #listen(): void {
    const remote = (event: Y.YTextEvent, transaction: Y.Transaction) => this.#onShared(event, transaction);
    this.#text.observe(remote);
    const listeners = [
      this.#model.onDidChangeContent((event) => this.#onTyped(event)),
      this.#editor.onDidCompositionStart(() => this.#freeze()),
      this.#editor.onDidCompositionEnd(() => this.#settle()),
      this.#editor.onDidBlurEditorText(() => this.#settle()),
    ];
    this.#releases.push(
      () => this.#text.unobserve(remote),
      () => {
        for (const listener of listeners) listener.dispose();
      },
    );
  }

  // ---- editor → shared text

  #onTyped(event: monacoEditor.IModelContentChangedEvent): void {
    if (this.#patching) return;
    if (event.isEolChange || event.isFlush) {
      this.#takeWhole();
      return;
    }
    const changes = event.changes
      .map((change) => ({ offset: change.rangeOffset, length: change.rangeLength, text: change.text }))
      .sort((a, b) => a.offset - b.offset);
    if (this.#frozen) {
      this.#frozen.mine.apply(changes);
      this.#restartRest();
      return;
    }
    this.#write(changes);
    this.#settled();
  }

  #write(changes: readonly TextChange[]): void {
    this.#doc.transact(() => {
      for (const change of [...changes].reverse()) {
        if (change.length > 0) this.#text.delete(change.offset, change.length);
        if (change.text !== "") this.#text.insert(change.offset, change.text);
      }
    }, this.#origin);
  }

  /** After `setValue` or a change of line ends there are no single changes to follow: compares the whole. */
  #takeWhole(): void {
    if (this.#model.getEndOfLineSequence() !== 0) {
      this.#patched(() => this.#model.setEOL(0));
    }
    this.#frozen = undefined;
    this.#write(difference(this.#text.toString(), this.#model.getValue()));
    this.#settled();
  }

  // ---- shared text → editor

  #onShared(event: Y.YTextEvent, transaction: Y.Transaction): void {
    if (transaction.origin === this.#origin) return;
    const changes = changesOf(event.delta);
    if (this.#frozen) {
      this.#frozen.theirs.apply(changes);
      return;
    }
    const last = this.#patch(changes);
    if (last && transaction.origin === this.undoManager) this.#showUndone(last);
    this.#settled();
  }

  /** Writes changes into the model in one step, past Monaco's undo stack; returns the range that came last. */
  #patch(changes: readonly TextChange[]): monacoEditor.ISingleEditOperation["range"] | undefined {
    const edits = changes.map((change) => ({ range: this.#range(change), text: change.text }));
    if (edits.length === 0) return undefined;
    const holdCarets = this.#caretsAt(changes);
    const inverse = this.#patched(() => this.#model.applyEdits(edits, true));
    holdCarets();
    return inverse.at(-1)?.range;
  }

  /** Monaco pushes a caret behind text that is inserted right at it; then one's next words would follow a peer's. */
  #caretsAt(changes: readonly TextChange[]): () => void {
    const carets = (this.#editor.getSelections() ?? []).map((selection) => ({
      offset: this.#model.getOffsetAt(selection.getPosition()),
      empty: selection.isEmpty(),
    }));
    const held = carets.map(({ offset, empty }) => empty && changes.some((change) => change.offset === offset));
    if (!held.includes(true)) return () => {};
    return () => {
      const now = this.#editor.getSelections() ?? [];
      const places = carets.map(
        ({ offset }) => rebase([{ offset, length: 0, text: "|" }], changes, "first")[0]?.offset,
      );
      this.#editor.setSelections(
        now.map((selection, index) => (held[index] ? caretAt(this.#model, places[index] ?? 0) : selection)),
      );
    };
  }

  #patched<Result>(work: () => Result): Result {
    this.#patching = true;
    try {
      return work();
    } finally {
      this.#patching = false;
    }
  }

  #range({ offset, length }: TextChange) {
    const start = this.#model.getPositionAt(offset);
    const end = this.#model.getPositionAt(offset + length);
    return {
      startLineNumber: start.lineNumber,
      startColumn: start.column,
      endLineNumber: end.lineNumber,
      endColumn: end.column,
    };
  }

  #showUndone(inverse: monacoEditor.ISingleEditOperation["range"]): void {
    const position = { lineNumber: inverse.endLineNumber, column: inverse.endColumn };
    this.#editor.setPosition(position);
    this.#editor.revealPositionInCenterIfOutsideViewport(position);
  }

  // ---- composition

  #freeze(): void {
    if (this.#frozen) return;
    const length = this.#text.length;
    this.#frozen = { mine: new FrozenText(length), theirs: new FrozenText(length) };
    this.#restartRest();
  }

  #restartRest(): void {
    clearTimeout(this.#restTimer);
    this.#restTimer = setTimeout(() => this.#endComposition(), compositionRestMs);
  }

  /** Taking the focus away makes the browser commit what is composed; only then may the model be changed. */
  #endComposition(): void {
    const focused = this.#editor.hasTextFocus();
    if (focused && document.activeElement instanceof HTMLElement) document.activeElement.blur();
    this.#settle();
    if (focused) this.#editor.focus();
  }

  /** Merges what both sides did since the freeze. */
  #settle(): void {
    clearTimeout(this.#restTimer);
    const frozen = this.#frozen;
    if (!frozen) return;
    this.#frozen = undefined;
    const mine = frozen.mine.changes();
    const theirs = frozen.theirs.changes();
    if (mine.length > 0) this.#write(rebase(mine, theirs, "first"));
    this.#patch(rebase(theirs, mine, "second"));
    // An EditContext learns of the merged line with the next frame only, and a next word may begin before it.
    this.#editor.render();
    this.#settled();
  }

  // ---- both

  #settled(): void {
    if (this.#model.getValueLength() !== this.#text.length) this.#matchModel();
    for (const listener of this.#settledListeners) listener();
  }

  /** Makes the model equal to the shared text; the shared text only ever loses carriage returns. */
  #matchModel(): void {
    const whole = this.#text.toString();
    const plain = whole.replaceAll("\r", "");
    this.#patch(difference(this.#model.getValue(), plain));
    // Removing is the one repair that stays right when several clients do it at once. A reader may not write.
    const readOnly = this.#editor.getRawOptions().readOnly === true;
    if (plain !== whole && !readOnly) this.#write(carriageReturns(whole));
  }

  /** Every way to Monaco's undo (keys, menus, commands) ends in these methods of the model. */
  #replaceUndo(): void {
    const step = (go: () => unknown) => () => {
      if (!this.#frozen) go();
    };
    Object.assign(this.#model, {
      undo: step(() => this.undoManager.undo()),
      redo: step(() => this.undoManager.redo()),
      canUndo: () => this.undoManager.canUndo(),
      canRedo: () => this.undoManager.canRedo(),
    });
    this.#releases.push(() => {
      for (const name of ["undo", "redo", "canUndo", "canRedo"]) Reflect.deleteProperty(this.#model, name);
    });
  }
}

function caretAt(model: monacoEditor.ITextModel, offset: number) {
  const { lineNumber, column } = model.getPositionAt(offset);
  return {
    selectionStartLineNumber: lineNumber,
    selectionStartColumn: column,
    positionLineNumber: lineNumber,
    positionColumn: column,
  };
}

function changesOf(delta: Y.YTextEvent["delta"]): TextChange[] {
  const found: TextChange[] = [];
  let offset = 0;
  for (const step of delta) {
    if (step.retain !== undefined) offset += step.retain;
    if (step.delete !== undefined) {
      found.push({ offset, length: step.delete, text: "" });
      offset += step.delete;
    }
    if (typeof step.insert === "string") found.push({ offset, length: 0, text: step.insert });
  }
  return found;
}

/** The one replaced stretch between two texts. */
function difference(from: string, to: string): TextChange[] {
  if (from === to) return [];
  const shorter = Math.min(from.length, to.length);
  let head = 0;
  while (head < shorter && from[head] === to[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail += 1;
  return [{ offset: head, length: from.length - head - tail, text: to.slice(head, to.length - tail) }];
}

function carriageReturns(text: string): TextChange[] {
  return [...text.matchAll(/\r/g)].map((match) => ({ offset: match.index, length: 1, text: "" }));
}
