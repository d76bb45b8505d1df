import "./app/app.ts";
import { startLanguage } from "./app/language.ts";
import { followSystemTheme } from "./app/theme.ts";
import { loadNotices } from "./components/notice.ts";
import { whenIdle } from "./data/when-idle.ts";

/* What stays on the page whatever it shows: sent for by the first script, see main.ts. */
followSystemTheme();
await startLanguage();
document.body.append(document.createElement("rw-app"));
// Once the page has been drawn: by the time there is a notice, the server may be gone.
void whenIdle(2_000)
  .then(loadNotices)
  .catch(() => undefined);
