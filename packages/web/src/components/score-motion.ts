import { current } from "../app/language.ts";

const countMs = 200;
const glowMs = 600;

/** The figure each element showed last. Elements that are new have none, so nothing moves when a page opens. */
const shown = new WeakMap<Element, string>();

/**
 * Lets changed scores be seen: call it from `updated()`.
 *
 * Every `[data-figure="93.20"]` (decimal text, or empty) below `host` whose figure is another than before counts to it
 * in 200 ms, and the nearest `[data-glows]` around it glows once. Nothing moves for readers who want less motion.
 */
export function showScoreChanges(host: Element): void {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const glowing = new Set<Element>();
  for (const element of host.querySelectorAll("[data-figure]")) {
    const figure = element.getAttribute("data-figure") ?? "";
    const before = shown.get(element);
    shown.set(element, figure);
    if (before === undefined || before === figure || still) continue;
    count(element, before, figure);
    const line = element.closest("[data-glows]");
    if (line) glowing.add(line);
  }
  for (const line of glowing) for (const part of parts(line)) glow(part);
}

/** The background of a table row lies in its cells. */
function parts(line: Element): Iterable<Element> {
  return line instanceof HTMLTableRowElement ? line.cells : [line];
}

function glow(element: Element): void {
  const color = getComputedStyle(element).getPropertyValue("--accent-soft");
  element.animate([{ backgroundColor: color }, { offset: 1 }], { duration: glowMs, easing: "ease-out" });
}

/** Writes into the text that the template made and ends with that very text; a newer figure stops the older count. */
function count(element: Element, before: string, figure: string): void {
  const text = textOf(element);
  const [from, to] = [Number(before || "0"), Number(figure)];
  if (!text || before === "" || figure === "") return;
  const final = text.data;
  const digits = figure.split(".")[1]?.length ?? 0;
  const start = performance.now();
  const step = (now: number) => {
    if (shown.get(element) !== figure) return;
    const part = Math.min(1, (now - start) / countMs);
    text.data = part === 1 ? final : current().number((from + (to - from) * part).toFixed(digits));
    if (part < 1) requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}

function textOf(element: Element): Text | undefined {
  const texts = [...element.childNodes].filter((node): node is Text => node instanceof Text);
  return texts.find((node) => node.data.trim() !== "");
}
