import type { Qualification } from "../generated/import-result.ts";

export type QualificationKind = Qualification["kind"];
export type Level = NonNullable<Qualification["level"]>;

/** Kinds that are facts about a person: where several stand in one sentence, each is an item of its own. */
export const hardKinds: ReadonlySet<QualificationKind> = new Set<QualificationKind>([
  "education",
  "experience",
  "certificate",
  "language",
  "age",
]);

/** The first row that fits decides. */
export const qualificationKinds: readonly (readonly [QualificationKind, RegExp])[] = [
  ["age", /\d\s*(?:-\d+)?\s*(?:周)?岁|年龄/u],
  // What stands last is what is asked for: 注册会计师事务所工作经验
  [
    "experience",
    /^(?!.*(?:证书|资格证|持证|学历|毕业|[大中]专|本科|硕士|博士|高中)).*(?:经验|经历|背景)(?:者)?(?:均可|优先(?:考虑|录用)?|丰富|为佳|更佳|最佳)?[。;,]?\s*$/u,
  ],
  [
    "certificate",
    /证书|资格证|证照|执照(?!经营)|通过[^,。;]{2,16}(?:考试|认证)|\p{Script=Han}{2}(?:师|员|工)(?:执业|职业)?资格|[一-龥]{2,}(?:师|员|工)[(]?[一二三四五初中高]级[)]?(?:及?以上)?[。;,]?$|(?<![保论验求见查印佐举公单])证(?=者|的|优先|上岗|必须|更|最|即|就|[,;。、\s]|$)|持[^,。;]{0,14}证|执业证|上岗证|驾驶证|驾照|健康证|操作证|电工证|焊工证|(?:初|中|高|副高|正高)级?(?:以上)?职称|职称|(?:中|高|初)级(?:工|技师|会计师|经济师|工程师)(?:以上|证)|执业资格|(?:从业|职业|专业技术|技术)资格|任职资格证|注册(?:会计师|建造师|安全工程师|消防工程师|造价工程师|药师)|一级建造师|二级建造师|[A-C][12]照|^(?:具?有|具备)?(?:助理|[初中高]级)\p{Script=Han}{1,6}(?:师|员)(?:及?以上|优先)?$|CPA|PMP|CFA|ACCA|法律职业资格|软考/u,
  ],
  [
    "language",
    /英语(?!专业|教育|文学|类|系)|英文|日语(?!专业|系)|韩语|法语|德语|俄语|外语|普通话|粤语|方言|口语|双语|雅思|托福|CET|(?:听说读写)|语言(?:要求|流利)|闽南语|四川话/u,
  ],
  [
    "education",
    /学历|(?<![A-Za-z])E?MBA(?![A-Za-z])|大专|本科|中专|高中|初中|中学(?=毕业|文凭|程度|学历|或|及)|文凭|小学(?:毕业|(?:及)?以上)|文化(?:水平)?[。;]?$|专科|硕士|博士|研究生|高职|技校|职高|中技|学士|学位|文化程度|毕业|(?:相关|类|等|不限|或|及|管理|工程|贸易|会计|金融|计算机|护理|物流|机械|电气|法律|师范)专业(?!知识|技能|能力|素养|技术|的知识|术语|工具|水平|从业|经验|资格|认证)(?:优先|者)?|^专业|专业(?:者)?优先|专业不限|985|双一流|(?:全日制|重点|名牌|知名)?(?:院校|大学)(?=毕业|优先|者|$)|(?<!不|够|很|更)专业[。;,]?$/u,
  ],
  ["other", /^无(?![线人]|经验)|^接受|户籍|居住|[久长]时间站|久站|站立|行走|弯腰/u],
  [
    "experience",
    /经验|经历|^[一二两三四五六七八九十\d]{1,3}年[。;,]?$|从业(?!资格)|(?:满|累计|不少于|不低于)\s*[\d一二两三四五六七八九十]+\s*年|(?:年|个月)(?:及)?(?:以上)?[^,。;]{0,16}(?:工作|从业|任职|岗位|实践|管理|教龄|工龄)|\p{Script=Han}(?<![通超经不难透越好胜度表写])过(?![程硬关敏渡滤度失去得于强高多期分错载往来节年剩])|从事(?:相关)?|任过|背景|工龄|教龄|驾龄|[一二两三四五六七八九十\d]年(?:及)?以上/u,
  ],
  [
    "other",
    /能(?:长期|常)?[住驻]|接受[^,。;]{0,6}(?:封闭|管理|安排|调[派配动]|外派|派遣)|身体|健康(?!档案|管理|教育)|体检|住店|住校|住厂|驻场|驻外|驻点|色盲|视力|身高|性别|男性|女性|男女|户籍|户口|本地(?!市|化|客|行情|文化|交通|路|人脉|法|渠|资源|供应|商)|婚|党员|政治面貌|无犯罪|犯罪记录|不良(?:嗜好|记录|信用|行为)|纹身|形象|五官|气质|仪表|住宿|就近|出差|晚班|夜班|早班|排班|轮休|倒休|节假日|退伍|退役|夜间|熬夜|搬得?[动运]|力气|体力|恐高|高原|高海拔|听力|高血压|心脏病|值班|倒班|两班|三班|[二两三四]运转|轮班|加班|到岗|自备|(?<![会能懂用作])电脑|征信|疾病|传染病|自有|年轻人为主|氛围|国籍|随叫随到|开机|(?<!操)作品|站得|户外|担保|宝妈|退伍|适应[^,。;]{0,8}(?:班|出差|倒|环境)/u,
  ],
  [
    "trait",
    /^不(?!限|低于|少于|超过|得)|脾气|性情|遵纪守法|和气|和善|麻利|勤劳|讲(?:卫生|诚信|文明|信用|原则)|手脚|利索|干练|不怕|好奇|钻研|专注|求知|韧性|真诚|同理心|共情|友善|善良|热心|拥护|政治(?:素质|觉悟|立场|坚定)|师德|为人师表|有创意|(?:敏感|敏锐)(?:度|性)?|诚恳|谦虚|担当|遵守|遵规|品行|负责任|认同|保密意识|责任心|责任感|吃苦|认真|耐心|细心|细致|性格|开朗|外向|敬业|积极|乐观|诚实|诚信|守信|廉洁|正直|团队(?:精神|合作|协作|意识)|抗压|承受|压力|服从|(?:服务|安全|质量|成本|营销|保密|法律|风险|大局|主动|创新|责任|学习|竞争)意识|品行|品德|职业道德|职业操守|上进|热情|热爱|主动|踏实|稳重|心态|亲和|自律|勤奋|勤快|灵活|忠诚|原则性|事业心|情商|情绪|稳定|态度|严谨|公正|奉献|进取|自信|自我驱动|爱岗|吃得了|有爱心|喜欢|精神|作风|遵纪|爱心|随和|思维|成熟|有条理|条理(?:性|清)|逻辑(?:性|清)|守时|勤恳|大方|爱笑|办事|公[正道平]|正派|不?怕|^敢|嘴巴?[紧严甜]|守口|眼力见|较真|老实|脸皮|胆大|心细|自驱|敢抓敢管|阳光|进取|坚持原则|不服输|好胜|目标感|owner|死磕|执行力|拼劲|冲劲|干劲|韧劲/u,
  ],
  [
    "skill",
    /^能够?(?:看得?懂|读懂|识读|看)|^会(?=[A-Za-z])|^(?:熟悉|了解)[^,。;]{0,14}(?<!规程|规范|流程)(?:操作|使用|编程)(?:者|的)?(?:优先)?[。;]?$/u,
  ],
  [
    "knowledge",
    /^(?:精通|熟悉|熟知|了解|掌握|懂|通晓)[^,。;]*(?:准则|法律?|税法|法规|政策|规程|制度|标准|规范|规定|体系|理论|原理|行情|路[况线网]|地形|工艺|用途|禁忌|动态|趋势)(?:者)?[。;,]?$|^对.{2,24}(?:有|比较|较为?|非常|很)[^,。;]{0,6}(?:了解|认识|理解|熟悉)|^(?:理解|熟知)/u,
  ],
  [
    "knowledge",
    /^(?:[^,。;]{0,6})?(?:熟悉|了解|知晓|懂得?(?![^,。;]*(?:Office|Excel|Word|输入法|软件|操作|电脑))|通晓)|知识|法规|法律法规|理论|政策|规章|流程|规则|原理|行业(?:动态|趋势|标准|规范)/u,
  ],
  [
    "skill",
    /能力|技能|专长|特长|熟练|精通|掌握|操作|使用|运用|沟通|协调|软件|办公|表达|善于|擅长|技巧|写作|文笔|审美|功底|会(?:使用|用|写|画|弹|修|骑|开|做|说)|^会(?![议计员场务])|(?<![功性智产节储])能够?(?!源|耗|效|量)|速度|看得?懂|识图|拿得出手|带得住|管得住|打字|电气焊|输入法|Office|Excel|Word|PPT|CAD|ERP|编程/iu,
  ],
];

export const qualificationKindsEnglish: readonly (readonly [QualificationKind, RegExp])[] = [
  [
    "age",
    /\b(?:years? of age|aged \d+ (?:or|and) (?:over|above|older)|at least (?:1[4-9]|2[0-5]) years old|must be (?:at least )?\d{2}\b(?! ?(?:kg|lb|min|hour|day|year))|\d{2} (?:or|and) (?:over|older|above)|\d{2} years old|(?<!\w )age(?! group)|age limit|at least (?:18|21)(?: years)?|(?:18|21)\+? (?:years|or older)|minimum age)\b/iu,
  ],
  [
    "certificate",
    /\b(?:(?<!minimum |educational |academic )qualifications?(?= |$|[.;,])|qualified|licen[cs]e[ds]?|licensure|cert\.? (?:[IV]+|\d)\b|certificat\w+|certified|accredit(?:ation|ed) (?:as|by)|registration|registered|chartered|nvq|cpa|pmp|aat|acca|cima|cips|cipd|osha|servsafe|food handler|first aid|cpr|bls|acls|credentials?|authori[sz]ed person|dbs|qts|nebosh|iosh|sia|gphc|nmc pin|nplq|itil|prince2|cfa|icwa|ca inter|cissp|ccna|bizsafe|cpc|lgv|hgv|cdl|membership|card|cscs|smsts|permit|ticket)\b/iu,
  ],
  [
    "education",
    /\b(?:degree|diploma|bachelor'?s?|master'?s(?![a-z])|master (?:of|in|degree)|ph\.?d|bsc|msc|mba|ged|gcses?|a[- ]levels?|high school|graduate|hnd|hnc|btec|college|university|doctor of|associate'?s?|educated to|secondary school|school leaver|leaving cert\w*|matric(?:ulation)?|grade (?:1[0-2]|ten|eleven|twelve|[A-G](?= in| or| and)|\d (?:in|or) )|year 1[0-2]|gce|[oa] level|b\.?com|m\.?com|b\.?tech|m\.?tech|m\.?sc|b\.?a|b\.?pharm\w*|b\.e|tertiary|ten plus two|intermediate|hsc|ssc|nqf|semester units|credit hours|pgce|major in|majoring)\b/iu,
  ],
  [
    "language",
    /\b(?:bilingual|fluen(?:t|cy)|(?:speak|fluency in|fluent in|knowledge of|command of|spoken|written|business|basic|good|fluent|conversational|working|native) english(?! (?:labels?|literature|law))|english (?:and|language|speaking)|spanish|cantonese|arabic|russian|portuguese|italian|japanese|korean|hindi|swahili|bahasa|malay|dutch|polish|turkish|vietnamese|thai|tagalog|urdu|mandarin|french|german|languages?|isi\w+|afrikaans|zulu|xhosa|sotho|irish|gaelic|tamil|telugu|kannada|marathi|bengali|gujarati|punjabi|hokkien|teochew|swedish|danish|norwegian|finnish|greek|czech|romanian|hungarian|ukrainian|hebrew|farsi|persian|filipino|m[aā]ori|command over english|english(?=[.;,]?$)|welsh|ielts|toefl)\b/iu,
  ],
  [
    "experience",
    /\bexperience[ds]?\b|\b(?:years?|months?|yrs)'?\b(?!\s*(?:degree|diploma|of (?:college|university|study|education)|college|university|course|programme|program))|^(?:(?:at least )?(?:\d|one|two|three|four|five)) of (?:which|them|those)\b|\bbackground(?: in\b|[.;]?$)|\bexposure to\b|\bworked (?:in|as|with|for)\b|\btrack record\b|\bhistory of\b|\bpreviously worked\b/iu,
  ],
  [
    "other",
    /\b(?:(?:moving and|manual) handling|sit for|lift|swim|climb|crawl|kneel|crouch|squat|confined spaces|work at height|outdoors|u\.?s\.? citizen|citizenship|stand(?:ing)? for|walk|bend|physically|(?:able|ability|availability|willing\w*) to (?:work(?! (?:\w+ )?(?:under|independently|well|as|in a|with|to|alone|effectively|collaborat\w+|unsupervised|autonomously|on own|accurately|quickly))|travel|lift|stand)(?: (?:weekends|nights|shifts|evenings|flexible|on|holidays|overtime|various|a ))?|availab\w+|weekends|overtime|travel|relocate|eligible to work|right to work|background check|drug (?:test|screen)|reliable transport\w*|own (?:car|transport)|vaccinat\w+|pounds|lbs|kg|security clearance|clearance|shifts?|police|record check|children check|immuni[sz]\w+|(?:criminal|credit|driving) record|medical(?:ly)? (?:fit|check|examination)|fit(?:ness)? (?:to|for)|rotational|citizens?|residents?)\b/iu,
  ],
  [
    "skill",
    /\b(?:confiden(?:t|ce) (?:user|with|in|using) (?!people|others|customers)|writer|writing|speaker|presenter|communicator|storyteller|negotiator|listener)\b/iu,
  ],
  [
    "trait",
    /\b(?:team player|humou?r|sense of (?:responsibility|urgency|duty|ownership|purpose)|attitude|self[- ]?(?:motivated|starter)|detail[- ]oriented|attention to detail|reliable|honest|integrity|punctual|enthusias\w+|passion\w*|patien(?:t|ce)|calm|friendly|positive|flexib\w+|adaptab\w+|resilien\w+|proactive|methodical|accurate|organi[sz]ed|commit(?:ted|ment)|empath\w+|motivated|energetic|creative|curious|confident|approachable|professional manner|discreet|discretion|tact\w*|(?:love|passion|respect|concern) (?:of|for)|kind|firm|fair|warm|cheerful|good with|work ethic|dependab\w+|caring|compassion\w*|personality|pressure|hands[- ]on|trustworth\w+|team (?:spirit|worker|oriented|focused)|eye for detail|(?:customer|people|service|detail|quality|safety)[- ](?:focus\w*|minded|conscious|driven|centric)|tenacious|pleasant|assertive|meticulous|driven|sincere|hard[- ]?working|thick[- ]skinned|switched on|outgoing|polite|diligent|result\w*[- ]orient\w+|deadline|courteous|mature|sense of humou?r|ethical|loyal|initiative|conscientious)\b/iu,
  ],
  ["knowledge", /\b(?:knowledge|understand(?:s|ing)?|familiar\w*|awareness|principles|regulations|theory)\b/iu],
  [
    "skill",
    /\b(?:judge?ment|decision[- ]making|negotiat\w+|presentation|stakeholder|multi-?task\w*|time management|problem[- ]solving|trouble[- ]?shoot\w*|skills?|abilit(?:y|ies)|able to|proficien\w+|competen\w+|comfortable|communicat\w+|numerate|literate|literacy|numeracy|command of|excel|word|office|software|computer|typing|type|words per minute|wpm|use of|using|handwriting|good eye|python|sql|java|write|analytical|leadership|manage)\b/iu,
  ],
];

export const educationLevels: readonly (readonly [Level, RegExp])[] = [
  ["primary", /小学|primary school/iu],
  ["junior-secondary", /初中|middle school/iu],
  ["senior-secondary", /高中|中专|职高|技校|中技|high school|\bged\b|gcse|a[- ]levels?|secondary school/iu],
  ["associate", /大专|专科|高职|associate'?s|\bhnd\b|college diploma|associate degree/iu],
  [
    "bachelor",
    /本科|学士|bachelor'?s?|\bbsc\b|\bba\b|\bb\.?s\.?\b|undergraduate degree|university degree|college degree|degree/iu,
  ],
  ["master", /硕士|研究生|master'?s?|\bmsc\b|\bmba\b/iu],
  ["doctorate", /博士|doctor|ph\.?d/iu],
];

export const preferredWords =
  /优先|加分|工资加|加(?:薪|钱|工资)|更佳|为佳|尤佳|者佳|最好|更好|欢迎|(?:有|会|能)则(?:好|更好)|preferred|preferably|desirable|(?:an?|added|distinct|definite|big) (?:added |distinct |definite )?(?:advantage|asset)|(?:is|are) (?:helpful|useful|welcome)|not essential|advantageous|a plus|(?:it )?would (?:also )?help|nice to have|beneficial|a bonus|would be (?:great|helpful|useful|an|ideal)|ideally|welcome/iu;
