import { notify } from "../components/notice.ts";
import { readSession } from "../data/api.ts";
import { t } from "./language.ts";

/**
 * Says, once, that a part of the page's code cannot be had although the server answers, with the way on: the server has
 * been upgraded since the page was opened, or the browser remembers an earlier failure, and either takes a reload.
 * Offline nothing is said: what is needed is asked for again (`loaded`). `told` is whether the page says so itself.
 */
export function followLostCode(told: () => boolean): () => void {
  let said = false;
  const look = async (): Promise<void> => {
    if (said) return;
    await readSession();
    if (said || told()) return;
    said = true;
    notify(t("web.failure.code"), "error", { label: t("web.failure.reload"), run: () => location.reload() }, true);
  };
  // Vite's name for: an import() has failed.
  const onLost = (): void => void look().catch(() => undefined);
  window.addEventListener("vite:preloadError", onLost);
  return () => window.removeEventListener("vite:preloadError", onLost);
}
