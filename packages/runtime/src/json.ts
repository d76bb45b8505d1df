/** Any JSON value. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;

/** A JSON object; readers must expect any key to be missing. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}
