import type { GroundWords } from "./discrimination.ts";

/*
 * The frames in which job descriptions make a condition of a kind of people: 限男性, 男性优先, 不招男性, 男性 alone;
 * "males only", "males preferred", "no males", "must be male", "male" alone. A ground lists its people and its fields;
 * how people are asked for or turned away is the same for all grounds.
 */

const zhEnd = "(?=$|[，,、。；;！!（）() ]|优先|任职|应聘|报名|报考|担任|为[佳宜主])";
const zhStart = "(?<=^|[，,、；;。：:（(])";
const zhAsked =
  "(?<!不)(?:仅限|只限|限招|限聘|只招|仅招|仅聘|只聘|只要|限|须为|必须是|必须为|应为|要求为?|优先(?:考虑|录用|招聘|聘用|选用)?|需要?为?|寻找|招聘?|聘)(?:招|招聘|聘)?\\s?";
const zhTurnedAway = "(?:不招|不要|不聘|不收|不用|不考虑|不接受|谢绝|拒收|拒绝)\\s?";
const zhAfter =
  "(?:者|人士|人员)?\\s?(?:优先(?![乘登入通服就上进安])|为[佳宜]|最佳|勿扰|勿投|勿约|除外|免谈|不要|不招|不予?考虑|不予?录用|不限制)";

/** Words for people, as a pattern, in every Chinese frame. The last frame, alone in a clause, only where conditions stand. */
export function zhPeople(people: string): readonly GroundWords[] {
  const group = `(?:${people})`;
  return [
    {
      pattern: new RegExp(`(?:${zhAsked}|${zhTurnedAway})${group}(?:者|人士|人员)?${zhEnd}|${group}${zhAfter}`, "gu"),
      law: "cn",
      where: "anywhere",
    },
    {
      pattern: new RegExp(`${zhStart}\\s?${group}(?:者|人士)?(?=$|[，,、；;。）)])`, "gu"),
      law: "cn",
      where: "condition",
    },
  ];
}

/** A field of a form (民族, 婚姻状况) that is asked for: alone, or with a value that is not 不限 (none is asked for). */
export function zhField(names: string, values = "[^，。；\\s]"): GroundWords {
  const unlimited = "(?!\\s*(?:不限|不作|不做|无(?:要求|限制)|均可|皆可|男女|任意))";
  return {
    pattern: new RegExp(
      `^(?:${names})(?:要求|限制|条件|状况|情况)?$|${zhStart}(?:${names})(?:要求|限制|条件|状况|情况)?(?:[：:]|为|须为|限为?)${unlimited}\\s*${values}`,
      "gu",
    ),
    law: "cn",
    where: "condition",
  };
}

const enWho = "(?: (?:candidates?|applicants?|persons?|people|individuals?|employees?|staff|workers?))?";
const enStart = "(?<=^|[.,;:(/] ?)";

/** Words for people in every English frame; alone in a clause only where conditions stand. */
export function enPeople(people: string): readonly GroundWords[] {
  const group = `(?:${people})`;
  return [
    {
      pattern: new RegExp(
        `\\b${group}${enWho} (?:only|(?:is |are |strongly |highly )?preferred|need not apply)\\b|` +
          `\\b(?:only|no|prefer(?:ably|red|ence for)?:?) (?:an? )?${group}${enWho}(?=$|[.,;:)])|` +
          `\\bmust (?:not )?be (?:an? |practi[cs]ing )*${group}\\b`,
        "giu",
      ),
      law: "us",
      where: "anywhere",
    },
    {
      pattern: new RegExp(
        `(?:${enStart}|\\b(?:looking for|seeking|suitable for|suits) )${group}${enWho}(?=$|[.,;)])`,
        "giu",
      ),
      law: "us",
      where: "condition",
    },
  ];
}

/** A field of a form in English: alone, or with a value that limits it. */
export function enField(names: string): GroundWords {
  return {
    pattern: new RegExp(
      `^(?:${names})(?: requirements?)?$|${enStart}(?:${names}): ?(?!any\\b|all\\b|not? \\w|irrelevant|open)[\\p{L}\\p{N}]+`,
      "giu",
    ),
    law: "us",
    where: "condition",
  };
}
