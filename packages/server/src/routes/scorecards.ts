import { Type } from "typebox";
import { organisationOf } from "../accounts/workspace.ts";
import type { FilledScorecard } from "../appraisal/appraisals.ts";
import { exportFile, exportTranslator, mediaTypes } from "../appraisal/documents.ts";
import { signatureInForce } from "../appraisal/signature-store.ts";
import { answers, answersFile, listOf, type Routes } from "../http/api.ts";
import { callerOf } from "../http/caller.ts";
import { notFound, ProblemError, required } from "../http/problem.ts";
import { ref } from "../http/shared-schemas.ts";
import {
  NewScorecard,
  NewSignature,
  ObservationInput,
  ScorecardDetail,
  ScorecardSummary,
  SignatureWithdrawal,
} from "../protocol.ts";

const tags = ["Scorecards"];
const params = Type.Object({ id: Type.String() });

/** Scorecards: opened on a published version, filled fact by fact, signed. */
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

  api.post(
    "/scorecards/:id/signatures",
    {
      config: { permission: "scorecards.sign" },
      schema: {
        tags,
        summary: "Sign a complete scorecard as it was seen; from then on what it counts is locked",
        params,
        body: ref(NewSignature),
        response: answers(201, ref(ScorecardDetail)),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const signed = await appraisals.sign(caller, request.params.id, request.body);
      return reply.code(201).send(detail(signed));
    },
  );

  api.post(
    "/scorecards/:id/signatures/withdrawal",
    {
      config: { permission: "scorecards.sign" },
      schema: {
        tags,
        summary: "Withdraw the signature with a reason; both stay in the history, and facts can be recorded again",
        params,
        body: ref(SignatureWithdrawal),
        response: answers(201, ref(ScorecardDetail)),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const open = await appraisals.withdraw(caller, request.params.id, request.body.reason);
      return reply.code(201).send(detail(open));
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
          timeZone: Type.Optional(
            Type.String({
              description: "IANA name, for the day of a signature; the server's own when it is left out.",
            }),
          ),
        }),
        response: answersFile(mediaTypes),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const { format, language, timeZone } = request.query;
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
        ...signer(found, timeZone),
        ...organisation,
      });
      const file = await exportFile(document, format, document.footer.name.replaceAll(" · ", " "));
      return reply.type(file.mediaType).header("content-disposition", file.disposition).send(file.bytes);
    },
  );
};

function detail(filled: FilledScorecard): ScorecardDetail {
  const { summary, text, observations, scorecard, fingerprint, signatures } = filled;
  return { summary, text, observations, scorecard, fingerprint, signatures };
}

/** What the paper says of the signature: nothing where the scorecard no longer comes out as it was signed. */
function signer({ summary, signatures }: FilledScorecard, timeZone: string | undefined) {
  const signed = signatureInForce(signatures);
  if (!signed || !summary.signed?.intact) return {};
  const { by, at, fingerprint, note } = signed;
  return { superior: { name: by.name, date: dayOf(at, timeZone), fingerprint, note } };
}

/** The calendar day of an instant, ISO: in a time zone, or where the server stands. */
function dayOf(instant: string, timeZone: string | undefined): string {
  try {
    const day = { year: "numeric", month: "2-digit", day: "2-digit", ...(timeZone ? { timeZone } : {}) } as const;
    return new Intl.DateTimeFormat("sv-SE", day).format(new Date(instant));
  } catch {
    throw new ProblemError(400, "unknown-time-zone", { timeZone });
  }
}
