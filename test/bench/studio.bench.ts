import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "@rolewright/server";
import { type Browser, chromium, type Page } from "playwright-core";
import { findChromium } from "../../packages/workbench/chromium.mjs";
import { ensurePage } from "../../packages/workbench/page.mjs";
import { figure, roleTemplate, templateText } from "../support/templates.ts";
import type { Row } from "./measure.ts";
import { servePeers } from "./studio-peers/build.ts";
import { median, timed } from "./studio-probe.ts";

const sizes = [50, 200, 500] as const;
const keystrokes = 15;
const loads = 5;
/** The first few of each act run code that the browser has not compiled yet, of large roles more of it. */
const actRounds = 15;

/**
 * The workspace in Chromium, on the production build and a real server: what the library transfers, what a keystroke
 * costs against Monaco alone with the same text, what work among 500 items costs against 50, and loading and typing
 * against JSON Forms and SurveyJS with the same fifty standards, served with the same headers.
 */
export async function run(): Promise<Row[]> {
  await ensurePage();
  const dataFolder = mkdtempSync(join(tmpdir(), "rolewright-studio-"));
  const server = await startServer({ dataFolder, host: "127.0.0.1", port: 0 });
  const peers = await servePeers(templateOf(200), server.url);
  const { executablePath, env, args } = await findChromium();
  const browser = await chromium.launch({ executablePath, env, args });
  try {
    const page = await openPage(browser, server.url);
    await page.goto(await server.signInLink());
    await page.locator("rw-library-page h1").waitFor();
    await showView(page, "both");
    const studio = { page, browser, peers: peers.url };
    return [
      await libraryScript(studio),
      ...(await keystrokeRows(studio)),
      ...(await workRows(studio)),
      ...(await formRows(studio)),
    ];
  } finally {
    await browser.close();
    peers.close();
    await server.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

interface Studio {
  /** Signed in. */
  readonly page: Page;
  readonly browser: Browser;
  readonly peers: string;
}

/** Items with a target, a scoring rule and a day, as authors write them. */
function templateOf(items: number, name = "peer"): string {
  const standards = Array.from({ length: items }, (_, index) => [
    `standard${index}`,
    figure(`工作标准第 ${index + 1} 项`, {
      unit: "%",
      target: { minimum: 90 },
      score: { kind: "linear", from: 0, to: 90 },
      due: { day: 5, inclusive: true },
    }),
  ]);
  const $id = `https://example.com/roles/${name}-${items}`;
  return templateText(roleTemplate(Object.fromEntries(standards), { $id, title: `${items} 项的岗位` }));
}

async function openPage(browser: Browser, baseURL: string): Promise<Page> {
  const viewport = { width: 1440, height: 900 };
  const context = await browser.newContext({ baseURL, locale: "zh-CN", viewport });
  context.setDefaultTimeout(180_000);
  return await context.newPage();
}

/** What the next role opens in: the designer alone, as for whoever has not chosen, or the code beside it. */
async function showView(page: Page, view: "design" | "both"): Promise<void> {
  await page.evaluate((chosen) => localStorage.setItem("rolewright.workspace.view", chosen), view);
}

/** Script bytes on the wire until the library stands still, without anything kept from before. */
async function libraryScript({ page }: Studio): Promise<Row> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  const scripts = new Map<string, number>();
  session.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Script") scripts.set(requestId, 0);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) scripts.set(requestId, encodedDataLength);
  });
  await page.goto("/");
  await page.locator("rw-library-page h1").waitFor();
  await page.waitForLoadState("networkidle");
  await session.detach();
  const ours = [...scripts.values()].reduce((sum, bytes) => sum + bytes, 0) / 1024;
  return row("script that the library transfers, compressed", "KB", ours, { name: "budget", value: 250 });
}

async function keystrokeRows(studio: Studio): Promise<Row[]> {
  const rows: Row[] = [];
  const alone = await monacoAlone(studio);
  for (const size of sizes) {
    const { page } = studio;
    await openRole(page, await makeRole(page, size));
    await toLine(page, size);
    const acts = await typed(page, [".view-lines", "rw-preview"], (text) => `项${text}`);
    const preview = median(acts.map(({ shown }) => shown[1] ?? 0));
    const frame = Math.max(...acts.map((act) => act.frame));
    const name = `a keystroke among ${size} items`;
    rows.push(
      row(`${name}, until the preview shows it, median`, "ms", preview, {
        name: "Monaco alone, 200 items",
        value: alone.key,
      }),
    );
    rows.push(row(`${name}, longest frame`, "ms", frame, { name: "Monaco alone, 200 items", value: alone.frame }));
  }
  return rows;
}

async function monacoAlone({ browser, peers }: Studio) {
  const page = await openPage(browser, peers);
  await page.goto("/monaco");
  await page.locator(".view-line").first().waitFor();
  await toLine(page, 200);
  const acts = await typed(page, [".view-lines"], (text) => `项${text}`);
  await page.context().close();
  return { key: median(acts.map(({ shown }) => shown[0] ?? 0)), frame: Math.max(...acts.map(({ frame }) => frame)) };
}

/** Types letter after letter; each place shows what was typed so far. */
async function typed(page: Page, selectors: readonly string[], shows: (typed: string) => string) {
  const acts = [];
  let text = "";
  for (let index = 0; index < keystrokes; index += 1) {
    const letter = String.fromCharCode(97 + (index % 26));
    text += letter;
    const places = selectors.map((selector) => ({ selector, text: shows(text) }));
    acts.push(await timed(page, "keydown", places, () => page.keyboard.press(letter)));
  }
  return acts.slice(3);
}

let made = 0;

async function makeRole(page: Page, size: number): Promise<string> {
  const { origin } = new URL(page.url());
  made += 1;
  const data = { text: templateOf(size, `made-${made}`), title: `${size} 项的岗位` };
  const answer = await page.request.post(`${origin}/api/v1/templates`, { data, headers: { origin } });
  return (await answer.json()).id;
}

async function openRole(page: Page, id: string): Promise<void> {
  await page.goto(`/roles/${id}`);
  await page.locator("rw-item-card").first().waitFor();
  await page.locator("rw-preview .paper td").first().waitFor();
}

/** Puts the caret behind the title of the item in the middle, by Monaco's own search. */
async function toLine(page: Page, size: number): Promise<void> {
  // Not before the text is in it: what is searched for in an empty editor is not found later.
  await page.locator("rw-code-editor .view-line, #host .view-line", { hasText: "title" }).first().click();
  await page.keyboard.press("ControlOrMeta+f");
  await page.keyboard.type(`第 ${size / 2} 项`);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await page.keyboard.press("ArrowRight");
}

/** Adding, moving and editing in the designer, 500 items against 50. */
async function workRows({ page }: Studio): Promise<Row[]> {
  const small = await work(page, 50);
  const large = await work(page, 500);
  return (["add", "move", "edit"] as const).map((what) =>
    row(`${what} an item among 500`, "ms", large[what], { name: "among 50", value: small[what] }),
  );
}

async function work(page: Page, size: number) {
  await openRole(page, await makeRole(page, size));
  await page.locator(".ws-view-design").click();
  const key = `standard${size / 2}`;
  await page.locator(`rw-outline [data-key=${key}]`).click();
  const card = page.locator(`.dz-card[data-key=${key}]`);
  const times: Record<"add" | "move" | "edit", number[]> = { add: [], move: [], edit: [] };
  for (let round = 0; round < actRounds; round += 1) {
    const title = `改过 ${round} 次`;
    await card.locator(".dz-title textarea").fill(title);
    const edited = await timed(page, "keydown", [{ selector: "rw-outline", text: title }], () =>
      page.keyboard.press("Enter"),
    );
    await card.focus();
    const moved = await timed(page, "keydown", [{ selector: "rw-outline ul", text: title }], () =>
      page.keyboard.press("Alt+ArrowDown"),
    );
    const add = page.locator(".ws-bar .btn").first();
    const added = await timed(page, "click", [{ selector: "rw-outline ul", text: "" }], () => add.click());
    times.edit.push(edited.shown[0] ?? 0);
    times.move.push(moved.shown[0] ?? 0);
    times.add.push(added.shown[0] ?? 0);
    await page.locator(`rw-outline [data-key=${key}]`).click();
  }
  return { add: median(times.add), move: median(times.move), edit: median(times.edit) };
}

/** Loading and typing, against forms of the same fifty standards. */
async function formRows({ page, browser, peers }: Studio): Promise<Row[]> {
  const id = await makeRole(page, 50);
  await showView(page, "design");
  const ours = await formOf(page, `/roles/${id}`, "rw-item-card .dz-name", async () => {
    await page.locator("rw-outline [data-key=standard20]").click();
    return ".dz-card[data-key=standard20] .dz-title textarea";
  });
  const rows: Row[] = [];
  for (const [path, name, first] of [
    ["/json-forms", "JSON Forms", "input[type=text]"],
    ["/survey", "SurveyJS", ".sd-question input"],
  ] as const) {
    const other = await openPage(browser, peers);
    const peer = await formOf(other, path, first, async () => `${first} >> nth=20`);
    await other.context().close();
    rows.push(row("50 standards until they are shown", "ms", ours.load, { name, value: peer.load }));
    rows.push(row("a keystroke in a field among 50 standards", "ms", ours.key, { name, value: peer.key }));
  }
  return rows;
}

async function formOf(page: Page, path: string, shown: string, field: () => Promise<string>) {
  const times: number[] = [];
  for (let round = 0; round < loads; round += 1) {
    await page.goto("about:blank");
    const start = performance.now();
    await page.goto(path, { waitUntil: "commit" });
    await page.locator(shown).first().waitFor();
    times.push(performance.now() - start);
  }
  await page.waitForLoadState("networkidle");
  await page.locator(await field()).click();
  const keys: number[] = [];
  for (let index = 0; index < keystrokes; index += 1) {
    await page.evaluate(nextFrame);
    await page.keyboard.press("a");
    keys.push(await page.evaluate(() => (globalThis as unknown as { painted: Promise<number> }).painted));
  }
  return { load: median(times), key: median(keys.slice(3)) };
}

/** In the page: from the next key to the end of the frame after it. */
function nextFrame(): void {
  const scope = globalThis as unknown as { painted: Promise<number> };
  scope.painted = new Promise((resolve) => {
    addEventListener(
      "keydown",
      ({ timeStamp }) =>
        requestAnimationFrame(() =>
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - timeStamp))),
        ),
      { once: true, capture: true },
    );
  });
}

/** A long bench tells what it has. */
function row(name: string, unit: string, ours: number, peer: { readonly name: string; readonly value: number }): Row {
  console.error(`${name}: ${ours.toFixed(1)} ${unit}, ${peer.name} ${peer.value.toFixed(1)} ${unit}`);
  return { name, ours, peer: peer.value, peerName: peer.name, unit, ratio: ours / peer.value };
}
