import type { Ambiguity, Correction, Description, ImportFinding, Span, Standard } from "../generated/import-result.ts";

/** Deadlines whose words leave open whether the day itself counts. */
export function ambiguitiesOf(descriptions: readonly Description[]): Ambiguity[] {
  return descriptions.flatMap((description, index) =>
    (["duties", "standards"] as const).flatMap((list) =>
      description[list].flatMap(({ deadline, spans }, at) => {
        const [span] = spans;
        if (!deadline || deadline.inclusive !== null || !span) return [];
        const path = `/descriptions/${index}/${list}/${at}/deadline/inclusive`;
        return [{ code: "day-included" as const, path, span, options: [true, false] }];
      }),
    ),
  );
}

/** What a person should know about the reading of each description and of the whole. */
export function findingsOf(
  descriptions: readonly Description[],
  moved: readonly number[],
  corrections: readonly Correction[],
  ambiguities: readonly Ambiguity[],
  unplaced: readonly Span[],
): ImportFinding[] {
  const whole: ImportFinding[] = [];
  if (descriptions.length > 1) whole.push(info("several-descriptions", { count: descriptions.length }));
  const each = descriptions.flatMap((description, index) => aboutDescription(description, index, moved[index] ?? 0));
  if (corrections.length > 0) whole.push(info("corrections-offered", { count: corrections.length }));
  if (ambiguities.length > 0) whole.push(info("days-to-decide", { count: ambiguities.length }));
  if (unplaced.length > 0) whole.push(info("words-unplaced", { count: unplaced.length }));
  return [...whole, ...each];
}

function aboutDescription(description: Description, index: number, moved: number): ImportFinding[] {
  const { title, duties, standards, confidence } = description;
  const found: ImportFinding[] = [];
  if (!title) found.push({ code: "no-title", severity: "warning", params: {} });
  else if (title.from === "file-name") found.push(info("title-from-name", { title: title.text }));
  if (duties.length === 0) found.push({ code: "no-duties", severity: "warning", params: {} });
  if (standards.length === 0) found.push(info("no-standards", {}));
  if (moved > 0) found.push(info("moved-items", { count: moved }));
  for (const gap of gapsIn([...duties, ...standards]))
    found.push({ ...info("numbers-missing", gap.params), span: gap.span });
  if (confidence < 0.6) found.push({ code: "reading-unsure", severity: "warning", params: {} });
  return found.map((finding) => ({ ...finding, description: index }));
}

function info(code: ImportFinding["code"], params: Record<string, string | number>): ImportFinding {
  return { code, severity: "info", params };
}

type Numbered = Pick<Standard, "label" | "spans">;

/** Where the numbers of a list jump: the source may have lost entries. */
function gapsIn(items: readonly Numbered[]): { params: { before: string; after: string }; span: Span }[] {
  return items.flatMap(({ label = "", spans }, index) => {
    const before = items[index - 1]?.label ?? "";
    const [was, is] = [numberOf(before), numberOf(label)];
    const [span] = spans;
    if (!was || !is || !span || was.stem !== is.stem || is.count - was.count < 2) return [];
    return [{ params: { before, after: label }, span }];
  });
}

function numberOf(label: string): { stem: string; count: number } | undefined {
  const match = /^(\D?(?:\d+\.)*)(\d{1,3})\D*$/u.exec(label);
  return match ? { stem: match[1] ?? "", count: Number(match[2]) } : undefined;
}
