import { createTranslator, type LanguageTag, negotiate, type Translator } from "@rolewright/locale";
import type { FastifyRequest } from "fastify";

/** The best of our languages for the request, by its `Accept-Language`. */
function callerLanguage(request: FastifyRequest): LanguageTag {
  const header = request.headers["accept-language"] ?? "";
  const wishes = header.split(",").map((part) => {
    const [tag = "", weight = "q=1"] = part.trim().split(";");
    return { tag: tag.trim(), weight: Number(/q=([\d.]+)/.exec(weight)?.[1] ?? 1) };
  });
  return negotiate(wishes.sort((one, other) => other.weight - one.weight).map(({ tag }) => tag));
}

const translators = new Map<LanguageTag, Promise<Translator>>();

/** Speaks the caller's language; each language is loaded once. */
export function callerTranslator(request: FastifyRequest): Promise<Translator> {
  const tag = callerLanguage(request);
  const loaded = translators.get(tag) ?? createTranslator(tag);
  translators.set(tag, loaded);
  return loaded;
}
