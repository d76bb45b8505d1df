import "./styles/kit.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/controls.css";
import "./styles/dialogs.css";
import "./styles/print.css";
import "./styles/forced-colors.css";
import "./app/app.ts";
import { startLanguage } from "./app/language.ts";
import { findRoute } from "./app/routes.ts";
import { followSystemTheme } from "./app/theme.ts";
import { askAhead } from "./data/request.ts";

followSystemTheme();
const spoken = startLanguage();
askAhead("/session");
startPage();
await spoken;
document.body.append(document.createElement("rw-app"));

/** The page's code and its first answer come while the shell does; the shell says it when they cannot be had. */
function startPage(): void {
  const found = findRoute(location.pathname);
  if (!found) return;
  found.route.load().catch(() => undefined);
  if (found.route.asks) askAhead(found.route.asks(found.params), found.route.prepare);
}
