/** What a key means in the list of cards. */
export type ListAction =
  | { readonly does: "go" | "stretch"; readonly by: 1 | -1 }
  | { readonly does: "move"; readonly by: 1 | -1 }
  | { readonly does: "open" | "toggle" | "all" | "clear" | "duplicate" | "remove" | "fix" };

/** The part of a keyboard event that matters here. */
export type Pressed = Pick<KeyboardEvent, "key" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey" | "isComposing">;

/**
 * The action for a key pressed in a card; undefined for what is the browser's or the field's. `onCard`: the card itself
 * has the focus and none of its fields. `many`: several items are worked on together.
 */
export function listAction(event: Pressed, onCard: boolean, many: boolean): ListAction | undefined {
  if (event.isComposing) return undefined;
  const mod = event.ctrlKey || event.metaKey;
  const anywhere = inFields(event, mod);
  if (anywhere || !onCard || event.altKey) return anywhere;
  return mod ? withControl(event) : plain(event, many);
}

function inFields({ key, altKey }: Pressed, mod: boolean): ListAction | undefined {
  const by = { ArrowUp: -1, ArrowDown: 1 }[key];
  if (altKey && !mod && by !== undefined) return { does: "move", by: by === 1 ? 1 : -1 };
  return mod && !altKey && key === "." ? { does: "fix" } : undefined;
}

function withControl({ key, shiftKey }: Pressed): ListAction | undefined {
  if (shiftKey) return undefined;
  const does = { " ": "toggle", a: "all", d: "duplicate" } as const;
  const found = does[key.toLowerCase() as keyof typeof does];
  return found && { does: found };
}

function plain({ key, shiftKey }: Pressed, many: boolean): ListAction | undefined {
  const by = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 }[key];
  if (by !== undefined) return { does: shiftKey ? "stretch" : "go", by: by === 1 ? 1 : -1 };
  if (shiftKey) return undefined;
  if (key === "Enter") return { does: "open" };
  if (key === "Delete") return { does: "remove" };
  if (key === " " && many) return { does: "toggle" };
  return key === "Escape" && many ? { does: "clear" } : undefined;
}
