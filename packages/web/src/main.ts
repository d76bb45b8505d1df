import "./styles/kit.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/controls.css";
import "./styles/dialogs.css";
import { startLanguage } from "./app/language.ts";
import { followSystemTheme } from "./app/theme.ts";

followSystemTheme();
await startLanguage();
await import("./app/app.ts");
