import type { IconName } from "../components/icon.ts";

/** Something that can be done, for the command palette. */
export interface Command {
  readonly label: string;
  readonly icon: IconName;
  /** Its keys, as they are shown: `Ctrl S`. */
  readonly keys?: string;
  readonly run: () => void;
}
