import { answers, type Routes } from "../http/api.ts";
import { callerOf } from "../http/caller.ts";
import { ref } from "../http/shared-schemas.ts";
import { WorkspaceChange, WorkspaceSettings } from "../protocol.ts";

const tags = ["Workspace"];

/** What the organisation decides for all its members. */
export const workspaceRoutes: Routes = (api, { settings, templates }) => {
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
      const changed = await settings.change(request.body);
      if (request.body.severities) await templates.forgetFacts(callerOf(request).workspaceId);
      return changed;
    },
  );
};
