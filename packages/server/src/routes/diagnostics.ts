import { answers, type Routes } from "../http/api.ts";
import { callerTranslator } from "../http/caller-language.ts";
import { findingsInWords } from "../http/findings.ts";
import { ref } from "../http/shared-schemas.ts";
import { Diagnostics, TemplateText } from "../protocol.ts";

/** Findings about a text that need not be stored. */
export const diagnosticRoutes: Routes = (api, { templates }) => {
  api.post(
    "/diagnostics",
    {
      config: { permission: "templates.read" },
      schema: {
        tags: ["Templates"],
        summary: "Check a template's text without storing it",
        body: ref(TemplateText),
        response: answers(200, ref(Diagnostics)),
      },
    },
    async (request, reply) => {
      const { text } = request.body;
      const { diagnostics } = await templates.inspect(text);
      const translator = await callerTranslator(request);
      reply.header("content-language", translator.tag);
      return { items: findingsInWords({ text, diagnostics }, translator) };
    },
  );
};
