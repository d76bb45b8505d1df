export type { CurvePoint, Measured, MeasureKind, Problem, ScoringMethod } from "./arithmetic.ts";
export { type Calendar, type WorkingDaysOptions, workingDays } from "./calendar.ts";
export { type ChecklistOptions, checklist } from "./checklist.ts";
export { type DiagnosticCode, diagnosticCodes } from "./codes.ts";
export { type CompileResult, compile } from "./compile.ts";
export { type DiagnoseOptions, diagnose, type Severities } from "./diagnose.ts";
export type { Diagnostic, Fix, Severity, TextEdit } from "./diagnostic.ts";
export { flatDialect, flatKpiDialect } from "./dialect/flat.ts";
export type { Describe } from "./dialect/names.ts";
export { type Change, type ChangeCode, changeCodes, type ItemFacts } from "./diff/change.ts";
export { diff } from "./diff/diff.ts";
export {
  type Impact,
  type ImpactSummary,
  impact,
  type LineImpact,
  type LineOutcome,
  type RecordedPeriod,
  type ScorecardImpact,
  type ScorecardOutcome,
} from "./diff/impact.ts";
export { type ComparedRole, type DuplicateRoles, findDuplicates } from "./duplicate-roles.ts";
export { applyEdits, type EditResult, edit } from "./edit.ts";
export {
  copyMember,
  insertMember,
  keysAt,
  type MemberPlace,
  moveMember,
  removeMember,
  removeMemberAt,
  valueAt,
} from "./edit-member.ts";
export type {
  Adjustment,
  Checklist,
  Coverage,
  HolderReference,
  Instance,
  LineState,
  Observation,
  Occurrence,
  Scorecard,
  ScorecardLine,
  Step,
  TemplateReference,
} from "./generated/records.ts";
export { inheritedAt, resolvedAt } from "./inherited.ts";
export { type Inspection, type InspectOptions, inspect } from "./inspect.ts";
export { arithmeticProblems, inferredMeasure } from "./item-plan.ts";
export type { JsonObject, JsonValue } from "./json.ts";
export { inspectKpi, type KpiInspection, type KpiModel } from "./kpi.ts";
export { placeAt, rangeOf } from "./language/place.ts";
export { limits } from "./limits.ts";
export { type ConfigurableFinding, configurableFindings } from "./lint/configurable.ts";
export { localize } from "./localize.ts";
export { measures } from "./measures/index.ts";
export { metSchema } from "./met-schema.ts";
export { type MigrateOptions, type MigrationResult, type MigrationStep, migrate } from "./migrate/migrate.ts";
export type { Migration } from "./migrate/migration.ts";
export { migrations } from "./migrate/steps/index.ts";
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
  Origin,
  Provenance,
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
export { type ObservationProblem, observationProblems } from "./observation.ts";
export { type OpenItem, openItems } from "./open-items.ts";
export {
  type NamedRole,
  type Organisation,
  type OrganisationFinding,
  type OrganisationNode,
  type OrganisationRole,
  organisation,
} from "./organisation.ts";
export { patchOver } from "./patch-over.ts";
export { type LinearPattern, patternEngine } from "./pattern.ts";
export { firstDay, isPeriod, lastDay, monthOf, type Period, parsePeriod, periodInstances } from "./period.ts";
export { pointsAt } from "./points-at.ts";
export { type Position, positionOf, positionsIn } from "./position.ts";
export { type Quality, type QualityReason, quality } from "./quality.ts";
export { type KpiReadResult, type ReadResult, readKpi, readTemplate } from "./read.ts";
export { type ScorecardOptions, scorecard } from "./scorecard.ts";
export { scoringMethods } from "./scoring/index.ts";
export type {
  KpiSource,
  LibraryName,
  SyntaxNode,
  TemplateHost,
  TemplatePath,
  TemplateSource,
} from "./template.ts";
export { setSupport, type Traceability, traceability } from "./traceability.ts";
export { recordSchema } from "./types.ts";
