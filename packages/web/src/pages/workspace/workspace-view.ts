/** How a role is edited: in the designer, as code, or in both side by side. In the order of Ctrl 1, 2, 3. */
export const views = ["design", "code", "both"] as const;
export type View = (typeof views)[number];

const memory = "rolewright.workspace.view";

/** The view last chosen in this browser; before that both where there is room for them. */
export function keptView(): View {
  const kept = views.find((view) => view === localStorage.getItem(memory));
  const roomy = matchMedia("(min-width: 1200px)").matches;
  // What was chosen on a wide screen may not fit a phone, where one pane is seen at a time.
  if (kept === "both" && matchMedia("(max-width: 719px)").matches) return "design";
  return kept ?? (roomy ? "both" : "design");
}

/** Remembers a view in this browser. */
export function keepView(view: View): void {
  localStorage.setItem(memory, view);
}
