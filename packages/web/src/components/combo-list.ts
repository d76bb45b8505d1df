import type { ComboBox } from "@vaadin/combo-box";

/** Names the list of a combo box like its field: the kit leaves it nameless. Use as `@opened-changed`. */
export function nameList(event: Event): void {
  const box = event.target as ComboBox;
  const list = document.getElementById(box.inputElement?.getAttribute("aria-controls") ?? "");
  if (box.opened && list) list.setAttribute("aria-label", box.label ?? "");
}
