import { remembered } from "../text/remembered.ts";
import type { SectionKind } from "./headings.ts";

type Hint = readonly [kind: SectionKind, weight: number, pattern: RegExp];

/** Words by which headings tell what stands below them, however they are put together. */
const chineseHints: readonly Hint[] = [
  ["duties", 4, /职责|职掌|责任(?!书|人|心)|工作(?:范围|任务)|(?:内容|事项)$|分内/u],
  [
    "duties",
    3,
    /任务|(?:干|做)(?:啥|什么|哪些|这些|的事|的活)|要(?:干|做)|负责(?:什么|哪些|的)|日常(?!行为)|活儿?$|主要工作|工作大概/u,
  ],
  [
    "standards",
    4,
    /指标|考核(?!对象|结果|周期|小组|程序)|考评|绩效|业绩|KPI|衡量|目标|(?:怎么|如何|怎样)考|干得?好|做得?好|好不好|达标/iu,
  ],
  ["standards", 3, /标准|水平$|水准|要达到|评价|(?:怎么|怎样|如何)(?:看|评)|尺子|算合格/u],
  ["qualifications", 4, /资格|任职|应聘|人选|画像|加分|门槛|招聘条件|录用|上岗条件|入职(?:要求|条件)/u],
  [
    "qualifications",
    3,
    /条件|(?:希望|期待|需要|想要|要找|在找|适合|想找)(?:的)?(?:是)?(?:你|您|人|这样)|(?:你|您)(?:需要|要|得|应该?|最好)(?:有|具备|是|会)?$|什么样的(?:人|你)|谁(?:能|可以|来|适合)|对(?:人|你)的/u,
  ],
  ["qualifications", 2, /要求/u],
  ["salary", 5, /待遇|薪[资酬水]|工资|报酬|收入/u],
  ["benefits", 5, /福利|(?:得到|收获|给你|提供)(?:的|什么)?$|优势|亮点/u],
  ["process", 5, /报名|投递|应聘(?:方式|流程|须知)|联系|面试|简历|申请方式|聘用程序|招聘程序|考试|体检/u],
  ["company", 5, /(?:关于|介绍)(?:我们|公司)|我们是谁|(?:公司|单位|学校|门店|团队|品牌)(?:介绍|简介|概况|背景)/u],
  ["conditions", 5, /工作(?:时间|地点|环境|制度)|上班时间|班次|作息/u],
  ["authority", 5, /权限|职权|权力/u],
  [
    "other",
    6,
    /^其[他它](?:事项|说明)?$|原则$|程序$|管理方式|^附件?[:\s]?|奖惩|奖罚|结果(?:的)?(?:运用|应用)|考核(?:对象|结果|周期|小组|程序)|附则|总则|适用(?:范围|对象)|依据|有效期|责任期限|隶属关系|晋升|发展(?:通道|路径)|不得(?:报名|报考)|注意事项|备注/u,
  ],
];

const englishHints: readonly Hint[] = [
  ["duties", 4, /\b(?:(?<!sense of )(?:dut(?:y|ies)|responsibilit\w+)|accountabilit\w+|tasks?)\b/iu],
  ["duties", 3, /\bdo(?:es|ing)?\b|\bfunctions?\b|\bday[- ]to[- ]day\b|\bown\b|\bscope\b/iu],
  [
    "standards",
    4,
    /\b(?:standards?|measur\w+|metrics?|kpis?|indicators?|targets?|goals?|performance|looks? like|success)\b/iu,
  ],
  [
    "standards",
    3,
    /\bhow well\b|\b(?:results?|expectations?|expected|outcomes|judged?|assessed|objectives|levels)\b/iu,
  ],
  [
    "qualifications",
    4,
    /\b(?:qualif\w+|requirements?|required|skills?|competenc\w+|must[- ]haves?|nice[- ]to[- ]haves?|preferred|desirable|essential|criteria|about you|credentials|specification|who (?:can|could|should))\b/iu,
  ],
  [
    "qualifications",
    3,
    /\b(?:profile|bring|looking for|you(?:'ll)? need|you have|candidates?|who you are|background|experience)\b/iu,
  ],
  ["benefits", 5, /\b(?:benefits?|perks?|we offer|rewards?|you get|why (?:join|us|work))\b/iu],
  ["salary", 5, /\b(?:salary|pay|compensation|bonus)\b/iu],
  ["process", 5, /\b(?:appl(?:y|ying|ications?)|interview|contact|next steps|closing)\b/iu],
  ["company", 5, /\b(?:about us|who we are|our (?:story|team|company|values|mission))\b/iu],
  ["conditions", 5, /\b(?:hours|location|conditions|environment|schedule)\b/iu],
  ["authority", 5, /\b(?:authority|decision[- ]making)\b/iu],
  ["other", 6, /\b(?:scoring|evaluation|disclaimer|notes?|approval|revision|training|equal)\b/iu],
];

export interface HeadingHint {
  readonly kind: SectionKind;
  /** 3 and more tells it rather surely. */
  readonly weight: number;
}

/**
 * What the words of a heading say of the part below it where no grammar knows them: the kind for which most of its words
 * speak; undefined when none does or two speak alike.
 */
export const headingHint: (words: string) => HeadingHint | undefined = remembered((words) => {
  const sums = new Map<SectionKind, number>();
  for (const [kind, weight, pattern] of /\p{Script=Han}/u.test(words) ? chineseHints : englishHints)
    if (pattern.test(words)) sums.set(kind, (sums.get(kind) ?? 0) + weight);
  const [first, second] = [...sums].sort(([, left], [, right]) => right - left);
  if (!first || first[1] === second?.[1]) return undefined;
  return { kind: first[0], weight: first[1] };
});
