/**
 * Words that sound like a standard and cannot be checked, in Chinese and English.
 *
 * Each is a pattern with the neighbours that give it another meaning left out (固定期限 holds 定期, 及时率 is a
 * measure's name). Source: the seed's own collection of job descriptions, where these words stand in for every figure.
 */
export interface VagueWord {
  readonly pattern: RegExp;
  /** What in the same sentence makes the word concrete. */
  readonly concrete: RegExp;
  /**
   * `cadence`: stands for how often, so the item's own `every` can be written in its place. `time`: stands for a
   * deadline, so the item's own `due` can. `rest`: leaves a list open; without it the list is complete.
   */
  readonly standsFor: "cadence" | "time" | "rest" | "manner";
}

const digits = "0-9０-９一二两三四五六七八九十百半";
const timeUnits = "个?(?:小时|工作日|日|天|周|月|季度|年)|分钟|秒|点|时(?![间候刻])";
const timeWords =
  "每(?:个?工作日|日|天|周|月|季|半?年|班)|当(?:日|天|班|场|晚)|次(?:日|月|周)|年底|月底|月末|期限|期满前|到期前|内（[不]?含）";

/** A time, a deadline or a rhythm: 48 小时, 每周, 当日. */
const zhTime = new RegExp(`[${digits}]\\s*(?:${timeUnits})|${timeWords}`);
/** Any figure with its unit. */
const zhFigure = new RegExp(`[${digits}]\\s*(?:%|％|${timeUnits}|次|件|项|份|户|人|元|成|℃|米)|${timeWords}`);
const enFigure =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twice|once|half)\b|\b(?:daily|weekly|monthly|quarterly|yearly|annual(?:ly)?|every|each|within|deadline|same day|next day|same shift)\b/i;
const never = /(?!)/;
const namedZh = /《|（[^）]{2,}）|附表|附件|清单|名单|目录|列明|所列|上述|下列|以下/;

/** Sorted by nothing but meaning; a text is asked for each only after `vagueHint` matched. */
export const vagueWords: readonly VagueWord[] = [
  {
    pattern: /(?<![以涉提普危波触遍推兼论])及时(?![性雨间节钟段通]|[一-龥]{0,5}率)/g,
    concrete: zhTime,
    standsFor: "time",
  },
  { pattern: /尽快|尽早|第一时间|迅速(?!度)/g, concrete: zhTime, standsFor: "time" },
  { pattern: /(?:按时|准时)(?![间段点区长]|[一-龥]{0,5}率)/g, concrete: zhTime, standsFor: "time" },
  {
    pattern:
      /(?<![固规约指法既确限设制商核预待锁])定期(?![限间内望末初存]|报告|检验|检定|检测|校验|校准|维保|寿险|债|租|票|合同|劳动|体检)/g,
    concrete: zhTime,
    standsFor: "cadence",
  },
  { pattern: /经常(?!性)|时常|随时/g, concrete: zhTime, standsFor: "cadence" },
  { pattern: /原则上|一般情况下|尽量|尽可能|努力|大力(?!士)|切实/g, concrete: never, standsFor: "manner" },
  {
    pattern: /必要时(?![间候刻期段])|[视按据](?:情况|需要?)(?!求)|根据(?:需要|情况)(?!分析)|酌情|适时/g,
    concrete: zhFigure,
    standsFor: "manner",
  },
  {
    pattern:
      /灵活(?=安排|调整|处理|运用|掌握|机动)|合理(?=安排|控制|调配|使用|利用|分配|配置)|有效(?=控制|推动|推进|提升|提高|降低|开展|落实|保障|避免|防范|沟通)/g,
    concrete: zhFigure,
    standsFor: "manner",
  },
  { pattern: /(?<![不合])适当(?![性匹])/g, concrete: zhFigure, standsFor: "manner" },
  { pattern: /妥善/g, concrete: zhFigure, standsFor: "manner" },
  { pattern: /积极(?![性分]|因素)/g, concrete: zhFigure, standsFor: "manner" },
  {
    pattern:
      /(?:相关|有关)(?=的?(?:工作|事项|事宜|问题|部门|单位|人员|制度|资料|材料|手续|规定|流程|方案|数据|信息|费用|指标|要求|文件|内容|措施|记录)(?!员))/g,
    concrete: namedZh,
    standsFor: "manner",
  },
  {
    pattern:
      /(?<![平高初中优劣均相对同何甲乙丙丁一二三四五六七八九特头上下不同数稍少])等等?(?=$|[，。；、！）)：]|的(?!级|次|分)|(?![级次分待候距值价同于])[一-龥]{2,4}(?:率|比例|次数)(?=$|[，。；])|(?:相关|有关)?的?(?:各项|各类|日常|重要|其他)?(?:工作|事项|事宜|方面|内容|问题|情况|资料|材料|任务|手续|信息)(?!表|单|量))/g,
    concrete: /等\s*[0-9０-９一二两三四五六七八九十]+\s*[项个种类份名位件家]/,
    standsFor: "rest",
  },
  { pattern: /\b(?:in a )?timely(?: (?:manner|fashion|way|basis))?\b/gi, concrete: enFigure, standsFor: "time" },
  {
    pattern: /\b(?:promptly|as soon as (?:possible|practicable)|without (?:undue )?delay|asap|quickly|speedily)\b/gi,
    concrete: enFigure,
    standsFor: "time",
  },
  {
    pattern:
      /\b(?:regularly|periodically|on a regular basis|at regular intervals|from time to time|frequently|occasionally|often)\b/gi,
    concrete: enFigure,
    standsFor: "cadence",
  },
  {
    pattern:
      /(?<!\b(?:duties|tasks|work|responsibilities) )\b(?:as|when|where|if) (?:needed|necessary|required|appropriate|applicable|possible)\b(?! by)(?<!\bsoon as possible)|\bas-needed\b|\bad[- ]hoc\b|\bin principle\b|\bbest efforts?\b/gi,
    concrete: enFigure,
    standsFor: "manner",
  },
  {
    pattern:
      /\b(?:appropriate|appropriately|suitably|adequate|adequately|properly|reasonable(?! accommodation)|reasonably|efficient manner|efficiently|effectively)\b(?! (?:authorit|body|bodies|court)| [a-z]+ \()(?<!\b(?:as|when|where|if) appropriate)/gi,
    concrete: enFigure,
    standsFor: "manner",
  },
  { pattern: /\b(?:proactively|actively)\b/gi, concrete: enFigure, standsFor: "manner" },
  {
    pattern: /,?\s?(?:\betc\b(?:\.(?=\s?[,;)\p{Ll}]))?|\band so (?:on|forth)\b|\band the like\b)/giu,
    concrete: never,
    standsFor: "rest",
  },
];

/** Matches every text that any of the words could match: most texts need no second look. */
export const vagueHint =
  /[及按准经时随适]时|时常|经常|尽|第一时间|迅速|定期|必要时|情况|需|酌情|适当|妥善|积极|相关|有关|等|原则上|努力|大力|切实|灵活|合理|有效|timely|prompt|as soon|delay|asap|quickly|speedily|regular|periodic|frequently|occasionally|often|time to time|needed|necessary|required|possible|ad[- ]hoc|in principle|best effort|appropriate|applicable|suitab|adequate|properly|reasonabl|efficien|effectively|actively|etc\b|and so |and the like/i;
