/** Every HTTP route of the API lives under this prefix. */
export const apiPrefix = "/api/v1";

/** WebSocket path of collaboration. The document's name is the template's id. */
export const collaborationPath = "/collaboration";

/** Name of the Y.Text that holds the template's text. */
export const textName = "text";

/** Largest document that can be uploaded for import. MiB. */
export const largestImportMegabytes = 100;
