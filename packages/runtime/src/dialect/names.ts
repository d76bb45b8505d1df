/** The dialect's name, written as `$schema` in every template. A name: nothing ever fetches it. */
export const dialectId = "https://rolewright.dev/role/1";

/** The name of the dialect of library KPIs: an item on its own, to be taken over by `x-extends`. */
export const kpiDialectId = "https://rolewright.dev/kpi/1";

/** The name of our vocabulary: the keywords that start with `x-`. */
export const vocabularyId = "https://rolewright.dev/vocabulary/role/1";

/** Our keywords, all of them. */
export const ownKeywords = ["x-role", "x-section", "x-item", "x-i18n", "x-extends", "x-kpi", "x-lint-ignore"] as const;

/**
 * Keys of sections, items and inputs: ASCII identifiers. They tie observations to items across versions, become names
 * in generated types, and keep their order in JavaScript objects, which keys such as `12` do not.
 */
export const keyPattern = "^[A-Za-z][A-Za-z0-9_]{0,63}$";

/** Formats an observation may have. Each is checked by ajv-formats, so the list is its safe part. */
export const formats = ["date", "time", "date-time", "duration", "email", "uri", "uuid"] as const;

/** Gives a text in the reader's language by its key in the locale area `dialect`, e.g. `ItemInfo.weight`. */
export type Describe = (key: string) => string | undefined;
