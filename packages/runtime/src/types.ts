import type { JsonObject } from "./json.ts";
import type { RoleModel } from "./model.ts";

/** A plain JSON Schema of the role's records, one property per item, safe to give to a type generator. */
export function recordSchema(_role: RoleModel): JsonObject {
  return {};
}
