import type { Presence } from "@rolewright/server/protocol";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Peer } from "../../../data/collaboration.ts";
import type { WrittenText } from "../live-role.ts";

/** Where a peer is: an item they have at hand, and their caret in the code. */
export interface PeerPlace {
  readonly item?: string;
  readonly offset?: number;
}

/** What one does oneself, which ends following: not the pointer's mere moving. */
const ownDeeds = ["pointerdown", "keydown", "wheel"] as const;

/**
 * Follows a peer: `show` is called wherever they go, until the reader does something themselves or leaves. Host is the
 * page, which is drawn again when it begins and ends.
 */
export class Following implements ReactiveController {
  peer: Peer | undefined;
  #shared: WrittenText | undefined;
  #shown = "";

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly show: (place: PeerPlace) => void,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.end();
  }

  /** Begins, or ends when it is the one already followed. */
  toggle(peer: Peer, shared: WrittenText | undefined): void {
    const same = this.peer?.id === peer.id;
    this.end();
    if (same || !shared) return;
    this.peer = peer;
    this.#shared = shared;
    shared.awareness.on("change", this.#look);
    for (const deed of ownDeeds) this.host.addEventListener(deed, this.#onDeed, { capture: true, passive: true });
    this.#look();
    this.host.requestUpdate();
  }

  readonly end = (): void => {
    if (!this.peer) return;
    this.#shared?.awareness.off("change", this.#look);
    for (const deed of ownDeeds) this.host.removeEventListener(deed, this.#onDeed, { capture: true });
    this.peer = undefined;
    this.#shared = undefined;
    this.#shown = "";
    this.host.requestUpdate();
  };

  readonly #onDeed = (event: Event): void => {
    const target = event.target instanceof Element ? event.target : undefined;
    // Whom to follow is chosen, and following is ended, by buttons of their own.
    if (!target?.closest("[data-following]")) this.end();
  };

  readonly #look = (): void => {
    const { peer } = this;
    const shared = this.#shared;
    if (!peer || !shared) return;
    const states = [...(shared.awareness.getStates() as Map<number, Presence>).values()];
    const theirs = states.filter(({ user }) => user?.id === peer.id);
    if (theirs.length === 0) this.end();
    else this.#tell(placeOf(theirs, shared));
  };

  #tell(place: PeerPlace): void {
    const told = JSON.stringify(place);
    if (told === this.#shown) return;
    this.#shown = told;
    this.show(place);
  }
}

/** Of somebody with several windows the one that says most. */
function placeOf(states: readonly Presence[], { offsetOf }: WrittenText): PeerPlace {
  const field = states.map((state) => state.field).find((one) => typeof one === "string");
  const traced = states.map((state) => state.item).find((one) => typeof one === "string");
  const item = field?.split("/")[3] ?? traced;
  const offset = states.map(({ cursor }) => offsetOf(cursor?.head)).find((one) => one !== undefined);
  return { ...(item === undefined ? {} : { item }), ...(offset === undefined ? {} : { offset }) };
}
