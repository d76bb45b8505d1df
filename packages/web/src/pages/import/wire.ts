import { render, svg as svgPart } from "lit";

/**
 * Draws the line from a mark in the source to the card it stands for, in the coordinates of the drawing; nothing when
 * one of them is missing or scrolled out of its pane.
 */
export function drawWire(drawing: SVGElement, mark: HTMLElement | undefined, card: HTMLElement | undefined): void {
  const frame = drawing.getBoundingClientRect();
  const from = mark && lastLine(mark);
  const to = card?.getBoundingClientRect();
  const seen = (box: DOMRect | undefined, pane: Element | null | undefined) => {
    const around = pane?.getBoundingClientRect();
    return box && around && box.bottom > around.top && box.top < around.bottom;
  };
  if (!from || !to || !seen(from, mark?.closest(".imr-scroll")) || !seen(to, card?.closest(".imr-scroll"))) {
    render(svgPart``, drawing as unknown as HTMLElement);
    return;
  }
  const [x1, y1] = [from.right - frame.left, from.top + from.height / 2 - frame.top];
  const [x2, y2] = [to.left - frame.left, to.top + Math.min(18, to.height / 2) - frame.top];
  const bend = Math.max(40, (x2 - x1) / 2);
  drawing.dataset.kind = card?.dataset.kind ?? "other";
  render(
    svgPart`<path d="M${x1} ${y1} C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}" fill="none" stroke="var(--edge)" stroke-width="2"></path>
      <circle cx=${x1} cy=${y1} r="4"></circle><circle cx=${x2} cy=${y2} r="4"></circle>`,
    drawing as unknown as HTMLElement,
  );
}

function lastLine(mark: HTMLElement): DOMRect | undefined {
  return [...mark.getClientRects()].at(-1);
}
