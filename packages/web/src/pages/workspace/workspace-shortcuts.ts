import type { OpenRole } from "./open-role.ts";
import type { ReaderGuide } from "./reader-guide.ts";
import type { Shortcut } from "./shortcuts.ts";
import type { Following } from "./together/following.ts";
import type { WorkspaceLayout } from "./workspace-layout.ts";
import { views } from "./workspace-view.ts";

/** What keys act on. */
export interface Workspace {
  readonly openRole: OpenRole;
  readonly layout: WorkspaceLayout;
  readonly guide: ReaderGuide;
  readonly following: Following;
  readonly keepRevision: () => void;
}

/** The keys of the workspace, in the order in which they are tried. */
export function workspaceShortcuts(of: Workspace): readonly Shortcut[] {
  const { openRole, layout, guide, following, keepRevision } = of;
  const mayUndo = (event: KeyboardEvent) => !inCode(event) && !writes(event.target as HTMLElement);
  const showing = views.map((view, index) => ({ key: String(index + 1), mod: true, run: () => guide.show(view) }));
  return [
    { key: "F8", run: () => guide.stepFinding(1) },
    { key: "F8", shift: true, run: () => guide.stepFinding(-1) },
    { key: "m", mod: true, shift: true, run: layout.foldProblems },
    { key: "s", mod: true, run: keepRevision },
    ...showing,
    { key: "z", mod: true, when: mayUndo, run: openRole.undo },
    { key: "z", mod: true, shift: true, when: mayUndo, run: openRole.redo },
    { key: "y", mod: true, when: mayUndo, run: openRole.redo },
    { key: "f", mod: true, when: (event) => !inCode(event), run: () => void guide.find() },
    { key: "Escape", when: () => following.peer !== undefined, run: following.end },
    { key: "Escape", when: () => layout.sight.drawer, run: layout.toggleDrawer },
    { key: "Escape", when: () => layout.sight.panel !== undefined, run: layout.closePanel },
  ];
}

/** The code has keys of its own. */
function inCode({ target }: Event): boolean {
  return target instanceof Element && target.closest("rw-code-editor") !== null;
}

/** Within a field the browser takes back what is typed; a field that has nothing of its own lets the role's history. */
function writes(target: HTMLElement): boolean {
  const field = target.closest("rw-text-field");
  return field ? field.dirty : target.matches("input:not([type=checkbox], [type=date]), textarea");
}
