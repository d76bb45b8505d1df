import type { Exporter } from "./exporter.ts";

/** Every export format. A new one is a folder with a `write` and one lazy line here. */
export const exporters = [
  { id: "pdf", extension: "pdf", mediaType: "application/pdf", load: () => import("./pdf/index.ts") },
  { id: "html", extension: "html", mediaType: "text/html; charset=utf-8", load: () => import("./html/index.ts") },
  {
    id: "markdown",
    extension: "md",
    mediaType: "text/markdown; charset=utf-8",
    load: () => import("./markdown/index.ts"),
  },
] as const satisfies readonly Exporter[];

export { ExportError, type ExportProblem } from "./export-error.ts";
export type { Exporter, Writer } from "./exporter.ts";
