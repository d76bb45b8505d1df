import { globSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative, sep } from "node:path";
import { besideLayers, givenModules, networkCalls, packageRules, pageLayers } from "./import-rules.mjs";
import { root } from "./node.mjs";

/**
 * Checks the import directions of import-rules.mjs and that no modules import each other in a circle. Imports are
 * read from the text: no import checker on the registry reads TypeScript 7 yet, and Biome keeps the text regular.
 *
 * @param {string} [base] The checkout to look at.
 * @returns {string[]} One line per finding, `file:line: sentence`.
 */
export function importFindings(base = root) {
  const modules = globSync("packages/*/src/**/*.ts", { cwd: base }).map((path) =>
    readModule(base, path.split(sep).join("/")),
  );
  return [...modules.flatMap(directionFindings), ...cycleFindings(modules)];
}

const statement =
  /^(?:import|export)\s+(?<type>type\s)?[^;"']*?from\s+"(?<from>[^"]+)"|^import\s+"(?<bare>[^"]+)"|\bimport\(\s*"(?<lazy>[^"]+)"/gm;

/** `code` is the text with comments blanked out, so that an example in a doc comment is no import. */
function readModule(base, path) {
  const code = readFileSync(join(base, path), "utf8").replace(/(?<=^|\s)\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, (text) =>
    text.replace(/[^\n]/g, " "),
  );
  const imports = [...code.matchAll(statement)].map((match) => {
    const { type, from, bare, lazy } = match.groups;
    const mode = lazy ? "lazy" : type ? "types" : true;
    return { name: lazy ?? from ?? bare, mode, line: code.slice(0, match.index).split("\n").length };
  });
  return { path, code, imports, isTest: /\.test\.ts$/.test(path) };
}

function directionFindings(module) {
  const [, owner] = module.path.split("/");
  const findings = module.imports.flatMap((entry) => [
    ...packageFinding(module, owner, entry),
    ...layerFinding(module, owner, entry),
  ]);
  return owner === "web" && !module.isTest ? [...findings, ...networkFindings(module)] : findings;
}

function packageFinding(module, owner, { name, mode, line }) {
  const inside =
    name.startsWith(".") &&
    !target(module.path, name).startsWith(`packages/${owner}/`) &&
    !target(module.path, name).startsWith("schemas/");
  if (inside) return [`${module.path}:${line}: reaches into another package by path (${name})`];
  if (!name.startsWith("@rolewright/")) return [];
  const allowed = packageRules[owner]?.[name];
  if (allowed === true || allowed === mode || (mode === "types" && allowed === "lazy")) return [];
  if (allowed === undefined) return [`${module.path}:${line}: ${owner} may not import ${name}`];
  return [
    `${module.path}:${line}: ${owner} may import ${name} only as ${allowed === "lazy" ? "import()" : "import type"}`,
  ];
}

function layerFinding(module, owner, { name, line }) {
  if (owner !== "web" || !name.startsWith(".") || module.isTest) return [];
  const [from, to] = [module.path, target(module.path, name)].map((path) => path.slice("packages/web/src/".length));
  const [fromLayer, toLayer] = [from, to].map((path) => path.split("/")[0]);
  if (!pageLayers.includes(fromLayer) || fromLayer === toLayer || givenModules[to]?.includes(fromLayer)) return [];
  const below = pageLayers.slice(pageLayers.indexOf(fromLayer) + 1);
  if (below.includes(toLayer) || besideLayers[fromLayer].includes(toLayer)) return [];
  return [`${module.path}:${line}: ${fromLayer} may not import ${to}`];
}

function networkFindings({ path, code }) {
  if (path.startsWith("packages/web/src/data/")) return [];
  return code
    .split("\n")
    .flatMap((text, index) =>
      networkCalls.test(text) ? [`${path}:${index + 1}: only data/ talks to the network`] : [],
    );
}

/** Depth-first over the modules' own imports; lazy ones and types break a circle, since they play no part in loading. */
function cycleFindings(modules) {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const done = new Set();
  const findings = [];
  const visit = (path, trail) => {
    const at = trail.indexOf(path);
    if (at >= 0)
      findings.push(
        `${path}:1: imports itself in a circle: ${[...trail.slice(at), path].map((step) => relative(dirname(dirname(path)), step)).join(" → ")}`,
      );
    if (at >= 0 || done.has(path)) return;
    for (const next of neighbours(byPath.get(path))) if (byPath.has(next)) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const { path } of modules) visit(path, []);
  return findings;
}

function neighbours(module) {
  return module.imports
    .filter(({ name, mode }) => name.startsWith(".") && mode === true)
    .map(({ name }) => target(module.path, name));
}

function target(path, name) {
  return posix.normalize(posix.join(posix.dirname(path), name.replace(/\?.*$/, "")));
}
