import { type Organisation, type OrganisationRole, organisation, type RelatedRole } from "@rolewright/runtime";
import { type Context, type ExitCode, exitCodes } from "../context.ts";
import { readRole } from "../role-file.ts";
import { acting, type CliCommand, jsonOption, jsonText } from "./command.ts";

/** `rolewright organisation FILE...`: the chart that the reporting lines make, and where two ends of a line disagree. */
export const organisationCommand: CliCommand = {
  name: "organisation",
  define(command, context, outcome) {
    command
      .argument("<file...>", context.words.t("cli.arguments.files"))
      .addOption(jsonOption(context))
      .action(acting(outcome, (files: string[], options: { json?: true }) => run(files, options, context)));
  },
};

async function run(files: readonly string[], options: { json?: true }, context: Context): Promise<ExitCode> {
  const roles: OrganisationRole[] = [];
  for (const file of files) {
    const opened = await readRole(file, context);
    if (!opened) return exitCodes.findings;
    const { id, title, identity } = opened.role;
    const { reportsTo, supervises } = identity;
    roles.push({
      id: file,
      schemaId: id,
      title,
      reportsTo: reportsTo ? named(reportsTo) : null,
      supervises: supervises.map(named),
    });
  }
  const chart = organisation(roles);
  context.terminal.out(options.json ? jsonText({ ...chart, nodes: [...chart.nodes.values()] }) : words(chart, context));
  return chart.findings.some(({ code }) => code === "cycle") ? exitCodes.findings : exitCodes.fine;
}

function named({ title, role }: RelatedRole) {
  return { title, role: role ?? null };
}

function words(chart: Organisation, context: Context): string {
  const { t } = context.words;
  const title = (id: string | null) => chart.nodes.get(id ?? "")?.title ?? "";
  const findings = chart.findings.map(({ code, role, other, nodes }) =>
    t(`organisation.finding.${code}`, { role: title(role), other: title(other), nodes: nodes.map(title).join(" → ") }),
  );
  const tree = chart.tops.flatMap((top) => lines(chart, top, "", context));
  return [...tree, ...(findings.length > 0 ? ["", ...findings] : [])].join("\n");
}

/** A top is not drawn again below another: it begins a cycle. */
function lines(chart: Organisation, id: string, indent: string, context: Context): string[] {
  const node = chart.nodes.get(id);
  if (!node) return [];
  const name = node.described ? node.title : context.words.t("cli.organisation.named", { title: node.title });
  const below = node.subordinates.filter((one) => !chart.tops.includes(one));
  return [indent + name, ...below.flatMap((one) => lines(chart, one, `${indent}  `, context))];
}
