import { createContext } from "@lit/context";
import type { Located } from "@rolewright/server/anchors";
import type {
  Acknowledgements,
  Colleague,
  CommentThread,
  ReviewStatus,
  RoomMessage,
} from "@rolewright/server/protocol";
import { RequestError } from "../../../data/request.ts";
import {
  listColleagues,
  markCommentsSeen,
  readAcknowledgements,
  readComments,
  readReview,
} from "../../../data/together.ts";
import type { LiveRole } from "../live-role.ts";
import { itemsOf, keyAt } from "../places.ts";

/** A thread, and where in the present text it belongs. */
export interface PlacedThread {
  readonly thread: CommentThread;
  /** Where its words are; undefined where it has none, or they are gone. */
  readonly place: Located | undefined;
  /** Key of the item it belongs to now. */
  readonly item: string | undefined;
  /** Whether what it was about is no longer in the text. */
  readonly gone: boolean;
}

/** What is asked of whom about one template, besides its text. */
export const talkContext = createContext<Talk | undefined>("rolewright.talk");

/** How long a saved text rests before its review is asked for anew. */
const reviewRestMs = 600;

/**
 * What people say about an open template: its comment threads with their places in the live text, its review, and who
 * acknowledged it. Kept up to date by what the server tells. Event `change`.
 */
export class Talk extends EventTarget {
  template = "";
  threads: readonly CommentThread[] = [];
  colleagues: readonly Colleague[] = [];
  /** Until when the reader had seen the comments when they were read first. */
  seenAt: string | null = null;
  review: ReviewStatus | undefined;
  acknowledgements: Acknowledgements | undefined;
  /** Why the comments could not be read; undefined also for somebody who may not see them. */
  failure: unknown;
  /** Id of the thread that is to be brought into sight. */
  wanted: string | undefined;
  /** Whether the reader takes part in comments. */
  open = false;
  #live: LiveRole | undefined;
  /** The text that the review was read for. */
  #reviewed: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #placed: { readonly of: readonly unknown[]; readonly list: readonly PlacedThread[] } | undefined;

  start(template: string, live: LiveRole): void {
    this.stop();
    this.template = template;
    this.#live = live;
    live.addEventListener("told", this.#onTold);
    live.addEventListener("change", this.#onChange);
    void this.#learn();
  }

  stop(): void {
    this.#live?.removeEventListener("told", this.#onTold);
    this.#live?.removeEventListener("change", this.#onChange);
    clearTimeout(this.#timer);
    this.#reviewed = undefined;
    this.#live = undefined;
    Object.assign(this, {
      template: "",
      threads: [],
      seenAt: null,
      review: undefined,
      open: false,
      failure: undefined,
    });
    this.acknowledgements = undefined;
  }

  /** The threads in the order of the text, those about the whole role first, those without a place last. */
  get placed(): readonly PlacedThread[] {
    const { source, role, shared } = this.#live ?? {};
    const of = [this.threads, source, role, shared];
    if (of.some((each, index) => each !== this.#placed?.of[index])) {
      const list = this.threads.map((thread) => this.#place(thread));
      const order = ({ thread, place, gone }: PlacedThread) =>
        gone ? Number.POSITIVE_INFINITY : thread.quote === "" ? -1 : (place?.start ?? 0);
      list.sort((one, other) => order(one) - order(other));
      this.#placed = { of, list };
    }
    return this.#placed?.list ?? [];
  }

  /** Open threads of an item. */
  openOf(item: string): readonly PlacedThread[] {
    return this.placed.filter((each) => each.item === item && each.thread.resolvedAt === null);
  }

  /** Comments by others that the reader has not seen yet. */
  unread(reader: string | undefined): number {
    const comments = this.threads.flatMap((thread) => thread.comments);
    return comments.filter(({ author, createdAt }) => author.id !== reader && createdAt > (this.seenAt ?? "")).length;
  }

  /** The reader has the comments in sight. */
  async markSeen(): Promise<void> {
    const newest = this.threads
      .flatMap(({ comments }) => comments.map(({ createdAt }) => createdAt))
      .sort()
      .at(-1);
    if (newest === undefined || newest <= (this.seenAt ?? "")) return;
    this.seenAt = newest;
    this.#tell();
    await markCommentsSeen(this.template).catch(() => undefined);
  }

  /** Takes a thread as the server has it now, until all are read again. */
  put(thread: CommentThread): void {
    const others = this.threads.filter(({ id }) => id !== thread.id);
    this.threads = [...others, thread].sort((one, other) => one.createdAt.localeCompare(other.createdAt));
    this.#tell();
  }

  async readComments(): Promise<void> {
    const { template } = this;
    try {
      const { items, seenAt } = await readComments(template);
      if (template !== this.template) return;
      this.threads = items;
      if ((seenAt ?? "") > (this.seenAt ?? "")) this.seenAt = seenAt;
      this.open = true;
      this.failure = undefined;
    } catch (failure) {
      const closed = failure instanceof RequestError && failure.status === 403;
      this.failure = closed ? undefined : failure;
    }
    this.#tell();
  }

  async readReview(): Promise<void> {
    const { template } = this;
    const [review, acknowledgements] = await Promise.all([
      readReview(template).catch(() => undefined),
      readAcknowledgements(template).catch(() => undefined),
    ]);
    if (template !== this.template) return;
    this.review = review ?? this.review;
    this.acknowledgements = acknowledgements ?? this.acknowledgements;
    this.#tell();
  }

  async #learn(): Promise<void> {
    await Promise.all([this.readComments(), this.readReview()]);
    if (!this.open) return;
    this.colleagues = await listColleagues().catch(() => []);
    this.#tell();
  }

  readonly #onTold = (event: Event): void => {
    const { changed } = (event as CustomEvent<Partial<RoomMessage>>).detail;
    if (changed !== "review" && changed !== "revisions") void this.readComments();
    if (changed !== "comments") void this.readReview();
  };

  /** Where a template stands depends on its text: it is asked for anew once that is saved and rests. */
  readonly #onChange = (): void => {
    const { save, source } = this.#live ?? {};
    if (save?.kind !== "saved" || source === undefined || source === this.#reviewed) return;
    const first = this.#reviewed === undefined;
    this.#reviewed = source;
    clearTimeout(this.#timer);
    if (!first) this.#timer = setTimeout(() => void this.readReview(), reviewRestMs);
  };

  #place(thread: CommentThread): PlacedThread {
    const written = this.#live?.shared;
    const role = this.#live?.role;
    const place = written?.locate(thread);
    const kept = thread.item !== null && itemsOf(role).some(({ key }) => key === thread.item);
    const item = kept ? (thread.item ?? undefined) : place && keyAt(role, place.start);
    const lost =
      thread.quote === "" ? thread.item !== null && !kept && role !== undefined : written !== undefined && !place;
    return { thread, place, item, gone: lost };
  }

  #tell(): void {
    this.dispatchEvent(new Event("change"));
  }
}
