/** What follows a job's title where it heads a description: 店长岗位职责, 会计工作职责及任职要求. */
const part =
  "(?:(?:岗位|工作|职位|职务|任职|招聘|考核|主要|能力|绩效|日常|安全|履职)(?:说明书|责任制|责任书|责任|职责|描述|说明|内容|要求|资格|条件|标准|指标|目标|办法|流程|规范|守则|概述|任务|权限)|说明书|职责|责任制)";
/** What may follow it after 及, 与 or 和. */
const further = "(?:要求|标准|资格|条件|考核|指标|目标|能力|权限|待遇|流程|规范|素质)(?:要求|标准|指标|办法)?";

/** Words that end such a heading without being part of the job: 范文, 模板, (精选5篇), 大全. */
const tail =
  "(?:与|及|和|的)?(?:[(](?:精选|通用|最新|合集|范文|模板|标准版|完整版|通用版)[)]|清单|一览表?|手册|细则|内容|范文|范本|模板|模版|样本|大全|汇总|汇编|说明|概述|描述|怎么写|有哪些|是什么|示例|通用版|最新版|完整版|简短|简洁|最新|精选|[(](?:精选|通用|共|最新|整理|合集|集锦)?\\d{0,3}篇[^)]{0,6}[)]|\\d{1,3}篇|精选\\d{1,3}篇)";

/** Which of several it is: 1, (2), （二）, 【篇3】, 篇四. */
const index =
  "[ \\t]*(?:[(\\[【〔]\\s*(?:篇|第)?\\s*(?<inBrackets>\\d{1,2}|[一二三四五六七八九十]{1,3})\\s*篇?\\s*[)\\]】〕]|篇\\s*(?<chapter>\\d{1,2}|[一二三四五六七八九十]{1,3})|(?<plain>\\d{1,2}?)(?=(?:1[、.)]|[^\\d、.,%]|$)))";

/** The words behind a title that make it the heading of a description, with the number among several. */
export const titleTail = `(?:的)?(?<parts>${part}(?:(?:及|与|和|、|/)?${part}|(?:及|与|和|、)${further})*)(?:${tail})*(?:${index})?`;

/** Signs of which a title is made. */
export const titleSigns = "[\\p{Script=Han}A-Za-z0-9/()·+#&-]";

/** Never in a title: words of sentences about duties. */
export const noTitle =
  /^[(（\d]|^[\d()一二三四五六七八九十、.]+$|年度|月度|季度|绩效|日常|关键|量化|业绩|重点|硬性|基本|到岗|上岗|在岗|离岗|提前|按时|下辖|下设|管辖|汇报|负责|规范|完善|完美|明确|履行|制定|制订|建立|落实|严格|以下|如下|下列|各|其他|其它|本人|本岗|要求|职责|岗位|工作|熟悉|相关|根据|按照|介绍|关于|作为|第.|公司的|我们|你|您|他们|个人|有关|主要|具体|上述|编制|考核|任职|梳理|员工的|(?:公司|集团|医院|学校|酒店|事务所|银行|[部科处局]|中心|车间)$/u;

/** Ends of titles, where a line of its own is to be recognised as one. */
export const roleEnd =
  /(?:主管|副理|襄理|协理|副总|经理|专员|总监|主任|助理|店长|组长|班长|班组长|队长|领班|总经理|总裁|总工|工程师|技师|技术员|设计师|会计师?|出纳|会计|文员|秘书|前台|司机|驾驶员|保安|保安员|护士长?|医生|医师|药师|教师|老师|班主任|讲师|教练|顾问|代表|客服|坐席|座席|导购|导购员|收银|收银员|营业员|店员|服务员|厨师长?|厨工|保洁|保洁员|绿化工|操作工|操作员|质检员?|检验员|安全员|资料员|施工员|预算员|造价员|仓管员?|库管员?|库房管理员|管理员|管理师|采购员?|跟单员?|业务员|销售员?|推销员|策划|文案|编辑|记者|翻译|运营|主播|剪辑|分析师|架构师|程序员|开发|测试|运维|实习生|调度员?|理货员|拣货员|分拣员|快递员|配送员|装卸工|叉车工|电工|焊工|钳工|维修工|维修员|普工|技工|督导|督察|稽核|审计|法务|律师|培训师|人事|行政|总务|干事|科长|处长|部长|厂长|院长|校长|园长|馆长|行长|站长|车间主任|工长|社工|辅导员|保育员|育婴师|月嫂|护工|护理员|规划师|咨询师|理财经理|柜员|信贷员|风控|精算师|评估师|经纪人|置业顾问|管家|保姆|阿姨|奶妈|钟点工|巡检员|接待员|接线员|话务员|录入员|统计员|核算员|岗|员|师|长|工|厨|手|官|专家|助手|大使|嫂|员工|领队|教官|带班|师傅|管培生|管理培训生|储备干部|负责人|合伙人|学徒|杂工|帮工|场控|店主|掌柜|编导|导演|制片|摄像|摄影|美工|模特|演员|歌手)$/u;

/** English nouns that end a title. */
export const englishRole =
  /\b(?:manager|director|officer|supervisor|lead|leader|head|engineer|developer|analyst|specialist|coordinator|co-ordinator|assistant|associate|administrator|clerk|nurse|teacher|technician|technologist|representative|agent|advisor|adviser|consultant|executive|operator|operative|driver|cashier|chef|cook|server|host|hostess|receptionist|secretary|accountant|auditor|bookkeeper|controller|planner|buyer|designer|architect|scientist|researcher|pharmacist|physician|therapist|counsel(?:l)?or|tutor|instructor|lecturer|principal|dean|librarian|attorney|paralegal|editor|writer|producer|journalist|translator|interpreter|recruiter|trainer|partner|owner|(?:fore|handy|store|sales|door|watch|repair|crafts|trades)(?:man|men)|inspector|surveyor|mechanic|electrician|plumber|welder|carpenter|machinist|fabricator|picker|packer|loader|cleaner|housekeeper|janitor|custodian|porter|concierge|attendant|guard|steward|caretaker|caregiver|worker|labou?rer|apprentice|intern|trainee|crew member|team member|barista|bartender|waiter|waitress|merchandiser|underwriter|adjuster|broker|teller|banker|trader|estimator|scheduler|dispatcher|superintendent|president|chief|ceo|cfo|coo|cto|sommelier|baker|butcher|stylist|hygienist|dentist|paramedic|midwife|matron|warden|ranger|gardener|groundskeeper|fitter|tester|scrum master|handler|collector|processor|registrar|curator|groomer|brewer|distiller|farmer|forester|forest ranger|pilot|captain|skipper|rigger|roofer|mason|bricklayer|tailor|florist|actuary|statistician|economist|dietiti?cian|nutritionist|chemist|geologist|[a-z]+ologist|[a-z]+ographer|[a-z]{3,}ician|[a-z]+master|groundskeeper|[a-z]+keeper|[a-z]+person|fundraiser|marketer|[a-z]+hand|deckhand|lifeguard|stagehand|usher|valet|proofreader|sculptor|conductor|arranger|organi[sz]er|facilitator|negotiator|counsell?or|moderator|reviewer|assessor|examiner|appraiser|valuer|installer|assembler|packager|grower|trimmer|rigger|glazier|joiner|decorator|gaffer|runner|performer|animator|illustrator|copywriter|photographer|videographer|instructor)s?\b/iu;

/** Words that end like the names of those who do a thing; only for a first line that nothing else explains. */
export const englishAgent =
  /^(?!.*\b(?:cent(?:er|re)|letter|newsletter|order|paper|power|tower|water|winter|summer|matter|chapter|number|harbor|charter|offer|december|october|november|september|superior|prior|major|minor|senior|junior|interior|exterior|under|over|after|further|other|another|proper|silver|copper|member|folder|holder|cover|corner|career|color|colour|labor|labour|error|factor|sector|floor|door|order|border|barrier|filter|printer|computer|user|answer|customer|consumer|dinner|supper|liquor|flavor|behavior)s?$)(?:[A-Z][\w/&'-]*\s+)*[A-Z][A-Za-z]{2,}(?:er|or|ist|ian|eer|man|ER|OR|IST|IAN|EER|MAN)$/u;

/** How first lines end that name a document, a body or a place and no role. */
export const noRoleEnd =
  /(?:公司|集团|医院|学校|中心|酒店|部|处|科|室|组|通知|公告|办法|制度|规定|方案|说明|说明书|手册|文件|标准|职责|要求|招聘|表|书|简介|介绍|一览|汇编|附件|正文|纪要|会议|记录|简章|启事|章程|合同|协议|责任书|清单|目录|须知|指南|流程|规范|细则|预案|总结|报告|计划|决定|意见|请示|信息|资料|局|所|馆|站|厂|园|店|队|社|街道|镇|村|县|市|区|银行|广场|大厦)\d*$/u;
