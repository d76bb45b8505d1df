import type { AlikeRoles, ImportDraft } from "@rolewright/server/protocol";
import "@vaadin/text-field";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { current, t } from "../../app/language.ts";
import { createImportDrafts, listAlike } from "../../data/imports.ts";
import { type FieldValue, FormDialog } from "../form-dialog.ts";

/** Makes drafts of all confirmed documents of a batch. Fires `made` with them. */
@customElement("rw-import-drafts-dialog")
export class ImportDraftsDialog extends FormDialog {
  @property() batch = "";
  /** How many descriptions have no template yet. */
  @property({ type: Number }) count = 0;
  @state() private alike: readonly AlikeRoles[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    // Likeness only helps to decide: without it drafts can be made all the same.
    listAlike(this.batch).then(
      (alike) => {
        this.alike = alike;
      },
      () => {},
    );
  }

  protected override heading(): string {
    return t("importing.drafts.title");
  }

  protected override effect(): string {
    return t("importing.drafts.effect");
  }

  protected override renderFields(): TemplateResult {
    return html`<p class="t13 ink2">${t("importing.drafts.lead", { count: this.count })}</p>
      ${this.alike.length > 0 ? alikeList(this.alike) : nothing}
      <vaadin-text-field
        name="family"
        label=${t("importing.drafts.family")}
        helper-text=${t("importing.drafts.familyHelp")}
        maxlength="100"
      ></vaadin-text-field>`;
  }

  protected override async perform(value: FieldValue): Promise<string | undefined> {
    const family = value("family");
    const made = await createImportDrafts(this.batch, family === "" ? {} : { family });
    if (made.length === 0) return t("importing.drafts.none");
    this.dispatchEvent(new CustomEvent<readonly ImportDraft[]>("made", { detail: made }));
    return undefined;
  }
}

/** Of a group of roles so many are named; the others can be unfolded. */
const mostNamed = 6;

/** Roles that say the same, or nearly. */
export function alikeList(alike: readonly AlikeRoles[]): TemplateResult {
  return html`<div class="strip warn import-alike"><div>
    <b>${t("importing.alike.title")}</b>
    <ul>
      ${alike.map(renderGroup)}
    </ul>
  </div></div>`;
}

function renderGroup({ kind, roles }: AlikeRoles): TemplateResult {
  const names = roles.map(nameOf);
  const [first, rest] = [names.slice(0, mostNamed), names.slice(mostNamed)];
  return html`<li>
    ${t(`importing.alike.${kind}`, { roles: current().list(first) })}
    ${rest.length > 0 ? html`<details><summary>${t("importing.alike.more", { count: rest.length })}</summary>${current().list(rest)}</details>` : nothing}
  </li>`;
}

function nameOf({ title, from, template }: AlikeRoles["roles"][number]): string {
  const named = title === "" ? t("importing.batch.noTitle") : title;
  return t("importing.alike.from", { title: named, from: template === null ? from : t("importing.alike.library") });
}
