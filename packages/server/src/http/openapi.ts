import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import { apiPrefix } from "../paths.ts";
import type { Api } from "./api.ts";
import { sessionCookie } from "./caller.ts";

/** Makes the OpenAPI document of the routes that follow, and a page that shows it. */
export async function installOpenApi(app: Api): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Rolewright",
        version: "1",
        description:
          "Role templates, checklists, scorecards and their documents. Failures are RFC 9457 problem details.",
      },
      components: {
        securitySchemes: {
          session: { type: "apiKey", in: "cookie", name: sessionCookie },
          token: { type: "http", scheme: "bearer", description: "A token made under /tokens, `rw_…`." },
        },
      },
      security: [{ session: [] }, { token: [] }],
    },
    refResolver: {
      // By their own names; the default would call them def-0, def-1…
      buildLocalReference: (schema, _base, _fragment, index) => String(schema.$id ?? `schema-${index}`),
    },
    transform: ({ schema, url, route }) => {
      const permission = route.config?.permission;
      const security = permission === "public" ? { security: [] } : {};
      return { url, schema: { ...schema, ...security, ...(permission ? { "x-permission": permission } : {}) } };
    },
  });
  await app.register(swaggerUi, {
    routePrefix: "/api/docs",
    // The bar on top only offers to load other people's documents.
    theme: {
      title: "Rolewright API",
      css: [{ filename: "page.css", content: "#swagger-ui .topbar { display: none }" }],
    },
  });
  app.get(`${apiPrefix}/openapi.json`, { schema: { hide: true } }, () => app.swagger());
}
