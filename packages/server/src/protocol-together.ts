/**
 * The part of the API in which people work on a role together: comments and suggestions, review and approval,
 * acknowledgement, notices. `protocol.ts` gives it on.
 */
import { type Static, Type } from "typebox";

const orNull = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);

/** A member as others see them. */
export const Person = Type.Object(
  { id: Type.String(), name: Type.String(), color: Type.Integer({ minimum: 1, maximum: 4 }) },
  { $id: "Person" },
);
export type Person = Static<typeof Person>;

/** A stretch of a template's present text that one person wrote, as the log of edits has it. */
export const WrittenStretch = Type.Object(
  {
    /** In UTF-16 code units; the stretches follow each other and cover the whole text. */
    length: Type.Integer({ minimum: 1 }),
    /** Null for what came with the template. Who moves an item has written it anew. */
    by: orNull(Person),
  },
  { $id: "WrittenStretch" },
);
export type WrittenStretch = Static<typeof WrittenStretch>;

/** Who wrote what of the text of this moment. */
export const Authorship = Type.Object(
  { text: Type.String(), stretches: Type.Array(WrittenStretch) },
  { $id: "Authorship" },
);
export type Authorship = Static<typeof Authorship>;

/** Somebody to mention or to ask for approval. */
export const Colleague = Type.Object(
  {
    ...Person.properties,
    /** Whether they may approve what somebody else submitted. */
    mayApprove: Type.Boolean(),
  },
  { $id: "Colleague" },
);
export type Colleague = Static<typeof Colleague>;

/** A replacement for the thread's words that somebody proposes. */
export const Suggestion = Type.Object(
  {
    text: Type.String(),
    /** The words it is to replace, or did. */
    replaces: Type.String(),
    state: Type.Union([Type.Literal("open"), Type.Literal("accepted"), Type.Literal("rejected")]),
    decidedBy: orNull(Person),
    decidedAt: orNull(Type.String()),
  },
  { $id: "Suggestion" },
);
export type Suggestion = Static<typeof Suggestion>;

export const Comment = Type.Object(
  {
    id: Type.String(),
    author: Person,
    /** Plain text; people are mentioned as `@name`. */
    body: Type.String(),
    mentions: Type.Array(Person),
    createdAt: Type.String(),
    editedAt: orNull(Type.String()),
    suggestion: orNull(Suggestion),
  },
  { $id: "Comment" },
);
export type Comment = Static<typeof Comment>;

/** Two places in the text that move with it: Yjs relative positions as JSON. */
export const TextAnchor = Type.Object({ start: Type.Unknown(), end: Type.Unknown() }, { $id: "TextAnchor" });
export type TextAnchor = Static<typeof TextAnchor>;

/** What several people say about an item, a field, some words, or the whole role. */
export const CommentThread = Type.Object(
  {
    id: Type.String(),
    /** Key of the item it is about. */
    item: orNull(Type.String()),
    /** Path of the field within the item, joined by `/`. */
    field: orNull(Type.String()),
    /** What the place was called when the thread began. */
    label: Type.String(),
    /** The words it is about, with what stood around them; empty for a thread about the whole role. */
    quote: Type.String(),
    before: Type.String(),
    after: Type.String(),
    anchor: orNull(TextAnchor),
    createdAt: Type.String(),
    resolvedAt: orNull(Type.String()),
    resolvedBy: orNull(Person),
    /** In the order they were written; at least one. */
    comments: Type.Array(Comment),
  },
  { $id: "CommentThread" },
);
export type CommentThread = Static<typeof CommentThread>;

export const CommentList = Type.Object(
  {
    items: Type.Array(CommentThread),
    /** Until when the caller has seen them; null: never. What others wrote later is unread. */
    seenAt: orNull(Type.String()),
  },
  { $id: "CommentList" },
);
export type CommentList = Static<typeof CommentList>;

const body = Type.String({ minLength: 1, maxLength: 4000, pattern: "\\S" });
const suggestion = Type.Optional(Type.String({ maxLength: 20_000 }));

/** Words are found by their quotation, where there are several by what is around them and by `near`. */
export const NewThread = Type.Object(
  {
    body,
    item: Type.Optional(Type.String({ maxLength: 200 })),
    field: Type.Optional(Type.String({ maxLength: 500 })),
    label: Type.Optional(Type.String({ maxLength: 200 })),
    quote: Type.Optional(Type.String({ maxLength: 10_000 })),
    before: Type.Optional(Type.String({ maxLength: 100 })),
    after: Type.Optional(Type.String({ maxLength: 100 })),
    /** Offset of the quotation in UTF-16 code units, as the caller knows the text. */
    near: Type.Optional(Type.Integer({ minimum: 0 })),
    suggestion,
  },
  { $id: "NewThread", additionalProperties: false },
);
export type NewThread = Static<typeof NewThread>;

export const NewComment = Type.Object({ body, suggestion }, { $id: "NewComment", additionalProperties: false });
export type NewComment = Static<typeof NewComment>;

/** Its author may word it anew, take it back, and bring it back. Undefined fields stay as they are. */
export const CommentChange = Type.Object(
  { body: Type.Optional(body), deleted: Type.Optional(Type.Boolean()) },
  { $id: "CommentChange", additionalProperties: false },
);
export type CommentChange = Static<typeof CommentChange>;

export const ThreadChange = Type.Object(
  { resolved: Type.Boolean() },
  { $id: "ThreadChange", additionalProperties: false },
);
export type ThreadChange = Static<typeof ThreadChange>;

/** `accepted` writes it into the text, `rejected` keeps the thread, `open` takes either back. */
export const SuggestionChange = Type.Object(
  { state: Type.Union([Type.Literal("open"), Type.Literal("accepted"), Type.Literal("rejected")]) },
  { $id: "SuggestionChange", additionalProperties: false },
);
export type SuggestionChange = Static<typeof SuggestionChange>;

/**
 * Where a template stands: `draft` differs from the newest version and nobody asked for approval · `review` ·
 * `approved`: the text is the approved one · `outdated`: approved, but the text was changed since · `published`.
 */
export const ReviewState = Type.Union(
  [
    Type.Literal("draft"),
    Type.Literal("review"),
    Type.Literal("approved"),
    Type.Literal("outdated"),
    Type.Literal("published"),
  ],
  { $id: "ReviewState" },
);
export type ReviewState = Static<typeof ReviewState>;

export const ReviewAction = Type.Union(
  [
    Type.Literal("submit"),
    Type.Literal("withdraw"),
    Type.Literal("approve"),
    Type.Literal("request-changes"),
    /** The text of this moment becomes the next version. */
    Type.Literal("publish"),
    /** The approved text becomes the next version, though the live one was changed since. */
    Type.Literal("publish-approved"),
    Type.Literal("comment"),
    Type.Literal("accept-suggestion"),
  ],
  { $id: "ReviewAction" },
);
export type ReviewAction = Static<typeof ReviewAction>;

export const ReviewDecision = Type.Object(
  {
    by: Person,
    decision: Type.Union([Type.Literal("approve"), Type.Literal("request-changes")]),
    note: Type.String(),
    at: Type.String(),
    /** Whether it is about the text as it is now; an approval of an earlier text does not count. */
    current: Type.Boolean(),
  },
  { $id: "ReviewDecision" },
);
export type ReviewDecision = Static<typeof ReviewDecision>;

/** One submission for approval. */
export const Review = Type.Object(
  {
    id: Type.String(),
    /** The revision that was submitted; once approved, the one that was approved. */
    revision: Type.Integer(),
    note: Type.String(),
    submittedBy: Person,
    submittedAt: Type.String(),
    /** All of them have to approve; where nobody is named, one who may approve. */
    reviewers: Type.Array(Person),
    decisions: Type.Array(ReviewDecision),
    outcome: orNull(
      Type.Union([
        Type.Literal("approved"),
        Type.Literal("changes"),
        Type.Literal("withdrawn"),
        Type.Literal("published"),
      ]),
    ),
    closedAt: orNull(Type.String()),
  },
  { $id: "Review" },
);
export type Review = Static<typeof Review>;

/** Where a template stands, and what the caller may do about it. */
export const ReviewStatus = Type.Object(
  {
    state: ReviewState,
    /** Whether the workspace publishes only what was approved. */
    approvalRequired: Type.Boolean(),
    /** The newest submission. */
    review: orNull(Review),
    may: Type.Array(ReviewAction),
  },
  { $id: "ReviewStatus" },
);
export type ReviewStatus = Static<typeof ReviewStatus>;

/** What a list shows of a submission that is under way or approved. */
export const ReviewBrief = Type.Object(
  {
    state: Type.Union([Type.Literal("review"), Type.Literal("approved"), Type.Literal("outdated")]),
    submittedBy: Person,
    submittedAt: Type.String(),
    /** Whether the caller's decision is asked for. */
    awaitingMe: Type.Boolean(),
  },
  { $id: "ReviewBrief" },
);
export type ReviewBrief = Static<typeof ReviewBrief>;

export const NewReview = Type.Object(
  {
    note: Type.Optional(Type.String({ maxLength: 2000 })),
    /** Members who have to approve; left out or empty: whoever may approve. */
    reviewers: Type.Optional(Type.Array(Type.String(), { maxItems: 20, uniqueItems: true })),
  },
  { $id: "NewReview", additionalProperties: false },
);
export type NewReview = Static<typeof NewReview>;

export const NewDecision = Type.Object(
  {
    decision: Type.Union([Type.Literal("approve"), Type.Literal("request-changes")]),
    note: Type.Optional(Type.String({ maxLength: 2000 })),
    /** Of the text that was looked at (UTF-8, hex): what was changed meanwhile is not decided on unseen. */
    sha256: Type.String({ pattern: "^[0-9a-f]{64}$" }),
  },
  { $id: "NewDecision", additionalProperties: false },
);
export type NewDecision = Static<typeof NewDecision>;

/** Whether somebody who holds the role has read a version. */
export const Acknowledgement = Type.Object(
  {
    holder: Type.Object({ id: Type.String(), name: Type.String(), unit: Type.String() }),
    acknowledgedAt: orNull(Type.String()),
    /** Whether it is the caller who is asked. */
    mine: Type.Boolean(),
  },
  { $id: "Acknowledgement" },
);
export type Acknowledgement = Static<typeof Acknowledgement>;

/** Who of a role's holders has read a version. To somebody who answers only for themselves, `items` holds only them. */
export const Acknowledgements = Type.Object(
  {
    /** Null: nothing is published yet. */
    version: orNull(Type.Integer()),
    done: Type.Integer(),
    total: Type.Integer(),
    items: Type.Array(Acknowledgement),
  },
  { $id: "Acknowledgements" },
);
export type Acknowledgements = Static<typeof Acknowledgements>;

export const NewAcknowledgement = Type.Object(
  {
    version: Type.Integer({ minimum: 1 }),
    /** Who read it, where that is not the caller: for whoever keeps the signed paper. */
    holderId: Type.Optional(Type.String()),
  },
  { $id: "NewAcknowledgement", additionalProperties: false },
);
export type NewAcknowledgement = Static<typeof NewAcknowledgement>;

export const NoticeKind = Type.Union(
  [
    Type.Literal("mention"),
    Type.Literal("reply"),
    Type.Literal("suggestion-accepted"),
    Type.Literal("suggestion-rejected"),
    Type.Literal("review-requested"),
    Type.Literal("review-approved"),
    Type.Literal("changes-requested"),
    Type.Literal("acknowledge"),
  ],
  { $id: "NoticeKind" },
);
export type NoticeKind = Static<typeof NoticeKind>;

/** Something a member is told of. */
export const Notice = Type.Object(
  {
    id: Type.String(),
    kind: NoticeKind,
    templateId: Type.String(),
    /** Name of the role now. */
    title: Type.String(),
    threadId: orNull(Type.String()),
    actor: Person,
    /** The first words of what was said; empty where nothing was. */
    excerpt: Type.String(),
    /** The version it is about. */
    version: orNull(Type.Integer()),
    createdAt: Type.String(),
    readAt: orNull(Type.String()),
  },
  { $id: "Notice" },
);
export type Notice = Static<typeof Notice>;

/** Newest first, at most 100. */
export const NoticeList = Type.Object({ items: Type.Array(Notice), unread: Type.Integer() }, { $id: "NoticeList" });
export type NoticeList = Static<typeof NoticeList>;

/** Left out: all of them. */
export const NoticesRead = Type.Object(
  { ids: Type.Optional(Type.Array(Type.String(), { maxItems: 100 })) },
  { $id: "NoticesRead", additionalProperties: false },
);
export type NoticesRead = Static<typeof NoticesRead>;

/** Sent along the collaboration socket to everybody who has the template open: what to read anew. */
export interface RoomMessage {
  readonly changed: "comments" | "review" | "revisions";
}
