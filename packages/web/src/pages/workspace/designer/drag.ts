import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { setCustomNativeDragPreview } from "@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview";

/** What is dragged: items, by their keys. */
export interface DraggedItems {
  readonly keys: readonly string[];
}

/** Where it is let go: in front of or behind an item, or at the end of a section. */
export interface DropPlace {
  readonly section: string;
  readonly key: string | undefined;
  readonly edge: "before" | "behind";
}

interface CardDrag {
  /** The card's own item. */
  readonly item: () => { readonly key: string; readonly section: string };
  /** What goes with it. */
  readonly data: () => DraggedItems;
  /** What is said of several items on their way. */
  readonly label: (count: number) => string;
  readonly may: () => boolean;
  readonly dragged: (on: boolean) => void;
  readonly edge: (edge: "before" | "behind" | undefined) => void;
}

const kind = "rolewright/items";

/** Makes a card one that can be dragged by its handle, and dropped on. Call the result to end it. */
export function cardDrag(
  card: HTMLElement,
  handle: HTMLElement,
  { item, data, label, may, dragged, edge }: CardDrag,
): () => void {
  const edgeAt = (y: number) => {
    const { top, height } = card.getBoundingClientRect();
    return y < top + height / 2 ? "before" : "behind";
  };
  return combine(
    draggable({
      element: card,
      dragHandle: handle,
      canDrag: may,
      getInitialData: () => ({ kind, ...data() }),
      onGenerateDragPreview: ({ nativeSetDragImage }) => {
        const { length } = data().keys;
        if (length > 1) setCustomNativeDragPreview({ nativeSetDragImage, render: pill(label(length)) });
      },
      onDragStart: () => dragged(true),
      onDrop: () => dragged(false),
    }),
    dropTargetForElements({
      element: card,
      canDrop: ({ source }) => source.data.kind === kind && !keysIn(source.data).includes(item().key),
      getData: ({ input }) => ({ ...item(), edge: edgeAt(input.clientY) }),
      onDrag: ({ self }) => edge(self.data.edge === "before" ? "before" : "behind"),
      onDragLeave: () => edge(undefined),
      onDrop: () => edge(undefined),
    }),
  );
}

/** Several cards are dragged as one small label. */
function pill(words: string) {
  return ({ container }: { readonly container: HTMLElement }) => {
    const label = document.createElement("span");
    label.className = "dz-pill";
    label.textContent = words;
    container.append(label);
  };
}

function keysIn(data: Record<string | symbol, unknown>): readonly string[] {
  return Array.isArray(data.keys) ? data.keys.map(String) : [];
}

/** Elements that are the places behind the last items of sections, for as long as they are on the page. */
export class SectionEnds {
  readonly #callbacks = new Map<string, (element: Element | undefined) => void>();

  /** To be told of the element of a section, and when it goes; the same function for a section every time. */
  of(section: string): (element: Element | undefined) => void {
    const known = this.#callbacks.get(section);
    if (known) return known;
    let end: (() => void) | undefined;
    const callback = (element: Element | undefined) => {
      end?.();
      end = element instanceof HTMLElement ? endOfSection(element, section) : undefined;
    };
    this.#callbacks.set(section, callback);
    return callback;
  }
}

function endOfSection(element: HTMLElement, section: string): () => void {
  const over = (on: boolean) => element.toggleAttribute("data-over", on);
  return dropTargetForElements({
    element,
    canDrop: ({ source }) => source.data.kind === kind,
    getData: () => ({ section, edge: "behind" }),
    onDragEnter: () => over(true),
    onDragLeave: () => over(false),
    onDrop: () => over(false),
  });
}

/** Calls back when items were dropped somewhere. */
export function onItemDrop(drop: (items: DraggedItems, place: DropPlace) => void): () => void {
  return monitorForElements({
    canMonitor: ({ source }) => source.data.kind === kind,
    onDrop: ({ source, location }) => {
      const target = location.current.dropTargets[0]?.data;
      if (!target) return;
      drop(
        { keys: keysIn(source.data) },
        {
          section: String(target.section),
          key: target.key === undefined ? undefined : String(target.key),
          edge: target.edge === "before" ? "before" : "behind",
        },
      );
    },
  });
}
