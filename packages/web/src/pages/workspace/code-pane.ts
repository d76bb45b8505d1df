import { html, type TemplateResult } from "lit";
import { t } from "../../app/language.ts";
import { icon } from "../../components/icon.ts";
import "../../editor/code-editor.ts";
import type { CaretPlace } from "../../editor/code-editor.ts";
import type { OpenRole } from "./open-role.ts";
import { codeMarks } from "./together/code-marks.ts";

/** What the code shows and reports. */
export interface CodePane {
  readonly role: OpenRole;
  readonly readonly: boolean;
  readonly caret: CaretPlace;
  readonly moved: (event: CustomEvent<CaretPlace>) => void;
  readonly ready: () => void;
  /** The reader wants to say something about the selection, or clicked the mark of a thread. */
  readonly comment: (thread?: string) => void;
}

/** The text in the code editor, and under it where the caret is and whether the text can be read. */
export function codePane({ role, readonly, caret, moved, ready, comment }: CodePane): TemplateResult {
  const obstacle = role.live?.obstacle?.line;
  return html`<section class="ws-code" aria-label=${t("web.workspace.code")}>
    <rw-code-editor
      label=${t("web.workspace.codeOf", { title: role.title })}
      .shared=${role.live?.shared}
      ?readonly=${readonly}
      .diagnostics=${role.diagnostics}
      .lit=${role.rangeOf(role.lit)}
      .marks=${codeMarks(role.talk)}
      @mark=${({ detail }: CustomEvent<string>) => comment(detail)}
      @comment=${() => comment()}
      @caret=${moved}
      @ready=${ready}
    ></rw-code-editor>
    <div class="ws-foot">
      <span class="tn">${t("web.workspace.caret", { line: caret.line, column: caret.column })}</span>
      <span>JSONC</span>
      <span class="ws-syntax" data-good=${obstacle === undefined}
        >${icon(obstacle === undefined ? "check" : "error", 13)}${
          obstacle === undefined ? t("web.workspace.syntax.good") : t("web.workspace.syntax.bad", { line: obstacle })
        }</span
      >
    </div>
  </section>`;
}
