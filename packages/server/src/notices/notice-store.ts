import type { Kysely } from "kysely";
import { People } from "../accounts/people.ts";
import { newId } from "../accounts/secrets.ts";
import type { Caller } from "../accounts/sessions.ts";
import type { NoticeKind, NoticeList } from "../protocol.ts";
import type { NoticeTable, Tables } from "../storage/tables.ts";

/** What somebody is to be told. */
export interface NewNotice {
  readonly kind: NoticeKind;
  readonly templateId: string;
  readonly threadId?: string;
  /** What was said; its first words are shown. */
  readonly text?: string;
  readonly version?: number;
}

/** What its sentence needs besides who and which role. */
interface NoticeDetails {
  readonly excerpt?: string;
  readonly version?: number;
}

const excerptLength = 120;
const mostShown = 100;

/** What members are told of: mentions, requests for approval and what came of them, versions to acknowledge. */
export class NoticeStore {
  readonly #database: Kysely<Tables>;
  readonly #clock: () => Date;
  readonly #titleOf: (reader: Caller, templateId: string) => Promise<string>;

  /** `titleOf` names a template as it is called now. */
  constructor(
    database: Kysely<Tables>,
    clock: () => Date,
    titleOf: (reader: Caller, templateId: string) => Promise<string>,
  ) {
    this.#database = database;
    this.#clock = clock;
    this.#titleOf = titleOf;
  }

  /** Tells each of them once, and never the one who did it. */
  async tell(actor: Caller, receivers: Iterable<string>, notice: NewNotice): Promise<void> {
    const others = [...new Set(receivers)].filter((id) => id !== actor.member.id);
    if (others.length === 0) return;
    const { kind, templateId, threadId, text = "", version } = notice;
    const excerpt = [...text.replace(/\s+/g, " ").trim()].slice(0, excerptLength).join("");
    const details: NoticeDetails = { excerpt, ...(version === undefined ? {} : { version }) };
    const rows: NoticeTable[] = others.map((memberId) => ({
      workspace_id: actor.workspaceId,
      member_id: memberId,
      id: newId(),
      kind,
      template_id: templateId,
      thread_id: threadId ?? null,
      actor: actor.member.id,
      details: JSON.stringify(details),
      created_at: this.#clock().toISOString(),
      read_at: null,
    }));
    await this.#database.insertInto("notice").values(rows).execute();
  }

  async list(reader: Caller): Promise<NoticeList> {
    const { workspaceId, member } = reader;
    const rows = await this.#rows(workspaceId, member.id)
      .selectAll()
      .orderBy("created_at", "desc")
      .orderBy("id")
      .limit(mostShown)
      .execute();
    const people = await People.of(this.#database, workspaceId);
    const titles = new Map<string, string>();
    for (const { template_id: id } of rows) if (!titles.has(id)) titles.set(id, await this.#titleOf(reader, id));
    const items = rows.map((row) => {
      const { excerpt = "", version = null } = JSON.parse(row.details) as NoticeDetails;
      return {
        id: row.id,
        kind: row.kind,
        templateId: row.template_id,
        title: titles.get(row.template_id) ?? "",
        threadId: row.thread_id,
        actor: people.get(row.actor),
        excerpt,
        version,
        createdAt: row.created_at,
        readAt: row.read_at,
      };
    });
    return { items, unread: await this.#unread(workspaceId, member.id) };
  }

  /** Marks some as read, or all. */
  async markRead({ workspaceId, member }: Caller, ids?: readonly string[]): Promise<void> {
    if (ids?.length === 0) return;
    await this.#database
      .updateTable("notice")
      .set({ read_at: this.#clock().toISOString() })
      .where("workspace_id", "=", workspaceId)
      .where("member_id", "=", member.id)
      .where("read_at", "is", null)
      .$if(ids !== undefined, (query) => query.where("id", "in", ids ?? []))
      .execute();
  }

  async #unread(workspaceId: string, memberId: string): Promise<number> {
    const { count } = await this.#rows(workspaceId, memberId)
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .where("read_at", "is", null)
      .executeTakeFirstOrThrow();
    return Number(count);
  }

  #rows(workspaceId: string, memberId: string) {
    return this.#database
      .selectFrom("notice")
      .where("workspace_id", "=", workspaceId)
      .where("member_id", "=", memberId);
  }
}
