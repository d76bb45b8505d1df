import type { Item, Section } from "@rolewright/runtime";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { copiedItems } from "./copied-items.ts";
import type { ItemWork } from "./item-desk.ts";

/** A list of cards that items are copied from and pasted into. */
interface CardList extends ReactiveControllerHost, HTMLElement {
  /** The items that an action is about. */
  readonly together: readonly Item[];
  /** Where new items go. */
  readonly section: Section | undefined;
  readonly readonly: boolean;
  pasteLines(lines: string): void;
}

/**
 * Copies, cuts and pastes items while the cards have the focus and none of their fields: then the clipboard is the
 * field's. Lines that are no items of a template become new items.
 */
export class Clipboard implements ReactiveController {
  constructor(
    private readonly list: CardList,
    private readonly desk: ItemWork,
  ) {
    list.addController(this);
  }

  hostConnected(): void {
    for (const name of ["copy", "cut", "paste"] as const) document.addEventListener(name, this.listener);
  }

  hostDisconnected(): void {
    for (const name of ["copy", "cut", "paste"] as const) document.removeEventListener(name, this.listener);
  }

  private readonly listener = (event: ClipboardEvent): void => {
    if (event.defaultPrevented || !this.isAtCards()) return;
    const acted = event.type === "paste" ? this.paste(event) : this.copy(event);
    if (acted) event.preventDefault();
  };

  private isAtCards(): boolean {
    const at = document.activeElement;
    const writes = at?.matches("input:not([type=checkbox]), textarea, select") ?? false;
    return at !== null && this.list.contains(at) && !writes && at.closest("dialog[open]") === null;
  }

  /** Text that is marked is what the reader means to copy. */
  private copy(event: ClipboardEvent): boolean {
    const { together, readonly } = this.list;
    if (together.length === 0 || document.getSelection()?.isCollapsed === false) return false;
    event.clipboardData?.setData("text/plain", this.desk.textOf(together));
    if (event.type === "cut" && !readonly) this.desk.remove(together);
    else this.desk.sayCopied(together);
    return true;
  }

  private paste(event: ClipboardEvent): boolean {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const { section, readonly, together } = this.list;
    if (readonly || !section || text.trim() === "") return false;
    const copied = copiedItems(text);
    if (!copied) this.list.pasteLines(text);
    else
      this.desk.paste(
        copied,
        section.key,
        together.findLast((item) => item.section === section.key),
      );
    return true;
  }
}
