import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { readGold } from "../support/import/gold.ts";

const folder = join(import.meta.dirname, "../fixtures/import");

/**
 * Job descriptions of one language, one behind the other, up to so many bytes. In every sentence that comes again one
 * letter is another, so that no two are alike and nothing is gained by remembering; headings and labels stay.
 */
export function descriptions(language: "zh" | "en", bytes: number): Uint8Array {
  const texts = textsIn(language);
  const letters = lettersIn(texts);
  const encoder = new TextEncoder();
  const all = new Uint8Array(bytes).fill(10);
  let copy = 0;
  for (let at = 0; ; copy++)
    for (const text of texts) {
      const words = encoder.encode(`${changed(text, copy, letters)}\n\n`);
      if (at + words.length > bytes) return all;
      all.set(words, at);
      at += words.length;
    }
}

function textsIn(language: "zh" | "en"): string[] {
  return ["tuning", "held-out"].flatMap((set) =>
    readdirSync(join(folder, set))
      .filter((name) => basename(name).startsWith(language))
      .map((name) => readGold(readFileSync(join(folder, set, name), "utf8")).text),
  );
}

function lettersIn(texts: readonly string[]): string[] {
  const han = [...new Set(texts.join("").match(/\p{Script=Han}/gu) ?? [])];
  return han.length > 100 ? han : [..."abcdefghijklmnopqrstuvwxyz"];
}

/** Another letter in each sentence, at another place in each copy. */
function changed(text: string, copy: number, letters: readonly string[]): string {
  if (copy === 0) return text;
  return text.replace(/[^\n。；;]{12,}/gu, (sentence, at: number) => {
    const places = [...sentence.matchAll(/\p{Script=Han}|[a-z]/gu)].slice(4).map(({ index }) => index);
    const place = places[(copy * 7 + at) % places.length];
    if (place === undefined) return sentence;
    return sentence.slice(0, place) + letters[(copy * 31 + at) % letters.length] + sentence.slice(place + 1);
  });
}
