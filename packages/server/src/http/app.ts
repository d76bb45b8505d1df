import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import rateLimit from "@fastify/rate-limit";
import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import fastify from "fastify";
import { apiPrefix } from "../paths.ts";
import { routes } from "../routes/index.ts";
import type { Api } from "./api.ts";
import { installCallerCheck } from "./caller.ts";
import { installCompression } from "./compressed.ts";
import { installOpenApi } from "./openapi.ts";
import { installPage } from "./page.ts";
import { installProblems } from "./problem-handler.ts";
import type { Services } from "./services.ts";
import { sharedSchemas } from "./shared-schemas.ts";

/** Largest request body. A template of 2,000 items is some 700 KB. */
export const maxBodyBytes = 2 * 1024 * 1024;

export interface AppOptions {
  readonly services: Services;
  readonly pageFolder: string;
  readonly log: boolean;
}

/** The HTTP side of the server, not yet listening. */
export async function buildApp({ services, pageFolder, log }: AppOptions): Promise<Api> {
  const app = fastify({
    bodyLimit: maxBodyBytes,
    logger: log ? { redact: ["req.headers.authorization", "req.headers.cookie"] } : false,
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false, allowUnionTypes: true } },
    forceCloseConnections: true,
  }).withTypeProvider<TypeBoxTypeProvider>();
  // Fastify reads plain text too; nothing here is written in it, and browsers send it from anywhere without asking.
  app.removeContentTypeParser("text/plain");
  // Documents for import come as they are; only their route allows them the size.
  app.addContentTypeParser("application/octet-stream", { parseAs: "buffer" }, (_request, body, done) =>
    done(null, body),
  );
  // Schemas describe answers, tests hold them to it; serialising by schema would drop fields without a word.
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  for (const schema of sharedSchemas()) app.addSchema(schema);
  installProblems(app);
  await installSecurity(app);
  await installOpenApi(app);
  await app.register(
    async (api) => {
      installCallerCheck(api, services.database, services.clock);
      installCompression(api);
      for (const add of routes) add(api.withTypeProvider<TypeBoxTypeProvider>(), services);
    },
    { prefix: apiPrefix },
  );
  await installPage(app, pageFolder);
  return app;
}

async function installSecurity(app: Api): Promise<void> {
  await app.register(cookie);
  // Routes ask for a limit of their own: signing in has one.
  await app.register(rateLimit, { global: false });
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        "default-src": ["'self'"],
        "script-src": ["'self'"],
        // Monaco starts its workers from blobs and writes style elements.
        "worker-src": ["'self'", "blob:"],
        "style-src": ["'self'", "'unsafe-inline'"],
        "font-src": ["'self'", "data:"],
        "img-src": ["'self'", "data:", "blob:"],
        "connect-src": ["'self'"],
        "frame-src": ["'self'", "blob:"],
        "object-src": ["'none'"],
        "base-uri": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
      },
    },
    // Whoever puts HTTPS in front says so there; on plain HTTP browsers ignore it.
    strictTransportSecurity: false,
  });
}
