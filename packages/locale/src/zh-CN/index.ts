import cli from "./cli.json" with { type: "json" };
import conflict from "./conflict.json" with { type: "json" };
import designer from "./designer.json" with { type: "json" };
import diagnostics from "./diagnostics.json" with { type: "json" };
import dialect from "./dialect.json" with { type: "json" };
import document from "./document.json" with { type: "json" };
import fixes from "./fixes.json" with { type: "json" };
import guide from "./guide.json" with { type: "json" };
import imports from "./import.json" with { type: "json" };
import importing from "./importing.json" with { type: "json" };
import language from "./language.json" with { type: "json" };
import library from "./library.json" with { type: "json" };
import organisation from "./organisation.json" with { type: "json" };
import reading from "./reading.json" with { type: "json" };
import runtime from "./runtime.json" with { type: "json" };
import server from "./server.json" with { type: "json" };
import signing from "./signing.json" with { type: "json" };
import together from "./together.json" with { type: "json" };
import traceability from "./traceability.json" with { type: "json" };
import web from "./web.json" with { type: "json" };
import workspace from "./workspace.json" with { type: "json" };

/** The areas of this language, one file each. */
export const messages = {
  cli,
  conflict,
  designer,
  diagnostics,
  dialect,
  document,
  fixes,
  import: imports,
  importing,
  guide,
  language,
  reading,
  library,
  organisation,
  runtime,
  server,
  signing,
  together,
  traceability,
  web,
  workspace,
};
