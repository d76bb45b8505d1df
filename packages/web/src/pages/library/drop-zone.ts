import { html, type TemplateResult } from "lit";
import { t } from "../../app/language.ts";
import { navigate } from "../../app/router.ts";
import { icon } from "../../components/icon.ts";
import { leaveFilesToImport } from "../../data/files-to-import.ts";
import "./drop-zone.css";

/** Old job descriptions are dropped or picked here, and go on to the import page. */
export function dropZone(): TemplateResult {
  return html`<div
    class="drop"
    @dragover=${onOver}
    @dragleave=${(event: DragEvent) => (event.currentTarget as HTMLElement).removeAttribute("data-over")}
    @drop=${onDrop}
  >
    <span class="drop-mark">${icon("upload", 20)}</span>
    <p class="grow"><b>${t("library.drop.title")}</b><span>${t("library.drop.text")}</span></p>
    <label class="btn">
      ${t("library.drop.pick")}<input class="said" type="file" multiple @change=${onPick} />
    </label>
  </div>`;
}

function onOver(event: DragEvent): void {
  if (!event.dataTransfer?.types.includes("Files")) return;
  event.preventDefault();
  (event.currentTarget as HTMLElement).setAttribute("data-over", "");
}

function onDrop(event: DragEvent): void {
  event.preventDefault();
  (event.currentTarget as HTMLElement).removeAttribute("data-over");
  take(event.dataTransfer?.files);
}

function onPick(event: Event): void {
  take((event.target as HTMLInputElement).files ?? undefined);
}

function take(files: FileList | undefined): void {
  if (!files || files.length === 0) return;
  leaveFilesToImport([...files]);
  navigate("/import");
}
