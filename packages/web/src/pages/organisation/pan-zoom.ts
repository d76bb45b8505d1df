/** Where a drawing is moved to, and how large it is drawn. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

const least = 0.2;
const most = 2.5;
/** Titles are at least 12 px then. */
const legible = 0.86;

/** A drawing and the room it is shown in, in pixels. */
export interface Sizes {
  readonly room: { readonly width: number; readonly height: number };
  readonly drawing: { readonly left: number; readonly width: number; readonly height: number };
}

/** Around a point of the room that stays where it is. */
export function zoomed({ x, y, scale }: View, factor: number, point: { readonly x: number; readonly y: number }): View {
  const next = Math.min(most, Math.max(least, scale * factor));
  const grown = next / scale;
  return { scale: next, x: point.x - (point.x - x) * grown, y: point.y - (point.y - y) * grown };
}

/** The whole drawing in the middle of the room, never larger than it is; what is too wide to be read begins at its left. */
export function fitted({ room, drawing }: Sizes): View {
  const margin = 32;
  const wanted = Math.min((room.width - 2 * margin) / drawing.width, (room.height - 2 * margin) / drawing.height, 1);
  const scale = Math.max(wanted, least);
  const x = Math.max(margin, (room.width - drawing.width * scale) / 2) - drawing.left * scale;
  return { scale, x, y: margin };
}

/** As a chart is first shown: whole where its words can be read then, else from its beginning at a size that can. */
export function begun(sizes: Sizes): View {
  const whole = fitted(sizes);
  if (whole.scale >= legible) return whole;
  return { scale: legible, x: whole.y - sizes.drawing.left * legible, y: whole.y };
}

/** Two fingers on the room: where their middle is, and how far they are apart. */
export function pinchOf(points: readonly { readonly x: number; readonly y: number }[]) {
  const [one, other] = points;
  if (!one || !other) return undefined;
  return {
    x: (one.x + other.x) / 2,
    y: (one.y + other.y) / 2,
    apart: Math.hypot(one.x - other.x, one.y - other.y),
  };
}
