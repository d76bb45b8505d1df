import type { TemplateHost } from "@rolewright/runtime";
import type { LibraryName } from "@rolewright/server/protocol";
import { listLibrary, readLibraryTexts } from "./api.ts";

/** What the server did not know may be published meanwhile: it is asked again after so long. */
const askAgainMs = 30_000;

/** References in one request: they stand in its address, which must not grow too long. */
const portion = 40;

/** Published versions never change: what was fetched once is kept as long as the page is open. */
const versions = new Map<string, string>();

/**
 * What `x-extends` may name, as far as it has been fetched: an inspection works with that at once, offline too. What a
 * text names beyond is noted as wanted, for `fetch`.
 */
export class Library implements TemplateHost {
  /** Newest texts, for references without a version: not kept beyond this library. */
  readonly #newest = new Map<string, string>();
  readonly #wanted = new Set<string>();
  /** When the server did not know a reference. */
  readonly #unknown = new Map<string, number>();
  #names: readonly LibraryName[] = [];

  template(id: string, version?: number): string | undefined {
    const reference = version === undefined ? id : `${id}@${version}`;
    const text = versions.get(reference) ?? this.#newest.get(reference);
    const asked = this.#unknown.get(reference);
    if (text === undefined && (asked === undefined || Date.now() - asked > askAgainMs)) this.#wanted.add(reference);
    return text;
  }

  names(): readonly LibraryName[] {
    return this.#names;
  }

  /** Fetches the names of everything there is to extend. Throws a `RequestError`. */
  async learnNames(): Promise<void> {
    this.#names = await listLibrary();
  }

  /** Whether a text was missed that `fetch` may bring. */
  get incomplete(): boolean {
    return this.#wanted.size > 0;
  }

  /** Fetches what was wanted, with all that it extends in turn, and the names of everything. Throws a `RequestError`. */
  async fetch(): Promise<void> {
    const references = [...this.#wanted];
    const portions = Array.from({ length: Math.ceil(references.length / portion) }, (_, index) =>
      readLibraryTexts(references.slice(index * portion, (index + 1) * portion)),
    );
    const [names, texts] = await Promise.all([listLibrary(), Promise.all(portions)]);
    this.#names = names;
    for (const { reference, text } of texts.flat()) {
      const kept = /@\d+$/.test(reference) ? versions : this.#newest;
      kept.set(reference, text);
      this.#unknown.delete(reference);
    }
    for (const reference of references) {
      this.#wanted.delete(reference);
      if (!versions.has(reference) && !this.#newest.has(reference)) this.#unknown.set(reference, Date.now());
    }
  }
}
