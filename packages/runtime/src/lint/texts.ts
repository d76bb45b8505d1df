import type { JsonValue } from "../json.ts";
import { isObject } from "../json-kind.ts";
import type { Item, RoleModel, Section, Translations } from "../model.ts";
import type { TemplatePath } from "../template.ts";

/** One sentence or heading of a role that people read, with its place. */
export interface RoleText {
  readonly text: string;
  readonly path: TemplatePath;
  /** Where it stands: `title` and `description` of a node, or `other` for everything else. */
  readonly field: "title" | "description" | "other";
  /** Absent for texts of the role itself. */
  readonly section?: Section;
  /** Absent for texts of the role and of sections. */
  readonly item?: Item;
  /** Whether it is a translation (`x-i18n`), which says the same as another text. */
  readonly translated: boolean;
}

type Place = Pick<RoleText, "section" | "item">;

/** Longer than any sentence of a job description: what is beyond is some other document, and costs time to search. */
const longest = 4000;

/** Every text of a role, translations behind the text they translate; in the order of the template. */
export function textsOf(role: RoleModel): RoleText[] {
  return [...roleTexts(role), ...role.sections.flatMap(sectionTexts)].filter(({ text }) => text.length <= longest);
}

function roleTexts({ title, purpose, identity, translations }: RoleModel): RoleText[] {
  const info = ["x-role"];
  return [
    ...written(title, ["title"], {}),
    ...written(purpose, ["description"], {}),
    ...written(identity.workingConditions, [...info, "workingConditions"], {}),
    ...identity.authority.flatMap((line, index) => written(line, [...info, "authority", index], {})),
    ...translated(translations, [], {}),
  ];
}

function sectionTexts(section: Section): RoleText[] {
  const { title, description, translations, source, items } = section;
  const place = { section };
  return [
    ...written(title, [...source.path, "title"], place),
    ...written(description, [...source.path, "description"], place),
    ...translated(translations, source.path, place),
    ...items.flatMap((item) => itemTexts(item, section)),
  ];
}

/** The texts of one item. */
export function textsOfItem(item: Item, role: RoleModel): RoleText[] {
  const section = role.sections.find(({ key }) => key === item.section);
  return section ? itemTexts(item, section).filter(({ text }) => text.length <= longest) : [];
}

function itemTexts(item: Item, section: Section): RoleText[] {
  const { title, description, evidence, translations, source } = item;
  const place = { section, item };
  return [
    ...written(title, [...source.path, "title"], place),
    ...written(description, [...source.path, "description"], place),
    ...written(evidence, [...source.path, "x-item", "evidence"], place),
    ...translated(translations, source.path, place),
  ];
}

function written(text: string | undefined, path: TemplatePath, place: Place): RoleText[] {
  return text ? [{ ...place, text, path, field: fieldOf(path), translated: false }] : [];
}

function translated(translations: Translations, path: TemplatePath, place: Place): RoleText[] {
  return Object.entries(translations).flatMap(([tag, texts]) => below(texts, [...path, "x-i18n", tag], place));
}

function below(value: JsonValue, path: TemplatePath, place: Place): RoleText[] {
  if (typeof value === "string")
    return value ? [{ ...place, text: value, path, field: fieldOf(path), translated: true }] : [];
  const members: [string | number, JsonValue][] = Array.isArray(value)
    ? value.map((element, index) => [index, element])
    : isObject(value)
      ? Object.entries(value)
      : [];
  return members.flatMap(([step, member]) => below(member, [...path, step], place));
}

function fieldOf(path: TemplatePath): RoleText["field"] {
  const last = path.at(-1);
  return last === "title" || last === "description" ? last : "other";
}
