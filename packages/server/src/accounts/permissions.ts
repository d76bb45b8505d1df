import type { MemberRole } from "../protocol.ts";

/**
 * Who may do what, in one table: the roles of a workspace by action. Every route names its action.
 *
 * A member sees and fills only scorecards of the holder linked to their own account, and records only facts of items
 * whose `owner` is the holder: nobody edits the data that scores them unless the template says so.
 */
export const permissions = {
  "templates.read": ["owner", "author", "manager", "member", "commenter", "viewer"],
  "templates.write": ["owner", "author"],
  "templates.publish": ["owner", "author"],
  "templates.comment": ["owner", "author", "manager", "commenter"],
  "templates.review": ["owner", "author", "manager"],
  "versions.acknowledge": ["owner", "author", "manager", "member"],
  "imports.read": ["owner", "author"],
  "imports.write": ["owner", "author"],
  "holders.read": ["owner", "author", "manager", "member"],
  "holders.write": ["owner", "author", "manager"],
  "scorecards.read": ["owner", "author", "manager", "member"],
  "scorecards.write": ["owner", "author", "manager"],
  "scorecards.sign": ["owner", "author", "manager"],
  "observations.read": ["owner", "author", "manager", "member"],
  "observations.write": ["owner", "author", "manager", "member"],
  "people.all": ["owner", "author", "manager"],
  "members.read": ["owner", "author", "manager"],
  "members.write": ["owner"],
  "workspace.read": ["owner", "author", "manager", "member", "commenter", "viewer"],
  "workspace.write": ["owner"],
  "tokens.own": ["owner", "author", "manager", "member", "commenter", "viewer"],
} as const satisfies Record<string, readonly MemberRole[]>;

export type Action = keyof typeof permissions;

export function may(role: MemberRole, action: Action): boolean {
  return (permissions[action] as readonly MemberRole[]).includes(role);
}

/** All actions of a role, for the page to show only what works. */
export function actionsOf(role: MemberRole): readonly Action[] {
  return (Object.keys(permissions) as Action[]).filter((action) => may(role, action));
}
