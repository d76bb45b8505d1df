import { cadenceInWords, dueInWords, type ItemWords, type Say, scoreInWords, targetInWords } from "./phrases.ts";

/** What the sentence of a change is made of; a change of the runtime's `diff` fits. */
export interface ChangeWords {
  readonly code: string;
  readonly item?: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly facts?: { readonly before?: ItemWords; readonly after?: ItemWords };
}

/** One change between two versions of a role: 月度工作计划完成率：目标由 ≥ 90 % 收紧为 ≥ 92 %. */
export function changeInWords(change: ChangeWords, t: Say): string {
  const { code, item, params, facts } = change;
  const before = wordsOf(code, facts?.before, params.before, t);
  const after = wordsOf(code, facts?.after, params.after, t);
  return t(`runtime.changes.${code}`, {
    title: "",
    ...withoutStops(params),
    languages: Array.isArray(params.languages) ? params.languages.map((tag) => languageName(tag, t)) : [],
    whole: item === undefined,
    before,
    after,
    beforeText: params.before,
    afterText: params.after,
    // Two bands of three levels read the same; then only the parameters tell them apart.
    alike: before === after,
  });
}

/** Titles of duties are whole sentences; inside another one they lose their full stop. */
function withoutStops(params: ChangeWords["params"]): ChangeWords["params"] {
  const inside = (value: unknown): unknown => (typeof value === "string" ? value.replace(/[。.]$/, "") : value);
  const entries = ["title", "previous", "added", "removed"].flatMap((name) => {
    const value = params[name];
    return value === undefined ? [] : [[name, Array.isArray(value) ? value.map(inside) : inside(value)] as const];
  });
  return { ...params, ...Object.fromEntries(entries) };
}

type Words = (item: ItemWords, t: Say) => string;

/** How the values of an area are said; those of other areas are texts already, or said by their sentence. */
const areas: Readonly<Record<string, Words>> = {
  cadence: ({ every }, t) => cadenceInWords(every, t),
  due: dueInWords,
  measure: ({ measure }, t) => (measure ? t(`runtime.measures.${measure.kind}.name`) : ""),
  score: (item, t) => (item.score ? scoreInWords(item, t) : ""),
  target: targetInWords,
};

/** Areas whose values are names of the template language, none of them a word a message could choose by. */
const named = new Set(["aggregate", "part", "rounding"]);

/** A target that says nothing to count with is shown as it is written. */
function wordsOf(code: string, item: ItemWords | undefined, written: unknown, t: Say): unknown {
  const [area = ""] = code.split("/");
  if (code === "role/language") return languageName(written, t);
  if (named.has(area) && written !== "") return t(`runtime.changeValues.${written}`);
  const words = areas[area];
  if (!item || !words || (area === "target" && isUnsaid(item))) return written;
  return words(item, t);
}

/** A language by the name the reader knows it by; as it is written where it is none. */
function languageName(tag: unknown, t: Say): unknown {
  try {
    return new Intl.DisplayNames([t("runtime.readerLanguage")], { type: "language" }).of(String(tag));
  } catch {
    return tag;
  }
}

function isUnsaid({ target }: ItemWords): boolean {
  return target !== undefined && target.bounds.length === 0 && target.accepted === undefined;
}
