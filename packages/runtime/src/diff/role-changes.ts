import { Decimal } from "../decimal.ts";
import type { Grade, RelatedRole, RoleIdentity, RoleModel, Rounding } from "../model.ts";
import type { Draft } from "./change.ts";
import { movedAmong } from "./order.ts";
import { pairUp } from "./pairing.ts";
import { draftsBy, listDraft, originDraft, type Rules, translationDraft, valueDraft } from "./rules.ts";
import { same } from "./same.ts";

const identityRules: Rules<RoleIdentity> = {
  department: (a, b) => valueDraft("role/department", a.department, b.department, ["x-role", "department"]),
  reportsTo: (a, b) => superiorDrafts(a.reportsTo, b.reportsTo),
  supervises: (a, b) => subordinateDrafts(a.supervises, b.supervises),
  supervision: (a, b) => listDraft("supervision/changed", a.supervision, b.supervision, ["x-role", "supervision"]),
  contacts: (a, b) => [
    ...listDraft("contacts/internal", a.contacts.internal, b.contacts.internal, ["x-role", "contacts", "internal"]),
    ...listDraft("contacts/external", a.contacts.external, b.contacts.external, ["x-role", "contacts", "external"]),
  ],
  authority: (a, b) => listDraft("authority/changed", a.authority, b.authority, ["x-role", "authority"]),
  workingConditions: (a, b) =>
    valueDraft("role/working-conditions", a.workingConditions, b.workingConditions, ["x-role", "workingConditions"]),
  occupationCode: (a, b) =>
    valueDraft("role/occupation-code", a.occupationCode, b.occupationCode, ["x-role", "occupationCode"]),
  effectiveDate: (a, b) =>
    valueDraft("role/effective-date", a.effectiveDate, b.effectiveDate, ["x-role", "effectiveDate"]),
  classification: (a, b) =>
    valueDraft("role/classification", a.classification, b.classification, ["x-role", "classification"]),
};

const roleRules: Rules<RoleModel> = {
  // Observations name the template they were made under, so another id finds none of them.
  id: (a, b) => valueDraft("role/id", a.id, b.id, ["$id"]).map((draft) => ({ ...draft, breaking: true })),
  origin: (a, b) => originDraft(a.origin, b.origin),
  title: (a, b) => valueDraft("role/renamed", a.title, b.title, ["title"]),
  purpose: (a, b) => valueDraft("role/purpose", a.purpose || undefined, b.purpose || undefined, ["description"]),
  language: (a, b) => valueDraft("role/language", a.language, b.language, ["x-role", "language"]),
  translations: (a, b) => translationDraft("role/translated", a.translations, b.translations),
  identity: (a, b) => draftsBy(identityRules, a.identity, b.identity),
  grades: (a, b) => gradeDrafts(a.grades, b.grades),
  rounding: (a, b) => roundingDrafts(a.rounding, b.rounding),
  sections: null,
  // What is inherited is compared as what it is; where each field comes from, by the origin of the whole.
  provenance: null,
  staleTranslations: null,
};

/** What has changed about the role as a whole, in the order of its document. */
export function roleDrafts(before: RoleModel, after: RoleModel): readonly Draft[] {
  return draftsBy(roleRules, before, after);
}

const superiorPath = ["x-role", "reportsTo"];

function superiorDrafts(before: RelatedRole | undefined, after: RelatedRole | undefined): Draft[] {
  if (!before && !after) return [];
  if (!before || !after) {
    const title = (after ?? before)?.title ?? "";
    return [{ code: after ? "superior/added" : "superior/removed", params: { title }, path: superiorPath }];
  }
  const renamed = valueDraft("superior/changed", before.title, after.title, [...superiorPath, "title"]);
  return [...renamed, ...lineDrafts("superior", before, after, superiorPath)];
}

/** What a reporting line says beside the title at its other end. */
function lineDrafts(
  end: "superior" | "subordinate",
  before: RelatedRole,
  after: RelatedRole,
  path: readonly (string | number)[],
): Draft[] {
  const drafts = [
    ...valueDraft(`${end}/linked`, before.role, after.role, [...path, "role"]),
    ...listDraft(`${end}/authority`, before.authority, after.authority, [...path, "authority"]),
    ...translationDraft(`${end}/translated`, before.translations, after.translations).map((draft) => ({
      ...draft,
      path: [...path, "x-i18n"],
    })),
  ];
  return drafts.map((draft) => ({ ...draft, params: { ...draft.params, title: after.title } }));
}

/** Subordinates are tied by title, or by the template they name where only the title has changed. */
function subordinateDrafts(before: readonly RelatedRole[], after: readonly RelatedRole[]): Draft[] {
  const [old, now] = [withKeys(before, "title"), withKeys(after, "title")];
  const { pairs, added, removed } = pairUp(old, now, (a, b) => a.role !== undefined && a.role === b.role);
  const path = ["x-role", "supervises"];
  const changed = pairs.flatMap(({ before: a, after: b }): Draft[] => {
    const here = [...path, now.indexOf(b)];
    const renamed = valueDraft("subordinate/renamed", a.title, b.title, [...here, "title"]);
    return [...renamed, ...lineDrafts("subordinate", a, b, here)];
  });
  const moved = movedAmong(pairs, old).size > 0;
  return [
    ...removed.map(({ title }): Draft => ({ code: "subordinate/removed", params: { title }, path })),
    ...added.map((role): Draft => {
      return { code: "subordinate/added", params: { title: role.title }, path: [...path, now.indexOf(role)] };
    }),
    ...changed,
    ...(moved ? [{ code: "subordinates/reordered", path } as const] : []),
  ];
}

/** Gives each element a key made of one of its texts; of equal ones each gets a key of its own. */
function withKeys<T extends object, K extends keyof T>(list: readonly T[], name: K): (T & { readonly key: string })[] {
  const counts = new Map<unknown, number>();
  return list.map((element) => {
    const count = counts.get(element[name]) ?? 0;
    counts.set(element[name], count + 1);
    return { ...element, key: `${String(element[name])} ${count}` };
  });
}

function gradeDrafts(before: readonly Grade[], after: readonly Grade[]): Draft[] {
  const { pairs, added, removed } = pairUp(withKeys(before, "grade"), withKeys(after, "grade"), () => false);
  const path = ["x-role", "grades"];
  return [
    ...removed.map(({ grade, from }): Draft => ({ code: "grade/removed", params: { grade, before: from }, path })),
    ...added.map(({ grade, from }): Draft => ({ code: "grade/added", params: { grade, after: from }, path })),
    ...pairs.flatMap(({ before: a, after: b }): Draft[] => {
      const order = Decimal.of(b.from).comparedTo(a.from);
      if (order === 0) return [];
      const params = { grade: b.grade, before: a.from, after: b.from };
      return [{ code: order > 0 ? "grade/raised" : "grade/lowered", params, path }];
    }),
  ];
}

function roundingDrafts(before: Rounding, after: Rounding): Draft[] {
  if (same(before, after)) return [];
  const digits = { beforeDigits: before.digits, afterDigits: after.digits };
  return [
    {
      code: "rounding/changed",
      params: { ...digits, before: before.mode, after: after.mode },
      path: ["x-role", "rounding"],
    },
  ];
}
