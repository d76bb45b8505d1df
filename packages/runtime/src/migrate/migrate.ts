import type { Diagnostic, TextEdit } from "../diagnostic.ts";
import { applyEdits } from "../edit.ts";
import { finding } from "../finding.ts";
import { memberAt } from "../json-kind.ts";
import { parseText } from "../parse.ts";
import { valueRange } from "../places.ts";
import { readTemplate } from "../read.ts";
import { safeValue } from "../safe-value.ts";
import type { TemplateSource } from "../template.ts";
import { composeEdits } from "./compose.ts";
import { currentVersion, dialectNamed, newerDialect, versionOf } from "./dialect-version.ts";
import type { Migration } from "./migration.ts";
import { migrations } from "./steps/index.ts";

/** A template's text in the current dialect, or why it could not be brought there. */
export interface MigrationResult {
  /** The text after all steps; as it was when there was nothing to do or nothing could be done. */
  readonly text: string;
  /** Version of the dialect before; undefined when the text does not say. */
  readonly from?: number;
  /** Version of the dialect of `text`. */
  readonly to?: number;
  /** All steps in one list of minimal edits to the text given. */
  readonly edits: readonly TextEdit[];
  /** The steps taken, in order, each with its edits to the text after the step before it. */
  readonly steps: readonly MigrationStep[];
  /** What stands in the way, or, after the last step, what the current dialect finds wrong with the new text. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface MigrationStep {
  readonly from: number;
  readonly to: number;
  readonly edits: readonly TextEdit[];
}

export interface MigrateOptions {
  /** The steps to choose from; for tests, as there are real ones only once the dialect has a second version. */
  readonly migrations?: readonly Migration[];
  /** The version to reach, likewise. Default: the one this program reads. */
  readonly current?: number;
}

/**
 * Brings a template's text from an older version of the dialect to the current one, step by step, by minimal edits.
 * Never throws on any text. A text in the current dialect comes back as it is; one in a newer dialect too, with the
 * finding `dialect/newer`; where a step is missing, with `dialect/no-way`.
 */
export function migrate(text: string, options: MigrateOptions = {}): MigrationResult {
  const { current = currentVersion } = options;
  const known = options.migrations ?? migrations;
  const opened = open(text, current);
  const from = opened.template && versionOf(memberAt(opened.template.value, "$schema"));
  let state: MigrationResult = { ...versions(from, from), text, edits: [], steps: [], diagnostics: opened.diagnostics };
  while (state.diagnostics.length === 0 && state.to !== undefined && state.to < current) {
    state = advanced(state, state.to, known, current);
  }
  // Only a text that was changed is read again: what was wrong with it before is not for migration to say.
  return state.steps.length > 0 && state.diagnostics.length === 0 && state.to === currentVersion
    ? { ...state, diagnostics: readTemplate(state.text).diagnostics }
    : state;
}

function versions(from: number | undefined, to: number | undefined): Pick<MigrationResult, "from" | "to"> {
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

interface Opened {
  readonly template?: TemplateSource;
  readonly diagnostics: readonly Diagnostic[];
}

/** A text of any version of the dialect, or why it is none. */
function open(text: string, current: number): Opened {
  const { tree, diagnostics } = parseText(text);
  if (!tree) return { diagnostics };
  if (tree.type !== "object") return { diagnostics: readTemplate(text).diagnostics };
  const { value, problems } = safeValue(tree);
  if (problems.length > 0) return { diagnostics: problems };
  const name = memberAt(value, "$schema");
  const newer = newerDialect(name, tree, current);
  const template = { text, value, tree };
  if (newer) return { template, diagnostics: [newer] };
  // Not a name of ours: what reading says about it is what there is to say.
  return { template, diagnostics: versionOf(name) === undefined ? readTemplate(text).diagnostics : [] };
}

function advanced(
  state: MigrationResult,
  version: number,
  known: readonly Migration[],
  current: number,
): MigrationResult {
  const { template, diagnostics } = open(state.text, current);
  if (!template || diagnostics.length > 0) return { ...state, diagnostics };
  const migration = known.find(({ from, to }) => from === version && to === version + 1);
  if (!migration) return { ...state, diagnostics: [noWay(template, version, current)] };
  const step = {
    from: version,
    to: migration.to,
    edits: [...migration.edit(template), renamed(template, migration.to)],
  };
  return {
    ...state,
    to: step.to,
    text: applyEdits(state.text, step.edits),
    edits: composeEdits(state.edits, step.edits, lengthBefore(state)),
    steps: [...state.steps, step],
  };
}

/** Length of the text that was given, as `edits` lead from it to the text now. */
function lengthBefore({ text, edits }: MigrationResult): number {
  return edits.reduce((length, edit) => length + edit.length - edit.text.length, text.length);
}

/** Every step ends with the name of its dialect. */
function renamed({ tree }: TemplateSource, version: number): TextEdit {
  const { start, end } = valueRange(tree, ["$schema"]);
  return { offset: start, length: end - start, text: JSON.stringify(dialectNamed(version)) };
}

function noWay({ tree }: TemplateSource, version: number, current: number): Diagnostic {
  const place = { path: ["$schema"], range: valueRange(tree, ["$schema"]) };
  return finding("dialect/no-way", "error", place, { version, current });
}
