/**
 * Has the page send for the shell's script and style together with its first script, which asks for them only when it
 * runs.
 *
 * @returns {import("vite").Plugin}
 */
export function preloadShell() {
  return {
    name: "preload-shell",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(_html, { bundle = {} }) {
        const shell = Object.values(bundle).filter(({ type, name }) => type === "chunk" && name === "shell");
        if (shell.length === 0) throw new Error("The build has no shell.");
        const scripts = shell.map(({ fileName }) => link("modulepreload", fileName));
        const styles = shell.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]);
        return [...scripts, ...styles.map((name) => link("stylesheet", name))];
      },
    },
  };
}

function link(rel, name) {
  return { tag: "link", attrs: { rel, crossorigin: true, href: `/${name}` }, injectTo: "head" };
}
