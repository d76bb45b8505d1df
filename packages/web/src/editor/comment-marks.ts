import type { TextRange } from "@rolewright/runtime";
import type { editor as monacoEditor } from "monaco-editor/editor";

/** A stretch of the text that people talk about. */
export interface CodeMark {
  readonly id: string;
  readonly range: TextRange;
  /** What is said on hover. */
  readonly label: string;
}

/** 4 is MouseTargetType.GUTTER_LINE_DECORATIONS, 2 the glyph margin beside it. */
const gutter: ReadonlySet<number> = new Set([2, 4]);

/** Shows marks in the margin and under their words; a click on one in the margin is told with its id. */
export class CommentMarks {
  readonly #decorations: monacoEditor.IEditorDecorationsCollection;
  #marks: readonly CodeMark[] = [];

  constructor(
    private readonly editor: monacoEditor.IStandaloneCodeEditor,
    private readonly picked: (id: string) => void,
  ) {
    this.#decorations = editor.createDecorationsCollection();
    editor.onMouseDown(({ target }) => {
      if (gutter.has(target.type) && target.element?.classList.contains("rw-code-talk")) this.#pick(target.position);
    });
  }

  show(marks: readonly CodeMark[]): void {
    const model = this.editor.getModel();
    if (!model) return;
    this.#marks = marks;
    this.#decorations.set(marks.map((mark) => decoration(model, mark)));
  }

  #pick(position: { readonly lineNumber: number } | null): void {
    const model = this.editor.getModel();
    const line = position?.lineNumber;
    const found = this.#marks.find(({ range }) => model?.getPositionAt(range.start).lineNumber === line);
    if (found) this.picked(found.id);
  }
}

function decoration(model: monacoEditor.ITextModel, { range, label }: CodeMark): monacoEditor.IModelDeltaDecoration {
  const [start, end] = [model.getPositionAt(range.start), model.getPositionAt(range.end)];
  return {
    range: {
      startLineNumber: start.lineNumber,
      startColumn: start.column,
      endLineNumber: end.lineNumber,
      endColumn: end.column,
    },
    options: {
      className: "rw-code-said",
      firstLineDecorationClassName: "rw-code-talk",
      hoverMessage: { value: label.replace(/[\\`*_{}[\]()#+.!|<>~-]/g, "\\$&"), isTrusted: false },
      // 1: grows at neither end.
      stickiness: 1,
    },
  };
}
