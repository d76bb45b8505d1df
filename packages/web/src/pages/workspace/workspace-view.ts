/** How a role is edited: in the designer, as code, or in both side by side. In the order of Ctrl 1, 2, 3. */
export const views = ["design", "code", "both"] as const;
export type View = (typeof views)[number];

const memory = "rolewright.workspace.view";

/** The view last chosen in this browser; before that the designer alone: nobody has to read code who did not ask for it. */
export function keptView(): View {
  const kept = views.find((view) => view === localStorage.getItem(memory)) ?? "design";
  // What was chosen on a wide screen may not fit a phone, where one pane is seen at a time.
  return kept === "both" && matchMedia("(max-width: 719px)").matches ? "design" : kept;
}

/** Remembers a view in this browser. */
export function keepView(view: View): void {
  localStorage.setItem(memory, view);
}
