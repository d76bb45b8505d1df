import { RE2JS } from "re2js";

/** A pattern that matches in time linear in the text. */
export interface LinearPattern {
  test(text: string): boolean;
  toString(): string;
}

/**
 * Ajv's `code.regExp` option: patterns of templates run on RE2, so that none can hang a page or a server.
 *
 * Throws on what RE2 cannot do (look-around, back references) and on patterns too large; `patternProblem` tells first.
 */
export function patternEngine(pattern: string, _flags = ""): LinearPattern {
  const compiled = RE2JS.compile(RE2JS.translateRegExp(pattern));
  // Ajv keeps one object per text of the object: without the pattern in its text, two patterns would become one.
  return { test: (text) => compiled.matcher(text).find(), toString: () => `re2:${pattern}` };
}
patternEngine.code = "patternEngine";

/** Why RE2 refuses the pattern, in RE2's words, or undefined when it takes it. */
export function patternProblem(pattern: string): string | undefined {
  try {
    patternEngine(pattern);
    return undefined;
  } catch (problem) {
    const reason = problem instanceof Error ? problem.message : String(problem);
    return reason.replace("error parsing regexp: ", "");
  }
}
