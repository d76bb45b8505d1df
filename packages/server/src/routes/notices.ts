import { answers, answersNothing, type Routes } from "../http/api.ts";
import { callerOf } from "../http/caller.ts";
import { ref } from "../http/shared-schemas.ts";
import { NoticeList, NoticesRead } from "../protocol.ts";

const tags = ["Notices"];
const config = { permission: "session" } as const;

/** What the caller is told of. */
export const noticeRoutes: Routes = (api, { notices }) => {
  api.get(
    "/notices",
    {
      config,
      schema: {
        tags,
        summary: "Mentions, requests for approval and their results, versions to acknowledge; newest first",
        response: answers(200, ref(NoticeList)),
      },
    },
    (request) => notices.list(callerOf(request)),
  );

  api.post(
    "/notices/read",
    { config, schema: { tags, summary: "Mark notices as read", body: ref(NoticesRead), response: answersNothing } },
    async (request, reply) => {
      await notices.markRead(callerOf(request), request.body.ids);
      return reply.code(204).send(null);
    },
  );
};
