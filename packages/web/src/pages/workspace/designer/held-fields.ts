import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { DeskHost } from "./desk-work.ts";
import { pathText } from "./desk-work.ts";
import { FieldLocks, type Locker, type PeerCaret } from "./field-locks.ts";
import { type Part, partPath } from "./part-edits.ts";

const noLocks: ReadonlyMap<string, Locker> = new Map();
const nobody: readonly Locker[] = [];

/** The designer, as far as its fields and who edits them are concerned. */
type Host = ReactiveControllerHost & HTMLElement & Pick<DeskHost, "live" | "readonly">;

/**
 * Who has which field of a designer in hand: the reader the one that has the focus, which peers are told, and peers
 * theirs. Event `at` at the host, with the peers by the part they have at hand, whenever that has changed.
 */
export class HeldFields implements ReactiveController {
  readonly #host: Host;
  readonly #partOf: (element: HTMLElement) => Part | undefined;
  #shared: unknown;
  #locks: FieldLocks | undefined;
  /** By path of the part: the same map as long as it says the same. */
  readonly #ofParts = new Map<string, { readonly said: string; readonly locks: ReadonlyMap<string, Locker> }>();

  /** `partOf` tells what part of the role an element edits. */
  constructor(host: Host, partOf: (element: HTMLElement) => Part | undefined) {
    this.#host = host;
    this.#partOf = partOf;
    host.addController(this);
    host.addEventListener("focusin", this.#onFocus);
    host.addEventListener("focusout", this.#onLeave);
    // Typing goes on: the field stays held.
    for (const sign of ["input", "keyup"]) host.addEventListener(sign, this.#onSign);
  }

  /** Fields that peers edit, by path. */
  get all(): ReadonlyMap<string, Locker> {
    return this.#locks?.held ?? noLocks;
  }

  /** The peers' carets, for refusing to tear a text from under someone's hands. */
  get carets(): readonly PeerCaret[] {
    return this.#locks?.carets() ?? [];
  }

  /** The peers who have an item, a section or the role (`""`) at hand. */
  at(key: string): readonly Locker[] {
    return this.#locks?.at.get(key) ?? nobody;
  }

  /** The fields of a part that peers edit, from the part. */
  of(part: Part): ReadonlyMap<string, Locker> {
    if (this.all.size === 0) return noLocks;
    const start = "identity" in part ? "" : `${pathText(part)}/`;
    const found = [...this.all].flatMap(([path, locker]): [string, Locker][] => {
      const rest = path.slice(start.length);
      const below = "identity" in part || "items" in part ? rest.startsWith("properties/") : false;
      return path.startsWith(start) && !below ? [[rest, locker]] : [];
    });
    if (found.length === 0) return noLocks;
    const said = JSON.stringify(found);
    const known = this.#ofParts.get(start);
    if (known?.said === said) return known.locks;
    const locks = new Map(found);
    this.#ofParts.set(start, { said, locks });
    return locks;
  }

  hostConnected(): void {
    this.hostUpdate();
  }

  /** Follows the people of the live text, whichever it is now. */
  hostUpdate(): void {
    const shared = this.#host.live?.shared;
    if (shared === this.#shared && (this.#locks || !shared)) return;
    this.#close();
    this.#shared = shared;
    this.#locks = shared && new FieldLocks(shared.awareness, shared.offsetOf);
    this.#locks?.addEventListener("change", () => this.#told());
    this.#tell();
  }

  hostDisconnected(): void {
    this.#close();
  }

  #close(): void {
    this.#locks?.close();
    this.#locks = undefined;
  }

  #told(): void {
    this.#host.requestUpdate();
    this.#tell();
  }

  #tell(): void {
    this.#host.dispatchEvent(new CustomEvent("at", { detail: this.#locks?.at ?? new Map() }));
  }

  readonly #onFocus = (event: FocusEvent): void => {
    const path = this.#fieldOf(event.target);
    if (path) this.#locks?.hold(path);
    else this.#locks?.release();
  };

  readonly #onLeave = (event: FocusEvent): void => {
    if (!this.#host.contains(event.relatedTarget as Node | null)) this.#locks?.release();
  };

  readonly #onSign = (event: Event): void => {
    const path = this.#fieldOf(event.target);
    if (path) this.#locks?.hold(path);
  };

  #fieldOf(target: EventTarget | null): string | undefined {
    if (this.#host.readonly || !(target instanceof HTMLElement)) return undefined;
    const writes = target.matches("input:not([readonly]), textarea:not([readonly]), select");
    const field = target.closest<HTMLElement>("[data-field]")?.dataset.field;
    const part = this.#partOf(target);
    return writes && field && part ? [...partPath(part), field].join("/") : undefined;
  }
}
