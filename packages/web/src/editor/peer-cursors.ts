import type { Presence } from "@rolewright/server/protocol";
import type { editor as monacoEditor } from "monaco-editor/editor";
import type { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { absoluteOffset } from "./relative-place.ts";
import type { TextBinding } from "./yjs-binding.ts";

/** How long a peer's name stays beside a caret that rests; then only the caret is left, and the name on hover. */
const nameRestMs = 4000;

/** A peer's caret in the text, drawn as a widget because it must not take room between characters. */
interface PeerCaret {
  readonly widget: monacoEditor.IContentWidget;
  readonly node: HTMLElement;
  offset: number;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/**
 * Shows where peers are in the text and tells them where this editor is. Positions travel relative to the text's
 * content, so they stay right while both write. Needs the binding of the same editor and text.
 */
export class PeerCursors {
  readonly #carets = new Map<number, PeerCaret>();
  readonly #selections: monacoEditor.IEditorDecorationsCollection;
  readonly #releases: (() => void)[];
  #waiting = false;
  #closed = false;

  constructor(
    private readonly text: Y.Text,
    private readonly editor: monacoEditor.IStandaloneCodeEditor,
    private readonly awareness: Awareness,
    private readonly binding: TextBinding,
  ) {
    this.#selections = editor.createDecorationsCollection();
    const draw = () => this.#later();
    awareness.on("change", draw);
    const moved = editor.onDidChangeCursorSelection(() => this.#later());
    this.#releases = [() => awareness.off("change", draw), () => moved.dispose(), binding.onSettled(draw)];
    this.#later();
  }

  dispose(): void {
    this.#closed = true;
    for (const release of this.#releases) release();
    this.#selections.clear();
    for (const id of [...this.#carets.keys()]) this.#removeCaret(id);
    this.awareness.setLocalStateField("cursor", undefined);
  }

  /** Monaco tells of the caret before the binding has written the text; after this turn both agree. */
  #later(): void {
    if (this.#waiting) return;
    this.#waiting = true;
    queueMicrotask(() => {
      this.#waiting = false;
      // While composing, places in the editor are no places in the shared text.
      if (this.#closed || this.binding.composing) return;
      this.#publish();
      this.#draw();
    });
  }

  #publish(): void {
    const model = this.editor.getModel();
    const selection = this.editor.getSelection();
    if (!model || !selection) return;
    const anchor = model.getOffsetAt({
      lineNumber: selection.selectionStartLineNumber,
      column: selection.selectionStartColumn,
    });
    const head = model.getOffsetAt(selection.getPosition());
    const cursor = { anchor: this.#relative(anchor), head: this.#relative(head) };
    const known = (this.awareness.getLocalState() as Presence | null)?.cursor;
    if (JSON.stringify(known) !== JSON.stringify(cursor)) this.awareness.setLocalStateField("cursor", cursor);
  }

  #relative(offset: number): unknown {
    return Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(this.text, offset));
  }

  #draw(): void {
    const decorations: monacoEditor.IModelDeltaDecoration[] = [];
    const present = new Set<number>();
    for (const [id, presence] of this.awareness.getStates() as Map<number, Presence>) {
      const place = id === this.awareness.clientID ? undefined : this.#place(presence);
      if (!place || !presence.user) continue;
      present.add(id);
      this.#drawCaret(id, presence.user, place.head);
      if (place.anchor !== place.head) decorations.push(this.#selection(place, presence.user));
    }
    this.#selections.set(decorations);
    for (const id of [...this.#carets.keys()]) if (!present.has(id)) this.#removeCaret(id);
  }

  #place({ cursor }: Presence): { anchor: number; head: number } | undefined {
    const anchor = absoluteOffset(this.text, cursor?.anchor);
    const head = absoluteOffset(this.text, cursor?.head);
    return anchor === undefined || head === undefined ? undefined : { anchor, head };
  }

  #selection(
    { anchor, head }: { anchor: number; head: number },
    user: NonNullable<Presence["user"]>,
  ): monacoEditor.IModelDeltaDecoration {
    const color = colorOf(user.color);
    const style = getComputedStyle(document.documentElement).getPropertyValue(`--peer-${color}`).trim();
    return {
      range: this.#range(Math.min(anchor, head), Math.max(anchor, head)),
      options: {
        className: `rw-peer-selection rw-peer-${color}`,
        // 4 is OverviewRulerLane.Right.
        overviewRuler: { color: style, position: 4 },
      },
    };
  }

  #range(start: number, end: number) {
    const from = this.editor.getModel()?.getPositionAt(start);
    const to = this.editor.getModel()?.getPositionAt(end);
    return {
      startLineNumber: from?.lineNumber ?? 1,
      startColumn: from?.column ?? 1,
      endLineNumber: to?.lineNumber ?? 1,
      endColumn: to?.column ?? 1,
    };
  }

  #drawCaret(id: number, user: NonNullable<Presence["user"]>, offset: number): void {
    const caret = this.#carets.get(id) ?? this.#addCaret(id);
    caret.node.className = `rw-peer-caret rw-peer-${colorOf(user.color)}`;
    const flag = caret.node.firstElementChild;
    if (flag && flag.textContent !== user.name) flag.textContent = user.name;
    const position = this.#range(offset, offset);
    caret.node.toggleAttribute("data-below", position.startLineNumber === 1);
    if (caret.offset !== offset) this.#showName(caret);
    caret.offset = offset;
    caret.widget.getPosition = () => ({
      position: { lineNumber: position.startLineNumber, column: position.startColumn },
      // 0 is ContentWidgetPositionPreference.EXACT.
      preference: [0],
    });
    this.editor.layoutContentWidget(caret.widget);
  }

  #addCaret(id: number): PeerCaret {
    const node = document.createElement("div");
    node.append(document.createElement("span"));
    const widget: monacoEditor.IContentWidget = {
      getId: () => `rw-peer-${id}`,
      getDomNode: () => node,
      getPosition: () => null,
      suppressMouseDown: true,
    };
    const caret: PeerCaret = { widget, node, offset: -1, timer: undefined };
    this.#carets.set(id, caret);
    this.editor.addContentWidget(widget);
    return caret;
  }

  #showName(caret: PeerCaret): void {
    clearTimeout(caret.timer);
    caret.node.toggleAttribute("data-resting", false);
    caret.timer = setTimeout(() => caret.node.toggleAttribute("data-resting", true), nameRestMs);
  }

  #removeCaret(id: number): void {
    const caret = this.#carets.get(id);
    if (!caret) return;
    clearTimeout(caret.timer);
    this.editor.removeContentWidget(caret.widget);
    this.#carets.delete(id);
  }
}

/** Presence colours are 1 to 4, whatever a peer says. */
function colorOf(color: unknown): number {
  return color === 2 || color === 3 || color === 4 ? color : 1;
}
