import type { SectionKind } from "./headings.ts";

/** What the value after a label is. `manner` is how the role deals with the superior or subordinates named before. */
export type FieldKind =
  | "title"
  | "department"
  | "superior"
  | "subordinates"
  | "manner"
  | "education"
  | "experience"
  | "certificate"
  | "skill"
  | "knowledge"
  | "trait"
  | "language"
  | "age"
  | "requirement"
  | "meta"
  | "metric"
  | "cadence"
  | SectionKind;

export type LabelRow = readonly [kind: FieldKind, pattern: string];

/** Labels in front of a value, with a colon, in a cell or on a line of their own; special before general. */
export const chineseLabels: readonly LabelRow[] = [
  [
    "superior",
    "(?:直属|直接|上级|汇报|隶属|行政|业务)(?:的)?(?:上级|上司|主管|领导|汇报对象|汇报人)(?:岗位|职位|职务|名称)?|上级(?:岗位|职位|主管|领导|职务|名称|主管岗位)?|(?:工作)?汇报(?:对象|关系|给|至|上级|人|线|于|岗位)?|汇报上级|报告(?:对象|上级|给|于|至)|(?:直接)?(?:受|由)?谁?领导|主管领导|隶属于|上级关系|直线(?:经理|上级|主管|领导)|上一级(?:岗位|职位)?|所属上级|(?:归谁|谁)管|向谁(?:汇报|负责)|\\p{Script=Han}{1,3}上司",
  ],
  [
    "subordinates",
    "(?:直属|直接|下属|管理)(?:的)?(?:下级|下属|下属岗位|下属人员|部属|人员|岗位|对象)(?:岗位|职位|职务|名称|人员)?|下(?:级|属)(?:岗位|职位|人员|职务|名称|人数)?|(?:管理|督导|监督|指导)(?:对象|下级|下属|幅度)|下辖(?:岗位|人员)?|所辖(?:岗位|人员)|管辖(?:岗位|人员|对象)|手下(?:的?人)?|管(?:谁|哪些人|的人)|带领(?:团队|人员|对象)?|带(?:谁|哪些人|的人|人|班人数)|下一级(?:岗位|职位)?",
  ],
  ["manner", "职责行使方式|行使方式|(?:职权|权限|职责|管理)(?:行使)?方式"],
  [
    "title",
    "(?:岗位|职位|职务|(?:招聘|应聘|适用|竞聘|拟聘|聘用|责任人|任职)(?:岗位|职位)|工种|职务名称|岗\\s?位)(?:名称|名|标题|称谓)?(?:[一二三四五六七八九十A-H]|\\d{1,2})?|招聘(?:岗位|职位)(?:名称)?|职称名称|拟招岗位|本岗位",
  ],
  [
    "department",
    "(?:所属|所在|隶属|用人|任职|归属|岗位所属|岗位所在)(?:的)?(?:部门|单位|班组|科室|中心|公司|团队|机构|区域)|部门(?:名称)?|科室(?:名称)?|所属|隶属|归属",
  ],
  [
    "education",
    "科系(?:要求|限制)?|(?:最低)?(?:学历|文化程度|教育程度|教育背景|文化水平|受教育程度|教育水平|学历水平|学位|学历专业|学历/专业|教育|文化|最高学历)(?:与专业|及专业|和专业|专业)?(?:要求|条件|程度)?|(?:所学)?专业(?:要求|背景|方向|限制)?|专业及学历",
  ],
  [
    "experience",
    "(?:相关|行业|从业|岗位|同岗|管理|工作|专业|任职|实践|同行业)?(?:工作)?(?:经验|经历|年限|年资)(?:要求|年限|背景)?|工作年数|从业时间",
  ],
  [
    "certificate",
    "(?:持证|证书|资格证书?|职业资格|执业资格|上岗证|职称|资质|执业证书?|资格认证|专业资格|职业证书|必备证书|从业资格|证照|证件|持有证书|技能等级|培训(?:经历)?)(?:要求|条件|情况|/职称)?|(?:职称|证书)/(?:职称|证书)",
  ],
  ["language", "(?:语言|语文|外语|英语|普通话|语言表达|外语水平|英语水平|语种)(?:能力|水平|要求|技能|条件)*"],
  ["age", "年龄(?:要求|范围|限制|段|条件)?"],
  ["knowledge", "(?:专业|业务|行业|岗位|必备|相关|法规|政策)?知识(?:要求|结构|储备|面)?|应知(?:应会)?|知识技能"],
  [
    "skill",
    "(?:专业|业务|岗位|操作|计算机|办公|软件|必备|核心|基本|管理|工作|综合|办公软件|电脑)?(?:技能|能力|水平|操作|应用)(?:要求|素质|水平|技巧|与能力)?|能力素质|应会|计算机|电脑|擅长工具|技能技巧|核心能力",
  ],
  [
    "trait",
    "(?:个性|性格|个人|职业|个人素质|综合|基本|心理|品德|思想|道德|职业素养)?(?:素质|特质|品质|特征|特点|性格|品格|素养|态度|品行|修养)(?:要求|特征)?|个性",
  ],
  [
    "requirement",
    "(?:自然|身体|健康|身体状况|身体素质|体能|生理|性别|身高|视力|婚姻|户籍|籍贯|政治面貌|特殊|形象|仪容|外貌|驾驶|其他|其它|附加|仪表|民族|健康状况)(?:条件|要求|状况|资格|面貌)*",
  ],
  [
    "meta",
    "虚线(?:上级|汇报|领导)(?:对象|岗位)?|(?:文件|岗位|职位|职务|文档|表格|版本|工作|职务代码)?(?:编号|代码|编码|版本|版次|版号)|(?:编制|编写|制定|制表|修订|审核|批准|审批|生效|实施|发布|更新|填表|填写|拟定|核准|撰写|制订)(?:日期|时间|人员?|者|部门|单位|签字|签名)|页码|页次|密级|任职者签字|签字|(?:岗位|职位)(?:等级|级别|类别|序列|性质|编制|类型|职级|层级|族|定员)|职级|职等|职系|定员(?:人数|编制)?|(?:招聘|需求|拟招|岗位|任职|定编|编制|在岗)?人数|编制(?:人数|数)|(?:所属)?(?:行业|产业)|招聘类型|薪资等级|姓名|工号|性别|出生年月|任职者(?:姓名)?|入职日期|发件人|收件人|抄送|寄件人|点击|来源|作者|格式|大小|文档页数|浏览|发布时间|更新时间|阅读|时间",
  ],
  [
    "salary",
    "(?:薪资|薪酬|工资|月薪|年薪|底薪|综合薪资|薪资待遇|薪资范围|薪酬待遇|福利待遇|福利|待遇|薪酬福利|试用期工资|提成|绩效奖金|奖金)(?:构成|范围|水平|标准|结构)?",
  ],
  [
    "conditions",
    "(?:工作|上班|办公|作业)(?:时间|地点|地址|环境|班次|性质|场所|制度|城市|区域)|(?:上班时段|休假制度|作息|班次|班制|休息|地点|地址|住宿|食宿|宿舍|吃住|试用期|合同期|出差|倒班)(?:要求|时间|频率|安排)?",
  ],
  [
    "process",
    "联系(?:方式|人|电话|邮箱)|(?:投递|报名|简历)(?:邮箱|方式|地址|投递)?|电话|邮箱|微信|报名(?:时间|电话|方式)",
  ],
  ["cadence", "(?:考核|检查|统计|完成|评价)?(?:周期|频次|频率)"],
];

export const englishLabels: readonly LabelRow[] = [
  [
    "superior",
    "(?:(?:the |this )?(?:job ?holder|post ?holder|role|position|incumbent) )?(?:reports? (?:directly )?to|reporting to|reports? into)(?: \\((?!func|dot|matrix)[^()]{1,20}\\))?|(?:rating|reporting) (?:official|officer)|reporting line|line manager|(?:immediate|direct) (?:supervisor|manager)|responsible to|accountable to|answers? to|supervisor|superior|supervised by|managed by|your (?:line )?(?:manager|boss|supervisor|lead)|supervision received(?: from)?|report(?:ing)? manager|manager|reporting relationship",
  ],
  [
    "subordinates",
    "supervises|(?:number of )?direct (?:reports|reportees)|reportees?|(?:persons?|people|staff|posts?|positions?|roles?|employees) (?:reporting|who report|that report)(?: (?:directly )?(?:in)?to (?:(?:the |this )?(?:job ?holder|post ?holder|role|position|post|you)|him|her|you))?|looks? after|leads|team (?:managed|led)|responsible for|manages|line management(?: responsibilit(?:y|ies))?(?: (?:for|of))?|supervision (?:exercised|given)(?: over)?|your (?:team|reports)|supervisory responsibilit(?:y|ies)|staff supervised|supervision of|subordinates|positions supervised|direct(?:ly)? supervises",
  ],
  [
    "title",
    "(?:job|position|post|role|working|functional|official|class(?:ification)?|payroll)(?: title| name)|(?:job |current )?designation|(?:name|title) of (?:the )?(?:job|position|post|role)|(?:title|position|post|role|job|vacancy|job role)(?: (?:no\\.? ?)?\\d{1,2})?|we(?:'re| are) hiring",
  ],
  [
    "department",
    "(?:department|division|team|unit|section|directorate|service area|business unit|dept\\.?|faculty|function)(?: name)?|department/(?:division|unit)|division/department",
  ],
  [
    "education",
    "(?:minimum |required )?(?:education(?:al)?(?: (?:qualifications?|background))?|degree|academic qualifications?|educational requirements?|education level|schooling)(?: required| requirements?| and training)?|qualifications? and training",
  ],
  [
    "experience",
    "(?:minimum |required |previous |relevant |work )?(?:experience|years of experience)(?: required| requirements?| level)?",
  ],
  [
    "certificate",
    "certs?|tickets?|licen[cs](?:e|es|ure|ing)|certifications?|certificates?|registration|licenses? (?:and|&|or|/) ?certifications?|certifications? (?:and|&|or|/) ?licen[cs](?:es|ure)|professional (?:registration|membership)",
  ],
  ["language", "languages?|language (?:skills|requirements?)|english"],
  ["knowledge", "knowledge(?: of)?"],
  [
    "skill",
    "(?:technical |computer |soft |key |core |other |special |communication |it )?skills?(?: required)?|abilities|skills (?:and|&) abilities|competenc(?:y|ies)|computer literacy|technology|(?:technical|functional|core|job) (?:competenc(?:y|ies)|skills?|abilities)|systems?|software|(?:it|computer|tools)(?: skills)?",
  ],
  [
    "trait",
    "behaviou?ral?(?: (?:competenc(?:y|ies)|skills?|attributes))?|behaviou?rs|(?:personal )?(?:attributes|qualities|characteristics|traits)|attitude|aptitude",
  ],
  ["age", "age(?: limit| requirement)?"],
  [
    "requirement",
    "physical(?: requirements| demands)?|others?(?: requirements)?|special requirements|driving|background check|clearance",
  ],
  [
    "meta",
    "reporting to \\((?:func|dot|matrix)[^()]*\\)|(?:dotted|functional) line(?: to)?|reviewing official|compiled by|checked by|signed off(?: by)?|authori[sz]ed by|issued|review|from|sent|cc|scoring|signed by(?: .*)?|signature|flsa(?: status)?|series(?:/grade)?|pay plan|(?:job |position |post |salary |pay )?(?:grade|band|code|number|no\\.?|id|class|level|family|type|category)|status|classification|date|revised|effective date|last (?:updated|revised)|prepared by|approved by|employment type|contract(?: type)?|reference|ref\\.?|posted|closing date|start date|term|vacancies|eeo(?: code)?|job type|page|version|updated|author|source|fte|date posted|company|employer|organi[sz]ation",
  ],
  ["salary", "salary(?: range| grade)?|pay(?: rate| range)?|compensation|wage|hourly rate|package|benefits"],
  [
    "conditions",
    "(?:work |job |primary )?(?:location|site|hours|schedule|shift|shifts|base|workplace)|hours of work|working hours|travel(?: required)?|work environment|based(?: at| in)?|place of work",
  ],
  ["process", "contact|email|phone|apply(?: to| by)?|how to apply|closing date for applications"],
  ["cadence", "frequency|period|review period"],
];

/** Column headings of tables that list standards or duties. `weight`, `method` and `note` hold no target. */
export type ColumnKind = "number" | "metric" | "target" | "weight" | "method" | "cadence" | "source" | "duty" | "note";

export const columnHeadings: readonly (readonly [ColumnKind, RegExp])[] = [
  ["number", /^(?:序号?|编号|项次|No\.?|#|item no\.?|s[lr]\.? ?no\.?|ref\.?(?: no\.?)?)$/iu],
  [
    "weight",
    /^(?:考核|指标|时间|工作|工作量)?(?:权重|分值|占比|配分|标准分|比重|满分|weight(?:ing|age)?|points?|score|% of total|%)(?:\(?[%分]\)?)?$/iu,
  ],
  [
    "metric",
    /^(?:(?:考核|绩效|评价|关键|量化|主要|KPI|工作|业绩|关键绩效|衡量|质量|服务)*(?:指标|项目|维度|要素|考核项|考核内容|衡量指标)(?:名称|内容|\(KPI\))?|KPI(?:名称|项目?|内容)?|kpis?(?: ?\(.{1,30}\))?|metrics?|measures?|indicators?|(?:key )?(?:performance|service) (?:measure|indicator|area|metric)s?(?: ?\(.{1,30}\))?|key result areas?|k[pr]as?|objectives?|criteria|areas?|standards?|service|activity measured)$/iu,
  ],
  [
    "target",
    /^(?:(?:目标|考核|达标|标准|指标|期望|合格|年度|月度|季度|绩效|工作|服务|质量|完成|对应|衡量|评价)*(?:目标值?|标准值?|值|要求|指标值|标准|目标)|(?:annual |monthly |quarterly |performance |service )?targets?|goals?|expected(?: level)?|target value|required level|threshold|service levels?|slas?|level)$/iu,
  ],
  [
    "method",
    /^(?:(?:计算|考核|评分|统计|衡量|计分|扣分)(?:公式|方法|方式|办法|标准|规则|口径|说明)|(?:指标)?(?:定义|说明|解释)|计算|公式|how (?:it is )?(?:calculated|measured)|calculation|formula|definition|method|scoring)$/iu,
  ],
  [
    "cadence",
    /^(?:(?:考核|统计|检查|评价)?(?:周期|频次|频率|时间)|frequency|period|review(?:ed)?|cadence|measured|reported|reporting|review period|how often|when)$/iu,
  ],
  [
    "source",
    /^(?:(?:数据|信息|资料)?(?:来源|出处|提供部门|提供)|数据来源部门|(?:考核|评价)(?:人|部门|主体)|data source|source|owner|evidence)$/iu,
  ],
  [
    "duty",
    /^(?:(?:工作|岗位|主要|具体)?(?:职责|任务|内容|事项)(?:描述|内容)?|(?:key |main |core )?(?:dut(?:y|ies)|responsibilit(?:y|ies)|accountabilit(?:y|ies)|tasks?|activit(?:y|ies)))$/iu,
  ],
  ["note", /^(?:备注|说明|得分|自评|上级评分|实际(?:值|完成)?|评分|考评|remarks?|comments?|notes?|actual)$/iu],
];
