import { createHash } from "node:crypto";
import type { RoleModel, SectionKind } from "@rolewright/runtime";
import type { Inspected } from "./inspector.ts";
import { referencesOf } from "./library-text.ts";

/** What lists show of a template, read from its text and kept beside it until the text changes. */
export interface TextFacts {
  readonly schemaId: string | null;
  readonly title: string;
  readonly purpose: string;
  readonly language: string;
  readonly department: string | null;
  readonly reportsTo: string | null;
  readonly supervises: readonly string[];
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
    title: role.title,
    purpose: role.purpose,
    language: role.language,
    department: role.identity.department ?? null,
    reportsTo: role.identity.reportsTo?.title ?? null,
    supervises: role.identity.supervises.map(({ title }) => title),
    duties: items("duties"),
    standards: items("standards"),
  };
}

const nothing = {
  title: "",
  purpose: "",
  language: "zh-CN",
  department: null,
  reportsTo: null,
  supervises: [],
  duties: 0,
  standards: 0,
} as const;
