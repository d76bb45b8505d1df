import type { Translator } from "@rolewright/locale";
import type { Terminal } from "./terminal.ts";

/** What every command is given. */
export interface Context {
  readonly terminal: Terminal;
  readonly words: Translator;
  /** The tag given with `--language`; undefined when the language came from the system. */
  readonly statedLanguage?: string | undefined;
}

/** How a command ends. Scripts rely on these numbers. */
export const exitCodes = {
  fine: 0,
  /** The template has errors or warnings, or the figures do not fit it. */
  findings: 1,
  /** The command line is wrong, or a file cannot be read or written. */
  wrongUse: 2,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Wrong use, to be told in the user's language: message `cli.errors.<code>` with its parameters. */
export class UseError extends Error {
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;

  constructor(code: string, params: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
}
