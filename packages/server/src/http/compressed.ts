import { promisify } from "node:util";
import { constants, gzip } from "node:zlib";
import type { Api } from "./api.ts";

/** Shorter answers are in one packet either way. */
const leastBytes = 4 * 1024;

/** The fastest level: what a role means is a tenth as long after it, and a second level would gain little more. */
const options = { level: constants.Z_BEST_SPEED };

/** Compresses long JSON answers for those who take it: a role with what it means is some hundreds of kilobytes. */
export function installCompression(api: Api): void {
  api.addHook("onSend", async (request, reply, payload) => {
    const json = String(reply.getHeader("content-type")).includes("json");
    if (typeof payload !== "string" || payload.length < leastBytes || !json) return payload;
    reply.header("vary", "accept-encoding");
    if (!/\bgzip\b/.test(request.headers["accept-encoding"] ?? "")) return payload;
    reply.header("content-encoding", "gzip");
    reply.removeHeader("content-length");
    return await promisify(gzip)(payload, options);
  });
}
