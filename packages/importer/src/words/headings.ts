/** What a part of a description is about. `mixed` holds several kinds by its own heading; its items tell. */
export type SectionKind =
  | "duties"
  | "qualifications"
  | "standards"
  | "authority"
  | "purpose"
  | "salary"
  | "benefits"
  | "conditions"
  | "company"
  | "contacts"
  | "process"
  | "other";

export type HeadingRow = readonly [kind: SectionKind, pattern: string];

/**
 * Chinese headings, the more special before the more general: the first row that fits the whole heading decides.
 * Words are put together freely by authors, so rows are grammars and not lists.
 */
export const chineseHeadings: readonly HeadingRow[] = [
  [
    "qualifications",
    "(?:任职|任用|应聘|招聘|聘用|录用|用人|选人|招人|录取|上岗|入职|报名|报考|招录|人选|候选人|准入|求职|从业)(?:者|人员|岗位)?(?:的)?(?:资格|能力|基本|素质|必备|主要|具体|岗位)*(?:与|及|和)?(?:要求|资格|条件|标准|资质|需求|能力|素质|说明)+",
  ],
  [
    "qualifications",
    "(?:岗位|职位|人员|能力|资格|资质|素质|技能|素养|知识|经验|学历|基本|硬性|软性|必备|优先|加分|综合|专业|个人|胜任|其他|其它)+(?:的)?(?:(?:与|及|和)(?:能力|技能|素质|知识|经验|资格|技术|任职))*(?:要求|资格|条件|素质|资质|项|力模型|力要求|力)",
  ],
  [
    "qualifications",
    "(?:任职|岗位|能力|胜任)(?:能力|素质)(?:模型)?|任职标准|职位标准|所需(?:的)?(?:资格|技能|能力|条件|经验)+|(?:必备|核心|专业|关键)(?:的)?(?:技能|能力|素质)|能力(?:和|与|及)(?:素质|技能|经验)|学历(?:与|及|和)(?:经验|专业)|我们(?:希望|期待|需要|想要)(?:的)?(?:你|您)?(?:是|具备|拥有)?|(?:希望|期待)(?:你|您)(?:是|具备|有)?|(?:对)?(?:你|您)的要求|(?:你|您)(?:需要|应该|必须)?(?:具备|满足)(?:什么|的条件)?|(?:你|您)需要(?:有)?|加分项|我们(?:在)?(?:寻找|找)(?:这样)?的(?:你|人)?",
  ],
  [
    "standards",
    "(?:工作|考核|绩效|业绩|质量|服务|评价|评估|检查|达标|管理|作业|执行|关键|关键绩效|量化|验收|岗位|主要|核心|年度|月度|季度|职责|衡量|履职|经营|过程|结果|目标)+(?:的)?(?:与|及|和)?(?:标准|指标|考核(?:表|办法|内容|项目|细则|项)?|考评|目标值?|达成标准|要点|KPI)(?:(?:与|及|和)(?:要求|目标|指标|标准|考核|权重|目标值))*(?:体系|明细|一览|一览表|表|说明)?",
  ],
  [
    "standards",
    "(?:关键)?(?:绩效)?(?:KPI|KPIs|kpi)(?:指标|考核|考核指标|目标)?|(?:绩效|考核|质量|服务|工作|完成|时限|作业|标准)(?:要求|承诺|规定)|量化(?:标准|指标|要求)|(?:考核|扣分|评分|计分|奖惩|奖罚)(?:及|与|和)?(?:扣分|评分|计分)?(?:办法|标准|规则|细则|项目)|(?:怎么|如何)(?:衡量|考核)(?:你|您)?|考核(?:方式|办法)",
  ],
  [
    "authority",
    "(?:审批|签字|签批|人事|财务|用人|处置|决策|建议)权|(?:岗位|工作|职务|主要|管理|职责)*(?:权限|权力|职权|权利|授权)(?:范围|说明|与责任)?",
  ],
  [
    "purpose",
    "(?:岗位|职位|工作|职务|设置|设岗|本岗位)(?:的)?(?:目的|宗旨|概要|摘要|使命|总述|定位|价值|综述|总体描述)|职位概述|岗位概述|工作概述|职务概述",
  ],
  [
    "duties",
    "(?:岗位|工作|主要|具体|核心|职位|职务|本岗位|日常|基本|关键|部门|业务|管理|安全|本职|岗位主要|直接|质量|个人|招聘|其他|其它)*(?:的)?(?:职责|责任|职能|职掌|任务)(?:(?:与|及|和)(?:任务|范围|工作|内容|权限|义务))*(?:描述|说明|概述|范围|内容|明细|要点|概要|详述|细则|列表|清单|简述)*(?:[一二三四五六七八九十]{1,2}|\\d{1,2})?",
  ],
  [
    "duties",
    "(?:岗位|职位|工作|职务|主要|日常|具体|实习|兼职)+(?:的)?(?:描述|内容|说明|范围|事项|工作|要点|简述|项目)|工作(?:任务|细则)|(?:你|您)(?:将|要|需要|会|的)?(?:负责|做|参与|从事)?(?:的)?(?:什么|哪些|事情|事|工作|工作内容)|(?:你|您)(?:将|要|需要|会)(?:负责|做|参与|从事)|做什么|来了(?:你)?(?:做|干)什么|该做什么|日常(?:工作)?",
  ],
  [
    "salary",
    "(?:薪资|薪酬|工资|薪水|福利|待遇|薪金|年薪|月薪|报酬|薪资福利|收入|综合薪资)+(?:(?:与|及|和|、|/)?(?:待遇|福利|范围|结构|说明|构成|水平|标准|体系|方案|奖金|提成))*",
  ],
  [
    "benefits",
    "(?:员工|公司|企业|岗位|职位|入职|工作)?(?:福利|福利待遇|诱惑|亮点|优势)+(?:保障|政策|体系)?|我们(?:能|可以|会|将)?(?:给你|给您|提供|为你提供|为您提供)(?:的|什么)?|(?:你|您)(?:将|能|会|可以)?(?:获得|得到|收获)(?:的|什么)?|为什么(?:选择|加入)我们",
  ],
  [
    "conditions",
    "(?:工作|上班|办公|劳动|作业)(?:时间|地点|地址|环境|条件|场所|班次|制度|时段|性质|设备|方式|强度|危害)(?:(?:与|及|和)(?:时间|地点|地址|环境|条件|制度|设备))*|作息(?:时间)?|职业危害|出差(?:要求|情况)|轮班(?:要求|安排)",
  ],
  [
    "company",
    "(?:公司|企业|单位|集团|学校|医院|酒店|门店|品牌|机构|团队|部门)(?:简介|介绍|概况|情况|背景|文化|优势)|关于(?:我们|公司)|我们是谁",
  ],
  [
    "contacts",
    "(?:工作|内部|外部|协作|沟通|业务|对外|对内|内外部|汇报|组织)+(?:关系|协调关系|联系|沟通关系|联络|协作|接口)|(?:工作)?(?:协作|协调|沟通)对象",
  ],
  [
    "process",
    "联系(?:方式|人|电话)|(?:应聘|投递|报名|求职|申请|简历投递)(?:方式|方法|流程|须知|邮箱|时间)?|(?:招聘|招录|拟聘|招考)(?:流程|人数|说明|公告|计划|对象|(?:岗位|职位|名额)(?:及|与|和|、)(?:人数|名额|数量))|面试(?:流程|地点|时间|安排)|报名",
  ],
  [
    "other",
    "(?:岗位|职位|职务|个人)?(?:基本)?(?:信息|资料|概况|情况)|(?:岗位|职位)(?:标识|定位)|附则|总则|附件|附录|培训(?:与|及|和)?(?:发展|晋升)|职业发展(?:通道|路径)?|晋升(?:通道|空间|路径|机会)|发展(?:空间|通道|前景)|奖惩(?:办法|规定|措施)?|奖罚(?:办法|规定|标准)?|考核(?:奖惩|结果应用)|修订记录|变更记录|签字确认|签署|注意事项|备注|说明",
  ],
];

/** Headings of one short word: only with a colon, in brackets, or alone on a line. */
export const shortChineseHeadings: readonly HeadingRow[] = [
  ["qualifications", "要求|条件|资格|硬件|软件|技能|素质|必须|优先|加分|(?:对)?人(?:员|选)?的(?:要求|条件)"],
  ["standards", "标准|指标|考核|目标|绩效"],
  ["duties", "职责|内容|任务|工作|责任|主责|描述|简述"],
  ["salary", "薪资|薪酬|待遇|工资|底薪|年薪|月薪"],
  ["benefits", "福利|我们提供"],
  ["conditions", "地点|地址|时间|班次"],
  ["authority", "权限|职权"],
  ["process", "联系|电话|投递"],
];

/** English headings are an adjective or more and a noun, joined by "and": `words` are the nouns. */
export const englishAdjectives =
  "key|main|primary|essential|core|general|major|principal|minimum|preferred|required|desired|desirable|basic|additional|other|specific|specialist|job|position|role|work|your|the|our|overall|personal|professional|technical|typical|daily|day[- ]to[- ]day|supervisory|management|departmental|employment|ideal|candidate|applicant|operational|relevant|necessary|education(?:al)?|annual|measurable|critical|selection|team|formal|mandatory|legal|statutory|compulsory|illustrative|sample|current|expected|agreed|individual|corporate|standard|normal|regular|ongoing|strategic";

export const englishHeadings: readonly HeadingRow[] = [
  [
    "standards",
    "performance (?:standards?|measures?|indicators?|targets?|goals?|metrics?|objectives?|expectations?|requirements?|criteria|benchmarks?|measurements?)|standards? of performance|(?:work|service|quality|productivity|operating) (?:standards?|levels?|targets?)|kpis?|key (?:performance|result) (?:indicators?|areas?)(?: \\(kpis?\\))?|measures? of success|success (?:measures?|metrics?|criteria|factors?)|metrics?|measures?|measured by|targets?|service level (?:targets?|agreements?)|standards?|measurements?|how (?:we|you|it|your|this|success)(?:'ll| will|r)? ?(?:be |is |performance |role )*(?:will be )?(?:measured?|judged?|assessed|know)(?: success| you| it)?|what (?:success|good) looks like|(?:goals|objectives|targets|metrics|expectations) (?:for|in|of) (?:the|your|this) .{3,30}|(?:goals|objectives)(?: and targets)?",
  ],
  [
    "qualifications",
    "you|(?:ideal )?(?:candidate|applicant)(?:'s)? (?:profile|specification|requirements|criteria)|who (?:you'll be|can apply)|your (?:profile|skills|experience|background)|the (?:person|candidate|ideal candidate)|qualifications?|requirements?|person(?:nel)? spec(?:ification)?s?|(?:knowledge,? )?skills|experience|education|training and experience|knowledge|competenc(?:y|ies)|eligibility|attributes|abilities|qualities|criteria|credentials|licen[cs](?:es?|ure)|certifications?|background|essential|desirable|essentials|desirables|must[- ]haves?|nice[- ]to[- ]haves?|bonus points|pluses|who (?:you are|we(?:'re| are) looking for|we need|we want|should apply)|about you|what (?:we(?:'re| are)|you(?:'ll)?|we) (?:looking for|need|bring|require|will need|will bring|expect|want)(?: from you)?(?: to succeed)?|you(?:'ll| will)? (?:have|need|bring|are|should have|must have)|we(?:'re| are) looking for|to be successful(?: in this role)?(?:,? you(?:'ll| will)? (?:have|need))?|ksas?|physical (?:requirements|demands)|preferred|required",
  ],
  [
    "purpose",
    "(?:job |position |role |general |executive )?(?:summary|purpose|overview|objective|profile|statement|mission)(?: of (?:the )?(?:job|role|post|position))?|about (?:the|this) (?:role|job|position|opportunity)|why (?:the|this) (?:role|job|post|position) exists|(?:the|job) (?:role|opportunity)|nature of (?:the )?work|basic function|(?:job |class )?definition|distinguishing (?:features|characteristics)(?: of the (?:class|job))?|class (?:summary|characteristics)|position overview|introduction",
  ],
  [
    "duties",
    "dut(?:y|ies)|responsibilit(?:y|ies)|functions?|accountabilit(?:y|ies)|tasks?|scope(?: of (?:work|role))?|what you(?:'ll| will| would)?(?: be)? (?:do|doing|responsible for)|what you(?:'ll| will) own|you(?:'ll| will)(?: be responsible for)?|in this role,? you(?:'ll| will)?|(?:job )?description|activities|examples of (?:work|duties)|a day in the life|day[- ]to[- ]day|the job|deliverables|what (?:the|this) (?:role|job|post|position|post ?holder) (?:does|involves|includes|entails)|what (?:is|are) involved",
  ],
  [
    "authority",
    "authority|decision[- ]making(?: authority)?|delegat(?:ed|ions?)(?: authority)?|limits? of authority|signing authority",
  ],
  [
    "salary",
    "salary|pay|compensation|wages?|remuneration|rate of pay|pay (?:range|rate)|salary range|(?:compensation|pay|salary) (?:and|&) benefits",
  ],
  [
    "benefits",
    "benefits|perks|what (?:we|you(?:'ll)?)(?: will)? (?:offer|get|provide)(?: you)?|we offer|why (?:join|work (?:with|for|at))? ?us|rewards|in return|our offer",
  ],
  [
    "conditions",
    "working conditions|work(?:ing)? environment|hours(?: of work)?|location|schedule|work schedule|working hours|travel|shifts?|conditions",
  ],
  [
    "company",
    "about (?:us|our [a-z]+|the (?:company|team|organi[sz]ation|school|hotel)|(?!the\\b|this\\b|you\\b)[\\w&'.-]+(?: [\\w&'.-]+){0,3})|who we are|our (?:company|story|mission|team|values)|company (?:overview|profile|description)|the company|background",
  ],
  ["contacts", "(?:internal |external |key |working )*(?:contacts|relationships)|interfaces?|liaison"],
  [
    "process",
    "how to apply|to apply|apply(?: now)?|application (?:process|instructions)|contact(?: us)?|equal opportunit(?:y|ies)(?: employer| statement)?|eeo(?: statement)?|interview process|next steps|closing date",
  ],
  [
    "other",
    "disclaimer|declaration|signed|sign[- ]off|change history|document control|notes?|acknowledge?ment|signatures?|approval|revision history|training|career (?:path|development)",
  ],
];

/** Lead-ins that speak to the reader, with a colon behind them: what their words are about. */
export const spokenHeadings: readonly (readonly [SectionKind, RegExp])[] = [
  [
    "standards",
    /^(?:what )?(?:good|great|success)\b.*\b(?:means|looks like|is)$|\bexpects?(?: (?:that|you to))?$|^(?:your|the|our|this|these|success|first|by|how|we)\b.*\b(?:targets?|goals?|kpis?|measured?|metrics?|objectives?)\b|(?:你|您|我们).*(?:指标|目标|考核|衡量)|(?:做|干)得?(?:好|到位).*(?:标志|标准|衡量|看)|(?:工作|以上).*(?:达到|做到)$/iu,
  ],
  [
    "benefits",
    /(?:我们|公司)(?:能|会|将|为你|为您|给).*(?:提供|给|福利)|(?:你|您)(?:将|能|会|可以).*(?:获得|享受|收获|得到)|^(?:we|you)(?:'ll| will)? (?:offer|get|receive|enjoy)\b/iu,
  ],
  [
    "qualifications",
    /^we (?:require|ask for|need)$|\b(?:you|candidates?|applicants?|person)\b.*\b(?:must|should|need|need to|have to)(?: (?:also|already))?(?: (?:have|be|hold|bring|show))?$|\bit (?:would|will) (?:also )?(?:help|be \w+) if\b.*(?:had|have|were|are)$|^(?:the |our |an? |successful |ideal |preferred )*(?:candidates?|applicants?|person)\b.*(?:ha(?:ve|s)|brings?|needs?|possess(?:es)?|offers?|are|is|be|demonstrates?)$|^(?:to be|we(?:'re| are|'d like|'d love)|you(?:'re| are|'ll need|'ll have| should| must))\b.*(?:looking for|have|need|be|bring|if you|who)?$|(?:希望|期待|期望|想找|寻找|需要|看重).*(?:你|您)|(?:你|您).*(?:具备|需要|应该|必须|符合|是这样)|(?:希望|想要|需要|适合|要找).{0,3}(?:的)?人(?:选)?$/iu,
  ],
  [
    "duties",
    /^(?:\w+ly )?you(?:'ll| will)(?: \w+)?$|^(?:in this role|as (?:an?|our|the)\b.*|on a typical day|day[- ]to[- ]day|the role|this (?:role|position|job)|you)\b.*(?:will|'ll|to|be|for|involves?|includes?|entails?)$|(?:你|您).*(?:负责|工作|做)|(?:要|需要?)做的(?:事|工作)?(?:有|是|包括)?$|^(?:平时|日常|每天|主要|具体|他|她)(?:的|要干的|要做的|手里的)?(?:活儿?|工作|事情?|事儿)(?:呢)?(?:大概|大致|主要|无非|就|也)?(?:是|有)?(?:这样|这些|这么些|以下|如下|几[样件块])?的?$/iu,
  ],
];

/** Headings that say that what follows is welcome, not needed. */
export const preferredHeading =
  /优先|加分|nice[- ]to|desirable|desired|preferred|bonus|plus|advantage|love it if|we'd (?:also )?love|great if|not essential|brownie points|extra points|stand out|icing on|would (?:also )?(?:help|be (?:nice|good|great|useful|helpful))/iu;
