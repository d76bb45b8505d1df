import { isPeriod } from "@rolewright/runtime";
import type { Kysely } from "kysely";
import { Type } from "typebox";
import { listColleagues } from "../accounts/people.ts";
import { answers, type Routes } from "../http/api.ts";
import { callerOf } from "../http/caller.ts";
import { ProblemError } from "../http/problem.ts";
import { ref } from "../http/shared-schemas.ts";
import { Samples, WorkspaceChange, WorkspaceDays, WorkspaceSettings } from "../protocol.ts";
import type { Tables } from "../storage/tables.ts";

const tags = ["Workspace"];

/** What the organisation decides for all its members. */
export const workspaceRoutes: Routes = (api, { database, settings, templates, samples }) => {
  api.get(
    "/workspace",
    {
      config: { permission: "workspace.read" },
      schema: {
        tags,
        summary: "What the organisation decided for all",
        response: answers(200, ref(WorkspaceSettings)),
      },
    },
    async () => settings.current,
  );

  api.get(
    "/workspace/days",
    {
      config: { permission: "workspace.read" },
      schema: {
        tags,
        summary: "Holidays and make-up days around a period, the country's and the organisation's own",
        querystring: Type.Object({ period: Type.String({ maxLength: 20 }) }),
        response: answers(200, ref(WorkspaceDays)),
      },
    },
    async ({ query: { period } }) => {
      if (!isPeriod(period)) throw new ProblemError(400, "unknown-period", { period });
      const { holidays, workdays } = settings.days(period);
      return { holidays: [...holidays], workdays: [...workdays] };
    },
  );

  api.get(
    "/workspace/samples",
    {
      config: { permission: "workspace.read" },
      schema: {
        tags,
        summary: "How many shipped roles are there as sample data",
        response: answers(200, ref(Samples)),
      },
    },
    (request) => samples.count(callerOf(request).workspaceId),
  );

  api.delete(
    "/workspace/samples",
    {
      config: { permission: "workspace.write" },
      schema: {
        tags,
        summary:
          "Remove the shipped roles that nobody has written in and nobody is scored by; versions stay for what extends them",
        response: answers(200, ref(Samples)),
      },
    },
    (request) => samples.remove(callerOf(request).workspaceId),
  );

  api.post(
    "/workspace/samples",
    {
      config: { permission: "workspace.write" },
      schema: { tags, summary: "Bring back the shipped roles that were removed", response: answers(200, ref(Samples)) },
    },
    (request) => samples.restore(callerOf(request).workspaceId),
  );

  api.patch(
    "/workspace",
    {
      config: { permission: "workspace.write" },
      schema: {
        tags,
        summary: "Change the organisation's name, language, calendar, or how severe findings are",
        body: ref(WorkspaceChange),
        response: answers(200, ref(WorkspaceSettings)),
      },
    },
    async (request) => {
      const { workspaceId } = callerOf(request);
      if (request.body.approvalRequired) await refuseWithoutApprovers(database, workspaceId);
      const changed = await settings.change(request.body);
      if (request.body.severities) await templates.forgetFacts(workspaceId);
      return changed;
    },
  );
};

/** Nobody approves what they submitted themselves: of one alone nothing would ever be published. */
async function refuseWithoutApprovers(database: Kysely<Tables>, workspaceId: string): Promise<void> {
  const able = (await listColleagues(database, workspaceId)).filter(({ mayApprove }) => mayApprove);
  if (able.length < 2) throw new ProblemError(409, "approval-nobody");
}
