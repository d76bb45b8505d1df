/**
 * What page, integrations and server say to each other: one TypeBox schema per message, from which come the
 * TypeScript types, the server's validation and serialisation, and the OpenAPI document. It is one long list on purpose:
 * whoever integrates reads it as one.
 *
 * All routes live under `/api/v1`; failures are RFC 9457 problem details (`application/problem+json`).
 * Times are ISO 8601 in UTC. Observations, checklists and scorecards have the shapes of `schemas/`.
 */
import type { ImportResult, SourceDocument } from "@rolewright/importer";
import type { Diagnostic, Observation, RoleModel, Scorecard } from "@rolewright/runtime";
import { type Static, Type } from "typebox";
import { ReviewBrief } from "./protocol-together.ts";

export * from "./protocol-together.ts";

export const MemberRole = Type.Union(
  [
    Type.Literal("owner"),
    Type.Literal("author"),
    Type.Literal("manager"),
    Type.Literal("member"),
    Type.Literal("commenter"),
    Type.Literal("viewer"),
  ],
  { $id: "MemberRole" },
);
export type MemberRole = Static<typeof MemberRole>;

/** A person with an account in the workspace. */
export const Member = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    email: Type.String(),
    role: MemberRole,
    /** 1–4: which of the four presence colours is theirs. */
    color: Type.Integer({ minimum: 1, maximum: 4 }),
  },
  { $id: "Member" },
);
export type Member = Static<typeof Member>;

/** Code (`wording/vague`) or area (`discrimination`) of a finding → how severe it is; what is absent keeps its own. */
const Severities = Type.Record(
  Type.String({ pattern: "^[a-z-]{1,40}(/[a-z-]{1,40})?$" }),
  Type.Union([Type.Literal("off"), Type.Literal("info"), Type.Literal("warning"), Type.Literal("error")]),
  { maxProperties: 200, additionalProperties: false },
);

const Days = Type.Array(Type.String({ format: "date" }), { maxItems: 1000 });
const Country = Type.Union([Type.Literal("CN"), Type.Literal("US"), Type.Null()]);

/** What an organisation decides for all its members. */
export const WorkspaceSettings = Type.Object(
  {
    /** Stands in the heads of documents. */
    name: Type.String(),
    /** Of new templates and of documents of the whole organisation. */
    language: Type.String(),
    severities: Severities,
    /** Whose public holidays count; null: every Monday to Friday is worked. */
    country: Country,
    /** Days off of its own, ISO dates; they go before everything else. */
    holidays: Days,
    /** Days worked although they would be off: make-up days. */
    workdays: Days,
    /** Whether only approved texts are published. */
    approvalRequired: Type.Boolean(),
  },
  { $id: "WorkspaceSettings" },
);
export type WorkspaceSettings = Static<typeof WorkspaceSettings>;

/** Which days are worked around a period: Monday to Friday without the first, with the second. ISO dates. */
export const WorkspaceDays = Type.Object(
  { holidays: Type.Array(Type.String()), workdays: Type.Array(Type.String()) },
  { $id: "WorkspaceDays" },
);
export type WorkspaceDays = Static<typeof WorkspaceDays>;

/** Undefined fields stay as they are; lists and severities are replaced as a whole. */
export const WorkspaceChange = Type.Object(
  {
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 100, pattern: "\\S" })),
    language: Type.Optional(Type.Union([Type.Literal("zh-CN"), Type.Literal("en")])),
    severities: Type.Optional(Severities),
    country: Type.Optional(Country),
    holidays: Type.Optional(Days),
    workdays: Type.Optional(Days),
    approvalRequired: Type.Optional(Type.Boolean()),
  },
  { $id: "WorkspaceChange", additionalProperties: false },
);
export type WorkspaceChange = Static<typeof WorkspaceChange>;

export const Session = Type.Object(
  {
    member: Member,
    workspace: Type.Object({
      id: Type.String(),
      name: Type.String(),
      language: Type.String(),
      /** For the page, which looks into texts as they are typed. */
      severities: Severities,
    }),
    /** What this member may do: names of `accounts/permissions.ts`. */
    permissions: Type.Array(Type.String()),
  },
  { $id: "Session" },
);
export type Session = Static<typeof Session>;

/** What a list shows of a role in words, in one language. */
export const RoleTexts = Type.Object(
  {
    title: Type.String(),
    purpose: Type.String(),
    department: Type.Union([Type.String(), Type.Null()]),
    reportsTo: Type.Union([Type.String(), Type.Null()]),
    supervises: Type.Array(Type.String()),
  },
  { $id: "RoleTexts" },
);
export type RoleTexts = Static<typeof RoleTexts>;

export const TemplateSummary = Type.Object(
  {
    /** Opaque, URL-safe; also the name of its collaboration document. */
    id: Type.String(),
    /** `$id` of its text: what `x-extends` and reporting lines name it by. Null while the text states none. */
    schemaId: Type.Union([Type.String(), Type.Null()]),
    ...RoleTexts.properties,
    language: Type.String(),
    /** By language tag: the same texts in the languages the template is translated into. */
    translations: Type.Record(Type.String(), Type.Object(RoleTexts.properties)),
    /** Folder of the shipped library, or the author's own family, e.g. `property`. */
    family: Type.String(),
    /** Number of the newest published version; null before the first. */
    version: Type.Union([Type.Integer(), Type.Null()]),
    /** `draft`: never published · `published`: text equals the newest version · `changed`: edited since. */
    state: Type.Union([Type.Literal("draft"), Type.Literal("published"), Type.Literal("changed")]),
    /** Null where nobody asked for approval. */
    review: Type.Union([ReviewBrief, Type.Null()]),
    duties: Type.Integer(),
    standards: Type.Integer(),
    errors: Type.Integer(),
    warnings: Type.Integer(),
    /** Quality of the text, 0–100: `quality` of the runtime. */
    quality: Type.Integer(),
    /** Whether the caller has written in it since its newest version. */
    mine: Type.Boolean(),
    /** How many hold it (whoever is or was appraised by it), and how many of them have read its newest version. */
    holders: Type.Integer(),
    acknowledged: Type.Integer(),
    archived: Type.Boolean(),
    updatedAt: Type.String(),
    updatedBy: Type.Union([Type.String(), Type.Null()]),
  },
  { $id: "TemplateSummary" },
);
export type TemplateSummary = Static<typeof TemplateSummary>;

/** Another role as a template names it: by its title, and by the `$id` of its template where that is stated. */
const NamedRole = Type.Object({ title: Type.String(), role: Type.Union([Type.String(), Type.Null()]) });

/** What a role holds, for searching all roles, for the chart of the organisation, and for where a KPI is used. */
export const TemplateContents = Type.Object(
  {
    id: Type.String(),
    reportsTo: Type.Union([NamedRole, Type.Null()]),
    supervises: Type.Array(NamedRole),
    items: Type.Array(
      Type.Object({
        key: Type.String(),
        kind: Type.Union([
          Type.Literal("qualifications"),
          Type.Literal("duties"),
          Type.Literal("standards"),
          Type.Literal("competencies"),
          Type.Literal("custom"),
        ]),
        title: Type.String(),
        /** By language tag: its translated titles. */
        titles: Type.Record(Type.String(), Type.String()),
        /** The KPI or template it extends; `version` null: always the newest. */
        origin: Type.Union([
          Type.Object({ id: Type.String(), version: Type.Union([Type.Integer(), Type.Null()]) }),
          Type.Null(),
        ]),
      }),
    ),
  },
  { $id: "TemplateContents" },
);
export type TemplateContents = Static<typeof TemplateContents>;

/** What the runtime makes of a template's text. */
export const TemplateReading = Type.Object(
  {
    /** The role with all that it inherits, in the template's own words; absent where the text has errors. */
    role: Type.Optional(Type.Unsafe<RoleModel>({ type: "object", additionalProperties: true })),
    /** With the severities the organisation decided on; offsets are into the text. */
    diagnostics: Type.Unsafe<readonly Diagnostic[]>({
      type: "array",
      items: { type: "object", additionalProperties: true },
    }),
  },
  { $id: "TemplateReading" },
);
export type TemplateReading = Static<typeof TemplateReading>;

/** A template with its live text (what the collaboration document holds at this moment). */
export const TemplateDetail = Type.Object(
  {
    summary: TemplateSummary,
    text: Type.String(),
    /** Where it is asked for, unless the text takes too long to read. */
    reading: Type.Optional(TemplateReading),
  },
  { $id: "TemplateDetail" },
);
export type TemplateDetail = Static<typeof TemplateDetail>;

/** A shipped template that a new role can begin with. */
export const ShippedTemplate = Type.Object(
  {
    /** Its path among the shipped templates, e.g. `customer-service/property/customer-service-supervisor`. */
    path: Type.String(),
    title: Type.String(),
    /** By language tag: its translated titles. */
    titles: Type.Record(Type.String(), Type.String()),
    family: Type.String(),
  },
  { $id: "ShippedTemplate" },
);
export type ShippedTemplate = Static<typeof ShippedTemplate>;

/** How many roles of the shipped library are there as sample data. */
export const Samples = Type.Object(
  {
    /** Shown, and nobody has written in them or scored anybody by them: these can be removed. */
    untouched: Type.Integer(),
    /** Shown, and in use: these stay. */
    kept: Type.Integer(),
    /** Removed before: these can be put back. */
    removed: Type.Integer(),
  },
  { $id: "Samples" },
);
export type Samples = Static<typeof Samples>;

/**
 * At most one of `text`, `template`, `shipped` and `source` says what the role begins with; else a blank role is
 * written in `language`. What is copied keeps its language, comments and translations, and gets an `$id` of its own.
 */
export const NewTemplate = Type.Object(
  {
    /** Absent: a new role, or for a copy its original's title with the word that it is one. */
    title: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    language: Type.Optional(Type.String({ default: "zh-CN" })),
    family: Type.Optional(Type.String({ maxLength: 100 })),
    /** A whole template, taken as it is. */
    text: Type.Optional(Type.String()),
    /** Id of another role, to be copied as it is now. */
    template: Type.Optional(Type.String({ maxLength: 200 })),
    /** Path of a shipped template. */
    shipped: Type.Optional(Type.String({ maxLength: 200 })),
    /** A job description in plain words, read into a draft. */
    source: Type.Optional(Type.String({ minLength: 1, maxLength: 200_000 })),
  },
  { $id: "NewTemplate", additionalProperties: false },
);
export type NewTemplate = Static<typeof NewTemplate>;

/** Undefined fields stay as they are. */
export const TemplateChange = Type.Object(
  { archived: Type.Optional(Type.Boolean()), family: Type.Optional(Type.String({ maxLength: 100 })) },
  { $id: "TemplateChange", additionalProperties: false },
);
export type TemplateChange = Static<typeof TemplateChange>;

export const TemplateText = Type.Object({ text: Type.String() }, { $id: "TemplateText", additionalProperties: false });
export type TemplateText = Static<typeof TemplateText>;

/** Something found in a template's text: a `Diagnostic` of the runtime, with its place and its words. */
export const Finding = Type.Object(
  {
    code: Type.String(),
    severity: Type.Union([Type.Literal("error"), Type.Literal("warning"), Type.Literal("info")]),
    /** Where it begins, both from 1; the column counts UTF-16 code units. */
    line: Type.Integer(),
    column: Type.Integer(),
    /** What is wrong, in the language that `Accept-Language` asks for. */
    sentence: Type.String(),
    path: Type.Array(Type.Union([Type.String(), Type.Integer()])),
    /** Offsets in UTF-16 code units. */
    range: Type.Object({ start: Type.Integer(), end: Type.Integer() }),
    params: Type.Record(Type.String(), Type.Unknown()),
    fixes: Type.Array(
      Type.Object({
        code: Type.String(),
        /** What the fix does, in the same language. */
        label: Type.String(),
        params: Type.Record(Type.String(), Type.Unknown()),
        edits: Type.Array(Type.Object({ offset: Type.Integer(), length: Type.Integer(), text: Type.String() })),
      }),
    ),
  },
  { $id: "Finding" },
);
export type Finding = Static<typeof Finding>;

/** Findings in a text. */
export const Diagnostics = Type.Object({ items: Type.Array(Finding) }, { $id: "Diagnostics" });
export type Diagnostics = Static<typeof Diagnostics>;

/** One text that `x-extends` may name: a published template or a KPI of the library. */
export const LibraryName = Type.Object(
  {
    id: Type.String(),
    version: Type.Integer(),
    kind: Type.Union([Type.Literal("role"), Type.Literal("kpi")]),
    title: Type.Optional(Type.String()),
    /** By language tag: its translated titles. */
    titles: Type.Record(Type.String(), Type.String()),
  },
  { $id: "LibraryName" },
);
export type LibraryName = Static<typeof LibraryName>;

/** The text a reference of `x-extends` stands for. */
export const LibraryText = Type.Object({ reference: Type.String(), text: Type.String() }, { $id: "LibraryText" });
export type LibraryText = Static<typeof LibraryText>;

export const RevisionSummary = Type.Object(
  {
    /** Counts every revision of a template from 1. */
    revision: Type.Integer(),
    /** `submitted`: for approval · `pause`: kept by the server when people stopped typing for a while. */
    kind: Type.Union([
      Type.Literal("named"),
      Type.Literal("submitted"),
      Type.Literal("published"),
      Type.Literal("pause"),
    ]),
    /** Number of a published version. */
    version: Type.Union([Type.Integer(), Type.Null()]),
    /** Empty after a pause and on submission, until somebody names it. */
    name: Type.String(),
    /** SHA-256 of the text (UTF-8), hex. */
    sha256: Type.String(),
    /** Who wrote since the revision before (for a published one: since the version before). */
    authors: Type.Array(Type.String()),
    createdAt: Type.String(),
    /** Who asked for it; empty after a pause. */
    createdBy: Type.String(),
  },
  { $id: "RevisionSummary" },
);
export type RevisionSummary = Static<typeof RevisionSummary>;

export const RevisionDetail = Type.Object({ summary: RevisionSummary, text: Type.String() }, { $id: "RevisionDetail" });
export type RevisionDetail = Static<typeof RevisionDetail>;

export const NewRevision = Type.Object(
  {
    kind: Type.Union([Type.Literal("named"), Type.Literal("published")]),
    name: Type.Optional(Type.String({ maxLength: 200 })),
    /** To publish the approved text, though the live one was changed since. */
    approved: Type.Optional(Type.Literal(true)),
  },
  { $id: "NewRevision", additionalProperties: false },
);
export type NewRevision = Static<typeof NewRevision>;

/** Gives a revision a name, also later. */
export const RevisionChange = Type.Object(
  { name: Type.String({ minLength: 1, maxLength: 200, pattern: "\\S" }) },
  { $id: "RevisionChange", additionalProperties: false },
);
export type RevisionChange = Static<typeof RevisionChange>;

/** What a scorecard comes to under one version. */
const Outcome = Type.Object({
  /** Decimal text; null while nothing was measured. */
  total: Type.Union([Type.String(), Type.Null()]),
  grade: Type.Union([Type.String(), Type.Null()]),
  provisional: Type.Boolean(),
});

/** What becomes of one scorecard if it were reckoned by the live text. It stays on its version all the same. */
export const ScorecardImpact = Type.Object(
  {
    id: Type.String(),
    holder: Type.String(),
    period: Type.String(),
    /** Version it was opened with, and stays on. */
    version: Type.Integer(),
    /** Whether any line, the total or the grade would come out otherwise. */
    changed: Type.Boolean(),
    before: Outcome,
    after: Outcome,
  },
  { $id: "ScorecardImpact" },
);
export type ScorecardImpact = Static<typeof ScorecardImpact>;

/** A person who holds roles and is appraised; may be linked to a member's account. */
export const Holder = Type.Object(
  { id: Type.String(), name: Type.String(), unit: Type.String(), memberId: Type.Union([Type.String(), Type.Null()]) },
  { $id: "Holder" },
);
export type Holder = Static<typeof Holder>;

export const NewHolder = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 100 }),
    unit: Type.Optional(Type.String({ maxLength: 100 })),
    memberId: Type.Optional(Type.String()),
  },
  { $id: "NewHolder", additionalProperties: false },
);
export type NewHolder = Static<typeof NewHolder>;

/** In whose place somebody signs. So far the manager's alone. */
export const SignatureRole = Type.Union([Type.Literal("manager")], { $id: "SignatureRole" });
export type SignatureRole = Static<typeof SignatureRole>;

/** One entry of a scorecard's history of signatures: nothing of it is ever changed or deleted. */
export const ScorecardSignature = Type.Object(
  {
    role: SignatureRole,
    act: Type.Union([Type.Literal("signed"), Type.Literal("withdrawn")]),
    /** Under the name of that time. */
    by: Type.Object({ id: Type.String(), name: Type.String() }),
    at: Type.String(),
    /** SHA-256, hex, of what was signed: whose scorecard, the pinned version, the facts and what they gave. */
    fingerprint: Type.String(),
    total: Type.Union([Type.String(), Type.Null()]),
    grade: Type.Union([Type.String(), Type.Null()]),
    /** Of a signature: a remark, may be empty. Of a withdrawal: why. */
    note: Type.String(),
  },
  { $id: "ScorecardSignature" },
);
export type ScorecardSignature = Static<typeof ScorecardSignature>;

/** A signature in force. */
export const SignedBy = Type.Object(
  {
    name: Type.String(),
    at: Type.String(),
    /** False where the scorecard no longer comes out as it was signed, though no fact of it changed. */
    intact: Type.Boolean(),
  },
  { $id: "SignedBy" },
);
export type SignedBy = Static<typeof SignedBy>;

/** One appraisal of one holder: it pins the template version it was opened with. */
export const ScorecardSummary = Type.Object(
  {
    id: Type.String(),
    holder: Holder,
    templateId: Type.String(),
    title: Type.String(),
    version: Type.Integer(),
    /** Period instance, e.g. `2026-11`. */
    period: Type.String(),
    /** Decimal text; null while nothing was measured. */
    total: Type.Union([Type.String(), Type.Null()]),
    grade: Type.Union([Type.String(), Type.Null()]),
    /** Share of the due weight that is measured, in %, decimal text. */
    coverage: Type.String(),
    /** The manager's signature, which locks what the scorecard counts; null while there is none. */
    signed: Type.Union([SignedBy, Type.Null()]),
    updatedAt: Type.String(),
  },
  { $id: "ScorecardSummary" },
);
export type ScorecardSummary = Static<typeof ScorecardSummary>;

export const NewScorecard = Type.Object(
  {
    holderId: Type.String(),
    templateId: Type.String(),
    period: Type.String({ pattern: "^[0-9]{4}(-(0[1-9]|1[0-2]|Q[1-4]|H[12]))?$" }),
  },
  { $id: "NewScorecard", additionalProperties: false },
);
export type NewScorecard = Static<typeof NewScorecard>;

/**
 * What an observation route stores: `data` is valid under the item's observation schema. Null withdraws it. `exempt` is why
 * the item is not judged in the period: null withdraws that, and without it what was said before stands.
 */
export const ObservationInput = Type.Object(
  {
    data: Type.Unknown(),
    evidence: Type.Optional(Type.String({ maxLength: 2000 })),
    exempt: Type.Optional(Type.Union([Type.String({ maxLength: 500 }), Type.Null()])),
  },
  { $id: "ObservationInput", additionalProperties: false },
);
export type ObservationInput = Static<typeof ObservationInput>;

/** What a scorecard page needs: the pinned text, the facts so far, and the scorecard they give. */
export const ScorecardDetail = Type.Object(
  {
    summary: ScorecardSummary,
    /** Text of the pinned version. */
    text: Type.String(),
    /** Each as in `schemas/observation.schema.json`. */
    observations: Type.Array(Type.Unsafe<Observation>({ $ref: "Observation#" })),
    /** As in `schemas/scorecard.schema.json`. */
    scorecard: Type.Unsafe<Scorecard>({ $ref: "Scorecard#" }),
    /** SHA-256, hex, of what a signature of this moment would stand under. */
    fingerprint: Type.String(),
    /** Every signature and withdrawal, oldest first. */
    signatures: Type.Array(ScorecardSignature),
  },
  { $id: "ScorecardDetail" },
);
export type ScorecardDetail = Static<typeof ScorecardDetail>;

export const NewSignature = Type.Object(
  {
    /** Of the scorecard as the signer saw it: what changed meanwhile is not signed unseen. */
    fingerprint: Type.String({ pattern: "^[0-9a-f]{64}$" }),
    note: Type.Optional(Type.String({ maxLength: 500 })),
  },
  { $id: "NewSignature", additionalProperties: false },
);
export type NewSignature = Static<typeof NewSignature>;

export const SignatureWithdrawal = Type.Object(
  { reason: Type.String({ minLength: 1, maxLength: 500, pattern: "\\S" }) },
  { $id: "SignatureWithdrawal", additionalProperties: false },
);
export type SignatureWithdrawal = Static<typeof SignatureWithdrawal>;

export const NewMember = Type.Object(
  { name: Type.String({ minLength: 1, maxLength: 100 }), email: Type.String({ format: "email" }), role: MemberRole },
  { $id: "NewMember", additionalProperties: false },
);
export type NewMember = Static<typeof NewMember>;

/** Undefined fields stay as they are. */
export const MemberChange = Type.Object(
  { name: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })), role: Type.Optional(MemberRole) },
  { $id: "MemberChange", additionalProperties: false },
);
export type MemberChange = Static<typeof MemberChange>;

/** What stands after `#token=` in a sign-in link. */
export const SignIn = Type.Object(
  { token: Type.String({ maxLength: 200 }) },
  { $id: "SignIn", additionalProperties: false },
);
export type SignIn = Static<typeof SignIn>;

/** A one-time sign-in link, to be handed over by whoever made it. */
export const SignInLink = Type.Object({ url: Type.String(), expiresAt: Type.String() }, { $id: "SignInLink" });
export type SignInLink = Static<typeof SignInLink>;

export const ApiToken = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    createdAt: Type.String(),
    lastUsedAt: Type.Union([Type.String(), Type.Null()]),
  },
  { $id: "ApiToken" },
);
export type ApiToken = Static<typeof ApiToken>;

export const NewApiToken = Type.Object(
  { name: Type.String({ minLength: 1, maxLength: 100 }) },
  { $id: "NewApiToken", additionalProperties: false },
);
export type NewApiToken = Static<typeof NewApiToken>;

/** A token just made; `secret` (`rw_…`) is the only time anybody sees it. */
export const NewApiTokenSecret = Type.Object({ token: ApiToken, secret: Type.String() }, { $id: "NewApiTokenSecret" });
export type NewApiTokenSecret = Static<typeof NewApiTokenSecret>;

/**
 * Where a document of an import stands: `queued` → `reading` → `to-check` → `confirmed`, or `failed` with a reason, or
 * `cancelled` before it was read.
 */
export const ImportState = Type.Union(
  [
    Type.Literal("queued"),
    Type.Literal("reading"),
    Type.Literal("to-check"),
    Type.Literal("confirmed"),
    Type.Literal("failed"),
    Type.Literal("cancelled"),
  ],
  { $id: "ImportState" },
);
export type ImportState = Static<typeof ImportState>;

/** Documents that are imported together. */
export const ImportBatch = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    /** While paused, the document under way is finished and no other is begun. */
    paused: Type.Boolean(),
    createdAt: Type.String(),
    createdBy: Type.Union([Type.String(), Type.Null()]),
    /** How many documents are in each state. */
    counts: Type.Object({
      queued: Type.Integer(),
      reading: Type.Integer(),
      "to-check": Type.Integer(),
      confirmed: Type.Integer(),
      failed: Type.Integer(),
      cancelled: Type.Integer(),
    }),
  },
  { $id: "ImportBatch" },
);
export type ImportBatch = Static<typeof ImportBatch>;

export const NewImport = Type.Object(
  { name: Type.Optional(Type.String({ minLength: 1, maxLength: 200, pattern: "\\S" })) },
  { $id: "NewImport", additionalProperties: false },
);
export type NewImport = Static<typeof NewImport>;

/** Undefined fields stay as they are. */
export const ImportChange = Type.Object(
  {
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 200, pattern: "\\S" })),
    paused: Type.Optional(Type.Boolean()),
  },
  { $id: "ImportChange", additionalProperties: false },
);
export type ImportChange = Static<typeof ImportChange>;

/** A template that was made of a description. */
export const ImportedTemplate = Type.Object(
  {
    /** Index of the description in the document's result. */
    description: Type.Integer({ minimum: 0 }),
    template: Type.String(),
  },
  { $id: "ImportedTemplate" },
);
export type ImportedTemplate = Static<typeof ImportedTemplate>;

/** What the live list of an import shows of one document. */
export const ImportFile = Type.Object(
  {
    id: Type.String(),
    /** File name, its path in a folder or archive, or what the pasted text was called. */
    name: Type.String(),
    /** Bytes. */
    size: Type.Integer(),
    state: ImportState,
    /** `docx`, `pdf`…, by the content; null before it was read. */
    format: Type.Union([Type.String(), Type.Null()]),
    encoding: Type.Union([Type.String(), Type.Null()]),
    /** Titles of the descriptions in it; an empty text where none was found. */
    titles: Type.Array(Type.String()),
    qualifications: Type.Integer(),
    duties: Type.Integer(),
    standards: Type.Integer(),
    /** Fields whose confidence is below 0.6, questions and offered corrections: what a reviewer should look at. */
    unsure: Type.Integer(),
    /** Characters that found no place. */
    unplaced: Type.Integer(),
    /** Whether a reviewer changed what was read. */
    corrected: Type.Boolean(),
    /** Why it could not be read, in the caller's language; null unless `failed`. */
    problem: Type.Union([Type.Object({ code: Type.String(), message: Type.String() }), Type.Null()]),
    templates: Type.Array(ImportedTemplate),
    changedAt: Type.String(),
  },
  { $id: "ImportFile" },
);
export type ImportFile = Static<typeof ImportFile>;

/** An import with its documents, for polling. */
export const ImportDetail = Type.Object({ batch: ImportBatch, files: Type.Array(ImportFile) }, { $id: "ImportDetail" });
export type ImportDetail = Static<typeof ImportDetail>;

/** Something a person should know about the reading. */
export const ImportNote = Type.Object(
  {
    /** As `reading.notes.<code>`. `encodingUnsure` carries `alternatives`: encodings with a preview of each. */
    code: Type.String(),
    params: Type.Record(Type.String(), Type.Unknown()),
    /** In the caller's language. */
    message: Type.String(),
    span: Type.Optional(Type.Object({ start: Type.Integer(), end: Type.Integer() })),
  },
  { $id: "ImportNote" },
);
export type ImportNote = Static<typeof ImportNote>;

/**
 * One document with its source text and what was read out of it.
 *
 * **Corrections** are the reviewer's edited result: the same shape as what was read (`schemas/import.schema.json`),
 * sent whole by `PUT …/correction` as they work, and kept beside the reading, which stays. Whatever they do (accept,
 * correct words, move an item to another section, split, merge, turn a sentence into a measure, place unplaced words)
 * is a change of that result; spans keep pointing into `source.text`. A reviewer raises `confidence` to 1 where they
 * looked, and takes a question out of `ambiguities` when it is answered. `version` guards against two reviewers who
 * write over each other: send the one you saw; 409 `import-changed` means that there is a newer one to load first.
 */
export const ImportFileDetail = Type.Object(
  {
    file: ImportFile,
    /** Text, blocks and notes as `SourceDocument` of the importer; null before it was read. */
    source: Type.Union([Type.Unsafe<SourceDocument>({ type: "object", additionalProperties: true }), Type.Null()]),
    notes: Type.Array(ImportNote),
    /** What counts now: the correction, else what was read. Null before it was read. */
    result: Type.Union([Type.Unsafe<ImportResult>({ $ref: "ImportResult#" }), Type.Null()]),
    /** What was read, before anybody corrected it. */
    original: Type.Union([Type.Unsafe<ImportResult>({ $ref: "ImportResult#" }), Type.Null()]),
    version: Type.Integer(),
  },
  { $id: "ImportFileDetail" },
);
export type ImportFileDetail = Static<typeof ImportFileDetail>;

/** Words from the clipboard. */
export const NewImportText = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 200, pattern: "\\S" }),
    text: Type.String({ minLength: 1, pattern: "\\S" }),
  },
  { $id: "NewImportText", additionalProperties: false },
);
export type NewImportText = Static<typeof NewImportText>;

/** See `ImportFileDetail`. */
export const ImportCorrection = Type.Object(
  { version: Type.Integer(), result: Type.Unsafe<ImportResult>({ $ref: "ImportResult#" }) },
  { $id: "ImportCorrection", additionalProperties: false },
);
export type ImportCorrection = Static<typeof ImportCorrection>;

/** What becomes of a correction. */
export const ImportCorrected = Type.Object({ version: Type.Integer(), file: ImportFile }, { $id: "ImportCorrected" });
export type ImportCorrected = Static<typeof ImportCorrected>;

/**
 * `confirmed` and `to-check` of a document that was read; `queued` reads it again, and an `encoding` reads it again in
 * that encoding: corrections of the earlier reading are gone then.
 */
export const ImportFileChange = Type.Object(
  {
    state: Type.Optional(Type.Union([Type.Literal("queued"), Type.Literal("to-check"), Type.Literal("confirmed")])),
    encoding: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
  },
  { $id: "ImportFileChange", additionalProperties: false },
);
export type ImportFileChange = Static<typeof ImportFileChange>;

/** A description of an import: its document, and its index in the document's result. */
export const ImportedDescription = Type.Object(
  { file: Type.String(), description: Type.Integer({ minimum: 0 }) },
  { $id: "ImportedDescription", additionalProperties: false },
);
export type ImportedDescription = Static<typeof ImportedDescription>;

/** Which descriptions become templates. A description that has its template is not made into another. */
export const NewImportDrafts = Type.Object(
  {
    /** Default: all of the confirmed documents. */
    descriptions: Type.Optional(Type.Array(ImportedDescription, { maxItems: 10_000 })),
    /** Family of the new templates. Default none. */
    family: Type.Optional(Type.String({ maxLength: 100 })),
  },
  { $id: "NewImportDrafts", additionalProperties: false },
);
export type NewImportDrafts = Static<typeof NewImportDrafts>;

/** A draft as it was made. */
export const ImportDraft = Type.Object(
  { ...ImportedDescription.properties, template: TemplateSummary },
  { $id: "ImportDraft" },
);
export type ImportDraft = Static<typeof ImportDraft>;

/** One of several roles that are alike: a description of the import, or a template of the library. */
export const AlikeRole = Type.Object(
  {
    title: Type.String(),
    description: Type.Union([Type.Object(ImportedDescription.properties), Type.Null()]),
    /** Id of a template that was there before. */
    template: Type.Union([Type.String(), Type.Null()]),
    /** Name of the document, or of the template's family. */
    from: Type.String(),
  },
  { $id: "AlikeRole" },
);
export type AlikeRole = Static<typeof AlikeRole>;

/** Roles that say the same, or that one template with variants would serve. */
export const AlikeRoles = Type.Object(
  {
    kind: Type.Union([Type.Literal("same"), Type.Literal("variants")]),
    /** 0–1: how alike the least alike of them are. */
    likeness: Type.Number(),
    roles: Type.Array(AlikeRole),
  },
  { $id: "AlikeRoles" },
);
export type AlikeRoles = Static<typeof AlikeRoles>;

/** RFC 9457 problem details. `code` and `params` let the page say it in the reader's language (`server.problems.<code>`). */
export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.Optional(Type.String()),
    code: Type.String(),
    params: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    /** Findings in a template's text, where that is the problem. */
    diagnostics: Type.Optional(Type.Array(Finding)),
  },
  { $id: "Problem" },
);
export type Problem = Static<typeof Problem>;

/** Awareness state of one connection, as others see it. `user` is set by the server from the session. */
export interface Presence {
  readonly user?: { readonly id: string; readonly name: string; readonly color: number };
  /** Relative positions (Y.RelativePosition as JSON) in the text. */
  readonly cursor?: { readonly anchor: unknown; readonly head: unknown };
  /** The field of the designer that is being edited: its path in the template, joined by `/`. */
  readonly field?: string;
  /** Key of the item at hand, for whoever follows. */
  readonly item?: string;
  /** What a form wrote last, as JSON text, and when (ms since 1970): for telling two values joined by a merge. */
  readonly wrote?: { readonly token: string; readonly at: number };
}
