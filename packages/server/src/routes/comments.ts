import { Type } from "typebox";
import { listColleagues } from "../accounts/people.ts";
import { answers, answersNothing, listOf, type Routes } from "../http/api.ts";
import { callerOf } from "../http/caller.ts";
import { notFound } from "../http/problem.ts";
import { ref } from "../http/shared-schemas.ts";
import {
  Colleague,
  CommentChange,
  CommentList,
  CommentThread,
  NewComment,
  NewThread,
  SuggestionChange,
  ThreadChange,
} from "../protocol.ts";

const tags = ["Comments"];
const template = { id: Type.String() };
const thread = Type.Object({ ...template, thread: Type.String() });
const comment = Type.Object({ ...template, comment: Type.String() });
const config = { permission: "templates.comment" } as const;

/** What people say about places of a template, and what they propose. */
export const commentRoutes: Routes = (api, { database, templates, comments, suggestions, reviews }) => {
  async function checkTemplate(workspaceId: string, id: string): Promise<void> {
    if (!(await templates.exists(workspaceId, id))) throw notFound("template");
  }

  api.get(
    "/colleagues",
    {
      config,
      schema: {
        tags,
        summary: "Everybody who may be mentioned or asked for approval",
        response: answers(200, listOf(Colleague)),
      },
    },
    async (request) => ({ items: await listColleagues(database, callerOf(request).workspaceId) }),
  );

  api.get(
    "/templates/:id/comments",
    {
      config,
      schema: {
        tags,
        summary: "All comment threads of a template, resolved ones too, oldest first",
        params: Type.Object(template),
        response: answers(200, ref(CommentList)),
      },
    },
    async (request) => {
      const caller = callerOf(request);
      await checkTemplate(caller.workspaceId, request.params.id);
      return comments.list(caller, request.params.id);
    },
  );

  api.post(
    "/templates/:id/comments",
    {
      config,
      schema: {
        tags,
        summary: "Comment on an item, a field, some words or the whole role; propose other words for them",
        params: Type.Object(template),
        body: ref(NewThread),
        response: answers(201, ref(CommentThread)),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      await checkTemplate(caller.workspaceId, request.params.id);
      return reply.code(201).send(await comments.begin(caller, request.params.id, request.body));
    },
  );

  api.put(
    "/templates/:id/comments/seen",
    {
      config,
      schema: {
        tags,
        summary: "Say that the caller has seen all comments there are",
        params: Type.Object(template),
        response: answersNothing,
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      await checkTemplate(caller.workspaceId, request.params.id);
      await comments.markSeen(caller, request.params.id);
      return reply.code(204).send(null);
    },
  );

  api.post(
    "/templates/:id/threads/:thread/comments",
    {
      config,
      schema: {
        tags,
        summary: "Answer in a thread; a resolved one is open again",
        params: thread,
        body: ref(NewComment),
        response: answers(201, ref(CommentThread)),
      },
    },
    async (request, reply) => {
      const { id, thread: threadId } = request.params;
      return reply.code(201).send(await comments.reply(callerOf(request), id, threadId, request.body));
    },
  );

  api.patch(
    "/templates/:id/threads/:thread",
    {
      config,
      schema: {
        tags,
        summary: "Resolve a thread, or open it again",
        params: thread,
        body: ref(ThreadChange),
        response: answers(200, ref(CommentThread)),
      },
    },
    (request) => {
      const { id, thread: threadId } = request.params;
      return comments.resolve(callerOf(request), id, threadId, request.body.resolved);
    },
  );

  api.patch(
    "/templates/:id/comments/:comment",
    {
      config,
      schema: {
        tags,
        summary: "Word one's own comment anew, take it back, or bring it back",
        params: comment,
        body: ref(CommentChange),
        response: answersNothing,
      },
    },
    async (request, reply) => {
      const { id, comment: commentId } = request.params;
      await comments.change(callerOf(request), id, commentId, request.body);
      return reply.code(204).send(null);
    },
  );

  api.put(
    "/templates/:id/comments/:comment/suggestion",
    {
      config: { permission: "templates.write" },
      schema: {
        tags,
        summary: "Accept a proposed wording into the text, turn it down, or take either back",
        params: comment,
        body: ref(SuggestionChange),
        response: answers(200, ref(CommentThread)),
      },
    },
    async (request) => {
      const caller = callerOf(request);
      const { id, comment: commentId } = request.params;
      await checkTemplate(caller.workspaceId, id);
      await reviews.check(caller, id, "accept-suggestion");
      return suggestions.decide(caller, id, commentId, request.body.state);
    },
  );
};
