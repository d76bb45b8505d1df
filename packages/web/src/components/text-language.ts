import type { RoleModel } from "@rolewright/runtime";

/** The language in which a role's texts stand once localised for `tag`: its own where it has no translation. */
export function textLanguage(model: RoleModel, tag: string): string {
  const near = (other: string) => other.split("-")[0] === tag.split("-")[0];
  return near(model.language) || Object.keys(model.translations).some(near) ? tag : model.language;
}
