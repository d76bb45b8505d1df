import type { DiagnosticCode } from "../codes.ts";
import type { Diagnostic, Fix, Severity } from "../diagnostic.ts";
import type { LintContext, LintRule, Words } from "./rule.ts";
import { clauseAt, firstMatches, sentenceAt, withoutClause } from "./sentence.ts";
import type { RoleText } from "./texts.ts";

/** What makes a condition discriminatory: one ground, its words, and the law it falls under (named by the locale). */
export interface Ground {
  readonly code: DiagnosticCode & `discrimination/${string}`;
  readonly words: readonly GroundWords[];
  /** A requirement of the work that can honestly stand in the place of such a condition. */
  readonly instead?: Readonly<Record<"zh" | "en", string>>;
}

export interface GroundWords {
  readonly pattern: RegExp;
  /** `cn` for Chinese words, `us` for English ones: whose law the finding names. */
  readonly law: "cn" | "us";
  /**
   * `condition`: only where conditions are stated (qualifications and the like), as the words mean something else in a
   * duty: 为 60 岁以上业主上门服务. `anywhere`: the words state a condition wherever they stand.
   */
  readonly where: "condition" | "anywhere";
  /** `info` for what is only often a mistake. Default `warning`: whether to publish is for the HR lead to decide. */
  readonly severity?: Severity;
  /** What makes the words lawful where they stand. */
  readonly unless?: (text: RoleText) => boolean;
}

/** One rule per ground; see its file for the law. */
export function discriminationRule(ground: Ground): LintRule {
  const hints = [hintOf(ground, "cn"), hintOf(ground, "us")];
  return {
    id: ground.code,
    scope: "item",
    check: (context) =>
      context.texts
        .filter(({ text }) => hints.some((hint) => hint(text)))
        .flatMap((text) => findingsIn(text, ground, context)),
  };
}

/**
 * Whether a text may hold any of a ground's words in one language. A pattern of them all answers fast, but is dear to
 * make: English ones are not made for a text without a letter, and Chinese ones only told to ignore case where they have
 * letters, since every sign is then looked up.
 */
function hintOf({ words }: Ground, language: GroundWords["law"]): (text: string) => boolean {
  const patterns = words.filter(({ law }) => law === language).map(({ pattern }) => pattern);
  if (patterns.length === 0) return () => false;
  const flags = patterns.some(({ ignoreCase }) => ignoreCase) ? "iu" : "u";
  const any = new RegExp(patterns.map(({ source }) => source).join("|"), flags);
  return language === "us" ? (text) => /[a-z]/i.test(text) && any.test(text) : (text) => any.test(text);
}

function findingsIn(text: RoleText, ground: Ground, context: LintContext): Diagnostic[] {
  const found = ground.words
    .filter(({ where, unless }) => (where === "anywhere" || statesConditions(text)) && !unless?.(text))
    .flatMap((words) =>
      firstMatches(words.pattern, text.text)
        .map((match) => ({ ...words, from: match.index, to: match.index + match[0].length }))
        .filter(({ from }) => !isDenied(text.text, from)),
    );
  return withoutOverlap(found).map(({ from, to, law, severity = "warning" }) => {
    const words = { in: text, from, to };
    const params = { words: text.text.slice(from, to), law };
    return context.reportWords(ground.code, severity, words, params, fixesFor(words, ground, law, context));
  });
}

/** Qualifications, competencies, custom sections named after conditions, and what is said of the role as a whole. */
function statesConditions({ section, field, path }: RoleText): boolean {
  if (!section) return path.includes("workingConditions") || field === "description";
  if (section.kind === "qualifications" || section.kind === "competencies") return true;
  return section.kind === "custom" && /要求|条件|资格|requirement|condition|qualification/i.test(section.title);
}

const denials =
  /不得|禁止|严禁|不以|不限|不要求|不考虑|不看|不询问|不因|不分|无论|不论|避免|杜绝|反对|防止|消除|拒绝|regardless|irrespective|without regard|never|must not|may not|do(?:es)? not|not (?:ask|based|limited|consider)|no matter|prohibit|prevent/i;
/** What opens a whole sentence to everybody, on either side of the words. */
const openings =
  /encouraged to apply|equal[- ]opportunit|discriminat|\b(?:all|any)\b.* welcome|平等(?:就业|录用|对待)|歧视/i;

/**
 * 不得要求已婚已育 and "regardless of age" state the opposite of a condition. In 性别不限，35岁以下 the first clause says
 * nothing of the second.
 */
function isDenied(text: string, from: number): boolean {
  const sentence = sentenceAt(text, from);
  return (
    denials.test(text.slice(clauseAt(text, from).from, from)) || openings.test(text.slice(sentence.from, sentence.to))
  );
}

function withoutOverlap<T extends { readonly from: number; readonly to: number }>(found: readonly T[]): T[] {
  const sorted = [...found].sort((a, b) => a.from - b.from || b.to - a.to);
  let end = -1;
  return sorted.filter(({ from, to }) => {
    const free = from >= end;
    if (free) end = to;
    return free;
  });
}

function fixesFor(words: Words, { instead }: Ground, law: "cn" | "us", context: LintContext): readonly Fix[] {
  const { in: text, from } = words;
  const clause = clauseAt(text.text, from);
  const rest = withoutClause(text.text, clause);
  const better = instead?.[law === "cn" ? "zh" : "en"];
  const rewording =
    better === undefined
      ? []
      : context.fix(
          "discrimination/reword",
          { said: better },
          { path: text.path, value: reworded(text.text, clause, better) },
        );
  return [...rewording, ...removal(text, rest, context)];
}

function reworded(text: string, { from, to }: { from: number; to: number }, said: string): string {
  const space = /^\s*/.exec(text.slice(from, to))?.[0] ?? "";
  return text.slice(0, from) + space + said + text.slice(to);
}

/** Takes out the clause; the item when nothing else is said; the description when it was only that. */
function removal(text: RoleText, rest: string, context: LintContext): readonly Fix[] {
  if (rest !== "") return context.fix("discrimination/remove-words", { rest }, { path: text.path, value: rest });
  if (text.field === "description") {
    return context.fix("discrimination/remove-text", {}, { path: text.path, value: undefined });
  }
  if (!text.item || text.translated || text.field !== "title" || text.item.weight !== undefined) return [];
  return context.fix(
    "discrimination/remove-item",
    { title: text.item.title },
    { path: text.item.source.path, value: undefined },
  );
}
