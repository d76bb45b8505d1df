// Runs before the first paint, so that neither the theme nor the language flashes. Keys as in app/theme.ts and app/language.ts.
(() => {
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
