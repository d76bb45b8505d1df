import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * A Chromium to drive in tests and benches.
 *
 * @typedef {object} ChromiumLaunch
 * @property {string} executablePath
 * @property {Record<string, string>} env Whole environment for the browser's process.
 * @property {string[]} args Flags every launch needs; add your own behind them.
 * @property {"stated" | "installed" | "bundled"} origin Where it was found.
 */

/** Flags for a browser that runs unattended: no sandbox helper, no GPU, no calls of its own to the network. */
const unattended = [
  "--no-sandbox",
  "--disable-setuid-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
];

/** Where Chrome, Chromium and Edge install themselves, by platform. */
const places = {
  linux: [
    "/usr/bin/google-chrome-stable",
    "/usr/bin/google-chrome",
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/microsoft-edge",
    "/snap/bin/chromium",
  ],
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  win32: [
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
  ],
};

/**
 * Finds a browser: `CHROME_PATH`, else an installed one that answers `--version`, else the one npm brought
 * (Linux x64). `ROLEWRIGHT_BROWSER=bundled` skips the first two. Throws a sentence to act on when there is none.
 *
 * @returns {Promise<ChromiumLaunch>}
 */
export async function findChromium() {
  const bundledOnly = process.env.ROLEWRIGHT_BROWSER === "bundled";
  const found = (bundledOnly ? undefined : (statedBrowser() ?? installedBrowser())) ?? (await bundledBrowser());
  if (!found) {
    throw new Error("No Chrome, Chromium or Edge found. Install one, or name its program in CHROME_PATH.");
  }
  return found;
}

function statedBrowser() {
  const stated = process.env.CHROME_PATH;
  if (!stated) return undefined;
  if (!answers(stated, process.env)) throw new Error(`CHROME_PATH names ${stated}, which does not run.`);
  return launch(stated, process.env, "stated");
}

function installedBrowser() {
  const path = (places[process.platform] ?? []).find((place) => existsSync(place) && runs(place));
  return path && launch(path, process.env, "installed");
}

/** Chrome on Windows opens a window for `--version` instead of answering, so there its presence must do. */
function runs(place) {
  return process.platform === "win32" || answers(place, process.env);
}

/** Unpacks the npm package's browser once per version; on a system without the libraries it needs, those too. */
async function bundledBrowser() {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const packed = packageFolder();
  if (!packed) return undefined;
  const folder = join(tmpdir(), `rolewright-chromium-${packed.version}`);
  if (!existsSync(folder)) await unpack(packed.folder, folder);
  const executablePath = join(folder, "chromium");
  const bare = { FONTCONFIG_PATH: join(folder, "fonts"), LD_LIBRARY_PATH: join(folder, "al2023", "lib") };
  for (const extra of [{}, bare]) {
    const env = { ...process.env, ...extra };
    if (answers(executablePath, env)) return launch(executablePath, env, "bundled");
  }
  throw new Error(`The browser unpacked in ${folder} does not run here. Name another one in CHROME_PATH.`);
}

/** The package exports nothing but its module, so its manifest is found from there. */
function packageFolder() {
  const require = createRequire(import.meta.url);
  try {
    const folder = dirname(dirname(require.resolve("@sparticuz/chromium")));
    return { folder, version: require(join(folder, "package.json")).version };
  } catch {
    return undefined;
  }
}

/**
 * The package unpacks into `os.tmpdir()`, where another version's files would be taken for its own: it gets a
 * folder to itself, which takes its final name only when whole, so that two runs at once cannot meet a half one.
 */
async function unpack(from, folder) {
  const { inflate } = await import("@sparticuz/chromium");
  const partial = mkdtempSync(`${folder}-`);
  const before = process.env.TMPDIR;
  process.env.TMPDIR = partial;
  try {
    for (const name of ["chromium.br", "fonts.tar.br", "swiftshader.tar.br", "al2023.tar.br"]) {
      await inflate(join(from, "bin", name));
    }
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  try {
    renameSync(partial, folder);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

function answers(executablePath, env) {
  const result = spawnSync(executablePath, ["--version", "--no-sandbox"], { env, timeout: 30_000, encoding: "utf8" });
  return result.status === 0 && /\d+\.\d+/.test(result.stdout);
}

/** Chromium's crash reporter and configuration want a home it may write to; some build machines give none. */
function launch(executablePath, env, origin) {
  const home = env.HOME ?? join(tmpdir(), "rolewright-browser-home");
  mkdirSync(home, { recursive: true });
  return { executablePath, env: { ...env, HOME: home }, args: [...unattended], origin };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { executablePath, origin } = await findChromium();
  console.log(`${executablePath} (${origin})`);
}
