import { createTranslator, type LanguageTag, type MessageParams, type Translator } from "@rolewright/locale";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { languageMemory, wishedLanguage } from "./wished-language.ts";

const listeners = new Set<() => void>();
let translator: Translator | undefined;

/** Loads the reader's language: the one chosen in this browser, else the browser's own. Await it before the first render. */
export async function startLanguage(): Promise<void> {
  await show(wishedLanguage());
}

/** Switches the whole page without a reload; hosts with a `LanguageController` render again. */
export async function setLanguage(tag: LanguageTag): Promise<void> {
  localStorage.setItem(languageMemory, tag);
  await show(tag);
}

/** The language shown now. */
export function language(): LanguageTag {
  return current().tag;
}

/** The text of a message, e.g. `t("web.library.title")`; areas are the files of `packages/locale`. */
export function t(message: string, params?: MessageParams): string {
  return current().t(message, params);
}

/** Whether the language has the message: for keys made from codes that may be newer than this page. */
export function hasText(message: string): boolean {
  return current().has(message);
}

/** The translator itself, for functions of other packages that take one. */
export function current(): Translator {
  if (!translator) throw new Error("startLanguage() has not finished");
  return translator;
}

/** Calls `listener` after every switch; gives back the way to stop. */
export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Renders its host again after a switch: `new LanguageController(this)`. */
export class LanguageController implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private stop: (() => void) | undefined;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.stop = onLanguage(() => this.host.requestUpdate());
  }

  hostDisconnected(): void {
    this.stop?.();
  }
}

async function show(tag: LanguageTag): Promise<void> {
  translator = await createTranslator(tag);
  document.documentElement.lang = translator.tag;
  for (const listener of listeners) listener();
}
