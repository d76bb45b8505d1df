import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";

/** More stops than any page has between two things a person wants in a row. */
const mostStops = 120;

/**
 * Presses Tab, or Shift Tab, until the target or something in it has the focus, and asserts at each stop on the way that
 * one can see where the focus is.
 */
export async function tabTo(page: Page, target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  await target.first().waitFor();
  for (let stop = 0; stop < mostStops; stop += 1) {
    if (await hasFocus(target)) return;
    await page.keyboard.press(key);
    // Past the last stop of the page the browser's own bar has the focus.
    if (!(await isLost(page))) await assertFocusSeen(page);
  }
  assert.fail(`${target} is not reached by ${key}; the focus is at ${await focused(page)}`);
}

/** Asserts that something has the focus, and that an outline or a ring shows it. */
export async function assertFocusSeen(page: Page): Promise<void> {
  const unseen = await page.evaluate(async () => {
    // A ring may fade in.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const deepest = (root: Document | ShadowRoot): Element | null => {
      const { activeElement } = root;
      return activeElement?.shadowRoot?.activeElement ? deepest(activeElement.shadowRoot) : activeElement;
    };
    const at = deepest(document);
    if (!at || at === document.body) return "nothing has the focus";
    const around = (one: Element, steps: number): Element[] =>
      steps === 0 ? [one] : [one, ...(one.parentElement ? around(one.parentElement, steps - 1) : [])];
    const shows = (one: Element) =>
      [undefined, "::before", "::after"].some((part) => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one, part);
        return (outlineStyle !== "none" && outlineWidth !== "0px") || /0px 0px 0px [1-9][\d.]*px/.test(boxShadow);
      });
    // The kit's fields draw their ring inside.
    const inside = (one: Element) => [one, ...(one.shadowRoot?.querySelectorAll("*") ?? [])];
    const marks = [...around(at, 3).flatMap(inside), ...at.querySelectorAll("*")];
    return marks.some(shows) ? undefined : at.outerHTML.slice(0, 300);
  });
  assert.equal(unseen, undefined, "one sees where the focus is");
}

async function hasFocus(target: Locator): Promise<boolean> {
  return target.first().evaluate((element) => element.matches(":focus-within"));
}

async function isLost(page: Page): Promise<boolean> {
  return page.evaluate(() => document.activeElement === document.body);
}

async function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.outerHTML.slice(0, 300) ?? "nothing");
}
