import { Type } from "typebox";
import { answers, listOf, type Routes } from "../http/api.ts";
import { LibraryName, LibraryText } from "../protocol.ts";

const tags = ["Library"];
const reference = Type.String({ maxLength: 500 });

/** What roles may extend: published templates and the KPI library. */
export const libraryRoutes: Routes = (api, { published }) => {
  api.get(
    "/library",
    {
      config: { permission: "templates.read" },
      schema: {
        tags,
        summary: "Everything x-extends may name, each with its newest version",
        response: answers(200, listOf(LibraryName)),
      },
    },
    async () => ({ items: [...published.names()] }),
  );

  api.get(
    "/library/texts",
    {
      config: { permission: "templates.read" },
      schema: {
        tags,
        summary: "The texts some references of x-extends stand for, with all that these extend in turn",
        querystring: Type.Object({
          reference: Type.Union([reference, Type.Array(reference, { maxItems: 500 })], {
            default: [],
            description: "An $id, with a version behind @ or without; may be repeated.",
          }),
        }),
        response: answers(200, listOf(LibraryText)),
      },
    },
    async (request) => ({ items: [...published.behind([request.query.reference].flat())] }),
  );
};
