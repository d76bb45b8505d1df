import { RE2JS } from "re2js";

/** A pattern that matches in time linear in the text. */
export interface LinearPattern {
  test(text: string): boolean;
  toString(): string;
}

/** Ajv's `code.regExp` option: patterns of templates run on RE2, so that none can hang a page or a server. */
export function patternEngine(pattern: string, _flags: string): LinearPattern {
  const compiled = RE2JS.compile(pattern);
  // Ajv keeps one pattern per text of the object; RE2's own toString would merge two of them.
  return { test: (text) => compiled.matcher(text).find(), toString: () => `re2:${pattern}` };
}
patternEngine.code = "patternEngine";
