/**
 * Has the browser send at once for what it would otherwise hear of only when the first script runs: the shell's script
 * and style by links in the page, and the files of the pages that people open most, which depend on the address, by
 * `before-paint.js`. `pages`: the address as a regular expression → name of the page's module.
 *
 * @param {Readonly<Record<string, string>>} pages
 * @returns {import("vite").Plugin}
 */
export function preloadShell(pages) {
  return {
    name: "preload-shell",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle = {} }) {
        const shell = chunksNamed("shell", bundle);
        const scripts = shell.map(({ fileName }) => link("modulepreload", fileName));
        const styles = shell.flatMap((chunk) => stylesOf(chunk).map((name) => link("stylesheet", name)));
        const files = Object.entries(pages).map(([address, name]) => [address, filesOf(name, bundle)]);
        const told = JSON.stringify(Object.fromEntries(files)).replaceAll('"', "&quot;");
        const opened = '<script src="/before-paint.js"';
        if (!html.includes(opened)) throw new Error("The page has no script that runs before it is painted.");
        return { html: html.replace(opened, () => `${opened} data-pages="${told}"`), tags: [...scripts, ...styles] };
      },
    },
  };
}

function chunksNamed(name, bundle) {
  const found = Object.values(bundle).filter((one) => one.type === "chunk" && one.name === name);
  if (found.length === 0) throw new Error(`The build has no ${name}.`);
  return found;
}

function stylesOf({ viteMetadata }) {
  return [...(viteMetadata?.importedCss ?? [])];
}

/** What a page needs besides the shell and the first script. */
function filesOf(name, bundle) {
  const first = Object.values(bundle).filter((one) => one.isEntry);
  const known = new Set([...first, ...chunksNamed("shell", bundle)].flatMap((chunk) => reachedFrom(chunk, bundle)));
  const needed = chunksNamed(name, bundle).flatMap((chunk) => reachedFrom(chunk, bundle));
  const own = [...new Set(needed)].filter((chunk) => !known.has(chunk));
  return [...own.map(({ fileName }) => fileName), ...new Set(own.flatMap(stylesOf))].map((file) => `/${file}`);
}

function reachedFrom(chunk, bundle) {
  const reached = new Set([chunk]);
  for (const one of reached) for (const file of one.imports) if (bundle[file]) reached.add(bundle[file]);
  return [...reached];
}

function link(rel, name) {
  return { tag: "link", attrs: { rel, crossorigin: true, href: `/${name}` }, injectTo: "head" };
}
