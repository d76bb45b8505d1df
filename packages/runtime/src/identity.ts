import { Decimal } from "./decimal.ts";
import type { JsonObject, JsonValue } from "./json.ts";
import { decimalAt, isObject, memberAt, objectAt, objectsAt, present, textAt, textsAt } from "./json-kind.ts";
import type { Grade, RelatedRole, RoleIdentity, Rounding, Translations } from "./model.ts";
import { translationsOf } from "./observable.ts";

/** Who the role is in the organisation: `x-role`. */
export function identityOf(info: JsonObject): RoleIdentity {
  const contacts = objectAt(info, "contacts");
  const superior = memberAt(info, "reportsTo");
  return present({
    department: textAt(info, "department"),
    reportsTo: isObject(superior) ? relatedOf(superior) : undefined,
    supervises: objectsAt(info, "supervises").map(relatedOf),
    supervision: textsAt(info, "supervision"),
    contacts: { internal: textsAt(contacts, "internal"), external: textsAt(contacts, "external") },
    authority: textsAt(info, "authority"),
    workingConditions: textAt(info, "workingConditions"),
    occupationCode: textAt(info, "occupationCode"),
    effectiveDate: textAt(info, "effectiveDate"),
    classification: textAt(info, "classification"),
  }) as RoleIdentity;
}

function relatedOf(node: JsonObject): RelatedRole {
  return present({
    title: textAt(node, "title") ?? "",
    role: textAt(node, "role"),
    authority: textsAt(node, "authority"),
    translations: translationsOf(node),
  }) as RelatedRole;
}

/** The grade scale, highest first, however it was written. */
export function gradesOf(info: JsonObject): readonly Grade[] {
  return objectsAt(info, "grades")
    .map((node) => ({ grade: textAt(node, "grade") ?? "", from: decimalAt(node, "from") ?? "0" }))
    .sort((a, b) => Decimal.of(b.from).comparedTo(a.from));
}

/** The rounding rule; two digits, half up, when the template has none. */
export function roundingOf(info: JsonObject): Rounding {
  const rule = objectAt(info, "rounding");
  const digits = memberAt(rule, "digits");
  return {
    digits: typeof digits === "number" ? digits : 2,
    mode: (textAt(rule, "mode") ?? "half-up") as Rounding["mode"],
  };
}

/** Translated texts of the role: those at the root together with those of `x-role`. */
export function roleTranslations(value: JsonObject): Translations {
  const [root, info] = [translationsOf(value), translationsOf(objectAt(value, "x-role"))];
  const tags = new Set([...Object.keys(root), ...Object.keys(info)]);
  return Object.fromEntries([...tags].map((tag) => [tag, { ...info[tag], ...root[tag] } as Record<string, JsonValue>]));
}
