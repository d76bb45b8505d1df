import type { IncomingHttpHeaders } from "node:http";

/**
 * Whether the request comes from this server's own page, or from no page at all (a program sends no `Origin`).
 *
 * Browsers send `Origin` with every upgrade and every request that changes something; it must name the host that was
 * asked. `Sec-Fetch-Site` covers the few that leave `Origin` out.
 */
export function sameOrigin(headers: IncomingHttpHeaders): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return headers["sec-fetch-site"] !== "cross-site";
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}
