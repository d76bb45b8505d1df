import type { Deadline, Qualification, Standard } from "@rolewright/importer";

/** One thing that a fixture's author says is there. */
export interface GoldItem {
  readonly field: "title" | "superior" | "subordinates" | "duties" | "standards" | "qualifications";
  readonly text: string;
  /** Where it stands in the fixture's text. */
  readonly start: number;
  readonly kind?: Qualification["kind"];
  readonly need?: Qualification["need"];
  readonly years?: number;
  /** `-` means that there is none, or that the unit may be said in any way. */
  readonly measure?: {
    readonly operator: string;
    readonly target: string;
    readonly unit: string;
    readonly cadence: string;
    readonly deadline?: Pick<Deadline, "month" | "day" | "next">;
  };
}

export interface GoldFile {
  readonly text: string;
  /** For each description, in order. */
  readonly descriptions: readonly (readonly GoldItem[])[];
}

const fields = {
  T: "title",
  U: "superior",
  B: "subordinates",
  D: "duties",
  S: "standards",
  Q: "qualifications",
} as const;

/**
 * Reads a fixture: the text of a job description with `⟦D|…⟧` around what is to be found. `T` title, `U` superior, `B`
 * subordinate, `D` duty, `Q kind [years] [preferred]` qualification, `S operator target unit cadence [@deadline]`
 * standard, where a deadline is `25`, `+5` (of the next month), `11/last` or `last`. `⟦#⟧` begins another description.
 */
export function readGold(annotated: string): GoldFile {
  const descriptions: GoldItem[][] = [[]];
  const open: { head: string; start: number }[] = [];
  let text = "";
  for (const { 0: piece } of annotated.matchAll(/⟦#⟧|⟦[^|⟦⟧]*\||⟧|[^⟦⟧]+/gu)) {
    if (piece === "⟦#⟧") descriptions.push([]);
    else if (piece.startsWith("⟦")) open.push({ head: piece.slice(1, -1), start: text.length });
    else if (piece === "⟧") {
      const { head, start } = open.pop() ?? { head: "", start: 0 };
      descriptions.at(-1)?.push({ ...itemOf(head, text.slice(start)), start });
    } else text += piece;
  }
  return { text, descriptions };
}

function itemOf(head: string, text: string): Omit<GoldItem, "start"> {
  const [letter = "", ...rest] = head.split(/\s+/u);
  const field = fields[letter as keyof typeof fields];
  if (!field) throw new Error(`Unknown mark ${head}`);
  if (field === "qualifications") return { field, text, ...qualificationOf(rest) };
  return field === "standards" ? { field, text, measure: measureOf(rest) } : { field, text };
}

function qualificationOf([kind = "other", ...facts]: readonly string[]): Pick<GoldItem, "kind" | "need" | "years"> {
  const years = facts.map(Number).find((value) => !Number.isNaN(value));
  const need = facts.includes("preferred") ? "preferred" : "required";
  return { kind: kind as Qualification["kind"], need, ...(years === undefined ? {} : { years }) };
}

function measureOf(words: readonly string[]): NonNullable<GoldItem["measure"]> {
  const due = words.find((word) => word.startsWith("@"));
  const [operator = "-", target = "-", unit = "-", cadence = "-"] = words
    .filter((word) => word !== due)
    .map((word) => word.replaceAll("_", " "));
  return { operator, target, unit, cadence, ...(due ? { deadline: deadlineOf(due.slice(1)) } : {}) };
}

function deadlineOf(words: string): Pick<Deadline, "month" | "day" | "next"> {
  const [month, day] = words.includes("/") ? words.split("/", 2) : [undefined, words.replace("+", "")];
  return {
    ...(month === undefined ? {} : { month: Number(month) }),
    day: day === "last" ? "last" : Number(day),
    ...(words.startsWith("+") ? { next: true as const } : {}),
  };
}

/** Whether what was found says the same as the gold: operator, target, unit, cadence and, where told, the deadline. */
export function sameMeasure(gold: NonNullable<GoldItem["measure"]>, found: Standard): boolean {
  const due = gold.deadline;
  return (
    sameOperator(gold, found.operator ?? "-") &&
    sameFigure(gold, found) &&
    (found.cadence ?? "-") === gold.cadence &&
    (due === undefined ||
      (found.deadline?.day === due.day && found.deadline?.month === due.month && found.deadline?.next === due.next))
  );
}

/** The same figure of the same unit; one per mille is 0.1 %. */
function sameFigure(gold: NonNullable<GoldItem["measure"]>, { target, unit = "-" }: Standard): boolean {
  const said = typeof target === "object" ? `${target.from}~${target.to}` : String(target ?? "-");
  if (said === gold.target) return gold.unit === "-" || unitName(unit) === unitName(gold.unit);
  return gold.unit === "%" && unit === "‰" && typeof target === "number" && String(target / 10) === gold.target;
}

/** At the ends of a scale "is" and "at least", "is" and "at most" say the same. */
function sameOperator({ operator, target }: NonNullable<GoldItem["measure"]>, found: string): boolean {
  const ends = target === "0" ? ["=", "<="] : target === "100" ? ["=", ">="] : [operator];
  return found === operator || (ends.includes(found) && ends.includes(operator));
}

function unitName(unit: string): string {
  return unit
    .toLowerCase()
    .replace(/s$|^[个個]/gu, "")
    .replace("鐘", "钟")
    .replace("時", "时");
}
