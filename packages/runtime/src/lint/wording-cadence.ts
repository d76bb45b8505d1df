import { toDecimal } from "../decimal.ts";
import type { Cadence, Item } from "../model.ts";
import { cadences } from "./cadence-words.ts";
import { infoPath, type LintRule } from "./rule.ts";
import { firstMatches } from "./sentence.ts";
import type { RoleText } from "./texts.ts";

const order: readonly Cadence[] = ["day", "week", "month", "quarter", "half-year", "year"];
/** How many of the shorter period the longer one surely holds: working days, and the shortest months. */
const held: Readonly<Record<string, number>> = {
  "day week": 5,
  "day month": 20,
  "week month": 4,
  "month quarter": 3,
  "month half-year": 6,
  "month year": 12,
  "quarter year": 4,
};

/**
 * The words of an item and its `every` name the same rhythm: 每周 in the sentence with `every: month` makes a checklist
 * that contradicts its own title. Found only where a clause begins with the rhythm and no other part of the text names
 * the one in `every`; a count of weekly events judged by the month (four or more) is no contradiction.
 */
export const wordingCadence: LintRule = {
  id: "wording/cadence",
  scope: "item",
  check: (context) =>
    context.texts.filter(isOwnText).flatMap((text) => {
      const { item } = text;
      const found = item?.every && order.includes(item.every) ? cadencesIn(text.text) : [];
      const [first] = found;
      if (!item || !first || found.some(({ every }) => every === item.every)) return [];
      if (isCollected(first.every, item)) return [];
      const fixes = context.fix(
        "wording/cadence",
        { every: first.every },
        { path: infoPath(item, "every"), value: first.every },
      );
      const params = { title: item.title, words: first.words, every: item.every ?? "" };
      return [context.reportWords("wording/cadence", "warning", { in: text, ...first }, params, fixes)];
    }),
};

function isOwnText({ item, translated, field }: RoleText): boolean {
  return item !== undefined && !translated && field !== "other";
}

function cadencesIn(text: string) {
  return cadences
    .flatMap(({ every, pattern }) =>
      firstMatches(pattern, text).map((match) => {
        const words = match.groups?.zh ?? match.groups?.en ?? "";
        const to = match.index + match[0].length;
        return { every, words, from: to - words.length, to };
      }),
    )
    .sort((a, b) => a.from - b.from);
}

/** Whether the item collects what the words say over its own, longer period. */
function isCollected(said: Cadence, { every, observation, target }: Item): boolean {
  if (every === undefined || order.indexOf(said) > order.indexOf(every)) return false;
  if (observation.kind === "inputs") return true;
  if (observation.kind !== "events" && observation.kind !== "figure") return false;
  const least = toDecimal(target?.bounds.find(({ keyword }) => keyword === "minimum")?.value);
  const needed = held[`${said} ${every}`];
  return (
    observation.kind === "figure" || (least !== undefined && needed !== undefined && least.greaterThanOrEqualTo(needed))
  );
}
