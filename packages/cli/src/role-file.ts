import { type Diagnostic, inspect, type RoleModel } from "@rolewright/runtime";
import type { Context } from "./context.ts";
import { findingText } from "./findings.ts";
import { templatesAround } from "./template-folder.ts";
import { readText } from "./text-file.ts";

/** A template's text and what it means. */
export interface RoleFile {
  readonly text: string;
  readonly role: RoleModel;
}

/**
 * Reads and compiles a template. With errors in it they are written to `err` and undefined is returned; warnings
 * are left to `validate`, since the output asked for can be made.
 */
export async function readRole(file: string, context: Context): Promise<RoleFile | undefined> {
  const text = await readText(file);
  const { role, diagnostics } = inspect(text, templatesAround(file));
  const errors = diagnostics.filter(({ severity }: Diagnostic) => severity === "error");
  if (role && errors.length === 0) return { text, role };
  for (const error of errors) context.terminal.err(`${findingText(file, text, error, context)}\n`);
  return undefined;
}
