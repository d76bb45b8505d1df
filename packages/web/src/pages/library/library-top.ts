import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../app/language.ts";
import { icon } from "../../components/icon.ts";

export interface LibraryTop {
  /** How many roles are not archived. */
  readonly count: number;
  readonly search: string;
  readonly writable: boolean;
  readonly find: (search: string) => void;
  /** Somebody is about to search. */
  readonly prepare: () => void;
  /** Whether a new role was asked for and its dialog is on its way. */
  readonly busy: boolean;
  /** Begins a new role. */
  readonly make: () => void;
}

/** The library's top bar: how much there is, the search, and the ways to more. */
export function libraryTop({ count, search, writable, find, prepare, busy, make }: LibraryTop): TemplateResult {
  return html`<header class="top">
    <h1>${t("web.library.title")}</h1>
    <span class="t13 ink3 tn lib-total">${t("web.library.count", { count })}</span>
    <span class="grow"></span>
    <label class="f lib-find">
      ${icon("search", 15)}<span class="said">${t("library.search")}</span>
      <input
        type="search"
        placeholder=${t("library.search")}
        .value=${search}
        @focus=${prepare}
        @input=${(event: InputEvent) => find((event.target as HTMLInputElement).value)}
      />
      <span class="kbd" aria-hidden="true">/</span>
    </label>
    <span class="grow"></span>
    ${
      writable
        ? html`<a class="btn lib-import" href="/import">${icon("inbox", 16)}<span class="wide-word">${t("library.import")}</span></a>
          <button class="btn primary" type="button" aria-busy=${busy ? "true" : nothing} @click=${make}>${busy ? html`<span class="btn-work" aria-hidden="true"></span>` : icon("plus", 16)}<span class="wide-word">${t("web.library.add")}</span></button>`
        : nothing
    }
  </header>`;
}
