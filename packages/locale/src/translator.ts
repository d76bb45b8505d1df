import { IntlMessageFormat } from "intl-messageformat";
import { type LanguageTag, languages, negotiate } from "./languages.ts";
import { textAt } from "./messages.ts";

/**
 * The values of a message's placeholders. Wide on purpose: diagnostics and steps of arithmetic hand over their
 * parameters as they are. Lists are joined as the language does (、 or a comma); null and undefined become "".
 */
export type MessageParams = Readonly<Record<string, unknown>>;

/** Speaks one language: texts by key, and numbers, dates and lists as it writes them. */
export interface Translator {
  readonly tag: LanguageTag;
  /**
   * The text of a key `<area>.<path>`, e.g. `diagnostics.weights/sum`, with `{placeholders}` filled from `params`.
   *
   * A missing key, or a missing parameter, throws where `missing` is `"throw"` and otherwise shows the key.
   */
  t(key: string, params?: MessageParams): string;
  has(key: string): boolean;
  /** A number or a decimal text, exact, with grouping and as many digits as it has. */
  number(value: number | string, options?: Intl.NumberFormatOptions): string;
  /** An instant, or a calendar day as `2026-11-23`, which stays that day in every time zone. */
  date(value: Date | string, options?: Intl.DateTimeFormatOptions): string;
  list(values: readonly string[]): string;
}

export interface TranslatorOptions {
  /** What a missing key does. Default: `"throw"` under Node's test runner, else `"show"` (the key itself). */
  readonly missing?: "throw" | "show";
}

/** A translator for the tag, or for the nearest language there is; loads only that language. */
export async function createTranslator(tag: string, options: TranslatorOptions = {}): Promise<Translator> {
  const chosen = negotiate([tag]);
  const language = languages.find((candidate) => candidate.tag === chosen) ?? languages[0];
  const messages = await language.load();
  return translatorOf(
    language.tag,
    (key) => textAt(messages, key),
    options.missing ?? (underTest() ? "throw" : "show"),
  );
}

/** Exported for its tests, which need messages of their own. */
export function translatorOf(
  tag: LanguageTag,
  textOf: (key: string) => string | undefined,
  missing: "throw" | "show",
): Translator {
  const formats = new Map<string, Format>();
  const list = (values: readonly string[]) => values.join(tag === "zh-CN" ? "、" : ", ");

  function format(key: string): Format {
    const known = formats.get(key);
    if (known) return known;
    const text = textOf(key);
    if (text === undefined) throw new Error(`No message ${key} in ${tag}`);
    const made = plainFormat(text) ?? fullFormat(text, tag);
    formats.set(key, made);
    return made;
  }

  return {
    tag,
    t(key, params = {}) {
      try {
        return format(key)(printable(params, list));
      } catch (problem) {
        if (missing === "throw") throw problem;
        return key;
      }
    },
    has: (key) => textOf(key) !== undefined,
    number: (value, options) => formatNumber(tag, value, options),
    date: (value, options) => formatDate(tag, value, options),
    list,
  };
}

type Printable = Readonly<Record<string, string | number | Date>>;
type Format = (params: Printable) => string;

/**
 * A text without choices, which is most of them: words, and values where `{name}` stands. Taken apart here in no time; a
 * page's first drawing asks for hundreds, and making a full format of each costs more than the drawing. Undefined for
 * any other text.
 */
function plainFormat(text: string): Format | undefined {
  if (!/^(?:[^{}']|\{\w+\})*$/.test(text)) return undefined;
  const [start = "", ...rest] = text.split(/\{(\w+)\}/);
  if (rest.length === 0) return () => text;
  return (params) => {
    let said = start;
    for (let at = 0; at < rest.length; at += 2) said += given(rest[at] ?? "", params, text) + (rest[at + 1] ?? "");
    return said;
  };
}

function given(name: string, params: Printable, text: string): string {
  const value = params[name];
  if (value === undefined) throw new Error(`No value for {${name}} in "${text}"`);
  return String(value);
}

// It asks for all locales that numbers can be written in, which a browser takes tens of milliseconds to list, before the
// first word is drawn. There is one for every language here.
IntlMessageFormat.resolveLocale = (tag) => new Intl.Locale(String(tag));

function fullFormat(text: string, tag: LanguageTag): Format {
  // Without ignoreTag a target written "<10 %" would be read as the start of an element.
  const made = new IntlMessageFormat(text, tag, undefined, { ignoreTag: true });
  return (params) => String(made.format(params));
}

/** Numbers stay numbers (plural rules need them), dates stay dates; everything else becomes the text people read. */
function printable(params: MessageParams, list: Translator["list"]): Printable {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, printableValue(value, list)]));
}

function printableValue(value: unknown, list: Translator["list"]): string | number | Date {
  if (value === null || value === undefined) return "";
  if (typeof value === "number" || typeof value === "string" || value instanceof Date) return value;
  // As text, so that `{flag, select, true {…} other {…}}` works; the formatter prints a bare boolean as nothing.
  if (typeof value === "boolean") return String(value);
  return Array.isArray(value) ? list(value.map(String)) : JSON.stringify(value);
}

function formatNumber(tag: string, value: number | string, options: Intl.NumberFormatOptions = {}): string {
  const digits = decimals(value);
  const format = new Intl.NumberFormat(tag, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    ...options,
  });
  // Decimal text is formatted exactly; through `number` 0.1 + 0.2 style noise would come in.
  return format.format(value as Intl.StringNumericLiteral);
}

function decimals(value: number | string): number {
  return Math.min(String(value).split(".")[1]?.length ?? 0, 20);
}

function formatDate(tag: string, value: Date | string, options: Intl.DateTimeFormatOptions = {}): string {
  const chosen = Object.keys(options).some((name) => name !== "timeZone")
    ? options
    : { dateStyle: "medium", ...options };
  if (value instanceof Date) return new Intl.DateTimeFormat(tag, chosen as Intl.DateTimeFormatOptions).format(value);
  const day = /^\d{4}-\d{2}-\d{2}$/.test(value);
  const zone = day ? { timeZone: "UTC" } : {};
  return new Intl.DateTimeFormat(tag, { ...(chosen as Intl.DateTimeFormatOptions), ...zone }).format(new Date(value));
}

/** Node sets this variable in the processes of its test runner, and nowhere else. */
function underTest(): boolean {
  return typeof process !== "undefined" && process.env?.NODE_TEST_CONTEXT !== undefined;
}
