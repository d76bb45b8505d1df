import { draftTemplate, emptyDescription, pastedText, readDescriptions } from "@rolewright/importer";
import { createTranslator, type LanguageTag, negotiate } from "@rolewright/locale";
import { applyEdits, edit, type JsonValue, valueAt } from "@rolewright/runtime";
import { notFound, required } from "../http/problem.ts";
import type { NewTemplate } from "../protocol.ts";
import { blankTemplate } from "./blank-template.ts";

export interface NewTextOptions {
  /** Id of the new template; its `$id` is made of it. */
  readonly id: string;
  /** The live text of another role of the workspace. */
  readonly textOf: (template: string) => Promise<string | undefined>;
  /** The text of a shipped template. */
  readonly shipped: (path: string) => Promise<string | undefined>;
}

/** The text a new role begins with: see `NewTemplate`. */
export async function newText(wish: NewTemplate, { id, textOf, shipped }: NewTextOptions): Promise<string> {
  const language = negotiate([wish.language ?? "zh-CN"]);
  if (wish.text !== undefined) return wish.text;
  if (wish.source !== undefined) return draftText(wish.source, id, wish.title);
  const original =
    wish.template === undefined ? undefined : required(await textOf(wish.template), notFound("template"));
  const sample = wish.shipped === undefined ? undefined : required(await shipped(wish.shipped), notFound("template"));
  const copied = original ?? sample;
  if (copied === undefined) return blankText(id, wish.title, language);
  return copyText(copied, { id: ownId(id), ...(wish.title === undefined ? {} : { title: wish.title }) });
}

/** `$id` of what is written here. */
function ownId(id: string): string {
  return `https://rolewright.dev/roles/own/${id}`;
}

async function blankText(id: string, title: string | undefined, language: LanguageTag): Promise<string> {
  const { t } = await createTranslator(language);
  return blankTemplate({ id, title: title ?? t("server.blank.title"), language });
}

/**
 * A copy that differs from its original only in `$id` and titles, by minimal edits: comments stay. Without a title of
 * its own it is named a copy, in every language it has; with one it has that in every language, until translated.
 */
export async function copyText(text: string, copy: { readonly id: string; readonly title?: string }): Promise<string> {
  let copied = change(text, ["$id"], copy.id);
  for (const { path, language } of titlesOf(text))
    copied = change(copied, path, copy.title ?? (await copyTitle(text, path, language)));
  return copied;
}

function titlesOf(text: string) {
  const language = String(valueAt(text, ["x-role", "language"]) ?? "zh-CN");
  return [{ path: ["title"], language }, ...translatedTitles(text)];
}

function translatedTitles(text: string) {
  const translations = valueAt(text, ["x-i18n"]);
  if (typeof translations !== "object" || translations === null) return [];
  const tags = Object.keys(translations).filter((tag) => valueAt(text, ["x-i18n", tag, "title"]) !== undefined);
  return tags.map((language) => ({ path: ["x-i18n", language, "title"], language }));
}

async function copyTitle(text: string, path: readonly string[], language: string): Promise<string> {
  const { t } = await createTranslator(negotiate([language]));
  return t("server.copy", { title: String(valueAt(text, path) ?? "") });
}

/** A text that cannot be edited is copied as it is: whoever opens the copy is told what is wrong with it. */
function change(text: string, path: readonly string[], value: JsonValue | undefined): string {
  const result = edit(text, path, value);
  return "edits" in result ? applyEdits(text, result.edits) : text;
}

/** A draft of what the words of an old job description say; of several descriptions, the first. */
async function draftText(words: string, id: string, title: string | undefined): Promise<string> {
  const { descriptions, source } = readDescriptions(pastedText(title ?? "", words));
  const { t } = await createTranslator(source.language);
  const options = { id: ownId(id), language: source.language, sourceName: title ?? t("reading.formats.pasted") };
  const draft = draftTemplate(descriptions[0] ?? emptyDescription, options, (word) => t(`reading.draft.${word}`));
  return title === undefined ? draft : change(draft, ["title"], title);
}
