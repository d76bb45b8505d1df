import { setTimeout } from "node:timers/promises";
import type { Page } from "playwright-core";

/** What a keystroke, or any other act, cost. Times in ms, from the event to the painted frame. */
export interface Act {
  /** Until each of the places showed it, in the order they were asked for. */
  readonly shown: readonly number[];
  /** The longest time between two frames while it was on its way. */
  readonly frame: number;
}

/** Where an act shows: an element that changes so that its text holds `text`. */
export interface Place {
  readonly selector: string;
  readonly text: string;
}

/**
 * Does something that begins with an input event and waits until every place shows it. The clock starts with the
 * event's own time stamp and stops after the frame in which the place has changed.
 */
export async function timed(
  page: Page,
  event: "keydown" | "click",
  places: readonly Place[],
  act: () => Promise<unknown>,
) {
  await page.evaluate(watch, { event, places });
  await act();
  return await Promise.race([
    page.evaluate(() => (globalThis as unknown as { act: Promise<Act> }).act),
    tooLate(`${event} was not shown by ${JSON.stringify(places)}`),
  ]);
}

/** A bench that waits for what never comes would say nothing. */
async function tooLate(what: string): Promise<never> {
  await setTimeout(60_000, undefined, { ref: false });
  throw new Error(`${what} within a minute.`);
}

/** Runs in the page. */
function watch({ event, places }: { readonly event: string; readonly places: readonly Place[] }): void {
  const scope = globalThis as unknown as { act: Promise<Act> };
  scope.act = new Promise((resolve) => {
    const shown = new Map<number, number>();
    let start = Number.NaN;
    let last = Number.NaN;
    let frame = 0;
    const tick = (now: number) => {
      if (Number.isFinite(last)) frame = Math.max(frame, now - last);
      if (Number.isFinite(start)) last = now;
      if (shown.size < places.length) requestAnimationFrame(tick);
      else resolve({ shown: places.map((_, index) => (shown.get(index) ?? Number.NaN) - start), frame });
    };
    const painted = (index: number) =>
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => shown.set(index, performance.now());
        channel.port2.postMessage(0);
      });
    const seen = new Set<number>();
    const look = (records: readonly MutationRecord[]) => {
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement;
        places.forEach(({ selector, text }, index) => {
          if (seen.has(index) || !element?.closest(selector) || !element.textContent?.includes(text)) return;
          seen.add(index);
          painted(index);
        });
      }
      if (seen.size === places.length) observer.disconnect();
    };
    const observer = new MutationObserver(look);
    const begin = (real: Event) => {
      removeEventListener(event, begin, true);
      start = real.timeStamp;
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    };
    addEventListener(event, begin, true);
    requestAnimationFrame(tick);
  });
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
