import { consume } from "@lit/context";
import { type LanguageTag, languages } from "@rolewright/locale";
import type { Session } from "@rolewright/server/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { avatar } from "../components/avatar.ts";
import { type IconName, icon } from "../components/icon.ts";
import { LightElement } from "../components/light-element.ts";
import { notify } from "../components/notice.ts";
import { signOut } from "../data/api.ts";
import "./account-menu.css";
import "./rail-panel.css";
import { failureText } from "./failure.ts";
import { language, setLanguage, t } from "./language.ts";
import { type OverlayName, openOverlay } from "./overlays.ts";
import { sessionContext } from "./session.ts";
import { setTheme, type Theme, theme } from "./theme.ts";

const themes: readonly Theme[] = ["system", "light", "dark", "contrast"];

/** The member's avatar at the foot of the rail, with language, theme and signing out. Fires `signed-out`. */
@customElement("rw-account-menu")
export class AccountMenu extends LightElement {
  @consume({ context: sessionContext, subscribe: true })
  @state()
  private session: Session | undefined;

  override render(): TemplateResult | typeof nothing {
    const session = this.session;
    if (!session) return nothing;
    const { member, workspace } = session;
    return html`
      <button
        class="account-button"
        id="account-button"
        type="button"
        aria-label=${t("web.shell.account", { name: member.name })}
        title=${member.name}
        popovertarget="account-panel"
      >
        ${avatar(member.name, member.color)}
      </button>
      <div class="rail-panel" id="account-panel" popover tabindex="-1" autofocus role="dialog" aria-label=${t("web.shell.account", { name: member.name })}>
        <div class="account">
          <p class="account-who">
            <b>${member.name}</b>
            <span>${workspace.name} · ${t(`web.roles.${member.role}`)}</span>
          </p>
          ${this.renderLanguages()} ${this.renderThemes()}
          ${this.renderOverlay("bulb", t("guide.tour.again"), "tour")} ${this.renderOverlay("info", t("guide.shortcuts.title"), "shortcuts")}
          <a class="btn quiet account-leave" href="/settings" @click=${this.close}>${icon("filter", 16)}${t("web.settings.title")}</a>
          <button class="btn quiet account-leave" type="button" @click=${this.leave}>
            ${icon("leave", 16)}${t("web.shell.signOut")}
          </button>
        </div>
      </div>
    `;
  }

  private renderLanguages(): TemplateResult {
    return html`<div class="account-choice" role="group" aria-labelledby="account-language">
      <span class="lbl" id="account-language">${t("web.shell.language")}</span>
      <div class="seg">
        ${languages.map(
          ({ tag, name }) =>
            html`<button type="button" lang=${tag} aria-pressed=${tag === language()} @click=${() => this.speak(tag)}>
              ${name}
            </button>`,
        )}
      </div>
    </div>`;
  }

  private renderThemes(): TemplateResult {
    return html`<div class="account-choice" role="group" aria-labelledby="account-theme">
      <span class="lbl" id="account-theme">${t("web.shell.theme.label")}</span>
      <div class="seg">
        ${themes.map(
          (one) =>
            html`<button type="button" aria-pressed=${one === theme()} @click=${() => this.paint(one)}>
              ${t(`web.shell.theme.${one}`)}
            </button>`,
        )}
      </div>
    </div>`;
  }

  private renderOverlay(mark: IconName, word: string, overlay: OverlayName): TemplateResult {
    const open = () => {
      this.close();
      openOverlay(overlay);
    };
    return html`<button class="btn quiet account-leave" type="button" @click=${open}>${icon(mark, 16)}${word}</button>`;
  }

  private readonly close = (): void => this.querySelector<HTMLElement>("#account-panel")?.hidePopover();

  private speak(tag: LanguageTag): void {
    void setLanguage(tag);
  }

  private paint(chosen: Theme): void {
    setTheme(chosen);
    this.requestUpdate();
  }

  private async leave(): Promise<void> {
    try {
      await signOut();
      this.dispatchEvent(new CustomEvent("signed-out", { bubbles: true }));
    } catch (error) {
      notify(failureText(error), "error");
    }
  }
}
