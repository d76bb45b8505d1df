import { styleText } from "node:util";

/** Where a command writes: results to `out`, which may be piped on, and everything about the run to `err`. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Colours text for `err`; leaves it alone where that is no terminal or NO_COLOR is set. */
  style(style: Style, text: string): string;
}

export type Style = "red" | "yellow" | "cyan" | "dim" | "bold";

/** The process's own terminal. Each call writes one line, or several separated by line feeds. */
export const processTerminal: Terminal = {
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (text) => void process.stderr.write(`${text}\n`),
  style: (style, text) => styleText(style, text, { stream: process.stderr }),
};
