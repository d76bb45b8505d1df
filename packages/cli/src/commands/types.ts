import { metSchema, type RoleModel, recordSchema } from "@rolewright/runtime";
import { Option } from "commander";
import type { JSONSchema } from "json-schema-to-typescript";
import { type Context, type ExitCode, exitCodes } from "../context.ts";
import { readRole } from "../role-file.ts";
import { acting, type CliCommand, jsonOption, jsonText } from "./command.ts";

interface TypesOptions {
  readonly json?: true;
  readonly met?: true;
}

/**
 * `rolewright types FILE`: TypeScript types of the role's records; with `--json` the JSON Schema they come from, with
 * `--met` the one of records that meet their targets.
 */
export const typesCommand: CliCommand = {
  name: "types",
  define(command, context, outcome) {
    command
      .argument("<file>", context.words.t("cli.arguments.file"))
      .addOption(jsonOption(context))
      .addOption(new Option("--met", context.words.t("cli.options.met")).conflicts("json"))
      .action(acting(outcome, (file: string, options: TypesOptions) => run(file, options, context)));
  },
};

async function run(file: string, options: TypesOptions, context: Context): Promise<ExitCode> {
  const opened = await readRole(file, context);
  if (!opened) return exitCodes.findings;
  context.terminal.out(await output(opened.role, options, context));
  return exitCodes.fine;
}

async function output(role: RoleModel, { json, met }: TypesOptions, context: Context): Promise<string> {
  const { t } = context.words;
  if (met) return jsonText(metSchema(role, (key) => t(`dialect.${key}`)));
  const schema = recordSchema(role);
  return json ? jsonText(schema) : asTypes(schema as JSONSchema, role, context);
}

/** The schema is made by us from a template that is not: nothing in it may make the generator read files. */
async function asTypes(schema: JSONSchema, role: RoleModel, { words }: Context): Promise<string> {
  const { compile } = await import("json-schema-to-typescript");
  const text = await compile({ ...schema, title: typeName(role.id) }, "", {
    additionalProperties: false,
    bannerComment: `/* ${words.t("cli.types.banner", { id: role.id })} */`,
    style: { printWidth: 120 },
    $refOptions: { resolve: { file: false, http: false } },
  });
  return text.trimEnd();
}

/** `…/roles/property/customer-service-supervisor` → `CustomerServiceSupervisorRecord`; titles may be Chinese, ids are not. */
function typeName(id: string): string {
  const words = (id.split("/").at(-1) ?? "").split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  return `${/^[A-Za-z]/.test(name) ? name : `Role${name}`}Record`;
}
