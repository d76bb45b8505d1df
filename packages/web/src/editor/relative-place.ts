import * as Y from "yjs";

/** Where a relative position is in a text. What a peer sent is not to be trusted: no place of this text is undefined. */
export function absoluteOffset(text: Y.Text, json: unknown): number | undefined {
  const { doc } = text;
  if (!doc || typeof json !== "object" || json === null) return undefined;
  try {
    const found = Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(json), doc);
    return found?.type === text ? found.index : undefined;
  } catch {
    return undefined;
  }
}
