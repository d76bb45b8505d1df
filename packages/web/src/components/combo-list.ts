import type { ComboBox } from "@vaadin/combo-box";

/** Names the list of a combo box like its field: the kit leaves it nameless. Use as `@opened-changed`. */
export function nameList(event: Event): void {
  const box = event.target as ComboBox;
  const list = document.getElementById(box.inputElement?.getAttribute("aria-controls") ?? "");
  if (box.opened && list) list.setAttribute("aria-label", box.label ?? "");
}

/**
 * Takes the only entry that fits what was typed: who types a name and presses Enter, or goes on with Tab, need not
 * choose it from a list of one. Use as `@keydown`.
 */
export function takeOnlyMatch(event: KeyboardEvent): void {
  const box = event.currentTarget as ComboBox<{ readonly value: string }>;
  if (event.isComposing || (event.key !== "Enter" && event.key !== "Tab") || !box.opened) return;
  const [only, ...more] = box.filteredItems ?? [];
  if (!only || more.length > 0 || box.value === only.value) return;
  box.value = only.value;
  box.close();
  if (event.key === "Enter") event.preventDefault();
}
