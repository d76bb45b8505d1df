import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import pg from "pg";
import { apiPrefix } from "../paths.ts";
import type { Member, MemberRole, Session, SignInLink } from "../protocol.ts";
import { type RunningServer, type ServerOptions, startServer } from "../server.ts";
import { databaseFile } from "../storage/sqlite/open-database.ts";
import type { TestPostgres } from "./embedded-postgres.ts";

type Test = Pick<TestContext, "after">;

const endings = new WeakMap<Test, (() => unknown)[]>();

/** As `t.after`, but what began last ends first: a server before its folder. */
export function atEnd(t: Test, end: () => unknown): void {
  const known = endings.get(t);
  if (known !== undefined) {
    known.push(end);
    return;
  }
  const list = [end];
  endings.set(t, list);
  t.after(async () => {
    for (const each of list.reverse()) await each();
  });
}

/** A data folder that is gone after the test. */
export function temporaryFolder(t: Test): string {
  const folder = mkdtempSync(join(tmpdir(), "rolewright-test-"));
  atEnd(t, () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** What makes a first start come out otherwise than the one that is copied. */
const startOptions = ["templatesFolder", "databaseUrl", "language", "clock"] as const;

let firstStart: Promise<string> | undefined;

/** A data folder as a first start leaves it: made once in a process, since loading what ships takes seconds. */
function startedFolder(): Promise<string> {
  firstStart ??= (async () => {
    const folder = mkdtempSync(join(tmpdir(), "rolewright-test-"));
    process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
    await (await startServer(await placed({ dataFolder: folder }, false))).close();
    return folder;
  })();
  return firstStart;
}

let postgres: TestPostgres | undefined;
const databases = new Map<string, string>();

/** From now on every test server of this process keeps its data in a database of its own, one for each data folder. */
export function keepInPostgres(running: TestPostgres): void {
  postgres = running;
}

/** Where a server keeps its data; of a fresh one that is what a first start leaves. */
async function placed<Options extends ServerOptions>(options: Options, fresh: boolean): Promise<Options> {
  const { dataFolder } = options;
  if (postgres === undefined || options.databaseUrl !== undefined) {
    if (fresh) cpSync(await startedFolder(), dataFolder, { recursive: true });
    return options;
  }
  const like = fresh ? databases.get(await startedFolder()) : undefined;
  const databaseUrl = databases.get(dataFolder) ?? (await postgres.database(like));
  databases.set(dataFolder, databaseUrl);
  return { ...options, databaseUrl };
}

/** All that was kept for a data folder, as text to look through. */
export async function everythingKept(dataFolder: string): Promise<string> {
  const databaseUrl = databases.get(dataFolder);
  if (databaseUrl === undefined) return readFileSync(databaseFile(dataFolder), "latin1");
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ content: string }>("select database_to_xml(true, false, '')::text as content");
  await client.end();
  return rows.map(({ content }) => content).join();
}

/** A server on a free port that ends with the test; on a fresh folder unless one is given. */
export async function testServer(t: Test, options: Partial<ServerOptions> = {}): Promise<RunningServer> {
  const dataFolder = options.dataFolder ?? temporaryFolder(t);
  const fresh = options.dataFolder === undefined && startOptions.every((name) => options[name] === undefined);
  const server = await startServer(await placed({ ...options, dataFolder }, fresh));
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= server.close();
    return closing;
  };
  atEnd(t, close);
  return { ...server, close };
}

/** What came back: status, headers, and the body as JSON where it is some. */
export interface Answer<Body = never> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** Somebody who talks to a server. */
export class Client {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(url: string, headers: Readonly<Record<string, string>> = {}) {
    this.url = url;
    this.headers = headers;
  }

  async ask<Body>(method: string, path: string, body?: unknown): Promise<Answer<Body>> {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const response = await fetch(`${this.url}${apiPrefix}${path}`, {
      method,
      headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...this.headers },
      ...(body === undefined ? {} : { body: text }),
    });
    const { status, headers } = response;
    const isJson = headers.get("content-type")?.includes("json") === true;
    return { status, headers, body: (isJson ? await response.json() : await response.text()) as Body };
  }

  /** The body of an answer that must be a success. */
  async get<Body>(path: string): Promise<Body> {
    return this.#succeed(await this.ask<Body>("GET", path), `GET ${path}`);
  }

  async post<Body>(path: string, body?: unknown): Promise<Body> {
    return this.#succeed(await this.ask<Body>("POST", path, body), `POST ${path}`);
  }

  async put<Body>(path: string, body: unknown): Promise<Body> {
    return this.#succeed(await this.ask<Body>("PUT", path, body), `PUT ${path}`);
  }

  #succeed<Body>(answer: Answer<Body>, what: string): Body {
    assert.ok(answer.status < 300, `${what}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }
}

/** Uses up a sign-in link. */
export async function signInBy(url: string, link: string): Promise<Client> {
  const token = new URL(link).hash.replace("#token=", "");
  const answer = await new Client(url).ask<Session>("POST", "/session", { token });
  assert.equal(answer.status, 201);
  const [cookie = ""] = (answer.headers.get("set-cookie") ?? "").split(";");
  return new Client(url, { cookie });
}

export async function signInOwner(server: RunningServer): Promise<Client> {
  return signInBy(server.url, await server.signInLink());
}

/** Somebody new in a role, signed in by the link the owner makes. */
export async function signInAs(owner: Client, role: MemberRole, name: string = role): Promise<Client> {
  const email = `${randomUUID()}@example.com`;
  const member = await owner.post<Member>("/members", { name, email, role });
  const link = await owner.post<SignInLink>(`/members/${member.id}/sign-in-link`);
  return signInBy(owner.url, link.url);
}

/** The first shipped template's id in these tests. */
export const shippedId = "property-customer-service-supervisor";
