import type { Observation } from "@rolewright/runtime";
import { isPeriod } from "@rolewright/runtime";
import { Type } from "typebox";
import { may } from "../accounts/permissions.ts";
import { listHolders } from "../appraisal/holder-store.ts";
import { answers, type Routes } from "../http/api.ts";
import { callerOf } from "../http/caller.ts";
import { ProblemError } from "../http/problem.ts";
import { recordRef } from "../http/shared-schemas.ts";

const tags = ["Observations"];
const list = Type.Object({ items: Type.Array(Type.Unsafe<Observation>(recordRef("Observation")), { maxItems: 1000 }) });

/** Recorded facts, for integrations that feed figures in and take them out. `template.id` is the template's id here. */
export const observationRoutes: Routes = (api, { database, appraisals, observations }) => {
  api.get(
    "/observations",
    {
      config: { permission: "observations.read" },
      schema: {
        tags,
        summary: "Recorded facts that count",
        querystring: Type.Object({
          holder: Type.Optional(Type.String()),
          template: Type.Optional(Type.String()),
          period: Type.Optional(Type.String({ description: "A period instance, and all whose names begin with it." })),
        }),
        response: answers(200, list),
      },
    },
    async (request) => {
      const caller = callerOf(request);
      const { holder, template, period } = request.query;
      if (period !== undefined && !isPeriod(period)) throw new ProblemError(400, "unknown-period", { period });
      const found = await observations.list(caller.workspaceId, {
        ...(holder === undefined ? {} : { holderId: holder }),
        ...(template === undefined ? {} : { templateId: template }),
        ...(period === undefined ? {} : { periodPrefixes: [period] }),
      });
      if (may(caller.member.role, "people.all")) return { items: found };
      const own = new Set((await listHolders(database, caller)).map(({ id }) => id));
      return { items: found.filter(({ holder: of }) => of !== undefined && own.has(of)) };
    },
  );

  api.post(
    "/observations",
    {
      config: { permission: "observations.write" },
      schema: { tags, summary: "Record facts: all of them or none", body: list, response: answers(201, list) },
    },
    async (request, reply) => {
      await appraisals.recordAll(callerOf(request), request.body.items);
      return reply.code(201).send({ items: request.body.items });
    },
  );
};
