import { impact } from "@rolewright/runtime";
import { Type } from "typebox";
import type { FilledScorecard } from "../appraisal/appraisals.ts";
import { answers, listOf, type Routes } from "../http/api.ts";
import { callerOf } from "../http/caller.ts";
import { notFound } from "../http/problem.ts";
import { ScorecardImpact } from "../protocol.ts";

/** What publishing would mean for scorecards, to be known before. */
export const impactRoutes: Routes = (api, { templates, roles, appraisals }) => {
  api.get(
    "/templates/:id/impact",
    {
      config: { permission: "templates.publish" },
      schema: {
        tags: ["Revisions"],
        summary: "How the scorecards of the newest periods would come out under the live text; none of them changes",
        params: Type.Object({ id: Type.String() }),
        response: answers(200, listOf(ScorecardImpact)),
      },
    },
    async (request) => {
      const caller = callerOf(request);
      const { id } = request.params;
      if (!(await templates.exists(caller.workspaceId, id))) throw notFound("template");
      const after = await roles.compile((await templates.read(caller.workspaceId, id)).text);
      const scorecards = await appraisals.latest(caller, id);
      return { items: scorecards.map((one) => impactOn(one, after)) };
    },
  );
};

function impactOn({ summary, role, observations }: FilledScorecard, after: FilledScorecard["role"]): ScorecardImpact {
  const { id, holder, period, version } = summary;
  const recorded = { holder: { id: holder.id, name: holder.name }, period, observations };
  const [one] = impact(role, after, { scorecards: [recorded] }).scorecards;
  if (!one) throw new Error("One scorecard has one impact");
  return { id, holder: holder.name, period, version, changed: one.changed, before: one.before, after: one.after };
}
