import type { IncomingMessage, ServerResponse } from "node:http";
import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from "fastify";
import { type TSchema, Type } from "typebox";
import { Problem } from "../protocol.ts";
import type { Services } from "./services.ts";
import { ref } from "./shared-schemas.ts";

/** The application, with requests typed by their schemas. */
export type Api = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

/** The routes of one subject. */
export type Routes = (api: Api, services: Services) => void;

/** Response schemas: this on success, problem details on failure. */
export function answers<Status extends 200 | 201, Schema>(status: Status, schema: Schema) {
  return { [status]: schema, "4xx": problems() } as Record<Status, Schema> & { "4xx": ReturnType<typeof problems> };
}

/** Response schemas of a route that answers with nothing. */
export const answersNothing = { 204: Type.Null({ description: "Done." }), "4xx": problems() } as const;

/** Response schemas of a download in one of several formats. */
export function answersFile(mediaTypes: readonly string[]) {
  const file = { schema: Type.Unsafe<Buffer>({ type: "string", format: "binary" }) };
  const content = Object.fromEntries(mediaTypes.map((type) => [type, file]));
  return { 200: { description: "The file.", content }, "4xx": problems() };
}

/** A list as the API answers it. */
export function listOf<Item extends TSchema>(item: Item) {
  return Type.Object({ items: Type.Array(ref(item)) });
}

function problems() {
  return {
    description: "Problem details (RFC 9457).",
    content: { "application/problem+json": { schema: ref(Problem) } },
  };
}
