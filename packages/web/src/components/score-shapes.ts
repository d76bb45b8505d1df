import { type Item, type JsonObject, type JsonValue, pointsAt } from "@rolewright/runtime";

/** A corner of the curve: derived value and points. */
export interface Corner {
  readonly x: number;
  readonly y: number;
}

/** Straight pieces that stand for a bend. */
const pieces = 12;

/** The value as a share of its target, within floor and cap; straight, or for less-is-better a hyperbola. */
export function proportionCorners({ score, target }: Item): readonly Corner[] | undefined {
  const bound = target?.bounds[0];
  const at = Number(bound?.value);
  if (!score || !bound || !(at > 0)) return undefined;
  const [floor, cap] = [number(score.params.floor, 0), number(score.params.cap, 100)];
  const limited = (points: number) => Math.min(cap, Math.max(floor, points));
  const direction = score.params.direction ?? directionOf(bound.keyword);
  if (direction === "lower") {
    const from = (at * 100) / cap;
    const xs = Array.from({ length: pieces + 1 }, (_, index) => from + ((at * 3 - from) * index) / pieces);
    return [{ x: 0, y: cap }, ...xs.map((x) => ({ x, y: limited((at * 100) / x) }))];
  }
  const pointsAt = (x: number) => limited(direction === "higher" ? (x * 100) / at : 200 - (x * 100) / at);
  const valueFor = (points: number) => (direction === "higher" ? points * at : (200 - points) * at) / 100;
  const last = Math.max(valueFor(floor), valueFor(cap)) * 1.2;
  const xs = [0, valueFor(floor), valueFor(cap), last].filter((x) => x >= 0).sort((a, b) => a - b);
  return [...new Set(xs)].map((x) => ({ x, y: pointsAt(x) }));
}

/** Nothing up to the threshold, then so much for each, up to the cap. */
export function bonusCorners({ over, per, cap }: JsonObject): readonly Corner[] | undefined {
  const [start, each] = [number(over, 0), number(per, 0)];
  if (each <= 0) return undefined;
  const top = number(cap, each * 10);
  const end = start + top / each;
  const rise = [
    { x: start, y: 0 },
    { x: end, y: top },
  ];
  const before = start > 0 ? [{ x: 0, y: 0 }] : [];
  return [...before, ...rise, ...(cap === undefined ? [] : [{ x: end + (end - start) * 0.25, y: top }])];
}

/** The points of each place of a scale, from one to the next; nothing for levels that are words. */
export function levelCorners(levels: JsonValue | undefined): readonly Corner[] | undefined {
  if (!Array.isArray(levels)) return undefined;
  const places = (levels as readonly JsonObject[]).map(({ value, points }) => ({ x: value, y: number(points, 0) }));
  const known = places.filter((place): place is Corner => typeof place.x === "number");
  return known.length === places.length && known.length > 1 ? known.sort((a, b) => a.x - b.x) : undefined;
}

/** How finely a formula is looked at. */
const samples = 60;

/** What a formula gives over the values that matter: those that may be filled in, else from nothing to twice the target. */
export function formulaCorners(item: Item): readonly Corner[] | undefined {
  const { schema } = item.observation;
  const bounds = item.target?.bounds.map(({ value }) => Number(value)) ?? [];
  const low = number(schema.minimum, Math.min(0, ...bounds));
  const reach = bounds.length === 0 ? 100 : Math.max(...bounds) * 2 || 1;
  const high = number(schema.maximum, item.unit === "%" ? Math.min(100, reach) : reach);
  const even = Array.from({ length: samples + 1 }, (_, index) => low + ((high - low) * index) / samples);
  const xs = [...new Set([...even, ...bounds])].filter((x) => x >= low && x <= high).sort((a, b) => a - b);
  const ys = pointsAt(item, xs);
  return ys && straightened(xs.map((x, index) => ({ x, y: ys[index] ?? 0 })));
}

/** Without the corners in the middle of a straight line. */
function straightened(corners: readonly Corner[]): readonly Corner[] {
  return corners.filter((corner, index) => {
    const [before, after] = [corners[index - 1], corners[index + 1]];
    if (!before || !after) return true;
    const between = before.y + ((after.y - before.y) * (corner.x - before.x)) / (after.x - before.x);
    return Math.abs(between - corner.y) > 0.001;
  });
}

/** As the method itself reads it from the target. */
function directionOf(keyword: string): "higher" | "lower" | "deviation" {
  if (keyword === "const") return "deviation";
  return keyword === "minimum" || keyword === "exclusiveMinimum" ? "higher" : "lower";
}

function number(value: JsonValue | undefined, otherwise: number): number {
  return typeof value === "number" || typeof value === "string" ? Number(value) : otherwise;
}
