import type { Description } from "../generated/import-result.ts";
import type { Parts } from "./structure.ts";

const jobWords =
  /岗位|职责|任职|招聘|应聘|职位|上级|下级|汇报|入职|工作经验|学历|\b(?:job|position|role|duties|responsibilit\w+|qualifications?|report(?:s|ing)? to|salary|apply|candidate|applicant|vacancy|hiring|employment)\b/giu;

/**
 * Whether a text is about a job at all. Lists and verbs alone do not make one: recipes have them too. It needs a title,
 * a heading or labels that job descriptions have, and items under them.
 */
export function isAboutJobs(
  chars: string,
  structures: readonly Parts[],
  descriptions: readonly Description[],
): boolean {
  const items = descriptions.reduce(
    (sum, { duties, qualifications, standards }) => sum + duties.length + qualifications.length + standards.length,
    0,
  );
  const labels = structures
    .flatMap(({ fields }) => fields)
    .filter(({ field }) => field === "superior" || field === "subordinates" || field === "title");
  if (descriptions.length === 0) return false;
  const headings = new Set(
    structures.flatMap(({ parts }) =>
      parts.filter(({ heading, units }) => heading && units.length > 0).map(({ kind }) => kind),
    ),
  );
  const core = Number(headings.has("duties")) + Number(headings.has("qualifications"));
  const words = new Set([...(chars.slice(0, 20_000).match(jobWords) ?? [])].map((word) => word.toLowerCase())).size;
  const titled = descriptions.some(({ title }) => title !== undefined && title.from !== "file-name");
  const signs =
    core * 2 +
    Number(headings.has("standards")) +
    labels.length +
    Math.min(words, 3) +
    Number(titled) +
    Number(structures.some(({ titles }) => titles.length > 0));
  const kinds = byContent(descriptions);
  if (kinds >= 2 && ((titled && items >= 4) || (items >= 6 && words + labels.length > 0))) return true;
  return (items >= 2 && signs >= (titled ? 3 : 4)) || (items >= 1 && signs >= 5) || labels.length >= 2;
}

/** How many kinds of items there are, of which one must be what only a job asks for. */
function byContent(descriptions: readonly Description[]): number {
  const count = (kind: "duties" | "qualifications" | "standards") =>
    descriptions.filter((each) => each[kind].length >= 2).length;
  if (count("qualifications") === 0) return 0;
  return (["duties", "qualifications", "standards"] as const).filter((kind) => count(kind) > 0).length;
}
