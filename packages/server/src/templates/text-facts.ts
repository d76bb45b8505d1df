import { createHash } from "node:crypto";
import { localize, type RoleModel, type SectionKind } from "@rolewright/runtime";
import type { RoleTexts } from "../protocol.ts";
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
    ...(role ? factsOfRole(role) : (before ?? nothing)),
    schemaId: schemaId ?? before?.schemaId ?? null,
    errors: count("error"),
    warnings: count("warning"),
    references: referencesOf(text),
    sha256: sha256Of(text),
  };
}

function factsOfRole(role: RoleModel): Omit<TextFacts, "schemaId" | "errors" | "warnings" | "references" | "sha256"> {
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

const nothing: Omit<TextFacts, "schemaId" | "errors" | "warnings" | "references" | "sha256"> = {
  title: "",
  purpose: "",
  language: "zh-CN",
  department: null,
  reportsTo: null,
  supervises: [],
  duties: 0,
  standards: 0,
};
