import { actualInWords } from "@rolewright/locale";
import type { Item, JsonValue, ScorecardLine } from "@rolewright/runtime";
import { html, nothing, svg, type TemplateResult } from "lit";
import { t } from "../app/language.ts";
import "./score-curve.css";
import { bonusCorners, type Corner, formulaCorners, levelCorners, proportionCorners } from "./score-shapes.ts";

const frame = { left: 28, right: 196, top: 14, bottom: 76 } as const;

/**
 * How points follow from the derived value, with the present value on it; nothing for methods that are no function
 * of one value (deductions per missed instance).
 */
export function scoreCurve(item: Item, line: ScorecardLine): TemplateResult | typeof nothing {
  const corners = cornersOf(item);
  if (!corners) return nothing;
  // Of several instances each has its own value; the line's is their share and no point of this curve.
  const actual = line.instances.length > 1 ? null : line.actual;
  const { points } = line;
  const value = actual === null ? undefined : Number(actual);
  const scale = scaleOf(corners, value);
  const path = `M${corners.map((corner) => `${scale.x(corner.x)} ${scale.y(corner.y)}`).join("L")}`;
  const label =
    actual === null || points === null
      ? t("web.scorecard.curve.empty")
      : t("web.scorecard.curve.label", { actual: actualInWords(line, line.every, t), points });
  return html`<svg class="curve" width="204" height="100" viewBox="0 0 204 100" role="img" aria-label=${label}>
    <path d="M${frame.left} ${frame.bottom}H${frame.right}M${frame.left} 10V${frame.bottom}" stroke="var(--line-2)" fill="none" />
    <path d="M${frame.left} ${frame.top}H${frame.right}" stroke="var(--line)" stroke-dasharray="2 3" />
    <path d=${path} fill="none" stroke="var(--accent)" stroke-width="2" stroke-linejoin="round" />
    ${value === undefined || points === null ? nothing : here(scale.x(value), scale.y(Number(points)), line.state)}
    <text x="24" y="18" text-anchor="end">${scale.top}</text>
    <text x="24" y="80" text-anchor="end">0</text>
    ${ticks(corners).map((x) => svg`<text x=${scale.x(x)} y="92" text-anchor="middle">${x}</text>`)}
  </svg>`;
}

function here(x: number, y: number, state: ScorecardLine["state"]) {
  const color = state === "met" ? "var(--ok)" : "var(--bad)";
  return svg`<path d="M${x} ${frame.bottom}V${y}H${frame.left}" fill="none" stroke=${color} stroke-dasharray="3 3"/>
    <circle cx=${x} cy=${y} r="4" fill=${color} stroke="var(--panel)" stroke-width="2"/>`;
}

function scaleOf(corners: readonly Corner[], value: number | undefined) {
  const xs = [...corners.map((corner) => corner.x), ...(value === undefined ? [] : [value])];
  const [low, high] = [Math.min(...xs), Math.max(...xs)];
  const top = Math.max(100, ...corners.map((corner) => corner.y));
  const width = frame.right - frame.left;
  return {
    top,
    x: (x: number) => round(frame.left + ((x - low) / (high - low || 1)) * width),
    y: (y: number) => round(frame.bottom - (Math.max(0, y) / top) * (frame.bottom - frame.top)),
  };
}

/** Values named below the axis: the inner corners, at most two, so that they never touch. */
function ticks(corners: readonly Corner[]): number[] {
  const inner = [...new Set(corners.slice(1, -1).map((corner) => corner.x))];
  return inner.length <= 2 ? inner : [inner[0] ?? 0, inner.at(-1) ?? 0];
}

/** The corners of the curve from value to points, left to right; undefined where points are no function of one value. */
export function cornersOf(item: Item): readonly Corner[] | undefined {
  const params = item.score?.params ?? {};
  if (item.score === undefined || item.score.kind === "pass")
    return passCorners(item, number(params.points, 100), number(params.else, 0));
  if (item.score.kind === "linear") return linearCorners(params);
  if (item.score.kind === "bands") return bandCorners(params.bands, edge(params.else));
  if (item.score.kind === "deduct") return deductCorners(item, params);
  if (item.score.kind === "proportion") return proportionCorners(item);
  if (item.score.kind === "bonus") return bonusCorners(params);
  if (item.score.kind === "levels") return levelCorners(params.levels);
  if (item.score.kind === "expression") return formulaCorners(item);
  return undefined;
}

/** One step at the bound. Lower-is-better targets start high. */
function passCorners(item: Item, met: number, missed: number): readonly Corner[] | undefined {
  const bound = item.target?.bounds.length === 1 ? item.target.bounds[0] : undefined;
  if (!bound || bound.keyword === "const") return undefined;
  const at = Number(bound.value);
  const rising = bound.keyword === "minimum" || bound.keyword === "exclusiveMinimum";
  const [before, after] = rising ? [missed, met] : [met, missed];
  const span = Math.abs(at) || 1;
  return [
    { x: at - span * (rising ? 1 : 0.6), y: before },
    { x: at, y: before },
    { x: at, y: after },
    { x: at + span * 0.4, y: after },
  ];
}

function linearCorners(params: Item["observation"]["schema"]): readonly Corner[] {
  const [from, to] = [number(params.from, 0), number(params.to, 0)];
  const start = { x: from, y: number(params.low, 0) };
  const end = { x: to, y: number(params.high, 100) };
  const pad = Math.abs(to - from) * 0.25;
  const corners = [
    { x: start.x - Math.sign(to - from) * (from === 0 ? 0 : pad), y: start.y },
    start,
    end,
    { x: end.x + Math.sign(to - from) * pad, y: end.y },
  ];
  return from <= to ? corners : corners.reverse();
}

/** Full points up to the bound, then `per` less for every unit beyond it. */
function deductCorners(item: Item, params: Item["observation"]["schema"]): readonly Corner[] | undefined {
  const bound = item.target?.bounds.length === 1 ? item.target.bounds[0] : undefined;
  const byUnit = params.each === "unit" || (params.each === undefined && item.every !== "week" && item.every !== "day");
  const per = number(params.per, 0);
  if (!bound || bound.keyword === "const" || !byUnit || per <= 0) return undefined;
  const at = Number(bound.value);
  const floor = number(params.floor, 0);
  const reach = (100 - floor) / per;
  const away = bound.keyword === "maximum" || bound.keyword === "exclusiveMaximum" ? 1 : -1;
  const corners = [
    { x: at - away * reach * 0.2, y: 100 },
    { x: at, y: 100 },
    { x: at + away * reach, y: floor },
    { x: at + away * reach * 1.2, y: floor },
  ].filter((corner) => corner.x >= Math.min(0, at));
  return away === 1 ? corners : corners.reverse();
}

/** Steps between the bands' edges, lowest first, with what is given beyond an outer edge. */
function bandCorners(bands: JsonValue | undefined, otherwise: number | undefined): readonly Corner[] | undefined {
  if (!Array.isArray(bands)) return undefined;
  const steps = (bands as readonly Readonly<Record<string, JsonValue>>[])
    .map((band) => ({
      lower: edge(band.from ?? band.above),
      upper: edge(band.below ?? band.upTo),
      y: number(band.points, 0),
    }))
    .sort((a, b) => (a.lower ?? a.upper ?? 0) - (b.lower ?? b.upper ?? 0));
  const edges = steps.flatMap(({ lower, upper }) => [lower, upper]).filter((x) => x !== undefined);
  if (edges.length === 0) return undefined;
  const pad = (Math.max(...edges) - Math.min(...edges)) * 0.3 || 1;
  const corners = steps.flatMap(({ lower, upper, y }, index) => [
    { x: lower ?? steps[index - 1]?.upper ?? Math.min(...edges) - pad, y },
    { x: upper ?? steps[index + 1]?.lower ?? Math.max(...edges) + pad, y },
  ]);
  if (otherwise === undefined) return corners;
  const [low, high] = [steps[0]?.lower, steps.at(-1)?.upper];
  const beyond = (at: number, to: number) => [at, to].map((x) => ({ x, y: otherwise }));
  return [
    ...(low === undefined ? [] : beyond(low - pad, low)),
    ...corners,
    ...(high === undefined ? [] : beyond(high, high + pad)),
  ];
}

function edge(value: JsonValue | undefined): number | undefined {
  return value === undefined ? undefined : number(value, 0);
}

function number(value: JsonValue | undefined, otherwise: number): number {
  return typeof value === "number" || typeof value === "string" ? Number(value) : otherwise;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
