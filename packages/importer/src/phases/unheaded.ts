import { roleWeight } from "../words/role-weight.ts";
import type { Entry } from "./entries.ts";
import { isMeasured, type JobKind, type Judged, jobKinds, type Placed, type Placement, scoreOf } from "./judged.ts";

/** A row of a table, whose columns say what it is. */
export function placedRow({ entry, words }: Judged, kind: JobKind | undefined): Placed {
  return { entry, words, as: rowKind(entry, kind), confidence: 0.93, moved: false };
}

function rowKind(entry: Entry, kind: JobKind | undefined): Placement {
  const has = (column: string) => entry.row?.cells.some((cell) => cell.kind === column) ?? false;
  if (has("metric") || has("target")) return "standards";
  return has("duty") ? "duties" : (kind ?? "standards");
}

/** What regulations say of themselves, and of whom the role serves under and nothing more. */
export const aboutDocument =
  /_{4,}|^[(][A-Z][^()]{3,40}[)]$|^注[:：]|^为(?:了)?[^。]*制定(?:本|此|该)|^本(?:办法|制度|规定|说明书|标准|细则|职责)|^[^,。;]*在[^,。;]+(?:领导|指导|带领)下(?:开展|进行)?工作(?:,(?:管理|领导|带领|下设|下辖)[^,。;]+(?:[师员长工管理手]|人员))?[。;]?$/u;

/** A sentence that names the superior and nothing else. */
export const onlyReports =
  /^[^,。;:]{0,14}(?:隶属于?|(?:直接)?受|(?:直接)?向)[^,。;:]{2,14}(?:领导|管理|汇报(?:工作)?|负责)(?:,(?:管理|带领|下辖|分管|主管)[^,。;]{2,24}(?:[名人员师长手组]))?[。;]?$|^(?:The|This|Our|You|They|He|She)\b[^.,;]{0,50}\b(?:reports?|answers?) (?:directly )?(?:in)?to [^.,;]{3,80}\.?$/u;

/** Text under no heading: all of it where a description has no headings, else only an introduction. */
export function unheaded(judged: Judged, jobless: boolean, common: JobKind | undefined): Placed {
  const { entry, words, scores } = judged;
  const rest: Placed = { entry, words, as: "other", confidence: 0.5, moved: false };
  if (aboutDocument.test(words) || onlyReports.test(words)) return rest;
  if (scores.chatter >= 4) return rest;
  if (scores.pay >= 4) return { ...rest, as: "salary", confidence: 0.7 };
  if (scores.condition >= 3 && scores.duty < 2 && scores.qualification < 2) return { ...rest, as: "conditions" };
  const ranked = jobKinds
    .map((kind) => ({ kind, score: scores[scoreOf[kind]] + (kind === common ? 2.5 : 0) }))
    .filter(({ kind, score }) => kind !== "standards" || (score >= 1.5 && isMeasured(judged)))
    .sort((left, right) => right.score - left.score);
  const [best] = ranked;
  if (!best || best.score < 1.5 || words.length < 4) return rest;
  if (!jobless && entry.role !== "listed" && best.kind !== common) return { ...rest, as: "purpose" };
  return { entry, words, as: best.kind, confidence: Math.min(0.8, 0.5 + best.score / 20), moved: false };
}

/** What a document says of itself or of whom the role serves under, or nothing but the name of a role. */
export function tellsNoWork(words: string): boolean {
  const name = words.length <= 30 && roleWeight(words) >= 3;
  return words.length < 3 || name || aboutDocument.test(words) || onlyReports.test(words);
}
