import { html, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { editor as monacoEditor } from "monaco-editor/editor";
import { t } from "../app/language.ts";
import { LightElement } from "../components/light-element.ts";
import "./code-editor.css";
import { applyCodeTheme } from "./code-theme.ts";
import { loadMonaco, type Monaco } from "./load-monaco.ts";

/** Narrower than this the two texts stand in one another instead of side by side. */
const besideWidth = 720;

/** Two fixed texts and what differs between them, to read. What is the same is folded away. */
@customElement("rw-diff-editor")
export class DiffEditor extends LightElement {
  @property() older = "";
  @property() newer = "";
  /** Name for assistive technology. */
  @property() label = "";
  @state() private failed = false;
  private monaco: Monaco | undefined;
  private editor: monacoEditor.IStandaloneDiffEditor | undefined;
  private models: readonly monacoEditor.ITextModel[] = [];
  private readonly onTheme = () => this.monaco && applyCodeTheme(this.monaco);

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("rw-theme", this.onTheme);
    if (this.hasUpdated) void this.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("rw-theme", this.onTheme);
    this.editor?.dispose();
    this.editor = undefined;
    this.letGo();
  }

  override render(): TemplateResult {
    if (this.failed)
      return html`<div class="strip" role="alert">
        ${t("web.editor.failed")} <button class="btn xs" type="button" @click=${this.start}>${t("web.editor.retry")}</button>
      </div>`;
    return html`<div class="rw-diff-host"></div>`;
  }

  override firstUpdated(): void {
    void this.start();
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has("older") || changed.has("newer")) this.show();
  }

  private readonly start = async (): Promise<void> => {
    this.failed = false;
    try {
      this.monaco = await loadMonaco();
    } catch {
      this.failed = true;
      return;
    }
    await this.updateComplete;
    const host = this.querySelector<HTMLElement>(".rw-diff-host");
    if (!host || !this.isConnected || this.editor) return;
    applyCodeTheme(this.monaco);
    const editor = this.monaco.editor.createDiffEditor(host, options(this.label));
    // Monaco 0.57 forgets the name of both sides with every change of an option, and changes some by itself.
    const name = { ariaLabel: this.label };
    editor.onDidUpdateDiff(() => {
      for (const side of [editor.getOriginalEditor(), editor.getModifiedEditor()]) side.updateOptions(name);
    });
    this.editor = editor;
    this.show();
  };

  private show(): void {
    if (!this.monaco || !this.editor) return;
    const before = this.models;
    const [original, modified] = [this.older, this.newer].map((text) => this.monaco?.editor.createModel(text, "json"));
    if (!original || !modified) return;
    this.models = [original, modified];
    this.editor.setModel({ original, modified });
    for (const model of before) model.dispose();
  }

  private letGo(): void {
    for (const model of this.models) model.dispose();
    this.models = [];
  }
}

function options(label: string): monacoEditor.IStandaloneDiffEditorConstructionOptions {
  return {
    theme: "rolewright",
    readOnly: true,
    // As everywhere: the text area is known to assistive technology by its name.
    editContext: false,
    originalEditable: false,
    automaticLayout: true,
    renderSideBySideInlineBreakpoint: besideWidth,
    useInlineViewWhenSpaceIsLimited: true,
    hideUnchangedRegions: { enabled: true, contextLineCount: 3, minimumLineCount: 4 },
    renderOverviewRuler: false,
    ignoreTrimWhitespace: false,
    originalAriaLabel: label,
    modifiedAriaLabel: label,
    fontFamily: '"JetBrains Mono", "SF Mono", Menlo, Consolas, "Noto Sans Mono CJK SC", monospace',
    fontSize: 13,
    lineHeight: 20,
    fontLigatures: false,
    minimap: { enabled: false },
    lineNumbersMinChars: 4,
    scrollBeyondLastLine: false,
    wordWrap: "on",
    diffWordWrap: "on",
    renderMarginRevertIcon: false,
    folding: false,
    unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: true, nonBasicASCII: false },
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "rw-diff-editor": DiffEditor;
  }
}
