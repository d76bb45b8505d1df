import { apiPrefix } from "@rolewright/server/paths";
import type { Problem } from "@rolewright/server/protocol";

/** How long a request may take before the page says that the server does not answer. */
const timeoutMs = 20_000;

/**
 * Why a request failed, as data: the sentence is made by `failureText` in the reader's language.
 *
 * `offline`: no answer could be had (no network, or the server is down) · `timeout` · `refused`: the server said why.
 */
export class RequestError extends Error {
  readonly kind: "offline" | "timeout" | "refused";
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  readonly problem: Problem | undefined;

  constructor(kind: RequestError["kind"], status: number, problem?: Problem) {
    super(problem?.title ?? kind);
    this.name = "RequestError";
    this.kind = kind;
    this.status = status;
    this.problem = problem;
  }
}

/** Statuses after which the same request may succeed: signed out meanwhile, too many requests. */
const passing: ReadonlySet<number> = new Set([401, 429]);

/** Whether trying again later may help, as nothing is wrong with the request itself. */
export function isTransient(error: unknown): boolean {
  return (
    error instanceof RequestError && (error.kind !== "refused" || error.status >= 500 || passing.has(error.status))
  );
}

/** One call of the API: JSON in, JSON out; every failure is a `RequestError`. `path` begins behind the API's prefix. */
export async function request<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const early = await askedAhead(method, path);
  return early ? (early.answer as Answer) : answerOf(path, await send(method, path, body));
}

/** An answer that was asked for so long ago may have become another. */
const freshMs = 5_000;

/** Answers on their way to code that is not there yet, by path. */
const ahead = new Map<string, { readonly early: Promise<Early | undefined>; readonly at: number }>();

interface Early {
  readonly answer: unknown;
}

/**
 * Asks what code that is still loading will ask: the first GET `request` of this path gets the answer. Not one that says
 * no, nor one from before a change or of more than five seconds ago; then `request` asks itself, as if nothing had been.
 */
export function askAhead(path: string): void {
  ahead.set(path, { early: earlyAnswer(path).catch(() => undefined), at: performance.now() });
}

async function earlyAnswer(path: string): Promise<Early | undefined> {
  const response = await send("GET", path, undefined);
  return response.ok ? { answer: await response.json() } : undefined;
}

async function askedAhead(method: string, path: string): Promise<Early | undefined> {
  if (method !== "GET") ahead.clear();
  const asked = ahead.get(path);
  ahead.delete(path);
  return asked && performance.now() - asked.at <= freshMs ? await asked.early : undefined;
}

/** Sends a file as it is; large ones take their time, so only `signal` ends it. Otherwise as `request`. */
export async function upload<Answer>(path: string, file: Blob, signal: AbortSignal): Promise<Answer> {
  const headers = { "content-type": "application/octet-stream" };
  const response = await fetch(apiPrefix + path, { method: "POST", headers, body: file, signal }).catch(() => {
    throw new RequestError("offline", 0);
  });
  return answerOf(path, response);
}

async function answerOf<Answer>(path: string, response: Response): Promise<Answer> {
  // The shell asks the reader to sign in again; unsent changes wait in the browser.
  if (response.status === 401 && path !== "/session") window.dispatchEvent(new Event("rw-signed-out"));
  if (!response.ok) throw new RequestError("refused", response.status, await problemOf(response));
  return (response.status === 204 ? undefined : await response.json()) as Answer;
}

async function send(method: string, path: string, body: unknown): Promise<Response> {
  try {
    return await fetch(apiPrefix + path, {
      method,
      headers: body === undefined ? {} : { "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch (error) {
    const late = error instanceof DOMException && error.name === "TimeoutError";
    throw new RequestError(late ? "timeout" : "offline", 0);
  }
}

/** The bytes of a file the server makes, as long as `signal` lets it. Throws a `RequestError`, or the signal's reason. */
export async function download(address: string, signal: AbortSignal): Promise<Uint8Array> {
  const response = await fetch(address, { signal }).catch((error: unknown) => {
    signal.throwIfAborted();
    throw error instanceof TypeError ? new RequestError("offline", 0) : error;
  });
  if (!response.ok) throw new RequestError("refused", response.status, await problemOf(response));
  return new Uint8Array(await response.arrayBuffer());
}

/** Problem details; a gateway in between may answer with something else. */
async function problemOf(response: Response): Promise<Problem | undefined> {
  const json = response.headers.get("content-type")?.includes("json");
  return json ? ((await response.json().catch(() => undefined)) as Problem | undefined) : undefined;
}
