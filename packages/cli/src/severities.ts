import { diagnosticCodes, type Severities, type Severity } from "@rolewright/runtime";
import { Option } from "commander";
import { type Context, UseError } from "./context.ts";

/** `--severity wording=off`, any number of times. */
export function severityOption({ words }: Context): Option {
  const collect = (entry: string, entries: readonly string[] | undefined) => [...(entries ?? []), entry];
  return new Option("--severity <code=level>", words.t("cli.options.severity")).argParser(collect);
}

const levels: readonly (Severity | "off")[] = ["off", "info", "warning", "error"];
const names = new Set<string>(diagnosticCodes.flatMap((code) => [code, code.slice(0, code.indexOf("/"))]));

/** The severities asked for; throws a `UseError` for what is no code or no severity. A later entry goes first. */
export function severitiesOf(entries: readonly string[]): Severities {
  return Object.fromEntries(entries.map(severityOf));
}

function severityOf(entry: string): [string, Severity | "off"] {
  const [name = "", said] = entry.split("=");
  const level = levels.find((candidate) => candidate === said);
  if (!level || !names.has(name)) throw new UseError("badSeverity", { what: entry });
  return [name, level];
}
