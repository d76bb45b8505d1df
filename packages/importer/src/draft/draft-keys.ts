/** Words of a field and the key that says it; the word that stands first in a text names its item. */
const fields: readonly (readonly [RegExp, string])[] = [
  [/学历|文化程度|毕业|\b(?:education|degree|diploma|graduat\w*|bachelor\S*|master's)\b/iu, "education"],
  [/经验|经历|\bexperience\b/iu, "experience"],
  [/证书|上岗证|资格证|执照|驾照|\b(?:certificates?|certification|licen[cs]e)\b/iu, "certificate"],
  [/^age$/u, "age"],
  [/预算|\bbudgets?\b/iu, "budget"],
  [/培训|\btraining\b/iu, "training"],
  [/投诉|\bcomplaints?\b/iu, "complaints"],
  [/例会|会议|\bmeetings?\b/iu, "meeting"],
  [/盘点|\bstock-?\s?(?:take|taking|count)\b/iu, "stocktake"],
  [/满意[度率]|\bsatisfaction\b/iu, "satisfaction"],
  [/收缴|催缴|收费率|\bcollections?\b/iu, "collection"],
  [/采购|\b(?:purchas\w+|procurement)\b/iu, "purchasing"],
  [/招聘|\brecruit\w*\b/iu, "recruitment"],
  [/标识|\bsignage\b/iu, "signage"],
  [/档案|归档|\b(?:filing|archives?)\b/iu, "records"],
  [/巡查|巡检|\binspections?\b/iu, "inspection"],
  [/回访|\bfollow-?up\b/iu, "followUp"],
  [/考勤|出勤|\battendance\b/iu, "attendance"],
  [/抽查|\bspot[- ]checks?\b/iu, "spotCheck"],
  [/库存|\binventory\b/iu, "inventory"],
  [/保养|\bmaintenance\b/iu, "maintenance"],
  [/报表|报告|\breports?\b/iu, "reports"],
];

/**
 * One readable key for each text, in order; where no field word stands, the stem and its number. None is used that is
 * `taken`, to which the new ones are added: records tell the items of a template apart by key, whatever their section.
 */
export function keysOf(texts: readonly string[], stem: string, taken: Set<string>): string[] {
  return texts.map((text, index) => {
    const field = fieldOf(text);
    const key = field === undefined ? `${stem}${index + 1}` : free(field, taken);
    taken.add(key);
    return key;
  });
}

/** The key of the field word that stands first in a text. */
export function fieldOf(text: string): string | undefined {
  let first: { readonly at: number; readonly key: string } | undefined;
  for (const [words, key] of fields) {
    const at = text.search(words);
    if (at >= 0 && (first === undefined || at < first.at)) first = { at, key };
  }
  return first?.key;
}

function free(field: string, taken: ReadonlySet<string>): string {
  if (!taken.has(field)) return field;
  let number = 2;
  while (taken.has(`${field}${number}`)) number++;
  return `${field}${number}`;
}
