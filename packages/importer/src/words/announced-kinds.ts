import type { FieldKind } from "./labels.ts";
import type { QualificationKind } from "./qualification-words.ts";

const kinds: Readonly<Partial<Record<FieldKind, QualificationKind>>> = {
  education: "education",
  experience: "experience",
  certificate: "certificate",
  skill: "skill",
  knowledge: "knowledge",
  trait: "trait",
  language: "language",
  age: "age",
  requirement: "other",
};

/** The kind of qualification that a label or heading announces. */
export function announced(field: FieldKind | undefined): QualificationKind | undefined {
  return field && kinds[field];
}
