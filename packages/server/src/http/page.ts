import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import { apiPrefix } from "../paths.ts";
import type { Api } from "./api.ts";
import { notFound } from "./problem.ts";

/**
 * Serves the built page. Addresses that name no file get the page itself, which knows its own paths; so does not the
 * API, nor what looks like a file.
 */
export async function installPage(app: Api, folder: string): Promise<void> {
  if (!existsSync(join(folder, "index.html"))) return;
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    // Compressed twins that the build put beside the files.
    preCompressed: true,
    // Vite puts a hash into the names below assets/: those never change.
    setHeaders: (response, path) => {
      const hashed = path.startsWith(join(folder, "assets"));
      response.header("cache-control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
  app.get("/*", { schema: { hide: true } }, (request, reply) => {
    const [path = "/"] = request.url.split("?");
    if (path.startsWith(`${apiPrefix}/`) || /\.[a-z0-9]+$/i.test(path)) throw notFound("route");
    return reply.sendFile("index.html");
  });
}
