import type { Correction } from "../generated/import-result.ts";

export interface CorrectionRow {
  /** The group `bad` is what is replaced. */
  readonly pattern: RegExp;
  readonly to: string;
  readonly reason: Correction["reason"];
  readonly confidence: number;
}

const conversion = (pattern: RegExp, to: string, confidence = 0.9): CorrectionRow => ({
  pattern,
  to,
  reason: "conversion",
  confidence,
});

/**
 * What programs that reword or convert texts do to job descriptions: words become others of like meaning. Each row asks
 * for a context in which the word cannot be meant, since most of them are good words elsewhere.
 */
export const correctionRows: readonly CorrectionRow[] = [
  conversion(/(?<bad>效劳)(?!于)/gu, "服务", 0.95),
  conversion(/(?:规|原|准|守|法|细|通|总|附)(?<bad>那么)/gu, "则", 0.97),
  conversion(
    /(?:沟通|操作|专业|协调|管理|组织|表达|领导|执行|工作|学习|分析|应变|业务|写作|判断|抗压|团队|营销|服务|处理问题|解决问题|类目专业)的?(?<bad>才能)(?![把使让有做成够在])/gu,
    "能力",
  ),
  conversion(
    /(?:组织|监督|监视|筹划|策划|计划|制定|推动|方案|具体|负责|与|和|的|、)(?:和|与|、|的)?(?<bad>施行)(?!日期|细则)/gu,
    "实施",
    0.75,
  ),
  conversion(
    /(?:负责|组织|协调|检查|指导|并|和|、|,|;|\d[、.])(?:和|与|、)?(?<bad>监视)(?!器|屏|系统|仪)/gu,
    "监督",
    0.85,
  ),
  conversion(/(?<bad>监视)(?:售前|售后|客服|员工|下属|执行|落实|工作|接待)/gu, "监督", 0.85),
  conversion(/(?<bad>纯熟)(?:操作|使用|掌握|运用|应用|地|订单|办公)?/gu, "熟练", 0.9),
  conversion(
    /(?:对|工作)[^,。;]{0,24}?(?<bad>进展)(?:管理|指导|检查|监督|考核|培训|分析|跟踪|处理|统计|评估|维护|沟通|整理)/gu,
    "进行",
    0.9,
  ),
  conversion(
    /(?:月度|年度|季度|职能|销售|业绩|工作|团队|经营|绩效|部门|管理)(?<bad>目的)(?=[,。;、的]|达成|完成|分解|制定|$)/gu,
    "目标",
    0.85,
  ),
  conversion(/(?:相关|联系|合作|关系|配合)(?<bad>亲密)/gu, "密切", 0.9),
  conversion(/(?<bad>亲密)(?:联系|配合|合作|相关|关注|跟踪)/gu, "密切", 0.9),
  conversion(/(?:定期|检查与|检查和|总结|工作)(?<bad>回忆)/gu, "回顾", 0.9),
  conversion(/(?:服务|效劳|活动|方案|营销|市场|推广)的?(?<bad>筹划)/gu, "策划", 0.7),
  conversion(/(?<bad>详细)(?:负责|工作职责|实施|落实|办理)/gu, "具体", 0.8),
  conversion(/(?:建立|规范|制定|健全|优化|修订|补充)[与和、并](?<bad>完美)/gu, "完善", 0.9),
  conversion(/(?:客户|顾客|业主|用户|使用者|员工)(?:不)?(?<bad>惬意)/gu, "满意", 0.95),
  conversion(/(?<bad>惬意)度/gu, "满意", 0.95),
  conversion(/(?:反馈|听取|征求|客户|收集|提出)(?<bad>看法)/gu, "意见", 0.7),
  conversion(/(?:并|及时|负责|检查|、)(?<bad>催促)(?:实施|执行|落实|整改|完成|检查|指导)/gu, "督促", 0.9),
  conversion(/(?<bad>平时)(?:工作|管理|事务|运营|维护|运作)/gu, "日常", 0.85),
  conversion(/(?:突发|重大|应急|紧急)(?<bad>大事)/gu, "事件", 0.95),
  conversion(/(?<bad>准时)(?:、高效处理|高效处理|处理各种|反馈|发现)/gu, "及时", 0.7),
  conversion(/(?<bad>乐观)向上的/gu, "积极", 0.8),
  conversion(/(?:处理结果|意见|支持|指导)(?<bad>赋予)/gu, "给予", 0.9),
  conversion(/(?:的各项|有关的)(?<bad>讨论)(?:资料|报告)/gu, "研究", 0.6),
  conversion(/(?:以规避或|规避和|有效)(?<bad>削减)/gu, "减少", 0.7),
  conversion(/(?:隐患|进度|质量|风险)(?<bad>举行)(?:预警|管理|检查|分析|控制)/gu, "进行", 0.9),
  conversion(/(?:就所|及时|主动)(?<bad>发觉)/gu, "发现", 0.7),
  conversion(/(?:提升团队|团队)(?<bad>整理)(?:效劳|服务)质量/gu, "整体", 0.9),
  conversion(/(?:负责)(?<bad>工程)(?=物业(?:效劳|服务)费)/gu, "项目", 0.7),
  conversion(/(?:技术|经营|工作)(?<bad>根底)/gu, "基础", 0.9),
  conversion(/(?<bad>根底)(?:工作|知识|管理|资料)/gu, "基础", 0.95),
  conversion(/(?:产品|商品|服务|工程)(?<bad>质量量)/gu, "质量", 0.9),
  conversion(/(?<bad>标准)(?:化)?(?:管理行为|操作行为|服务行为)/gu, "规范", 0.5),
  { pattern: /(?<=[\p{Script=Han}])(?<bad>['’`])(?=\p{Script=Han})/gu, to: "", reason: "stray", confidence: 0.9 },
  { pattern: /的(?<bad>[.．])(?=\p{Script=Han})/gu, to: "", reason: "stray", confidence: 0.9 },
  {
    pattern: /(?<bad>(?<twice>管理|服务|工作|培训|负责)\k<twice>)(?=[:：，。；、,;])/gu,
    to: "$<twice>",
    reason: "misspelling",
    confidence: 0.6,
  },
  { pattern: /(?<bad>的的|了了|和和|及及|并并)/gu, to: "", reason: "misspelling", confidence: 0.7 },
];
