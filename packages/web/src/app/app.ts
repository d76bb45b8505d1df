import { ContextProvider } from "@lit/context";
import type { Session } from "@rolewright/server/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { icon } from "../components/icon.ts";
import { LightElement } from "../components/light-element.ts";
import { loadFailure } from "../components/load-failure.ts";
import { readSession } from "../data/api.ts";
import { RequestError } from "../data/request.ts";
import { setSeverities } from "../data/severities.ts";
import "./account-menu.ts";
import "./notice-bell.ts";
import "./app.css";
import { failureText } from "./failure.ts";
import { t } from "./language.ts";
import { logo } from "./logo.ts";
import { followLostCode } from "./lost-code.ts";
import { followOverlays, openOverlay } from "./overlays.ts";
import { followLinks, navigate } from "./router.ts";
import { findRoute, type PageElement, type Route, routes } from "./routes.ts";
import { may, sessionContext } from "./session.ts";
import "./sign-in.ts";

/** The shell: rail, the page of the current address, and who is signed in. */
@customElement("rw-app")
export class App extends LightElement {
  @state() private path = location.pathname;
  @state() private session: Session | undefined;
  /** Whether the session ended by itself, under the reader's hands. */
  @state() private ended = false;
  @state() private phase: "starting" | "signed-out" | "ready" | "failed" = "starting";
  @state() private failure: unknown;
  /** The page's element; kept while the route stays, so that a page sees its params change. */
  @state() private page: PageElement | undefined;
  /** Message that names the page whose code could not be had. */
  @state() private lost: string | undefined;
  private readonly provider = new ContextProvider(this, { context: sessionContext });
  private stopFollowing: (() => void) | undefined;
  private stopOverlays: (() => void) | undefined;
  private stopLostCode: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("popstate", this.onPath);
    window.addEventListener("rw-signed-out", this.onEnded);
    window.addEventListener("rw-session-changed", this.onSessionChanged);
    this.stopFollowing = followLinks();
    this.stopOverlays = followOverlays(() => ({ session: this.session, commands: this.page?.commands?.() ?? [] }));
    this.stopLostCode = followLostCode(() => this.lost !== undefined);
    void this.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("popstate", this.onPath);
    window.removeEventListener("rw-signed-out", this.onEnded);
    window.removeEventListener("rw-session-changed", this.onSessionChanged);
    this.stopFollowing?.();
    this.stopOverlays?.();
    this.stopLostCode?.();
  }

  override render(): TemplateResult {
    if (this.phase === "signed-out")
      return html`<rw-sign-in ?ended=${this.ended} @signed-in=${this.onSignedIn}></rw-sign-in>`;
    if (this.phase === "failed") return this.renderFailure();
    return html`
      <a class="skip" href="#page" @click=${this.skip}>${t("web.shell.skip")}</a>
      <div class="app">
        <nav class="rail" aria-label=${t("web.shell.nav.label")}>
          <a class="home" href="/" aria-label="Rolewright">${logo(32)}</a>
          ${routes.map((route) => this.renderEntry(route))}
          <span class="grow"></span>
          ${this.session ? html`<rw-notice-bell></rw-notice-bell>` : nothing}
          <button class="rail-find" type="button" aria-label=${t("guide.palette.title")} title="${t("guide.palette.title")} · Ctrl K" @click=${() => openOverlay("palette")}>${icon("search", 20)}</button>
          <rw-account-menu @signed-out=${this.onSignedOut}></rw-account-menu>
        </nav>
        <div class="main" id="page" tabindex="-1">${this.phase === "ready" ? (this.page ?? this.renderLost()) : nothing}</div>
      </div>
    `;
  }

  private renderEntry(route: Route) {
    if (!route.nav || (route.permission && !may(this.session, route.permission))) return nothing;
    const here =
      route.pattern === "/"
        ? this.path === "/" || libraryPaths.some((path) => inside(path, this.path))
        : inside(route.pattern, this.path);
    return html`<a class="rail-entry" href=${route.pattern} aria-current=${here ? "page" : nothing}
      >${icon(route.nav.icon, 20)}${t(route.nav.label)}</a
    >`;
  }

  private renderFailure(): TemplateResult {
    return html`<main class="app-failure">
      ${logo(40)}
      <h1>${t("web.failure.title")}</h1>
      <p>${failureText(this.failure)}</p>
      <button class="btn primary" type="button" @click=${() => void this.start()}>${t("web.failure.retry")}</button>
    </main>`;
  }

  /** Pages bring their code when they are first shown: without the server there is none, nor after an upgrade. */
  private renderLost(): TemplateResult | typeof nothing {
    if (!this.lost) return nothing;
    return html`<div>${loadFailure(t(this.lost), t("web.failure.codeOfPage"), () => void this.reload())}</div>`;
  }

  /** Browsers may remember that code could not be had, so it takes a reload, which waits until the server answers. */
  private async reload(): Promise<void> {
    try {
      await readSession();
      location.reload();
    } catch {
      this.requestUpdate();
    }
  }

  private async start(): Promise<void> {
    if (location.pathname === "/sign-in") {
      this.phase = "signed-out";
      return;
    }
    try {
      this.use(await readSession());
    } catch (error) {
      this.failure = error;
      this.phase = error instanceof RequestError && error.status === 401 ? "signed-out" : "failed";
    }
  }

  private use(session: Session): void {
    this.hold(session);
    this.phase = "ready";
    void this.showPage();
  }

  private hold(session: Session): void {
    this.session = session;
    setSeverities(session.workspace.severities);
    this.provider.setValue(session);
  }

  /** Some of what the organisation decides is in the session. Offline the old one serves on. */
  private readonly onSessionChanged = (): void => {
    void readSession().then(
      (session) => this.hold(session),
      () => undefined,
    );
  };

  private readonly onPath = (): void => {
    this.path = location.pathname;
    if (this.phase === "ready") void this.showPage();
    else if (this.path !== "/sign-in") void this.start();
  };

  private async showPage(): Promise<void> {
    const found = findRoute(this.path);
    if (!found) {
      await import("./missing-page.ts");
      this.place("rw-missing-page", {});
      return;
    }
    document.title = `${t(found.route.title)} · Rolewright`;
    const loaded = await found.route.load().then(
      () => true,
      () => false,
    );
    if (found.path !== this.path) return;
    this.lost = loaded ? undefined : found.route.title;
    if (loaded) this.place(found.route.element, found.params);
    else this.page = undefined;
  }

  private place(name: string, params: Readonly<Record<string, string>>): void {
    const before = this.page;
    const page = before?.localName === name ? before : (document.createElement(name) as PageElement);
    page.params = params;
    this.page = page;
    if (before && before !== page) void this.updateComplete.then(() => this.focusPage());
  }

  /** The link that led here is gone with its page: reading and Tab go on at the start of the new one. */
  private focusPage(): void {
    if (document.activeElement === document.body) this.querySelector<HTMLElement>("#page")?.focus();
  }

  private onSignedIn(event: CustomEvent<Session>): void {
    if (this.path === "/sign-in") {
      navigate("/", { replace: true });
      this.path = "/";
    }
    this.ended = false;
    this.use(event.detail);
  }

  private readonly onEnded = (): void => {
    this.ended = this.session !== undefined;
    this.onSignedOut();
  };

  private readonly onSignedOut = (): void => {
    this.session = undefined;
    this.provider.setValue(undefined);
    this.page = undefined;
    this.phase = "signed-out";
  };

  private skip(event: Event): void {
    event.preventDefault();
    this.querySelector<HTMLElement>("#page")?.focus();
  }
}

/** What belongs to the library besides its own page. */
const libraryPaths = ["/roles", "/kpis", "/compare"];

function inside(base: string, path: string): boolean {
  return path === base || path.startsWith(`${base}/`);
}
