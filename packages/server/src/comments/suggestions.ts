import { readTemplate } from "@rolewright/runtime";
import type { Kysely } from "kysely";
import type * as Y from "yjs";
import type { Caller } from "../accounts/sessions.ts";
import type { Rooms } from "../collaboration/rooms.ts";
import { textEdits } from "../collaboration/text-diff.ts";
import { ProblemError } from "../http/problem.ts";
import type { NoticeStore } from "../notices/notice-store.ts";
import type { CommentThread, Suggestion } from "../protocol.ts";
import type { Tables } from "../storage/tables.ts";
import { type Anchor, anchorOf, findQuotation, gapOf, locate, quotationOf } from "./anchors.ts";
import type { CommentStore } from "./comment-store.ts";

export interface SuggestionsOptions {
  readonly database: Kysely<Tables>;
  readonly rooms: Rooms;
  readonly comments: CommentStore;
  readonly notices: NoticeStore;
  readonly clock: () => Date;
}

/** What becomes of proposed replacements: written into the text, turned down, or either taken back. */
export class Suggestions {
  readonly #options: SuggestionsOptions;
  /** The last decision of each template: the next is made on its result. */
  readonly #turns = new Map<string, Promise<unknown>>();

  constructor(options: SuggestionsOptions) {
    this.#options = options;
  }

  /**
   * Accepting edits only the thread's words, as the caller's own edit, and is refused when they are others by now or
   * the text could not be read afterwards. Taking an acceptance back is the same the other way round; words that were
   * taken out come back where they stood.
   *
   * One after the other for each template: two who accept at once would both write.
   */
  decide(caller: Caller, templateId: string, commentId: string, state: Suggestion["state"]): Promise<CommentThread> {
    const before = this.#turns.get(templateId) ?? Promise.resolve();
    const turn = before.catch(() => undefined).then(() => this.#decide(caller, templateId, commentId, state));
    this.#turns.set(templateId, turn);
    void turn.catch(() => undefined).then(() => this.#turns.get(templateId) === turn && this.#turns.delete(templateId));
    return turn;
  }

  async #decide(
    caller: Caller,
    templateId: string,
    commentId: string,
    state: Suggestion["state"],
  ): Promise<CommentThread> {
    const { comments } = this.#options;
    const row = await comments.comment(caller.workspaceId, templateId, commentId);
    if (row.suggestion === null || row.suggestion_state === null) throw new ProblemError(400, "no-suggestion");
    const thread = await comments.find(caller, templateId, row.thread_id);
    const before = row.suggestion_state;
    if (state === before) return thread;
    if (state !== "open" && before !== "open") throw new ProblemError(409, "suggestion-decided");
    if (state === "accepted") await this.#replace(caller, templateId, thread, row.suggestion);
    if (before === "accepted") await this.#takeBack(caller, templateId, thread, row);
    await this.#keep(caller, templateId, commentId, state);
    if (state !== "open") {
      const kind = state === "accepted" ? "suggestion-accepted" : "suggestion-rejected";
      const notice = { kind, templateId, threadId: thread.id, text: row.body } as const;
      await this.#options.notices.tell(caller, [row.author], notice);
    }
    comments.tellRoom(templateId);
    return comments.find(caller, templateId, thread.id);
  }

  /** Puts other words in the place of the thread's, and has the thread be about them from now on. */
  #replace(caller: Caller, templateId: string, thread: CommentThread, words: string): Promise<void> {
    return this.#edit(caller, templateId, thread, words, (text) => {
      const place = locate(text, { ...thread, anchor: thread.anchor as Anchor | null });
      if (place === undefined) throw new ProblemError(409, "suggestion-words-gone");
      if (place.state === "changed") throw new ProblemError(409, "suggestion-words-changed");
      return place;
    });
  }

  /** Nothing is left of words that were taken out, so that they are put back where they stood. */
  #takeBack(
    caller: Caller,
    templateId: string,
    thread: CommentThread,
    { suggestion, replaces }: { readonly suggestion: string | null; readonly replaces: string | null },
  ): Promise<void> {
    const words = replaces ?? "";
    if (suggestion !== "") return this.#replace(caller, templateId, thread, words);
    return this.#edit(caller, templateId, thread, words, (text) => {
      const gap = gapOf(text, thread.anchor as Anchor | null);
      if (gap === undefined) throw new ProblemError(409, "suggestion-words-changed");
      return { start: gap, end: gap };
    });
  }

  async #edit(
    caller: Caller,
    templateId: string,
    thread: CommentThread,
    words: string,
    find: (text: Y.Text) => { readonly start: number; readonly end: number },
  ): Promise<void> {
    const { rooms } = this.#options;
    const { workspaceId, member } = caller;
    let at = 0;
    await rooms.edit(
      workspaceId,
      templateId,
      (text) => {
        const content = text.toString();
        if (!reads(content)) throw new ProblemError(409, "suggestion-text-unreadable");
        const { start, end } = find(text);
        if (!reads(content.slice(0, start) + words + content.slice(end))) {
          throw new ProblemError(422, "suggestion-breaks-text");
        }
        at = start;
        return textEdits(content.slice(start, end), words).map((edit) => ({ ...edit, offset: edit.offset + start }));
      },
      member.id,
    );
    await this.#moveThread(caller, templateId, thread, words, at);
  }

  /** Of what was said about the old words nothing is lost: each suggestion keeps the words it was made for. */
  async #moveThread({ workspaceId }: Caller, templateId: string, thread: CommentThread, words: string, at: number) {
    const { database, rooms } = this.#options;
    // Of words taken out nothing is left to be about: the thread keeps what they were.
    if (words === "") return;
    const place = await rooms.look(workspaceId, templateId, (text) => {
      // Whoever typed in front of it meanwhile moved it: then it is found by its neighbours.
      const content = text.toString();
      const { before, after } = thread;
      const start = findQuotation(content, { quote: words, before, after }, at) ?? at;
      const range = { start, end: start + words.length };
      return { ...quotationOf(content, range), anchor: anchorOf(text, range) };
    });
    await database
      .updateTable("comment_thread")
      .set({
        quote: words,
        quote_before: place.before,
        quote_after: place.after,
        anchor: JSON.stringify(place.anchor),
      })
      .where("workspace_id", "=", workspaceId)
      .where("template_id", "=", templateId)
      .where("id", "=", thread.id)
      .execute();
  }

  async #keep(caller: Caller, templateId: string, commentId: string, state: Suggestion["state"]): Promise<void> {
    const { database, clock } = this.#options;
    const decided = state !== "open";
    await database
      .updateTable("comment")
      .set({
        suggestion_state: state,
        decided_at: decided ? clock().toISOString() : null,
        decided_by: decided ? caller.member.id : null,
      })
      .where("workspace_id", "=", caller.workspaceId)
      .where("template_id", "=", templateId)
      .where("id", "=", commentId)
      .execute();
  }
}

/** Whether a text is JSON with comments; what it says may still be wrong. */
function reads(text: string): boolean {
  return !readTemplate(text).diagnostics.some(({ code }) => code.startsWith("syntax/"));
}
