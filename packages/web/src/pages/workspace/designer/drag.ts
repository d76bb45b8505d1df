import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from "@atlaskit/pragmatic-drag-and-drop/element/adapter";

/** What is dragged: an item, by its key and section. */
export interface DraggedItem {
  readonly key: string;
  readonly section: string;
}

/** Where it is let go: in front of or behind an item, or at the end of a section. */
export interface DropPlace {
  readonly section: string;
  readonly key: string | undefined;
  readonly edge: "before" | "behind";
}

interface CardDrag {
  readonly data: () => DraggedItem;
  readonly may: () => boolean;
  readonly dragged: (on: boolean) => void;
  readonly edge: (edge: "before" | "behind" | undefined) => void;
}

const kind = "rolewright/item";

/** Makes a card one that can be dragged by its handle, and dropped on. Call the result to end it. */
export function cardDrag(card: HTMLElement, handle: HTMLElement, { data, may, dragged, edge }: CardDrag): () => void {
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
      onDragStart: () => dragged(true),
      onDrop: () => dragged(false),
    }),
    dropTargetForElements({
      element: card,
      canDrop: ({ source }) => source.data.kind === kind && source.data.key !== data().key,
      getData: ({ input }) => ({ section: data().section, key: data().key, edge: edgeAt(input.clientY) }),
      onDrag: ({ self }) => edge(self.data.edge === "before" ? "before" : "behind"),
      onDragLeave: () => edge(undefined),
      onDrop: () => edge(undefined),
    }),
  );
}

/** Makes an element the place behind the last item of a section. */
export function endOfSection(element: HTMLElement, section: string): () => void {
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

/** Calls back when an item was dropped somewhere. */
export function onItemDrop(drop: (item: DraggedItem, place: DropPlace) => void): () => void {
  return monitorForElements({
    canMonitor: ({ source }) => source.data.kind === kind,
    onDrop: ({ source, location }) => {
      const target = location.current.dropTargets[0]?.data;
      if (!target) return;
      drop(
        { key: String(source.data.key), section: String(source.data.section) },
        {
          section: String(target.section),
          key: target.key === undefined ? undefined : String(target.key),
          edge: target.edge === "before" ? "before" : "behind",
        },
      );
    },
  });
}
