import { languages } from "@rolewright/locale/languages";
import "./styles/kit.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/controls.css";
import "./styles/dialogs.css";
import "./styles/tables.css";
import "./styles/print.css";
import "./styles/forced-colors.css";
import { findRoute } from "./app/routes.ts";
import { wishedLanguage } from "./app/wished-language.ts";
import { askAhead } from "./data/request.ts";

/*
 * The first script, small, so that it runs soon: it sends for everything else at once, the shell, the language, the
 * session, the page's code and its first answer. The shell says it when something cannot be had.
 */
void import("./shell.ts");
void languages.find(({ tag }) => tag === wishedLanguage())?.load();
askAhead("/session");
startPage();

function startPage(): void {
  const found = findRoute(location.pathname);
  if (!found) return;
  found.route.load().catch(() => undefined);
  if (found.route.asks) askAhead(found.route.asks(found.params));
}
