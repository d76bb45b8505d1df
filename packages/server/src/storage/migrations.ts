/**
 * The schema's history, oldest first, in the SQL of SQLite; the PostgreSQL form reads its own types into it. A database
 * remembers how many it has had. Never change one that was released: add another, in words both understand.
 */
export const migrations: readonly string[] = [
  `
  create table workspace (
    workspace_id text not null primary key,
    name text not null,
    language text not null,
    epoch integer not null,
    created_at text not null
  ) strict, without rowid;

  create table member (
    workspace_id text not null references workspace (workspace_id),
    id text not null,
    name text not null,
    email text not null,
    role text not null,
    color integer not null,
    created_at text not null,
    primary key (workspace_id, id),
    unique (workspace_id, email)
  ) strict, without rowid;

  create table sign_in_link (
    workspace_id text not null,
    hash text not null,
    member_id text not null,
    expires_at text not null,
    created_at text not null,
    primary key (workspace_id, hash),
    foreign key (workspace_id, member_id) references member (workspace_id, id)
  ) strict, without rowid;

  create table session (
    workspace_id text not null,
    hash text not null,
    member_id text not null,
    created_at text not null,
    expires_at text not null,
    primary key (workspace_id, hash),
    foreign key (workspace_id, member_id) references member (workspace_id, id)
  ) strict, without rowid;

  create table api_token (
    workspace_id text not null,
    id text not null,
    hash text not null,
    member_id text not null,
    name text not null,
    created_at text not null,
    last_used_at text,
    primary key (workspace_id, id),
    unique (workspace_id, hash),
    foreign key (workspace_id, member_id) references member (workspace_id, id)
  ) strict, without rowid;

  create table template (
    workspace_id text not null references workspace (workspace_id),
    id text not null,
    family text not null,
    archived integer not null default 0,
    created_at text not null,
    created_by text,
    facts text,
    facts_seq integer not null default 0,
    primary key (workspace_id, id)
  ) strict, without rowid;

  create table update_log (
    workspace_id text not null,
    doc text not null,
    seq integer not null,
    epoch integer not null,
    user_id text,
    client integer not null,
    time text not null,
    bytes blob not null,
    primary key (workspace_id, doc, seq)
  ) strict;

  create table snapshot (
    workspace_id text not null,
    doc text not null,
    seq integer not null,
    state blob not null,
    time text not null,
    user_id text,
    primary key (workspace_id, doc)
  ) strict;

  create table contribution (
    workspace_id text not null,
    doc text not null,
    user_id text not null,
    last_seq integer not null,
    primary key (workspace_id, doc, user_id)
  ) strict, without rowid;

  create table revision (
    workspace_id text not null,
    template_id text not null,
    revision integer not null,
    kind text not null,
    version integer,
    name text not null,
    schema_id text,
    text text not null,
    sha256 text not null,
    seq integer not null,
    authors text not null,
    created_at text not null,
    created_by text not null,
    primary key (workspace_id, template_id, revision),
    unique (workspace_id, template_id, version),
    foreign key (workspace_id, template_id) references template (workspace_id, id)
  ) strict;

  create table holder (
    workspace_id text not null references workspace (workspace_id),
    id text not null,
    name text not null,
    unit text not null,
    member_id text,
    created_at text not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, member_id) references member (workspace_id, id)
  ) strict, without rowid;

  create table scorecard (
    workspace_id text not null,
    id text not null,
    holder_id text not null,
    template_id text not null,
    version integer not null,
    period text not null,
    created_at text not null,
    created_by text,
    primary key (workspace_id, id),
    unique (workspace_id, holder_id, template_id, period),
    foreign key (workspace_id, holder_id) references holder (workspace_id, id),
    foreign key (workspace_id, template_id) references template (workspace_id, id)
  ) strict, without rowid;

  create table observation (
    workspace_id text not null,
    holder_id text not null,
    template_id text not null,
    item text not null,
    period text not null,
    sequence integer not null,
    version integer not null,
    data text not null,
    evidence text,
    recorded_by text not null,
    recorded_at text not null,
    primary key (workspace_id, holder_id, template_id, item, period, sequence),
    foreign key (workspace_id, holder_id) references holder (workspace_id, id),
    foreign key (workspace_id, template_id) references template (workspace_id, id)
  ) strict, without rowid;
  `,
  `
  create table writer (
    workspace_id text not null,
    doc text not null,
    client integer not null,
    user_id text,
    primary key (workspace_id, doc, client)
  ) strict, without rowid;

  insert into writer (workspace_id, doc, client, user_id)
    select workspace_id, doc, client, min(user_id) from update_log
    where client > 0 group by workspace_id, doc, client having count(distinct user_id) <= 1;
  `,
  `
  create table workspace_setting (
    workspace_id text not null references workspace (workspace_id),
    name text not null,
    value text not null,
    primary key (workspace_id, name)
  ) strict, without rowid;
  `,
  `
  alter table template add column removed integer not null default 0;
  `,
  `
  create table comment_thread (
    workspace_id text not null,
    template_id text not null,
    id text not null,
    item text,
    field text,
    label text not null,
    quote text not null,
    quote_before text not null,
    quote_after text not null,
    anchor text,
    created_at text not null,
    created_by text not null,
    resolved_at text,
    resolved_by text,
    primary key (workspace_id, template_id, id),
    foreign key (workspace_id, template_id) references template (workspace_id, id)
  ) strict;

  create table comment (
    workspace_id text not null,
    template_id text not null,
    thread_id text not null,
    id text not null,
    author text not null,
    body text not null,
    mentions text not null,
    created_at text not null,
    edited_at text,
    deleted integer not null,
    suggestion text,
    replaces text,
    suggestion_state text,
    decided_at text,
    decided_by text,
    primary key (workspace_id, template_id, id),
    foreign key (workspace_id, template_id, thread_id) references comment_thread (workspace_id, template_id, id)
  ) strict;

  create table comment_seen (
    workspace_id text not null,
    template_id text not null,
    member_id text not null,
    seen_at text not null,
    primary key (workspace_id, template_id, member_id)
  ) strict, without rowid;

  create table review (
    workspace_id text not null,
    template_id text not null,
    id text not null,
    revision integer not null,
    note text not null,
    reviewers text not null,
    submitted_at text not null,
    submitted_by text not null,
    outcome text,
    closed_at text,
    primary key (workspace_id, template_id, id),
    foreign key (workspace_id, template_id) references template (workspace_id, id)
  ) strict;

  create table review_decision (
    workspace_id text not null,
    template_id text not null,
    review_id text not null,
    sequence integer not null,
    member_id text not null,
    decision text not null,
    note text not null,
    sha256 text not null,
    decided_at text not null,
    primary key (workspace_id, template_id, review_id, sequence),
    foreign key (workspace_id, template_id, review_id) references review (workspace_id, template_id, id)
  ) strict;

  create table acknowledgement (
    workspace_id text not null,
    template_id text not null,
    version integer not null,
    holder_id text not null,
    acknowledged_at text not null,
    recorded_by text not null,
    primary key (workspace_id, template_id, version, holder_id),
    foreign key (workspace_id, holder_id) references holder (workspace_id, id)
  ) strict, without rowid;

  create table notice (
    workspace_id text not null,
    member_id text not null,
    id text not null,
    kind text not null,
    template_id text not null,
    thread_id text,
    actor text not null,
    details text not null,
    created_at text not null,
    read_at text,
    primary key (workspace_id, member_id, id),
    foreign key (workspace_id, member_id) references member (workspace_id, id)
  ) strict, without rowid;
  `,
  `
  create table import_batch (
    workspace_id text not null references workspace (workspace_id),
    id text not null,
    name text not null,
    paused integer not null default 0,
    created_at text not null,
    created_by text,
    primary key (workspace_id, id)
  ) strict, without rowid;

  create table import_file (
    workspace_id text not null,
    id text not null,
    batch_id text not null,
    position integer not null,
    name text not null,
    size integer not null,
    sha256 text not null,
    pasted integer not null,
    encoding text,
    bytes blob not null,
    state text not null,
    problem text,
    facts text,
    source text,
    result text,
    corrected text,
    version integer not null default 0,
    templates text not null,
    changed_at text not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, batch_id) references import_batch (workspace_id, id)
  ) strict;

  create index import_file_of_batch on import_file (workspace_id, batch_id, position);
  `,
  `
  alter table observation add column exempt text;
  `,
  `
  create table scorecard_signature (
    workspace_id text not null,
    scorecard_id text not null,
    sequence integer not null,
    role text not null,
    act text not null,
    member_id text not null,
    member_name text not null,
    at text not null,
    fingerprint text not null,
    total text,
    grade text,
    note text not null,
    primary key (workspace_id, scorecard_id, sequence),
    foreign key (workspace_id, scorecard_id) references scorecard (workspace_id, id)
  ) strict, without rowid;
  `,
];

/** Throws when the database was written by a newer Rolewright. */
export function checkKnown(done: number): void {
  if (done <= migrations.length) return;
  throw new Error(`The database has schema ${done}, this Rolewright knows ${migrations.length}: it is too old for it.`);
}
