/**
 * `system` follows the operating system, also while the page is open. `contrast` is the light theme with stronger lines
 * and text; who asks the operating system for more contrast gets that in every theme.
 */
export type Theme = "system" | "light" | "dark" | "contrast";

const key = "rolewright.theme";
const darkSystem = matchMedia("(prefers-color-scheme: dark)");
/** A printed page is light, whatever the screen is: without its dark grounds, light text could not be read. */
const onPaper = matchMedia("print");

/** The reader's choice; `system` until one was made. */
export function theme(): Theme {
  const stored = localStorage.getItem(key);
  return stored === "light" || stored === "dark" || stored === "contrast" ? stored : "system";
}

/** Remembers the choice in this browser and shows it at once. */
export function setTheme(chosen: Theme): void {
  if (chosen === "system") localStorage.removeItem(key);
  else localStorage.setItem(key, chosen);
  show();
}

/** Whether the page is dark right now, whoever decided it. */
export function isDark(): boolean {
  if (onPaper.matches) return false;
  return theme() === "dark" || (theme() === "system" && darkSystem.matches);
}

/** Keeps the page in step with the operating system while the choice is `system`. */
export function followSystemTheme(): void {
  for (const change of [darkSystem, onPaper]) change.addEventListener("change", show);
  show();
}

/** Parts that draw their own colours (the code editor) listen to `rw-theme` on the window. */
function show(): void {
  document.documentElement.dataset.theme = isDark() ? "dark" : "light";
  document.documentElement.toggleAttribute("data-contrast", theme() === "contrast");
  window.dispatchEvent(new Event("rw-theme"));
}
