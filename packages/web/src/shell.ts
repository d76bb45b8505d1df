import "./app/app.ts";
import { startLanguage } from "./app/language.ts";
import { followSystemTheme } from "./app/theme.ts";

/* What stays on the page whatever it shows: sent for by the first script, see main.ts. */
followSystemTheme();
await startLanguage();
document.body.append(document.createElement("rw-app"));
