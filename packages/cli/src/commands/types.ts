import { type RoleModel, recordSchema } from "@rolewright/runtime";
import type { JSONSchema } from "json-schema-to-typescript";
import { type Context, type ExitCode, exitCodes } from "../context.ts";
import { readRole } from "../role-file.ts";
import { acting, type CliCommand, jsonOption, jsonText } from "./command.ts";

/** `rolewright types FILE`: TypeScript types of the role's records; with `--json` the JSON Schema they come from. */
export const typesCommand: CliCommand = {
  name: "types",
  define(command, context, outcome) {
    command
      .argument("<file>", context.words.t("cli.arguments.file"))
      .addOption(jsonOption(context))
      .action(acting(outcome, (file: string, options: { json?: true }) => run(file, options, context)));
  },
};

async function run(file: string, options: { json?: true }, context: Context): Promise<ExitCode> {
  const opened = await readRole(file, context);
  if (!opened) return exitCodes.findings;
  const schema = recordSchema(opened.role);
  context.terminal.out(options.json ? jsonText(schema) : await asTypes(schema as JSONSchema, opened.role, context));
  return exitCodes.fine;
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
