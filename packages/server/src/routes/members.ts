import { Type } from "typebox";
import { addMember, findMember, listMembers } from "../accounts/members.ts";
import { linkAddress, linkHours, makeSignInLink } from "../accounts/sign-in-links.ts";
import { answers, listOf, type Routes } from "../http/api.ts";
import { callerOf } from "../http/caller.ts";
import { notFound, ProblemError, required } from "../http/problem.ts";
import { ref } from "../http/shared-schemas.ts";
import { Member, MemberChange, NewMember, SignInLink } from "../protocol.ts";

const tags = ["Members"];
const params = Type.Object({ id: Type.String() });

/** People with an account, their roles, and the links that let them in. */
export const memberRoutes: Routes = (api, { database, connections, clock, address }) => {
  api.get(
    "/members",
    {
      config: { permission: "members.read" },
      schema: { tags, summary: "Everybody with an account", response: answers(200, listOf(Member)) },
    },
    async (request) => ({ items: await listMembers(database, callerOf(request).workspaceId) }),
  );

  api.post(
    "/members",
    {
      config: { permission: "members.write" },
      schema: { tags, summary: "Give somebody an account", body: ref(NewMember), response: answers(201, ref(Member)) },
    },
    async (request, reply) => {
      const { workspaceId } = callerOf(request);
      const member = await addMember(database, workspaceId, request.body, clock().toISOString());
      const taken = new ProblemError(409, "email-taken", { email: request.body.email });
      return reply.code(201).send(required(member, taken));
    },
  );

  api.patch(
    "/members/:id",
    {
      config: { permission: "members.write" },
      schema: {
        tags,
        summary: "Change somebody's name or role",
        params,
        body: ref(MemberChange),
        response: answers(200, ref(Member)),
      },
    },
    async (request) => {
      const { workspaceId } = callerOf(request);
      const members = await listMembers(database, workspaceId);
      const member = required(
        members.find(({ id }) => id === request.params.id),
        notFound("member"),
      );
      const changed = { ...member, ...request.body };
      const owners = members.filter(({ role }) => role === "owner");
      if (member.role === "owner" && changed.role !== "owner" && owners.length === 1) {
        throw new ProblemError(409, "last-owner");
      }
      await database
        .updateTable("member")
        .set({ name: changed.name, role: changed.role })
        .where("workspace_id", "=", workspaceId)
        .where("id", "=", member.id)
        .execute();
      await connections.recheck({ workspaceId, memberId: member.id });
      return changed;
    },
  );

  api.post(
    "/members/:id/sign-in-link",
    {
      config: { permission: "members.write" },
      schema: {
        tags,
        summary: "Make a one-time sign-in link to hand over; it works once, for seven days",
        params,
        response: answers(201, ref(SignInLink)),
      },
    },
    async (request, reply) => {
      const { workspaceId } = callerOf(request);
      const member = required(await findMember(database, workspaceId, request.params.id), notFound("member"));
      const reached = `${request.protocol}://${request.host}`;
      const link = {
        workspaceId,
        memberId: member.id,
        hours: linkHours.invitation,
        address: linkAddress(address(), reached),
        now: clock(),
      };
      return reply.code(201).send(await makeSignInLink(database, link));
    },
  );
};
