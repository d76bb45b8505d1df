import type { Organisation } from "@rolewright/runtime";
import { box, type ChartLayout, type PlacedNode } from "./chart-layout.ts";
import { linePath } from "./chart-view.ts";

/** Colours of the light theme: a picture of the chart is for paper and slides. */
const colours = { ground: "#ffffff", line: "#cbd1da", edge: "#8791a1", ink: "#161b25", sunken: "#f6f7f9" } as const;
const font = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif";
const margin = 32;
/** A picture is drawn so much larger than on the page, to be sharp in print. */
const scale = 2;

/** The chart as a drawing of its own, which needs no style sheet. */
export function chartSvg(chart: Organisation, layout: ChartLayout): string {
  const [width, height] = [layout.width + 2 * margin, layout.height + 2 * margin];
  const places = new Map(layout.nodes.map((node) => [node.id, node]));
  const lines = layout.nodes.flatMap((node) => {
    const parent = places.get(node.parent ?? "");
    return parent
      ? [`<path d="${linePath(node, parent)}" fill="none" stroke="${colours.line}" stroke-width="1.5"/>`]
      : [];
  });
  const boxes = layout.nodes.map((node) => boxSvg(node, chart));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${layout.left - margin} ${-margin} ${width} ${height}" font-family="${font}">
<rect x="${layout.left - margin}" y="${-margin}" width="${width}" height="${height}" fill="${colours.ground}"/>
${[...lines, ...boxes].join("\n")}
</svg>
`;
}

function boxSvg({ id, x, y }: PlacedNode, chart: Organisation): string {
  const { title = "", described = false } = chart.nodes.get(id) ?? {};
  const lines = brokenTitle(title);
  const first = y + box.height / 2 + 4.5 - ((lines.length - 1) * 16) / 2;
  const texts = lines.map((text, index) => `<text x="${x}" y="${first + index * 16}">${escaped(text)}</text>`).join("");
  const ground = described
    ? `fill="${colours.ground}" stroke="${colours.edge}"`
    : `fill="${colours.sunken}" stroke="${colours.edge}" stroke-dasharray="4 3"`;
  return `<rect x="${x - box.width / 2}" y="${y}" width="${box.width}" height="${box.height}" rx="8" ${ground}/>
<g font-size="13" font-weight="${described ? 600 : 400}" fill="${colours.ink}" text-anchor="middle">${texts}</g>`;
}

/** A title on at most two lines; a Chinese character is as wide as two Latin ones. */
export function brokenTitle(title: string): readonly string[] {
  const width = (text: string) => [...text].reduce((sum, one) => sum + (one > "\u2E7F" ? 2 : 1), 0);
  const most = 21;
  if (width(title) <= most) return [title];
  const parts = /\s/.test(title) ? title.split(/(?<=\s)/) : [...title];
  const lines = ["", ""];
  let line = 0;
  for (const part of parts) {
    if (line === 0 && width(lines[0] + part) > most) line = 1;
    lines[line] += part;
  }
  const [first = "", second = ""] = lines.map((text) => text.trim());
  return width(second) <= most ? [first, second] : [first, `${[...second].slice(0, most / 2 - 1).join("")}…`];
}

/** The drawing as a picture. */
export async function chartPng(drawing: string): Promise<Blob> {
  const image = new Image();
  const address = URL.createObjectURL(new Blob([drawing], { type: "image/svg+xml" }));
  try {
    image.src = address;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width * scale, image.height * scale);
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await canvas.convertToBlob({ type: "image/png" });
  } finally {
    URL.revokeObjectURL(address);
  }
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
