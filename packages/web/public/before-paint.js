// Runs before the first paint, so that neither the theme nor the language flashes. Keys as in app/theme.ts and app/language.ts.
// It also has the browser send for the files of the page at this address, as preload-shell.mjs wrote them into the tag.
(() => {
  const pages = JSON.parse(document.currentScript?.dataset.pages ?? "{}");
  const [, files = []] = Object.entries(pages).find(([address]) => new RegExp(address).test(location.pathname)) ?? [];
  for (const href of files) {
    const kind = href.endsWith(".css") ? { rel: "preload", as: "style" } : { rel: "modulepreload" };
    document.head.append(Object.assign(document.createElement("link"), kind, { crossOrigin: "", href }));
  }
  const read = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // storage may be blocked
    }
  };
  const wished = read("rolewright.theme");
  const dark =
    wished === "dark" ||
    (wished !== "light" && wished !== "contrast" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  document.documentElement.toggleAttribute("data-contrast", wished === "contrast");
  const language = read("rolewright.language");
  if (language) document.documentElement.lang = language;
})();
