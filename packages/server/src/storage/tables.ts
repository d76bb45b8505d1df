import type { ImportState, MemberRole, NoticeKind, ScorecardSignature, SignatureRole } from "../protocol.ts";

/**
 * The tables, as kysely sees them. Every primary key leads with `workspace_id`, the shard key of the scaled form.
 *
 * Times are ISO 8601 in UTC, flags are 0 and 1, lists and objects are JSON text: the same on every database.
 */
export interface Tables {
  workspace: WorkspaceTable;
  workspace_setting: WorkspaceSettingTable;
  member: MemberTable;
  sign_in_link: SignInLinkTable;
  session: SessionTable;
  api_token: ApiTokenTable;
  template: TemplateTable;
  update_log: UpdateLogTable;
  snapshot: SnapshotTable;
  contribution: ContributionTable;
  writer: WriterTable;
  revision: RevisionTable;
  holder: HolderTable;
  scorecard: ScorecardTable;
  observation: ObservationTable;
  scorecard_signature: ScorecardSignatureTable;
  comment_thread: CommentThreadTable;
  comment: CommentTable;
  comment_seen: CommentSeenTable;
  review: ReviewTable;
  review_decision: ReviewDecisionTable;
  acknowledgement: AcknowledgementTable;
  notice: NoticeTable;
  import_batch: ImportBatchTable;
  import_file: ImportFileTable;
}

export interface WorkspaceTable {
  workspace_id: string;
  name: string;
  language: string;
  /** Counts the openings of the storage. An append carries it, and is refused when another process took over. */
  epoch: number;
  created_at: string;
}

/** One setting of a workspace by its name (`accounts/workspace-settings.ts`); what was never set has its default. */
export interface WorkspaceSettingTable {
  workspace_id: string;
  name: string;
  /** JSON. */
  value: string;
}

export interface MemberTable {
  workspace_id: string;
  id: string;
  name: string;
  email: string;
  role: MemberRole;
  color: number;
  created_at: string;
}

export interface SignInLinkTable {
  workspace_id: string;
  /** SHA-256 of the secret, hex; the secret itself is nowhere in the database. */
  hash: string;
  member_id: string;
  expires_at: string;
  created_at: string;
}

export interface SessionTable {
  workspace_id: string;
  hash: string;
  member_id: string;
  created_at: string;
  expires_at: string;
}

export interface ApiTokenTable {
  workspace_id: string;
  id: string;
  hash: string;
  member_id: string;
  name: string;
  created_at: string;
  last_used_at: string | null;
}

export interface TemplateTable {
  workspace_id: string;
  id: string;
  family: string;
  archived: number;
  /** Sample data somebody put out of sight; its versions stay for what extends them. */
  removed: number;
  created_at: string;
  created_by: string | null;
  /** What the text said when it was last read (`TextFacts`), and the log position it was read at. */
  facts: string | null;
  facts_seq: number;
}

/** One appended Yjs update (version 1 encoding). `seq` counts per document from 1 and is never used twice. */
export interface UpdateLogTable {
  workspace_id: string;
  doc: string;
  seq: number;
  epoch: number;
  /** Member who wrote it; null for the server itself (shipped templates). */
  user_id: string | null;
  /** Yjs client id. */
  client: number;
  time: string;
  bytes: Buffer;
}

/** The state of a document up to `seq`, made by compaction. */
export interface SnapshotTable {
  workspace_id: string;
  doc: string;
  seq: number;
  state: Buffer;
  time: string;
  user_id: string | null;
}

/** Who wrote in the rows that compaction removed, and the last row of each. */
export interface ContributionTable {
  workspace_id: string;
  doc: string;
  user_id: string;
  last_seq: number;
}

/** Whose a Yjs client of a document is: edits under it are taken from nobody else. */
export interface WriterTable {
  workspace_id: string;
  doc: string;
  client: number;
  user_id: string | null;
}

export interface RevisionTable {
  workspace_id: string;
  template_id: string;
  revision: number;
  kind: "named" | "submitted" | "published" | "pause";
  version: number | null;
  name: string;
  /** `$id` of the text: what `x-extends` of other templates refers to. */
  schema_id: string | null;
  text: string;
  sha256: string;
  /** Log position of the text. */
  seq: number;
  /** JSON list of names. */
  authors: string;
  created_at: string;
  /** Name of the member who asked for it; empty after a pause. */
  created_by: string;
}

export interface HolderTable {
  workspace_id: string;
  id: string;
  name: string;
  unit: string;
  member_id: string | null;
  created_at: string;
}

export interface ScorecardTable {
  workspace_id: string;
  id: string;
  holder_id: string;
  template_id: string;
  version: number;
  period: string;
  created_at: string;
  created_by: string | null;
}

/** Append-only: of several rows for the same fact the one with the highest `sequence` counts. */
export interface ObservationTable {
  workspace_id: string;
  holder_id: string;
  template_id: string;
  item: string;
  period: string;
  sequence: number;
  /** Version the data was checked against. */
  version: number;
  /** JSON; `null` without `exempt` withdraws the fact. */
  data: string;
  evidence: string | null;
  /** Why the item is not judged in the period. */
  exempt: string | null;
  recorded_by: string;
  recorded_at: string;
}

/** A signature or the withdrawal of one; append-only, the last of a role counts. */
export interface ScorecardSignatureTable {
  workspace_id: string;
  scorecard_id: string;
  sequence: number;
  role: SignatureRole;
  act: ScorecardSignature["act"];
  member_id: string;
  /** As it was then. */
  member_name: string;
  at: string;
  /** SHA-256, hex: `appraisal/fingerprint.ts`. */
  fingerprint: string;
  total: string | null;
  grade: string | null;
  note: string;
}

/** What several people say about one place of a template. */
export interface CommentThreadTable {
  workspace_id: string;
  template_id: string;
  id: string;
  /** Key of the item it is about; null where it is about words outside of items, or about the whole role. */
  item: string | null;
  /** Path of the field within the item, joined by `/`. */
  field: string | null;
  /** What the place was called when the thread began. */
  label: string;
  /** The words it is about, and what stood around them. Empty for a thread about the whole role. */
  quote: string;
  quote_before: string;
  quote_after: string;
  /** JSON of a `TextAnchor`; null where there are no words. */
  anchor: string | null;
  created_at: string;
  created_by: string;
  resolved_at: string | null;
  resolved_by: string | null;
}

export interface CommentTable {
  workspace_id: string;
  template_id: string;
  thread_id: string;
  id: string;
  author: string;
  body: string;
  /** JSON list of member ids. */
  mentions: string;
  created_at: string;
  edited_at: string | null;
  /** Kept, so that its author can bring it back; shown to nobody. */
  deleted: number;
  /** What is to stand in place of the thread's words; null where the comment proposes nothing. */
  suggestion: string | null;
  /** The words it is to replace, or did. */
  replaces: string | null;
  suggestion_state: "open" | "accepted" | "rejected" | null;
  decided_at: string | null;
  decided_by: string | null;
}

/** Until when somebody has seen a template's comments. */
export interface CommentSeenTable {
  workspace_id: string;
  template_id: string;
  member_id: string;
  seen_at: string;
}

/** One submission for approval; a template's newest one counts. */
export interface ReviewTable {
  workspace_id: string;
  template_id: string;
  id: string;
  /** The revision that was submitted; on approval the one that was approved. */
  revision: number;
  note: string;
  /** JSON list of member ids; empty: whoever may approve. */
  reviewers: string;
  submitted_at: string;
  submitted_by: string;
  /** Null while it is open. */
  outcome: "approved" | "changes" | "withdrawn" | "published" | null;
  closed_at: string | null;
}

/** Append-only: of several by one member the newest counts. */
export interface ReviewDecisionTable {
  workspace_id: string;
  template_id: string;
  review_id: string;
  sequence: number;
  member_id: string;
  decision: "approve" | "request-changes";
  note: string;
  /** Of the text that was decided on. */
  sha256: string;
  decided_at: string;
}

/** That a holder read a version. */
export interface AcknowledgementTable {
  workspace_id: string;
  template_id: string;
  version: number;
  holder_id: string;
  acknowledged_at: string;
  /** Member who said so: the holder's own account, or whoever keeps the signed paper. */
  recorded_by: string;
}

/** Something a member is told of. */
export interface NoticeTable {
  workspace_id: string;
  member_id: string;
  id: string;
  kind: NoticeKind;
  template_id: string;
  thread_id: string | null;
  actor: string;
  /** JSON object: what its sentence needs besides who and which role. */
  details: string;
  created_at: string;
  read_at: string | null;
}

/** Documents that are imported together. */
export interface ImportBatchTable {
  workspace_id: string;
  id: string;
  name: string;
  paused: number;
  created_at: string;
  created_by: string | null;
}

/** One document to be read. */
export interface ImportFileTable {
  workspace_id: string;
  id: string;
  batch_id: string;
  /** Order in the batch. */
  position: number;
  name: string;
  size: number;
  sha256: string;
  /** 1 when the bytes are words that were pasted, as UTF-8. */
  pasted: number;
  /** The encoding somebody chose. */
  encoding: string | null;
  /** As uploaded: kept, so that a reading can be repeated. */
  bytes: Buffer;
  state: ImportState;
  /** Why it could not be read: JSON of a code with its parameters. */
  problem: string | null;
  /** What lists show of it: JSON of `ImportFacts`, so that they need not read the rest. */
  facts: string | null;
  /** JSON of the source document, of what was read, and of what a reviewer made of it. */
  source: string | null;
  result: string | null;
  corrected: string | null;
  /** Counts readings and corrections. */
  version: number;
  /** JSON list of the templates that were made of it. */
  templates: string;
  changed_at: string;
}
