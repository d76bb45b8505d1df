import { standardKeywords } from "./dialect/standard.ts";
import { type Layered, partAt, partsOf } from "./layered.ts";
import type { Item, Origin, Provenance, RoleModel, Section, StaleTranslation } from "./model.ts";

/** What a node of the model says about where it comes from. */
export interface Inheritance {
  readonly origin?: Origin;
  readonly provenance?: Provenance;
  readonly staleTranslations?: readonly StaleTranslation[];
}

/** Field of the model → the member it is read from. */
type Fields = Readonly<Record<string, readonly string[]>>;

const roleFields: Fields = {
  title: ["title"],
  purpose: ["description"],
  ...fieldsOf("x-role", [
    "language",
    "department",
    "reportsTo",
    "supervises",
    "supervision",
    "contacts",
    "authority",
    "workingConditions",
    "occupationCode",
    "effectiveDate",
    "classification",
    "grades",
    "rounding",
  ]),
} satisfies Partial<Record<keyof RoleModel | keyof RoleModel["identity"], readonly string[]>>;

const sectionFields = {
  title: ["title"],
  description: ["description"],
  kind: ["x-section", "kind"],
  weight: ["x-section", "weight"],
} satisfies Partial<Record<keyof Section, readonly string[]>>;

const itemFields: Fields = {
  title: ["title"],
  description: ["description"],
  ...fieldsOf("x-item", [
    "every",
    "due",
    "unit",
    "weight",
    "target",
    "measure",
    "aggregate",
    "score",
    "noData",
    "owner",
    "evidence",
    "supports",
    "part",
    "need",
    "share",
  ]),
  dataSource: ["x-item", "source"],
} satisfies Partial<Record<keyof Item, readonly string[]>>;

function fieldsOf<Name extends string>(keyword: string, names: readonly Name[]): Record<Name, readonly string[]> {
  return Object.fromEntries(names.map((name) => [name, [keyword, name]])) as unknown as Record<Name, readonly string[]>;
}

/** Where a role comes from; `parent` is what it extends as a whole. */
export function roleInheritance(node: Layered | undefined, parent: Origin | undefined): Inheritance {
  return {
    ...(parent ? { origin: parent } : {}),
    ...recorded(inheritedFields(node, roleFields)),
    ...staleTranslations(node),
  };
}

/** Where a section comes from. */
export function sectionInheritance(node: Layered | undefined): Inheritance {
  return { ...firstOf(node), ...recorded(inheritedFields(node, sectionFields)), ...staleTranslations(node) };
}

/** Where an item comes from; its observation schema counts as one field. */
export function itemInheritance(node: Layered | undefined): Inheritance {
  const observation = node && observationOrigin(node);
  const fields = inheritedFields(node, itemFields);
  return {
    ...firstOf(node),
    ...recorded(observation ? { ...fields, observation } : fields),
    ...staleTranslations(node),
  };
}

function firstOf(node: Layered | undefined): Inheritance {
  return node?.first ? { origin: node.first } : {};
}

/** Translations of texts that the template wrote anew over inherited ones, without translating them anew. */
function staleTranslations(node: Layered | undefined): Pick<Inheritance, "staleTranslations"> {
  const translations = partAt(node, "x-i18n");
  if (!translations) return {};
  const rewritten = (["title", "description"] as const).filter((field) => {
    const text = partAt(node, field);
    return text !== undefined && text.first !== undefined && text.last === undefined;
  });
  const stale = rewritten.flatMap((field) =>
    [...partsOf(translations)].flatMap(([language, texts]): StaleTranslation[] => {
      const origin = partAt(texts, field)?.last;
      return origin ? [{ language, field, origin }] : [];
    }),
  );
  return stale.length > 0 ? { staleTranslations: stale } : {};
}

function recorded(provenance: Provenance): Inheritance {
  return Object.keys(provenance).length === 0 ? {} : { provenance };
}

function inheritedFields(node: Layered | undefined, fields: Fields): Record<string, Origin> {
  if (!node) return {};
  const found = Object.entries(fields).flatMap(([field, path]) => {
    const origin = partAt(node, ...path)?.last;
    return origin ? [[field, origin] as const] : [];
  });
  return Object.fromEntries(found);
}

const noSchema = new Set(["title", "description", "$comment"]);

/** Inherited when no keyword of the schema was written by the template; of several parents the nearest. */
function observationOrigin(node: Layered): Origin | undefined {
  const parts = [...partsOf(node)].filter(([key]) => Object.hasOwn(standardKeywords, key) && !noSchema.has(key));
  const origins = parts.map(([, part]) => part.last);
  if (origins.includes(undefined)) return undefined;
  return origins.find((origin) => origin !== node.first) ?? origins[0];
}
