import { type LanguageTag, languages, negotiate } from "@rolewright/locale";

/**
 * The language to speak: `--language TAG` wherever it stands, else the system's (`LC_ALL`, `LC_MESSAGES`, `LANG`),
 * else Chinese. It is needed before the command line is parsed, since help and errors are in it.
 */
export function chosenLanguage(args: readonly string[], environment: NodeJS.ProcessEnv): LanguageTag {
  return negotiate([statedLanguage(args), systemLanguage(environment)].filter((tag) => tag !== undefined));
}

/** The tag given with `--language`, also as `--language=TAG`. */
export function statedLanguage(args: readonly string[]): string | undefined {
  const at = args.findIndex((arg) => arg === "--language" || arg.startsWith("--language="));
  const stated = args[at];
  return stated?.includes("=") ? stated.slice(stated.indexOf("=") + 1) : args[at + 1 || args.length];
}

/** Whether one of our languages answers to the tag: `en-GB` is English, `fr` is none of ours. */
export function isSpoken(tag: string): boolean {
  return languages.some((language) => primary(language.tag) === primary(tag));
}

function primary(tag: string): string | undefined {
  return tag.toLowerCase().split(/[-_]/)[0];
}

/** `zh_CN.UTF-8` → `zh-CN`; the `C` and `POSIX` locales name no language. */
function systemLanguage(environment: NodeJS.ProcessEnv): string | undefined {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || "";
  const tag = locale.split(/[.@]/)[0]?.replace("_", "-") ?? "";
  return /^[a-z]{2,3}(-|$)/i.test(tag) ? tag : undefined;
}
