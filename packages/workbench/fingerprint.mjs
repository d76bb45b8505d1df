import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/**
 * SHA-256 over the names and contents of files and folders. Contents rather than times: a fresh clone gives every
 * file the time of the clone, and switching branches back and forth changes times but not the result.
 *
 * @param {string} base
 * @param {string[]} inputs Files or folders under `base`; missing ones count as missing.
 * @param {(path: string) => boolean} [keep] Which files matter.
 */
export function fingerprint(base, inputs, keep = () => true) {
  const hash = createHash("sha256");
  for (const path of inputs.flatMap((input) => filesOf(join(base, input))).filter(keep)) {
    hash.update(relative(base, path)).update("\0").update(readFileSync(path)).update("\0");
  }
  return hash.digest("hex");
}

function filesOf(path) {
  if (!existsSync(path)) return [];
  const entries = readDirectory(path);
  if (!entries) return [path];
  return entries
    .filter((entry) => entry.name !== "node_modules" && entry.name !== "dist")
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesOf(join(path, entry.name)) : [join(path, entry.name)]));
}

function readDirectory(path) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (error) {
    if (error.code === "ENOTDIR") return undefined;
    throw error;
  }
}

/** Whether the stamp file holds exactly this fingerprint. */
export function isFresh(stamp, value) {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === value;
}

/** Writes the stamp; call it only after the work it vouches for has succeeded. */
export function markFresh(stamp, value) {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, value);
}
