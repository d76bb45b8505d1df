import { fileURLToPath } from "node:url";
import type { ImportWorkerOptions } from "@rolewright/importer";
import { createTranslator, negotiate } from "@rolewright/locale";
import { addMember, listMembers } from "./accounts/members.ts";
import { may } from "./accounts/permissions.ts";
import type { Caller } from "./accounts/sessions.ts";
import { linkHours, makeSignInLink } from "./accounts/sign-in-links.ts";
import { Settings } from "./accounts/workspace-settings.ts";
import { Appraisals } from "./appraisal/appraisals.ts";
import { closeWriters } from "./appraisal/documents.ts";
import { ObservationStore } from "./appraisal/observation-store.ts";
import { RoleCache } from "./appraisal/role-cache.ts";
import { SignatureStore } from "./appraisal/signature-store.ts";
import { type CollaborationLimits, defaultLimits } from "./collaboration/limits.ts";
import { LiveConnections } from "./collaboration/live-connections.ts";
import { Rooms } from "./collaboration/rooms.ts";
import { acceptCollaboration } from "./collaboration/upgrade.ts";
import { CommentStore } from "./comments/comment-store.ts";
import { Suggestions } from "./comments/suggestions.ts";
import { buildApp } from "./http/app.ts";
import { authenticate } from "./http/caller.ts";
import type { Services } from "./http/services.ts";
import { ImportDrafts } from "./imports/import-drafts.ts";
import { ImportQueue } from "./imports/import-queue.ts";
import { ImportStore } from "./imports/import-store.ts";
import { NoticeStore } from "./notices/notice-store.ts";
import { AcknowledgementStore } from "./reviews/acknowledgement-store.ts";
import { ReviewStore } from "./reviews/review-store.ts";
import { openSqliteStorage } from "./storage/sqlite/sqlite-storage.ts";
import type { Storage } from "./storage/storage.ts";
import { Inspector, type InspectorOptions } from "./templates/inspector.ts";
import { PauseRevisions } from "./templates/pause-revisions.ts";
import { PublishedTexts } from "./templates/published-texts.ts";
import { RevisionStore } from "./templates/revision-store.ts";
import { SampleRoles } from "./templates/samples.ts";
import { readShippedKpis } from "./templates/shipped-kpis.ts";
import { loadShippedTemplates, ShippedTexts } from "./templates/shipped-templates.ts";
import { TemplateStore } from "./templates/template-store.ts";

export interface ServerOptions {
  /** Where the database lies; made where it is missing. Not used with a `databaseUrl`. */
  readonly dataFolder: string;
  /** A PostgreSQL database instead, as `postgres://…`. Default: `DATABASE_URL` of the environment, where it is set. */
  readonly databaseUrl?: string;
  /** Default 127.0.0.1: nobody else reaches it. */
  readonly host?: string;
  /** Default 0: a free one. */
  readonly port?: number;
  /** Templates a new workspace starts with. Default: the shipped ones. */
  readonly templatesFolder?: string;
  /** The built page. Default: where the web package builds it. */
  readonly pageFolder?: string;
  /** Address people reach the server at, where that is not host and port (behind a proxy). */
  readonly publicAddress?: string;
  /** Language of a new workspace. Default `zh-CN`. */
  readonly language?: string;
  /** Whether requests are logged to standard output. Default false. */
  readonly log?: boolean;
  readonly clock?: () => Date;
  /** What one person, connection and document may take. Default: ample for people. */
  readonly limits?: CollaborationLimits;
  /** Edits after which a document's log is folded into a snapshot. Default 300. */
  readonly compactAfter?: number;
  /** How long nobody may have written before a changed text becomes a revision, in milliseconds. Default 5 minutes. */
  readonly pauseMs?: number;
  /** How long looking into a text may take. */
  readonly inspection?: InspectorOptions;
  /** What reading a document for import may take. */
  readonly importing?: ImportWorkerOptions;
}

export interface RunningServer {
  /** Address of the page, without a slash at its end. */
  readonly url: string;
  /** A link that signs the owner in once, within 24 hours. */
  signInLink(): Promise<string>;
  /** As `Storage` says: when it resolves the process has to be killed, and started again. */
  readonly broken: Promise<Error>;
  /** Ends connections, waits for writes under way, and lets go of the data folder. */
  close(): Promise<void>;
}

/** The one workspace of the embedded form. */
const workspaceId = "main";

/**
 * Starts a server on a data folder. A new folder gets an owner and the shipped templates, published as version 1.
 *
 * Throws `StorageBusyError` when another process uses the folder or database.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const storage = await openStorage(options);
  try {
    return await serve(storage, options);
  } catch (problem) {
    await storage.close();
    throw problem;
  }
}

async function openStorage({ dataFolder, databaseUrl = process.env.DATABASE_URL }: ServerOptions): Promise<Storage> {
  if (!databaseUrl) return openSqliteStorage(dataFolder, workspaceId);
  const { openPostgresStorage } = await import("./storage/postgres/postgres-storage.ts");
  return openPostgresStorage(databaseUrl, workspaceId);
}

/** As `startServer`, on storage that is open already; closing the server closes it. */
export async function serve(storage: Storage, options: ServerOptions): Promise<RunningServer> {
  const { database } = storage;
  const clock = options.clock ?? (() => new Date());
  const { services, rooms, pauses, inspector } = await assemble(storage, clock, () => address(), options);
  const app = await buildApp({ services, pageFolder: options.pageFolder ?? defaultPage, log: options.log ?? false });
  await firstStart(services, options);
  await pauses.resume(workspaceId);
  const endCollaboration = acceptCollaboration({
    server: app.server,
    connections: services.connections,
    authenticate: (headers) => authenticate(database, headers, clock()),
  });
  const url = await app.listen({ host: options.host ?? "127.0.0.1", port: options.port ?? 0 });
  const address = () => options.publicAddress ?? url;
  await services.importQueue.resume();
  return {
    url,
    broken: storage.broken,
    async signInLink() {
      const owner = (await listMembers(database, workspaceId)).find(({ role }) => role === "owner");
      const memberId = owner?.id ?? "";
      const link = { workspaceId, memberId, hours: linkHours.start, address: address(), now: clock() };
      return (await makeSignInLink(database, link)).url;
    },
    async close() {
      await endCollaboration();
      await app.close();
      await services.importQueue.close();
      await rooms.close();
      await pauses.close();
      await closeWriters();
      await inspector.close();
      await storage.close();
    },
  };
}

const defaultPage = fileURLToPath(new URL("../../web/dist/app", import.meta.url));
const shippedTemplates = fileURLToPath(new URL("../../../templates", import.meta.url));

async function assemble(storage: Storage, clock: () => Date, address: () => string, options: ServerOptions) {
  const { database, log } = storage;
  const kpis = await readShippedKpis(options.templatesFolder ?? shippedTemplates);
  const published = await PublishedTexts.load(database, workspaceId, kpis);
  const limits = options.limits ?? defaultLimits;
  const folding = options.compactAfter === undefined ? {} : { compactAfter: options.compactAfter };
  const edited = (workspaceId: string, doc: string) => pauses.edited(workspaceId, doc);
  const rooms = new Rooms({ log, clock, access: accessTo(() => templates), report, limits, edited, ...folding });
  const connections = new LiveConnections({
    rooms,
    limits,
    authenticate: (headers) => authenticate(database, headers, clock()),
    report,
  });
  const inspector = new Inspector(options.inspection);
  const settings = await Settings.load(database, workspaceId);
  const severities = () => settings.current.severities;
  const templates = new TemplateStore({ database, rooms, published, inspector, severities, clock });
  const revisions = new RevisionStore({ database, log, rooms, templates, published, clock });
  const pausing = options.pauseMs === undefined ? {} : { pauseMs: options.pauseMs };
  const pauses = new PauseRevisions({ revisions, report, ...pausing });
  const titleOf = async ({ workspaceId, member }: Caller, id: string) =>
    (await templates.find(workspaceId, id, member.id))?.title ?? "";
  const notices = new NoticeStore(database, clock, titleOf);
  const reviews = new ReviewStore({ database, settings, templates, revisions, notices, rooms, clock });
  const comments = new CommentStore({ database, rooms, notices, clock });
  const suggestions = new Suggestions({ database, rooms, comments, notices, clock });
  const acknowledgements = new AcknowledgementStore({ database, revisions, notices, clock });
  const observations = new ObservationStore(database, clock);
  const roles = new RoleCache(templates, published);
  const signatures = new SignatureStore(database, clock);
  const appraisals = new Appraisals({ database, revisions, observations, signatures, roles, settings, clock });
  const imports = new ImportStore(database, clock);
  const importQueue = new ImportQueue(imports, report, options.importing);
  const importDrafts = new ImportDrafts(imports, templates);
  const services: Services = {
    database,
    settings,
    templates,
    revisions,
    reviews,
    comments,
    suggestions,
    acknowledgements,
    notices,
    published,
    shipped: new ShippedTexts(options.templatesFolder ?? shippedTemplates),
    samples: new SampleRoles(database),
    appraisals,
    observations,
    roles,
    connections,
    imports,
    importQueue,
    importDrafts,
    clock,
    address,
  };
  return { services, rooms, pauses, inspector };
}

/** Who may open a template's document, and whether only to read. */
function accessTo(templates: () => TemplateStore) {
  return async ({ workspaceId, member }: Caller, doc: string) => {
    if (!may(member.role, "templates.read") || !(await templates().exists(workspaceId, doc))) return undefined;
    return may(member.role, "templates.write") ? "write" : "read";
  };
}

/** An owner and the shipped templates, where there is nobody yet. */
async function firstStart(
  { database, settings, templates, revisions, clock }: Services,
  options: ServerOptions,
): Promise<void> {
  if ((await listMembers(database, workspaceId)).length > 0) return;
  const language = options.language ?? "zh-CN";
  const { t } = await createTranslator(language);
  await loadShippedTemplates({
    folder: options.templatesFolder ?? shippedTemplates,
    workspaceId,
    templates,
    revisions,
    publisher: t("server.start.publisher"),
    report,
  });
  // Chinese holidays with their make-up days are nobody's choice; English is spoken under many calendars.
  const country = language === "zh-CN" ? { country: "CN" as const } : {};
  await settings.change({ name: t("server.start.workspace"), language: negotiate([language]), ...country });
  // Last: a first start that was cut short is repeated.
  const owner = { name: t("server.start.owner"), email: "owner@localhost", role: "owner" } as const;
  await addMember(database, workspaceId, owner, clock().toISOString());
}

/** Trouble that no request sees, as one line for whoever runs the server. */
function report(event: string, details: Record<string, unknown>): void {
  process.stderr.write(`${JSON.stringify({ event, ...details })}\n`);
}
