import type { Organisation } from "@rolewright/runtime";
import { type HierarchyPointNode, hierarchy, tree } from "d3-hierarchy";

/** Size of a box and the room around it, in pixels of the chart. */
export const box = { width: 156, height: 44, across: 20, down: 44, step: 10 } as const;

/** Subordinates without any of their own stand below each other from so many on: a chart must not grow endlessly wide. */
const stackFrom = 3;

export interface PlacedNode {
  readonly id: string;
  /** Middle of the box's upper edge. */
  readonly x: number;
  readonly y: number;
  /** 1 at the top. */
  readonly level: number;
  readonly parent: string | undefined;
  /** Whether it stands in a column below its superior, from whose side its line comes. */
  readonly stacked: boolean;
}

export interface ChartLayout {
  /** Top down, and from left to right. */
  readonly nodes: readonly PlacedNode[];
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

interface Place {
  readonly ids: readonly string[];
  readonly children: readonly Place[];
}

/** Room between two trees. */
const apart = 48;
/** The chart is about so much wider than high, as the room it is shown in. */
const aspect = 1.6;

/**
 * Places every visible node of the organisation; what is below a `folded` one is left out. Each top has a tree of its
 * own; trees stand beside each other in rows, since many of them in one row would be too wide to be read.
 */
export function chartLayout(chart: Organisation, folded: ReadonlySet<string>): ChartLayout {
  const trees = chart.tops.map((top) => treeOf(placeOf(chart, top, folded)));
  const area = trees.reduce((sum, one) => sum + (one.width + apart) * (one.height + apart), 0);
  const most = Math.max(Math.sqrt(area * aspect), ...trees.map(({ width }) => width));
  const nodes: PlacedNode[] = [];
  let [x, y, rowHeight, widest] = [0, 0, 0, 0];
  for (const { left, width, height, nodes: own } of trees) {
    if (x > 0 && x + width > most) [x, y, rowHeight] = [0, y + rowHeight + apart, 0];
    for (const node of own) nodes.push({ ...node, x: node.x - left + x, y: node.y + y });
    widest = Math.max(widest, x + width);
    rowHeight = Math.max(rowHeight, height);
    x += width + apart;
  }
  return { nodes, left: 0, width: widest, height: y + rowHeight };
}

/** One tree, around its top at 0. */
function treeOf(place: Place): ChartLayout {
  const placed = tree<Place>().nodeSize([box.width + box.across, box.height + box.down])(
    hierarchy(place, ({ children }) => children),
  );
  const nodes = placed.descendants().flatMap(nodesOf);
  const edges = nodes.map(({ x }) => x);
  const left = Math.min(...edges) - box.width / 2;
  const width = Math.max(...edges) + box.width / 2 - left;
  return { nodes, left, width, height: Math.max(...nodes.map(({ y }) => y)) + box.height };
}

/** Below whom a node is drawn: nobody, where it is the top at which a cycle is broken up. */
export function subordinatesOf(chart: Organisation, id: string): readonly string[] {
  return chart.nodes.get(id)?.subordinates.filter((one) => !chart.tops.includes(one)) ?? [];
}

function placeOf(chart: Organisation, id: string, folded: ReadonlySet<string>): Place {
  const below = folded.has(id) ? [] : subordinatesOf(chart, id);
  const leaves = below.every((one) => folded.has(one) || subordinatesOf(chart, one).length === 0);
  if (below.length >= stackFrom && leaves) return { ids: [id], children: [{ ids: below, children: [] }] };
  return { ids: [id], children: below.map((one) => placeOf(chart, one, folded)) };
}

function nodesOf({ data, x, depth, parent }: HierarchyPointNode<Place>): PlacedNode[] {
  const stacked = data.ids.length > 1;
  const top = depth * (box.height + box.down);
  return data.ids.map((id, index) => ({
    id,
    x: stacked ? x + box.across / 2 : x,
    y: top + index * (box.height + box.step) - (stacked ? box.down / 2 : 0),
    level: depth + 1,
    parent: parent?.data.ids[0],
    stacked,
  }));
}
