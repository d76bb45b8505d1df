import { createHash } from "node:crypto";
import {
  type Item,
  localize,
  quality,
  type RelatedRole,
  type RoleModel,
  type SectionKind,
  valueAt,
} from "@rolewright/runtime";
import type { RoleTexts, TemplateContents } from "../protocol.ts";
import type { Inspected } from "./inspector.ts";
import { referencesOf } from "./library-text.ts";

/** What lists show of a template, read from its text and kept beside it until the text changes. */
export interface TextFacts extends RoleTexts {
  readonly schemaId: string | null;
  readonly language: string;
  /** The same texts in the languages the template is translated into; absent in facts of an earlier program. */
  readonly translations?: Readonly<Record<string, RoleTexts>>;
  readonly duties: number;
  readonly standards: number;
  readonly errors: number;
  readonly warnings: number;
  /** Absent in facts of an earlier version of the program. */
  readonly quality?: number;
  /** Absent in facts of an earlier version of the program. */
  readonly contents?: Omit<TemplateContents, "id">;
  /** What `x-extends` names in the text; absent in facts of an earlier version of the program. */
  readonly references?: readonly string[];
  /** SHA-256 of the text (UTF-8), hex. */
  readonly sha256: string;
}

export function sha256Of(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/**
 * The facts of a text. While somebody types it often does not compile: then everything but the counts of findings
 * stays as it was, or a list would flicker between a role and nothing.
 */
export function factsOf(text: string, inspected: Inspected, before: TextFacts | undefined): TextFacts {
  const { role, schemaId, diagnostics } = inspected;
  const count = (severity: string) => diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  return {
    ...(role ? factsOfRole(role) : (before ?? { ...nothing, title: titleIn(text) })),
    schemaId: schemaId ?? before?.schemaId ?? null,
    errors: count("error"),
    warnings: count("warning"),
    quality: role ? quality(role, diagnostics).score : 0,
    references: referencesOf(text),
    sha256: sha256Of(text),
  };
}

/** The title of a text that makes no role; a list has to call it something. */
function titleIn(text: string): string {
  const title = valueAt(text, ["title"]);
  return typeof title === "string" ? title : "";
}

/** What a text says, without what was found in it and what it refers to. */
type Said = Omit<TextFacts, "schemaId" | "errors" | "warnings" | "quality" | "references" | "sha256">;

function factsOfRole(role: RoleModel): Said {
  const items = (kind: SectionKind) =>
    role.sections.filter((section) => section.kind === kind).reduce((sum, section) => sum + section.items.length, 0);
  return {
    ...textsOf(role),
    language: role.language,
    translations: Object.fromEntries(
      Object.keys(role.translations).map((tag) => [tag, textsOf(localize(role, tag))] as const),
    ),
    duties: items("duties"),
    standards: items("standards"),
    contents: contentsOf(role),
  };
}

function contentsOf({ identity, sections }: RoleModel): Omit<TemplateContents, "id"> {
  return {
    reportsTo: identity.reportsTo ? named(identity.reportsTo) : null,
    supervises: identity.supervises.map(named),
    items: sections.flatMap(({ kind, items }) => items.map((item) => entryOf(item, kind))),
  };
}

function named({ title, role }: RelatedRole) {
  return { title, role: role ?? null };
}

function entryOf({ key, title, translations, origin }: Item, kind: SectionKind) {
  const titles = Object.entries(translations).flatMap(([tag, texts]) =>
    typeof texts.title === "string" ? [[tag, texts.title] as const] : [],
  );
  return {
    key,
    kind,
    title,
    titles: Object.fromEntries(titles),
    origin: origin ? { id: origin.id, version: origin.version ?? null } : null,
  };
}

function textsOf({ title, purpose, identity }: RoleModel): RoleTexts {
  return {
    title,
    purpose,
    department: identity.department ?? null,
    reportsTo: identity.reportsTo?.title ?? null,
    supervises: identity.supervises.map((role) => role.title),
  };
}

const nothing: Said = {
  title: "",
  purpose: "",
  language: "zh-CN",
  department: null,
  reportsTo: null,
  supervises: [],
  duties: 0,
  standards: 0,
};
