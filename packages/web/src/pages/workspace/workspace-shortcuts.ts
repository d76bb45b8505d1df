import type { OpenRole } from "./open-role.ts";
import type { Shortcut } from "./shortcuts.ts";
import { type View, views } from "./workspace-view.ts";

/** What keys may ask of the workspace. */
export interface WorkspaceCommands {
  readonly openRole: OpenRole;
  readonly drawerOpen: boolean;
  readonly panelOpen: boolean;
  readonly isFollowing: boolean;
  /** Whether an event comes from within the code, which has keys of its own. */
  inCode(event: Event): boolean;
  show(view: View): void;
  stepFinding(by: 1 | -1): void;
  foldProblems(): void;
  keepRevision(): void;
  find(): void;
  toggleOutline(): void;
  closePanel(): void;
  endFollowing(): void;
}

/** The keys of the workspace, in the order in which they are tried. */
export function workspaceShortcuts(to: WorkspaceCommands): readonly Shortcut[] {
  const mayUndo = (event: KeyboardEvent) => !to.inCode(event) && !writes(event.target as HTMLElement);
  const showing = views.map((view, index) => ({ key: String(index + 1), mod: true, run: () => to.show(view) }));
  return [
    { key: "F8", run: () => to.stepFinding(1) },
    { key: "F8", shift: true, run: () => to.stepFinding(-1) },
    { key: "m", mod: true, shift: true, run: () => to.foldProblems() },
    { key: "s", mod: true, run: () => to.keepRevision() },
    ...showing,
    { key: "z", mod: true, when: mayUndo, run: to.openRole.undo },
    { key: "z", mod: true, shift: true, when: mayUndo, run: to.openRole.redo },
    { key: "y", mod: true, when: mayUndo, run: to.openRole.redo },
    { key: "f", mod: true, when: (event) => !to.inCode(event), run: () => to.find() },
    { key: "Escape", when: () => to.isFollowing, run: () => to.endFollowing() },
    { key: "Escape", when: () => to.drawerOpen, run: () => to.toggleOutline() },
    { key: "Escape", when: () => to.panelOpen, run: () => to.closePanel() },
  ];
}

/** Within a field the browser takes back what is typed; a field that has nothing of its own lets the role's history. */
function writes(target: HTMLElement): boolean {
  const field = target.closest("rw-text-field");
  return field ? field.dirty : target.matches("input:not([type=checkbox], [type=date]), textarea");
}
