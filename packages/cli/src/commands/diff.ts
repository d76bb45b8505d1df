import { changeInWords } from "@rolewright/locale";
import { type Change, diff, type RoleModel } from "@rolewright/runtime";
import { type Context, type ExitCode, exitCodes } from "../context.ts";
import { readRole } from "../role-file.ts";
import { acting, type CliCommand, jsonOption, jsonText } from "./command.ts";

/** `rolewright diff BEFORE AFTER`: what changed in meaning, in the order of the document. */
export const diffCommand: CliCommand = {
  name: "diff",
  define(command, context, outcome) {
    const { t } = context.words;
    command
      .argument("<before>", t("cli.arguments.before"))
      .argument("<after>", t("cli.arguments.after"))
      .addOption(jsonOption(context))
      .action(
        acting(outcome, (before: string, after: string, options: { json?: true }) =>
          run([before, after], options, context),
        ),
      );
  },
};

type Files = readonly [before: string, after: string];

/** Ends as `diff` does everywhere: 0 for no difference, 1 for some, 2 when the two cannot be compared. */
async function run(files: Files, options: { json?: true }, context: Context): Promise<ExitCode> {
  const before = await readRole(files[0], context);
  const after = await readRole(files[1], context);
  if (!before || !after) return exitCodes.wrongUse;
  const changes = diff(before.role, after.role);
  const show = options.json ? asJson : asText;
  context.terminal.out(show(changes, files, [before.role, after.role], context));
  return changes.length === 0 ? exitCodes.fine : exitCodes.findings;
}

type Roles = readonly [before: RoleModel, after: RoleModel];

function asJson(changes: readonly Change[], [before, after]: Files, _: Roles, { words }: Context): string {
  const told = changes.map((change) => ({ sentence: changeInWords(change, words.t), ...change }));
  return jsonText({ before, after, changes: told });
}

/** A heading for the role and for every section with changes, their sentences below; `!` marks what costs records. */
function asText(changes: readonly Change[], [before, after]: Files, roles: Roles, { words }: Context): string {
  const { t } = words;
  const breaking = changes.filter((change) => change.breaking).length;
  const lines = [t("cli.diff.head", { before, after, count: changes.length, breaking })];
  let heading: string | undefined;
  for (const change of changes) {
    const current = headingOf(change, roles) ?? t("cli.diff.role");
    if (current !== heading) lines.push("", current);
    heading = current;
    lines.push(`${change.breaking ? "!" : " "} ${changeInWords(change, t)}`);
  }
  return lines.join("\n");
}

function headingOf({ section }: Change, [before, after]: Roles): string | undefined {
  const known = [...after.sections, ...before.sections].find(({ key }) => key === section);
  return known && `${known.number} ${known.title}`;
}
