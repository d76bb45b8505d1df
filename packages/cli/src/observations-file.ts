import { readFileSync } from "node:fs";
import { type Observation, observationProblems, positionOf, type RoleModel } from "@rolewright/runtime";
import { Ajv2020, type AnySchemaObject, type ValidateFunction } from "ajv/dist/2020.js";
import { type Context, UseError } from "./context.ts";
import { readText } from "./text-file.ts";

/**
 * Reads observations: a JSON array of what `schemas/observation.schema.json` describes, or the API's list
 * `{ "items": [...] }`. Throws a `UseError` for anything else; whether the figures fit the role is another question.
 */
export async function readObservations(file: string): Promise<Observation[]> {
  const value = parseJson(file, await readText(file));
  const list = isItems(value) ? value.items : value;
  if (!Array.isArray(list)) throw new UseError("noObservationList", { file });
  return list.map((entry, index) => observationOf(entry, file, index));
}

/** V8 names the place in its message only as a character offset, and not always. */
function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const offset = /position (\d+)/.exec(String(error))?.[1];
    throw new UseError("notJson", { file, ...positionOf(text, offset === undefined ? text.length : Number(offset)) });
  }
}

function isItems(value: unknown): value is { items: unknown } {
  return typeof value === "object" && value !== null && "items" in value;
}

function observationOf(entry: unknown, file: string, index: number): Observation {
  const isObservation = observationCheck();
  if (isObservation(entry)) return entry;
  const [problem] = isObservation.errors ?? [];
  const place = `[${index}]${problem?.instancePath ?? ""}`;
  const { keyword = "", params = {} } = problem ?? {};
  throw new UseError("badObservation", { file, place, keyword, detail: params.missingProperty ?? params.type ?? "" });
}

let compiledCheck: ValidateFunction<Observation> | undefined;

/** Compiled at the first use: most commands never need it. */
function observationCheck(): ValidateFunction<Observation> {
  const schemas = [publishedSchema("scorecard")];
  compiledCheck ??= new Ajv2020({ strict: false, validateFormats: false, schemas }).compile<Observation>(
    publishedSchema("observation"),
  );
  return compiledCheck;
}

function publishedSchema(name: string): AnySchemaObject {
  return JSON.parse(readFileSync(new URL(`../../../schemas/${name}.schema.json`, import.meta.url), "utf8"));
}

/** Writes to `err` what does not fit the role, a line each, and answers whether anything did not. */
export function reportMisfits(role: RoleModel, observations: readonly Observation[], context: Context): boolean {
  const { terminal, words } = context;
  const misfits = observations.flatMap((observation) =>
    observationProblems(role, observation).map((problem) => ({ observation, problem })),
  );
  for (const { observation, problem } of misfits) {
    const { item, period } = observation;
    terminal.err(
      words.t("cli.misfit", { item, period, problem: words.t(`runtime.problems.${problem.code}`, problem.params) }),
    );
  }
  return misfits.length > 0;
}
