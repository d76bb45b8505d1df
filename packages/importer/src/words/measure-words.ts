import type { Cadence, Standard } from "../generated/import-result.ts";

export type Operator = NonNullable<Standard["operator"]>;
export type OperatorRow = readonly [operator: Operator, pattern: RegExp];

/**
 * Words in front of a figure; all end where the figure begins. 不低于 stands before 低于. The group `of` is the whole of
 * which the figure is a share (不低于当月投诉总量的5%).
 */
export const leadingOperators: readonly OperatorRow[] = [
  [
    ">=",
    /(?:(?<![不未圆期])满(?:足)?|不(?:得|应|宜|能|可)?(?:低|少|小|短)于|不下于|≥|>=|[大高]于(?:或|或者)?等于|等于或[大高多]于|最低(?:为|达到?)?|最少(?:为)?|起码(?:达到)?)\s*(?:(?<of>[^\d,;。]{1,24}?)的)?\s*$/u,
  ],
  [">=", /至少(?:应|要|需|须|得)?(?:(?<of>[^\d,;。]{1,20}?)的|[^\d,;。一二两三四五六七八九十]{0,14})\s*$/u],
  [
    "<=",
    /(?:不(?:得|应|宜|能|可|允许)?(?:高|多|大|长|晚|迟)于|(?:不(?:得|应|能|可|允许|要)?|别|莫)(?:超过|超出|超|突破)|(?:别|不要)(?:高|多|大|长|晚|迟)于|至多(?:为|不超过)?|最多(?:为|不超过)?|最高(?:为|不超过)?|最长(?:为|不超过)?|上限(?:为)?|≤|<=|[小低]于(?:或|或者)?等于|等于或[小低少]于|(?:控制|压缩|降低?|减少|限制|限定|下降)(?:到|在|至|为)|降至|限于)\s*(?:(?<of>[^\d,;。]{1,24}?)的)?\s*$/u,
  ],
  ["<", /(?:低于|少于|小于|不足|不满|短于|不到|<)\s*(?:(?<of>[^\d,;。]{1,24}?)的)?\s*$/u],
  [">", /(?:高于|多于|大于|超过|超出|优于|长于|>)\s*(?:(?<of>[^\d,;。]{1,24}?)的)?\s*$/u],
  [
    ">=",
    /(?:达到|达成|达至|达|保持在|维持在|稳定在|保持|提升至|提升到|提高到|提高至|实现)\s*(?:(?<of>[^\d,;。]{1,24}?)的)?\s*$/u,
  ],
];

/** Words behind a figure. 以上, 以下 and 以内 include it: Civil Code of the PRC, art. 1259. */
export const trailingOperators: readonly OperatorRow[] = [
  [
    ">=",
    /^\s*(?:\(含\)|\(含[^)]{1,6}\))?\s*(?:(?:及|或|和|含)?其?以上|(?:及|或)(?:更[高多]|以上)|(?:或|及)?更[高多]|起)(?!述)/u,
  ],
  [
    "<=",
    /^\s*(?:\(含\)|\(含[^)]{1,6}\))?\s*(?:(?:及|或|和|含)?其?以[下内]|之[内下]|(?:的)?时?间?内(?![部容勤外控在训审]))/u,
  ],
  ["<", /^\s*(?:\(不含\))\s*(?:以[下内]|之?内)/u],
];

export const leadingOperatorsEnglish: readonly OperatorRow[] = [
  [
    ">=",
    /(?:\bat least|\bno (?:less|fewer|lower) than|\bnot (?:less|fewer|lower) than|\bnot (?:below|under)|\bno lower than|\bnever (?:below|under)|\bnot (?:fall|drop|be) (?:below|under)|(?:\ba )?\bminimum(?: of)?|≥|>=|\bgreater than or equal to|\bmeets? or exceeds?|\bmeeting or exceeding|\bat or above|\bno worse than|\bat minimum|\bmin\.?|\b(?:above|over|more than|higher than) or equal to|\bequal to or (?:above|over|more than|greater than|higher than))\s*(?:of )?:?\s*$/iu,
  ],
  [
    "<=",
    /(?:\bat most|\bno (?:more|greater|higher|later|longer) than|\bnot (?:more|greater|higher|later|longer) than|\bnot (?:to )?(?:exceed|be exceeded|go above|go over)(?:ing)?|\bwithout exceeding|\bnever exceeds?|\bup to|(?:\ba )?\bmaximum(?: of)?|\bwithin(?: the)?|\binside|≤|<=|\b(?:below|under|(?:less|fewer|lower) than) or equal to|\bequal to or (?:below|under|less than|lower than)|\bat or (?:below|under)|\bmax\.?|\bcapped at|\blimited to)\s*(?:of )?:?\s*$/iu,
  ],
  ["<", /(?:\bbelow|\bunder|\bless than|\bfewer than|\blower than|\bshorter than|<)\s*$/iu],
  [
    ">",
    /(?:\babove|\bover|\bmore than|\bgreater than|\bhigher than|\bexceed(?:s|ing)?|\bin excess of|\bbetter than|>)\s*$/iu,
  ],
  [
    ">=",
    /(?:\bachiev(?:e|es|ing)|\bmaintain(?:s|ing)?|\breach(?:es|ing)?|\battain(?:s|ing)?|\bhit(?:s|ting)?)\s+(?:an? |the )?(?:[a-z-]+ ){0,6}?(?:of |at |to )?$/iu,
  ],
];

export const trailingOperatorsEnglish: readonly OperatorRow[] = [
  [
    ">=",
    /^\s*(?:\+|or (?:better|more|higher|above|greater|over|longer)|and (?:above|over|up)|minimum|plus)(?![a-z])/iu,
  ],
  [
    "<=",
    /^\s*(?:or (?:less|fewer|below|under|lower|faster|sooner|shorter)|and (?:below|under)|maximum|max\b|at most)(?![a-z])/iu,
  ],
];

/** Metrics of which less is better: a bare figure behind one is an upper bound. */
export const lessIsBetter =
  /差错|错误|失误|投诉|事故|损耗|流失|偏差|差异|缺陷|退货|不良|废品|次品|成本|延误|逾期|违规|违纪|故障|遗漏|空置|拖欠|坏账|不良贷款|报废|返工|返修|离职|超时|超支|破损|丢失|损坏|污染|感染|等待|响应时间|响应时长|处理时长|停机|停线|损失|浪费|泄漏|泄露|能耗|中断|掉线|放弃率|挂断率|\b(?:errors?|complaints?|accidents?|incidents?|defects?|injur(?:y|ies)|variance|shrinkage|waste|turnover|attrition|absence|absenteeism|downtime|breakages?|returns|delays?|cost|costs|spend|loss(?:es)?|abandon\w*|response time|wait(?:ing)? time|handl\w+ time|turnaround|cycle time|lates?|overdue|rework|scrap|infections?|falls|rejections?|rejects?)\b/iu;

/** What may stand between a metric and its bare figure. */
export const metricBefore =
  /(?:[率度比例量数分额值]|得分|评分|占比|指标|完成|合格|目标|时间|时长|次数|满意)(?:应|须|需|要求|均|全部|目标)?(?:为|是|达|保持|确保|:|=)?\s*$/u;

/** 零投诉, 差错为零, 事故0起. */
export const zeroRules: readonly RegExp[] = [
  // 账款零差异, 零积压: at the end of its words 零 counts whatever it is
  /零(?!售|件|星|部件|配件|钱|食|散|用|工|基础|下|点|时|担|头|花|度|碳)\p{Script=Han}{2,4}(?=[,。;]?\s*$)/u,
  /(?:零|0\s*(?:次|起|件|例|宗)?)(?:重大|有责|有效|安全|质量|责任|客户|人身|工伤|服务|生产|一般|及以上|食品)*(?:投诉|事故|差错|失误|缺陷|违规|违纪|故障|容忍|伤亡|遗漏|丢失|感染|逾期|返工|欠费|案件)/u,
  /(?:投诉|事故|差错|失误|缺陷|违规|违纪|故障|伤亡|遗漏|丢失|感染|逾期|返工|案件|事件|伤害|火灾|差异|异常|泄密|超标|[\p{Script=Han}]{2,12}(?=(?:应|须|必须|保持|控制)?为(?:零|0)[,。;]?\s*$)|[\p{Script=Han}]{2,8}(?=率|发生率|次数|起数|件数))(?:率|数|次数|数量|起数|件数|发生率|发生数)?(?:应|须|必须|保持|控制)?(?:为|是|在|到|:)?\s*(?:零|0\s*(?:次|起|件|例|宗|%|人)?)(?![.\d%])/u,
];
/** 无安全事故, 未发生有责投诉: none, though no figure says so. */
export const noneRule =
  /(?:无|未发生|不发生|没有|未出现|不出现)(?:\p{Script=Han}{2,8}?(?=事故|投诉|伤亡|案件|事件|遗失|丢失|被盗|泄密|失泄密)|任何|一般|重大|较大|有责|有效|安全|质量|责任|客户|人身|工伤|服务|生产|及以上|食品|火灾|原则性|会计|操作|账务|的|或|和|、)*(?:投诉|事故|差错|失误|违规|违纪|伤亡|遗漏|案件|事件|遗失|丢失|被盗|泄密|失泄密)(?!率|记录|史)/u;
export const zeroRuleEnglish =
  /\b(?:errors?|complaints?|accidents?|incidents?|injur(?:y|ies)|shortages?|breaches|losses|defects?|violations?|discrepancies)\b[^.;,]{0,24}?\b(?:zero|nil|0)\b(?!%|\.)|\b(?:zero|no|nil|0)\s+(?:(?!more|less|later|fewer|longer|greater|higher|lower)[a-z-]+ ){0,4}?(?:errors?|complaints?|accidents?|incidents?|defects?|injur(?:y|ies)|breaches|findings|violations?|losses|outages|lapses|escapes|infections?|discrepancies|shortages|deviations|near misses|loss|theft|damage|spills|leaks|failures|fatalities|penalties|fines|recalls|non-?conformit(?:y|ies)|stock-?outs|differences|variances|misses|gaps|shortfalls|write-?offs|escalations|absences|overruns|cancellations|claims|faults)\b|\bzero\s+(?!tolerance|based|hours?\b|waste\b)[a-z][a-z -]*|\b(?:zero|no|nil)\s+(?:missed|overdue|late|lost|unresolved|unplanned|unauthori[sz]ed|uncontrolled|unreported|expired|outstanding)\s+[a-z-]+/iu;

export interface CadenceWord {
  readonly cadence: Cadence;
  readonly interval?: number;
  readonly pattern: RegExp;
}

/** How often; the more explicit before the less. */
export const cadenceWords: readonly CadenceWord[] = [
  { cadence: "week", interval: 2, pattern: /每隔一个?(?:周|星期)|每双周|双周/u },
  { cadence: "month", interval: 2, pattern: /每隔一个月|双月/u },
  // A rate per hour (每小时28箱) is no rhythm, a round each hour is one.
  { cadence: "hour", pattern: /每个?小时(?=\p{Script=Han}{1,8}[一1]次)/u },
  { cadence: "half-month", pattern: /每半个?月|半月度?(?=[^\d])/u },
  {
    cadence: "half-year",
    pattern:
      /每半年|半年度|上、?下半年|半年(?=[^\d以]{0,8}[一\d])|(?<![\d一二两三四五六七八九十个近前后满])半年(?!以|之?[内前后]|来)(?=\p{Script=Han}{2,12}(?:不|达|在|至|率|分|≥|\d))/u,
  },
  { cadence: "quarter", pattern: /每个?季度?|季度|当季|本季|按季/u },
  { cadence: "term", pattern: /每个?学期|学期/u },
  { cadence: "shift", pattern: /每个?班次?(?!级|主任|组|长)|每班|当班|班前|班后|交接班时/u },
  {
    cadence: "day",
    pattern:
      /每个?工作日|每天|每日|每晚|每早|当[日天](?!\p{Script=Han}{0,6}率)|(?<![年月季])日均|逐日|日常?(?=清|结|产量|检查\d)|天天/u,
  },
  { cadence: "week", pattern: /每个?(?:周|星期|礼拜)|周度|周均|当周|本周|按周|周(?=检查|例会|报|计划|完成)/u },
  {
    cadence: "month",
    pattern:
      /每个?月|月度|当月|本月|月日?均|逐月|按月|次月|下月|翌月|(?<![\d个每本当次下上十一二三四五六七八九])月(?=\p{Script=Han}{1,10}?(?:率|量|额|数|得分|评分|次数|业绩|收入|利润|产值))|月(?=业绩|收入|利润|产值|平均|新增|流失|完成|达成|出勤|投诉|差错|检|销|产|报|末|底|考核|合格|损耗|盘点|人均|总|准确|满意|绩效)/u,
  },
  {
    cadence: "year",
    pattern:
      /每个?(?:自然)?年(?!龄)|年度|全年|当年|本年|年日?均|年内|年终|年底|按年|一年(?=[^以])|(?<![\d每本当次上前近数多])年(?!龄|限|份|轻|长)(?=\p{Script=Han}{1,10}?(?:率|量|额|数|得分|评分|次数|业绩|收入|利润|产值))|(?<![上去前同近每\d])年(?=提升|提高|增长|增加|递增|下降|降低|减少)|年(?=业绩|收入|利润|产值|完成|流失|离职|平均|均|人均|培训|投诉|事故|损耗|合格|末|检|审|销)/u,
  },
  {
    cadence: "month",
    pattern: /[(|](?:按|每)?月度?(?:[)]|\s*$)|(?<=次|起|件|例|宗|单|条|份|场|户|家|人|篇|笔|批|\d分)\/(?:每)?月/u,
  },
  {
    cadence: "quarter",
    pattern: /[(|](?:按|每)?季度?(?:[)]|\s*$)|(?<=次|起|件|例|宗|单|条|份|场|户|家|人|篇|笔|批|\d分)\/(?:每)?季/u,
  },
  {
    cadence: "year",
    pattern: /[(|](?:按|每)?年度?(?:[)]|\s*$)|(?<=次|起|件|例|宗|单|条|份|场|户|家|人|篇|笔|批|\d分)\/(?:每)?年/u,
  },
  {
    cadence: "week",
    pattern: /[(|](?:按|每)?周(?:[)]|\s*$)|(?<=次|起|件|例|宗|单|条|份|场|户|家|人|篇|笔|批|\d分)\/(?:每)?周/u,
  },
  {
    cadence: "day",
    pattern: /[(|](?:按|每)?[日天](?:[)]|\s*$)|(?<=次|起|件|例|宗|单|条|份|场|户|家|人|篇|笔|批|\d分)\/(?:每)?[日天]/u,
  },
  { cadence: "year", pattern: /(?:较|比|同比)(?:上一?年度?|去年|上年同期|去年同期)/u },
  { cadence: "event", pattern: /每次|每逢|每一次|每起|每单(?!元|位|项)|每批次?/u },
];

export const cadenceWordsEnglish: readonly CadenceWord[] = [
  {
    cadence: "week",
    interval: 2,
    pattern: /\b(?:bi-?weekly|fortnightly|every other week|every fortnight)\b/iu,
  },
  { cadence: "month", interval: 2, pattern: /\b(?:bi-?monthly|every other month)\b/iu },
  { cadence: "hour", pattern: /\bevery hour\b|\bhourly (?=checks?|patrols?|rounds?|inspections?)/iu },
  { cadence: "half-month", pattern: /\b(?:semi-?monthly|twice[- ]monthly)\b/iu },
  {
    cadence: "half-year",
    pattern: /\b(?:half[- ]yearly|semi-?annual(?:ly)?|twice[- ]yearly|each half[- ]year|bi-?annual(?:ly)?)\b/iu,
  },
  {
    cadence: "quarter",
    pattern: /\b(?:quarterly|(?:every|each|per|a|in a|the|by|any) (?:calendar )?quarter|quarter-end)\b|[(]quarter[)]/iu,
  },
  { cadence: "term", pattern: /\b(?:termly|(?:every|each|per|a) (?:school )?(?:term|semester))\b/iu },
  { cadence: "event", pattern: /\b(?:per|each|every) (?:event|occurrence|occasion)\b/iu },
  { cadence: "shift", pattern: /\b(?:(?:every|each|per|a|the end of (?:each|every)) shift)\b/iu },
  {
    cadence: "day",
    pattern: /\b(?:daily|(?:every|each|per|a|any) (?:business |working |work)?day|nightly|end of day)\b/iu,
  },
  { cadence: "week", pattern: /\b(?:weekly|(?:every|each|per|a|in a|any) week)\b/iu },
  {
    cadence: "month",
    pattern:
      /\b(?:monthly|(?:every|each|per|a|in a|the|following|any) (?:calendar )?month|month[- ]end)\b|[(]month[)]/iu,
  },
  {
    cadence: "year",
    pattern:
      /\b(?:annual(?:ly)?|yearly|(?:every|each|per|a|in a|any|(?:in|during|over|for|within|by the end of) the) (?:calendar |fiscal |financial |rating |review |performance |academic |school )?year|per annum|year[- ]end|year[- ]on[- ]year)\b|\bp\.\s?a\.|[(]year[)]/iu,
  },
];

/** 每2小时, every ten days: the groups are how many and of what. */
export const everyMany =
  /(?:每|每隔)(?<many>\d{1,3}|[两二三四五六七八九十]{1,3})个?(?<span>小时|天|日|周|星期|月|季度|年)(?!级|龄|以|之?内|前)/u;
export const everyManyEnglish =
  /\bevery (?<many>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve) (?<span>hour|day|week|month|quarter|year)s\b/iu;

export const gapWords =
  /(?:每|每隔)(?<many>\d{1,3}|[两二三四五六七八九十]{1,3})个?(?<span>小时|分钟)(?!以|之?内|前|至)/u;
export const gapWordsEnglish =
  /\bevery (?<many>\d{1,3}|two|three|four|five|six|eight|ten|twelve|fifteen|twenty|thirty) (?<span>hour|minute|second)s\b/iu;

/** Several of the small that are one of the greater: every 6 months is every half-year. */
export const sameCadence: Readonly<Record<string, Cadence>> = {
  "24 hour": "day",
  "7 day": "week",
  "14 day": "week",
  "3 month": "quarter",
  "6 month": "half-year",
  "12 month": "year",
  "2 quarter": "half-year",
  "4 quarter": "year",
};

/** Chinese units behind a figure, long before short. */
export const chineseUnits =
  "个工作日|个自然日|个工作天|工作天|工作日|自然日|个百分点|百分点|个小时|小时|分钟|秒钟|个月|人次|万元|亿元|千元|百元|万人|平方米|平米|㎡|立方米|公里|千米|公斤|千克|毫米|厘米|课时|学时|工时|学分|车次|批次|例次|场次|床日|元|次|件|起|个|条|份|名|人|户|家|台|套|笔|单|分(?!之)|天|日|周|月|年|秒|级|项|篇|场|升|毫升|度电|吨|斤|克|米|道|℃|度|倍|字|页|张|封|通|例|处|批|车|箱|间|桌|位|期|盒|瓶|趟|班|节|门|只|头|辆|卷|册|票|层|道|块|宗|轮|遍|回|亩|棵|株|款|本|幅|段|组|声|响|圈|点(?!\\d)|PPM|ppm|秒内|kWh|kW|kV|MW|MPa|kPa|Hz|kHz|MHz|GHz|mm|cm|km|kg|mg|ml|mL|dB|ms|QPS|TPS|lux|rpm|m[²³23]|(?:min|t|g|L|h|s|m)(?![A-Za-z])";

/** Units that count how often something is done: a bare figure with one, beside a cadence, is the least number. */
export const countingUnits =
  /^(?:次|件|条|份|个|篇|场|期|节|课时|学时|小时|个小时|名|人|人次|户|家|例|起|趟|遍|回|轮|批|批次|场次|单|笔|项|组|套|通|封|张|台|学分|字|页|本|处|天|万元|元|台次)$/u;
