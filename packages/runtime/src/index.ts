export { type CompileResult, compile } from "./compile.ts";
export { diagnose } from "./diagnose.ts";
export type { Diagnostic, Fix, Severity, TextEdit } from "./diagnostic.ts";
export { type Describe, flatDialect } from "./dialect/flat.ts";
export { applyEdits, type EditResult, edit } from "./edit.ts";
export { type Inspection, inspect } from "./inspect.ts";
export type { JsonObject, JsonValue } from "./json.ts";
export { placeAt, rangeOf } from "./language/place.ts";
export { localize } from "./localize.ts";
export type {
  Aggregate,
  Bound,
  Cadence,
  DecimalText,
  DueRule,
  Grade,
  Item,
  Measure,
  Observable,
  ObservedField,
  RelatedRole,
  RoleIdentity,
  RoleModel,
  Rounding,
  Score,
  Section,
  SectionKind,
  SourcePlace,
  Target,
  TextRange,
  Translations,
} from "./model.ts";
export { type LinearPattern, patternEngine } from "./pattern.ts";
export { type ReadResult, readTemplate } from "./read.ts";
export type { SyntaxNode, TemplateHost, TemplatePath, TemplateSource } from "./template.ts";
export { recordSchema } from "./types.ts";
