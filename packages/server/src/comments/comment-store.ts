import type { Kysely, Selectable } from "kysely";
import { listColleagues, People } from "../accounts/people.ts";
import { newId } from "../accounts/secrets.ts";
import type { Caller } from "../accounts/sessions.ts";
import type { Rooms } from "../collaboration/rooms.ts";
import { notFound, ProblemError, required } from "../http/problem.ts";
import type { NoticeStore } from "../notices/notice-store.ts";
import type {
  Comment,
  CommentChange,
  CommentList,
  CommentThread,
  NewComment,
  NewThread,
  Person,
  TextAnchor,
} from "../protocol.ts";
import type { CommentTable, CommentThreadTable, Tables } from "../storage/tables.ts";
import { anchorOf, findQuotation, quotationOf } from "./anchors.ts";
import { mentionsIn } from "./mentions.ts";

export interface CommentStoreOptions {
  readonly database: Kysely<Tables>;
  readonly rooms: Rooms;
  readonly notices: NoticeStore;
  readonly clock: () => Date;
}

type ThreadRow = Selectable<CommentThreadTable>;
type CommentRow = Selectable<CommentTable>;

/** What people say about places of a template. Everybody who has it open is told when there is something new. */
export class CommentStore {
  readonly #options: CommentStoreOptions;

  constructor(options: CommentStoreOptions) {
    this.#options = options;
  }

  /** All threads of a template, oldest first. */
  async list({ workspaceId, member }: Caller, templateId: string): Promise<CommentList> {
    const threads = await this.#threads(workspaceId, templateId).orderBy("created_at").orderBy("id").execute();
    const comments = await this.#comments(workspaceId, templateId).orderBy("created_at").orderBy("id").execute();
    const people = await People.of(this.#options.database, workspaceId);
    const seen = await this.#options.database
      .selectFrom("comment_seen")
      .select("seen_at")
      .where("workspace_id", "=", workspaceId)
      .where("template_id", "=", templateId)
      .where("member_id", "=", member.id)
      .executeTakeFirst();
    const all = threads.map((row) => {
      const said = comments.filter(({ thread_id, deleted }) => thread_id === row.id && deleted === 0);
      return threadOf(row, said, people);
    });
    return { items: all.filter((thread) => thread.comments.length > 0), seenAt: seen?.seen_at ?? null };
  }

  async find(caller: Caller, templateId: string, threadId: string): Promise<CommentThread> {
    const { items } = await this.list(caller, templateId);
    return required(
      items.find(({ id }) => id === threadId),
      notFound("thread"),
    );
  }

  /** Begins a thread with its first comment; refused where the quoted words do not stand in the text. */
  async begin(caller: Caller, templateId: string, draft: NewThread): Promise<CommentThread> {
    const { database, clock } = this.#options;
    const place = await this.#place(caller.workspaceId, templateId, draft);
    const row: CommentThreadTable = {
      workspace_id: caller.workspaceId,
      template_id: templateId,
      id: newId(),
      item: draft.item ?? null,
      field: draft.field ?? null,
      label: draft.label?.trim() ?? "",
      ...place,
      created_at: clock().toISOString(),
      created_by: caller.member.id,
      resolved_at: null,
      resolved_by: null,
    };
    await database.insertInto("comment_thread").values(row).execute();
    await this.#say(caller, row, draft);
    return this.find(caller, templateId, row.id);
  }

  /** Answers in a thread; a resolved one is open again. */
  async reply(caller: Caller, templateId: string, threadId: string, draft: NewComment): Promise<CommentThread> {
    const row = await this.#thread(caller.workspaceId, templateId, threadId);
    const before = await this.#comments(caller.workspaceId, templateId).where("thread_id", "=", threadId).execute();
    await this.#say(caller, row, draft);
    if (row.resolved_at !== null) await this.resolve(caller, templateId, threadId, false);
    const mentioned = await this.#mentioned(caller.workspaceId, draft.body);
    const others = before.map(({ author }) => author).filter((id) => !mentioned.includes(id));
    const notice = { kind: "reply", templateId, threadId, text: draft.body } as const;
    await this.#options.notices.tell(caller, others, notice);
    return this.find(caller, templateId, threadId);
  }

  async resolve(caller: Caller, templateId: string, threadId: string, resolved: boolean): Promise<CommentThread> {
    const { database, clock } = this.#options;
    await this.#thread(caller.workspaceId, templateId, threadId);
    await database
      .updateTable("comment_thread")
      .set({
        resolved_at: resolved ? clock().toISOString() : null,
        resolved_by: resolved ? caller.member.id : null,
      })
      .where("workspace_id", "=", caller.workspaceId)
      .where("template_id", "=", templateId)
      .where("id", "=", threadId)
      .execute();
    this.tellRoom(templateId);
    return this.find(caller, templateId, threadId);
  }

  /** Only its author changes a comment, takes it back, or brings it back. */
  async change(caller: Caller, templateId: string, commentId: string, change: CommentChange): Promise<void> {
    const { database, clock } = this.#options;
    const row = await this.comment(caller.workspaceId, templateId, commentId);
    if (row.author !== caller.member.id) throw new ProblemError(403, "comment-not-yours");
    const mentions = change.body === undefined ? [] : await this.#mentioned(caller.workspaceId, change.body);
    await database
      .updateTable("comment")
      .set({
        ...(change.deleted === undefined ? {} : { deleted: change.deleted ? 1 : 0 }),
        ...(change.body === undefined
          ? {}
          : { body: change.body.trim(), mentions: JSON.stringify(mentions), edited_at: clock().toISOString() }),
      })
      .where("workspace_id", "=", caller.workspaceId)
      .where("template_id", "=", templateId)
      .where("id", "=", commentId)
      .execute();
    const known = JSON.parse(row.mentions) as string[];
    const added = mentions.filter((id) => !known.includes(id));
    const notice = { kind: "mention", templateId, threadId: row.thread_id, text: change.body ?? "" } as const;
    await this.#options.notices.tell(caller, added, notice);
    this.tellRoom(templateId);
  }

  /** The caller has seen everything there is now. */
  async markSeen({ workspaceId, member }: Caller, templateId: string): Promise<void> {
    const seenAt = this.#options.clock().toISOString();
    await this.#options.database
      .insertInto("comment_seen")
      .values({ workspace_id: workspaceId, template_id: templateId, member_id: member.id, seen_at: seenAt })
      .onConflict((conflict) =>
        conflict.columns(["workspace_id", "template_id", "member_id"]).doUpdateSet({ seen_at: seenAt }),
      )
      .execute();
  }

  /** A comment that was not taken back. */
  async comment(workspaceId: string, templateId: string, commentId: string): Promise<CommentRow> {
    const row = await this.#comments(workspaceId, templateId).where("id", "=", commentId).executeTakeFirst();
    return required(row, notFound("comment"));
  }

  tellRoom(templateId: string): void {
    this.#options.rooms.tell(templateId, { changed: "comments" });
  }

  async #say(caller: Caller, thread: CommentThreadTable, { body, suggestion }: NewComment): Promise<void> {
    const { database, clock, notices } = this.#options;
    if (suggestion !== undefined && thread.quote === "") throw new ProblemError(400, "suggestion-without-words");
    const mentions = await this.#mentioned(caller.workspaceId, body);
    const row: CommentTable = {
      workspace_id: thread.workspace_id,
      template_id: thread.template_id,
      thread_id: thread.id,
      id: newId(),
      author: caller.member.id,
      body: body.trim(),
      mentions: JSON.stringify(mentions),
      created_at: clock().toISOString(),
      edited_at: null,
      deleted: 0,
      suggestion: suggestion ?? null,
      replaces: suggestion === undefined ? null : thread.quote,
      suggestion_state: suggestion === undefined ? null : "open",
      decided_at: null,
      decided_by: null,
    };
    await database.insertInto("comment").values(row).execute();
    const place = { templateId: thread.template_id, threadId: thread.id };
    await notices.tell(caller, mentions, { kind: "mention", ...place, text: body });
    this.tellRoom(thread.template_id);
  }

  async #place(workspaceId: string, templateId: string, draft: NewThread) {
    const { quote = "", before = "", after = "", near } = draft;
    if (quote === "") return { quote, quote_before: "", quote_after: "", anchor: null };
    return this.#options.rooms.look(workspaceId, templateId, (text) => {
      const content = text.toString();
      const start = findQuotation(content, { quote, before, after }, near);
      if (start === undefined) throw new ProblemError(409, "quotation-not-found");
      const range = { start, end: start + quote.length };
      const words = quotationOf(content, range);
      const anchor = JSON.stringify(anchorOf(text, range));
      return { quote, quote_before: words.before, quote_after: words.after, anchor };
    });
  }

  async #mentioned(workspaceId: string, body: string): Promise<string[]> {
    return mentionsIn(body, await listColleagues(this.#options.database, workspaceId));
  }

  async #thread(workspaceId: string, templateId: string, threadId: string): Promise<ThreadRow> {
    const row = await this.#threads(workspaceId, templateId).where("id", "=", threadId).executeTakeFirst();
    return required(row, notFound("thread"));
  }

  #threads(workspaceId: string, templateId: string) {
    return this.#options.database
      .selectFrom("comment_thread")
      .selectAll()
      .where("workspace_id", "=", workspaceId)
      .where("template_id", "=", templateId);
  }

  #comments(workspaceId: string, templateId: string) {
    return this.#options.database
      .selectFrom("comment")
      .selectAll()
      .where("workspace_id", "=", workspaceId)
      .where("template_id", "=", templateId);
  }
}

function threadOf(row: ThreadRow, comments: readonly CommentRow[], people: People): CommentThread {
  return {
    id: row.id,
    item: row.item,
    field: row.field,
    label: row.label,
    quote: row.quote,
    before: row.quote_before,
    after: row.quote_after,
    anchor: row.anchor === null ? null : (JSON.parse(row.anchor) as TextAnchor),
    createdAt: row.created_at,
    resolvedAt: row.resolved_at,
    resolvedBy: people.orNull(row.resolved_by),
    comments: comments.map((comment) => commentOf(comment, people)),
  };
}

function commentOf(row: CommentRow, people: People): Comment {
  const mentions: Person[] = people.all(JSON.parse(row.mentions) as string[]);
  return {
    id: row.id,
    author: people.get(row.author),
    body: row.body,
    mentions,
    createdAt: row.created_at,
    editedAt: row.edited_at,
    suggestion:
      row.suggestion === null
        ? null
        : {
            text: row.suggestion,
            replaces: row.replaces ?? "",
            state: row.suggestion_state ?? "open",
            decidedBy: people.orNull(row.decided_by),
            decidedAt: row.decided_at,
          },
  };
}
