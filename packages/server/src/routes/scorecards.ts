import { Type } from "typebox";
import { organisationOf } from "../accounts/workspace.ts";
import type { FilledScorecard } from "../appraisal/appraisals.ts";
import { exportFile, exportTranslator, mediaTypes } from "../appraisal/documents.ts";
import { answers, answersFile, listOf, type Routes } from "../http/api.ts";
import { callerOf } from "../http/caller.ts";
import { notFound, required } from "../http/problem.ts";
import { ref } from "../http/shared-schemas.ts";
import { NewScorecard, ObservationInput, ScorecardDetail, ScorecardSummary } from "../protocol.ts";

const tags = ["Scorecards"];
const params = Type.Object({ id: Type.String() });

/** Scorecards: opened on a published version, filled fact by fact. */
export const scorecardRoutes: Routes = (api, { database, appraisals }) => {
  api.get(
    "/scorecards",
    {
      config: { permission: "scorecards.read" },
      schema: {
        tags,
        summary: "Scorecards one may see, newest period first",
        response: answers(200, listOf(ScorecardSummary)),
      },
    },
    async (request) => ({ items: await appraisals.list(callerOf(request)) }),
  );

  api.post(
    "/scorecards",
    {
      config: { permission: "scorecards.write" },
      schema: {
        tags,
        summary: "Open a scorecard for a holder and a period; it pins the newest published version",
        body: ref(NewScorecard),
        response: answers(201, ref(ScorecardSummary)),
      },
    },
    async (request, reply) => reply.code(201).send((await appraisals.open(callerOf(request), request.body)).summary),
  );

  api.get(
    "/scorecards/:id",
    {
      config: { permission: "scorecards.read" },
      schema: {
        tags,
        summary: "One scorecard with its facts and its arithmetic",
        params,
        response: answers(200, ref(ScorecardDetail)),
      },
    },
    async (request) => {
      const found = await appraisals.find(callerOf(request), request.params.id);
      return detail(required(found, notFound("scorecard")));
    },
  );

  api.put(
    "/scorecards/:id/observations/:item/:period",
    {
      config: { permission: "observations.write" },
      schema: {
        tags,
        summary: "Record what was observed of one item in one period; null withdraws it",
        params: Type.Object({ id: Type.String(), item: Type.String(), period: Type.String() }),
        body: ref(ObservationInput),
        response: answers(200, ref(ScorecardDetail)),
      },
    },
    async (request) => {
      const caller = callerOf(request);
      const { id, item, period } = request.params;
      const found = required(await appraisals.find(caller, id), notFound("scorecard"));
      await appraisals.record(caller, found, { ...request.body, item, period });
      return detail(required(await appraisals.find(caller, id), notFound("scorecard")));
    },
  );

  api.get(
    "/scorecards/:id/export",
    {
      config: { permission: "scorecards.read" },
      schema: {
        tags,
        summary: "The scorecard as a file",
        params,
        querystring: Type.Object({
          format: Type.String({ default: "pdf" }),
          language: Type.Optional(
            Type.String({ description: "Language tag; the template's own when it is left out." }),
          ),
        }),
        response: answersFile(mediaTypes),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const { format, language } = request.query;
      const found = required(await appraisals.find(caller, request.params.id), notFound("scorecard"));
      const { scorecardDocument } = await import("@rolewright/exporters/document");
      const { role, revision, scorecard, observations } = found;
      const translator = await exportTranslator(language, role.language);
      const { version, sha256 } = revision.summary;
      const organisation = await organisationOf(database, caller.workspaceId);
      const document = scorecardDocument(role, scorecard, {
        translator,
        version,
        sha256,
        observations,
        ...organisation,
      });
      const file = await exportFile(document, format, document.footer.name.replaceAll(" · ", " "));
      return reply.type(file.mediaType).header("content-disposition", file.disposition).send(file.bytes);
    },
  );
};

function detail({ summary, text, observations, scorecard }: FilledScorecard): ScorecardDetail {
  return { summary, text, observations, scorecard };
}
