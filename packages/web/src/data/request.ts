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
  constructor(
    readonly kind: "offline" | "timeout" | "refused",
    readonly status: number,
    readonly problem?: Problem,
  ) {
    super(problem?.title ?? kind);
    this.name = "RequestError";
  }
}

/** Whether trying again later may help without anyone changing anything. */
export function isTransient(error: unknown): boolean {
  return error instanceof RequestError && (error.kind !== "refused" || error.status >= 500 || error.status === 429);
}

/** One call of the API: JSON in, JSON out; every failure is a `RequestError`. `path` begins behind the API's prefix. */
export async function request<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await send(method, path, body);
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

/** Problem details; a gateway in between may answer with something else. */
async function problemOf(response: Response): Promise<Problem | undefined> {
  const json = response.headers.get("content-type")?.includes("json");
  return json ? ((await response.json().catch(() => undefined)) as Problem | undefined) : undefined;
}
