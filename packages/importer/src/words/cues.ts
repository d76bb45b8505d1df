/** A sign that a sentence is of one kind, with how much it tells. */
export type Cue = readonly [weight: number, pattern: RegExp];

/** What an entry can be. `chatter` is what web sites and advertisements add. */
export type EntryKind = "duty" | "qualification" | "standard" | "pay" | "condition" | "chatter";

/** Verbs with which a duty begins. */
const dutyVerbs =
  "负责|组织|制定|制订|协助|参与|完成|监督|检查|管理|配合|审核|审批|编制|编写|处理|受理|建立|健全|维护|开展|落实|执行|贯彻|统筹|主持|领导|指导|培训|跟踪|跟进|收集|整理|汇总|统计|分析|撰写|拟定|拟订|起草|安排|分配|调配|调度|协调|沟通|联络|接待|接听|办理|保管|登记|记录|核对|核算|清点|盘点|采购|验收|巡查|巡视|巡检|抽查|督促|督导|推动|推进|推广|策划|设计|开发|搭建|优化|改进|提升|提高|控制|把控|监控|定期|及时|按|根据|严格|对接|联系|支持|支援|提供|向|对|做好|搞好|抓好|承担|带领|带教|招聘|选拔|考核|评估|评审|输出|确定|确保|保证|保障|保持|关注|了解|熟练|解决|解答|回复|反馈|上报|汇报|报送|填写|操作|使用|检修|维修|保养|调试|安装|清洁|清理|清扫|打扫|摆放|陈列|布置|收银|结算|开具|催收|收缴|回访|走访|拜访|开拓|挖掘|销售|推销|介绍|引导|迎接|护送|巡房|备课|授课|批改|辅导|讲解|测试|部署|排查|召开|参加|出席|代表|传达|宣传|发布|更新|归档|装订|移交|交接|值班|听取|识别|主动|热情|认真|妥善|合理|积极|全面|具体|日常|每日|每天|每周|每月|每季度|每年|遵守|服从|实施|分解|下达|设定|预防|防止|识别|评定|主导|牵头|策动|规划|创建|创新|改善|监测|监管|监察|稽核|审查|审计|把关|核查|复核|核实|运营|运作|运输|装卸|分拣|打包|发货|收货|上架|拣货|入库|出库|配送|加工|制作|烹饪|切配|备料|生产|换模|领取|发放|保存|查询|筛选|面试|签订|签约|谈判|洽谈|报价|投标|申报|申请|缴纳|编排|编辑|拍摄|剪辑|直播|发现|纠正|制止|疏导|救治|护理|诊疗|查房|配药|发药|消毒|抢救|观察|测量|绘制|放线|交底|养护|浇筑|绿化|修剪|浇水|施肥|保卫|守护|站岗|登统|陪同|安抚|调解|救援|转接|转送|递交|寄送|收发|打印|复印|订购|预订|预定|核销|报销|付款|对账|记账|开票|报税|理赔|承保|放款|催缴|授信|柜面|理财|尽职|复盘|迭代|重构|编码|评测|运维|备份|升级|值守|其他|上级|领导交办|作好|落地|保洁|检测|检验|化验|取样|计量|点检|润滑|送检|送货|送餐|点餐|传菜|铺台|摆台|布草|补货|理货|盘库|盯控|输入|录入|绘图|建模|选材|看护|照顾|喂养|教授|教育|家访|组建|打造|深入|编审|联合|承办|协办|督办|抽检|抽听|跑办|协同|赋能|洞察|拓展|引进|洽商|孵化|沉淀|追踪|输送|盘活|处置|应对|应急|疏散|布控|登高|放样|编程|调整|制造|装配|焊接|打磨|包装|仓储|运转|操持|料理|打理|经营|烹制|留样|推荐|预约|挂号|分诊|烘焙|调制|清点|押运|搬运|配合|布防|隔离";

export const chineseCues: Readonly<Record<EntryKind, readonly Cue[]>> = {
  duty: [
    [2, new RegExp(`^(?:${dutyVerbs})`, "u")],
    [2, /^(?:负责|组织|主持|协助|参与|制定|制订|编制|受理|领导|监督|安排|做好|完成|配合|指导|牵头|统筹)/u],
    [1, /^.{2,12}(?:管理|处理|工作|维护|培训|分析|建设|对接|执行|制定|跟进|支持|优化|指导|稽核|调查)[:。;]?$/u],
    [1.5, /^[^,。;:]{2,10}:(?:.{0,6})(?:负责|组织|制定|建立|协助|参与|管理|监督|处理|收集|定期|与|对)/u],
    [2, /^(?:为|给|帮)[^,。;]{1,10}(?:推荐|提供|办理|解答|讲解|介绍|服务|安排|制作|配送|送)/u],
    [2, /(?:交办|指派|安排|布置|交代)的?(?:其他|其它|临时|各项|各类|工作|事项)/u],
    [1, /并(?:监督|落实|实施|跟踪|组织|形成|提出|及时)|等(?:相关)?工作[。;]?$/u],
    [1, /^(?:你|您)?(?:将|需要|要|应)?(?:负责|确保|与)/u],
  ],
  qualification: [
    [
      3,
      /(?:大专|专科|本科|中专|高中|初中|硕士|博士|研究生|高职|技校|学士|职高|中技)(?:及|或)?(?:以上|学历|毕业|文化|在读|及以上)?|学历|文化程度/u,
    ],
    [
      3,
      /\d+\s*年(?:及)?(?:以上|左右)?[^。;]{0,24}(?:经验|经历|从业|工作)|[一二两三四五六七八九十]年(?:及)?以上|(?:经验|经历)(?:者)?(?:优先|丰富|优先考虑)?[。;,]?$|(?:工作|从业|管理|相关|实操|项目|行业)(?:经验|经历)/u,
    ],
    [
      3,
      /(?:证书|资格证|上岗证|职称|执业证|驾驶证|驾照|健康证|从业资格|电工证|叉车证|操作证|[A-C]\d?照|CET|四级|六级|CPA|PMP)(?:者)?/u,
    ],
    [3, /优先(?:考虑|录用)?[。;,)]?$|者优先|更佳|为佳|加分/u],
    [
      2,
      /^(?:具备|具有|拥有|有(?!效|序|针对|意(?:者|向))|熟悉|熟练|精通|掌握|了解|能够?|善于|擅长|热爱|热衷|喜欢|喜爱|不怕|较强|良好|优秀|工作认真|性格|形象|身体|年龄|男|女|吃苦|诚实|诚信|责任心|普通话|持有?|取得|通过|懂|会(?![议后中前场员计务展])|无(?:不良|犯罪|色盲)|恪守|思维|思路|逻辑|抗压|遵纪|品行|政治|五官|身高|视力|为人|执行力|学习|可|接受|适应|服从|细心|耐心|积极|乐观|敬业|爱岗)/u,
    ],
    [
      2,
      /(?:能力|意识|精神|素养|素质|责任心|责任感|亲和力|执行力|抗压|心态|气质|品德|技巧|知识|技能|悟性|耐心|细致|踏实|作风)(?:强|好|佳|高|较强|优秀|突出|良好|扎实|过硬|严谨|正派)?[。;,]?$/u,
    ],
    [2, /(?:强|佳|较好|扎实|端正|健康|不限|优秀|踏实|勤快|标准|流利)[。;,]?$/u],
    [2, /岁(?:以下|以上|之间|以内|左右)?|年龄|性别|身高|周岁/u],
    [1.5, /能(?:承受|适应|吃苦|独立|接受|熟练)|(?:熟练|能够?)(?:使用|操作|运用|掌握)/u],
  ],
  standard: [
    [
      2.5,
      /(?:不低于|不少于|不高于|不超过|不多于|不小于|不大于|不得(?:低|少|超|多|高)于?|低于|高于|少于|控制在|达到?|达成|至少|≥|≤|>=|<=|以上|以下|以内|之内)[^。;]{0,12}[\d一二两三四五六七八九十百]/u,
    ],
    [2.5, /\d+(?:\.\d+)?\s*(?:%|‰|个百分点)|百分之|千分之|[一二三四五六七八九]成/u],
    [
      1.5,
      /(?:率|度|得分|评分|合格|完好|准确|差错|投诉|事故|次数|时效|时长|损耗|成本|偏差)(?:为|达|在|不|低|高|控制|小|大|≤|≥|:|\d)/u,
    ],
    [2, /(?:每[天日周月季年班]|每半年|每季度|每学期|次月|当月|月底|年底)[^。;]{0,16}(?:前|底|次|日|号)/u],
    [2, /\d+\s*(?:个?工作日|小时|分钟|秒|天|日)(?:之?内|以内)/u],
    [
      1.5,
      /(?:无差错|零投诉|零事故|零差错|无遗漏|无投诉|无事故|为零|不得遗失|无安全事故|账物相符|账实相符|账款相符|账账相符)/u,
    ],
    [
      1,
      /(?:及时|准确|完整|规范|到位|无误|有序|真实|齐全|完善|整洁|清晰|合理)[、,和]?(?:及时|准确|完整|规范|到位|无误|有序|真实|齐全|完善|整洁|清晰|合理)?[。;,]?$/u,
    ],
  ],
  pay: [
    [
      4,
      /^待遇(?!.{0,2}(?:管理|核算))|底薪|(?<!的)(?:工资|薪水|薪资|月薪)[^,。;加]{0,4}\d{3}|五险|六险|公积金|包吃|包住|包食宿|年终奖|提成|月薪|年薪|薪资|薪酬|带薪(?!培训|实习)|双休|单休|月休|下午茶|团建|节日福利|餐补|房补|话补|交通补贴|全勤奖|绩效奖金|年假|\d+薪|元\/月|[kK]\/月|\d+[kK]\b|生日会|体检福利/u,
    ],
  ],
  condition: [
    [
      4,
      /工作时间|上班时间|工作地点|工作地址|上班地点|轮班制|班次:|做[五六]休|\d{1,2}:\d{2}\s*[-~—至]\s*\d{1,2}:\d{2}/u,
    ],
  ],
  chatter: [
    [
      4,
      /(?:笔试|面试)[^。;]{0,20}(?:录用|\d+\s*%|现场)|^(?:我们|公司|集团|我司|本(?:公司|院|校|店))[^,。;]{0,8}(?:成立于|创[立办建]于|现有|是一[家所个]|坐落)|https?:|www\.|(?:关注|扫描?|添加|搜索)[^,。;]{0,8}(?:公众号|微信|二维码)|点击(?:查看|下载|进入|此处|这里|申请|投递|\d)|本站|版权|转载|来源[:：]|范文|(?:免费|文档|立即|点击|资料)下载|下载(?:本|此|文档|地址|全文)|首页|上一篇|下一篇|相关(?:推荐|阅读|文章)|责任编辑|(?:请?将|把)[^,。;]{0,8}简历|(?:投递|发送?|附|提交|接收)[^,。;]{0,6}简历|简历[^,。;]{0,6}(?:投递|发送?|发至|投至)|@[a-z]|关注我们|欢迎(?:您|你)?(?:加入|投递|来电)|^有意(?:者|向|的)|[加联]系?我(?:微信|电话)?(?:[,。;]|即可|就行|聊)|微信同号|收藏本|简历[^,。;]{0,6}发|^[TMEP][:：]?\s*\d{3}|保密信息|误收|仅供参考|以供参考|解释权|(?:签名|签字|签章|盖章|日期)[:：]\s*_*$|_{4,}|(?:已|仔细)阅读(?:并|、|和)?|^(?:更改|修订|变更|修改|版本)(?:记录|履历|历史|说明)|^[A-Z]\/\d\s|^(?:发放|分发)(?:范围|部门)|^(?:注|备注|附|说明)[:：]|^(?:起草|编制|拟制|制表)[:：]|\d年(?:\d{1,2}月)?(?:第.次)?(?:修订|制定|印发)$|不得(?:报名|报考|聘用)[:：]|自[^,。;]{2,14}起(?:执行|施行|实施|试行)|(?:三|3|几)个月(?:可|即可|后)?晋升|师傅带(?!教过)|(?:本|这|该|此)篇?文章|小编|第\s*\d+\s*页/iu,
    ],
  ],
};

export const englishCues: Readonly<Record<EntryKind, readonly Cue[]>> = {
  duty: [
    [
      2,
      /^(?:to )?(?:(?:also|regularly|proactively|effectively|actively|directly|promptly|safely|accurately|personally|independently) )?(?:provid|manag|lead|oversee|oversaw|supervis|coordinat|assist|support|develop|maintain|prepar|process|ensur|monitor|review|answer|respond|resolv|handl|operat|perform|conduct|creat|design|implement|deliver|plan|organi[sz]|train|coach|mentor|report|record|collect|analy[sz]|build|drive|own|work|collaborat|liais|communicat|schedul|assign|inspect|clean|load|unload|pick|pack|count|open|clos|greet|serv|order|purchas|negotiat|sell|market|test|writ|draft|updat|track|investigat|audit|reconcil|verif|check|complet|conduct|contribut|act|attend|participat|identif|recommend|establish|set|keep|follow|enforc|administ|evaluat|assess|counsel|dispens|document|educat|fil[ei]|hir|recruit|interview|guid|help|improv|install|interpret|issu|log|measur|meet|mix|mov|notif|observ|obtain|order|park|patrol|present|promot|protect|receiv|repair|replac|research|restock|sort|stock|submit|take|teach|tend|transport|treat|undertak|us|welcom|any other|other duties|carry|carries|escalat|facilitat|forecast|generat|gather|influence|initiat|launch|lend|link|liase|mark|motivat|navigat|optimi[sz]|partner|produc|publish|reduc|regist|represent|run|safeguard|secur|select|ship|shap|sign|solv|source|specif|staff|steer|streamlin|stay|turn|translat|troubleshoot|upgrad|validat|fulfil|deploy|debug|code|architect|chair|advis|advocat|allocat|appl(?:y|ies)|arrang|authori[sz]|book|budget|calculat|calibrat|call|cater|clear|compil|control|cook|correct|cover|cut|deal|defin|demonstrat|direct|display|distribut|dress|driv|edit|encourag|engag|enter|examin|execut|explain|feed|fit|fix|foster|hold|host|input|integrat|invoic|label|lay|lift|manufactur|offer|oversees|pay|post|print|program|purchas|question|reach|read|rotat|sanitiz|scan|screen|seat|send|set up|shar|slice|spot|store|study|survey|sweep|tak|thaw|upsell|wash|weigh|wip|mak|brew|bak|stack|polish|refill|balanc|refer|brief|precept|spot|forecast|roster|triag|bath|imag|script|curat|moderat|repl|quot|remov|ensur|respond|attract|grow|approv|tun|ventilat|stag)(?:e|es|s|ed|ing|ies|y|ting|ning|ping|ring)?\b(?!-)/iu,
    ],
    // An imperative that no list knows: Balance the drawer, Refer customers to bankers.
    [
      1.5,
      /^(?:[A-Z][a-z]{2,}|[a-z]{3,})(?:,? (?:and )?(?!is\b|are\b|was\b|would\b|will\b|can\b)[a-z]+)? (?:the|an?|all|any|our|their|its|each|every|both|other)\b/u,
    ],
    [1, /^[A-Z][a-z]{2,} (?:and [a-z]+ )?(?:[a-z]+ ){0,2}(?!skills|abilities|hours|days|years|qualities)[a-z]{2,}s\b/u],
    [1, /\b(?:as (?:needed|assigned|required)|in accordance with|other duties)\b/iu],
  ],
  qualification: [
    [
      3,
      /\b(?:degree|diploma|bachelor'?s?|master'?s?|ph\.?d|bsc|ba|mba|ged|gcse|a[- ]levels?|high school|graduate|nvq|hnd|associate'?s? degree)\b/iu,
    ],
    [
      3,
      /\b\d+\+?\s*(?:-\s*\d+\s*)?(?:years?|months?|yrs?)\b.{0,60}\b(?:experience|practice|background|in a|working|as an?)\b|\b(?:one|two|three|four|five|six|seven|eight|ten) (?:or more )?(?:years?|months?)\b|\bexperience\b/iu,
    ],
    [
      3,
      /\b(?:licen[cs]ed?|certificat\w+|certified|accreditation|registration|registered|clearance|dbs|driving licen[cs]e|driver'?s licen[cs]e|membership)\b/iu,
    ],
    [
      2,
      /\b(?:preferred|desirable|an advantage|a plus|advantageous|would be (?:great|an)|bonus|is essential|required|must (?:be|have|possess)|eligible to work)\b/iu,
    ],
    [
      2,
      /^(?:strong|excellent|good|proven|solid|demonstrated?|ability|able|proficien\w+|knowledge|familiar\w*|understanding|fluent|fluency|proficiency|working knowledge|basic|advanced|exceptional|outstanding|effective|effective|great|a (?:strong|good|keen|reliable|positive|passion|can-do|flexible|friendly|proven|solid|genuine|team|valid|full|degree|minimum|high)|an? \w+ (?:attitude|approach|communicator|player)|minimum|at least \d|must|comfortable|willing\w*|self[- ]motivated|detail[- ]oriented|highly|well[- ]organi[sz]ed|computer|computer literate|passion\w*|enthusias\w+|sound|confident|competent|skilled|superior|physically|capable|capacity|commitment to|flexib\w+|patience|patient|methodical|numerate|literate|organi[sz]ed|reliable|honest|friendly|hands-on)\b/iu,
    ],
    [
      1.5,
      /\b(?:skills|abilities|attitude|communicator|team player|attention to detail|work(?:ing)? under pressure|personality|proficien\w+|fluent|bilingual)\b/iu,
    ],
  ],
  standard: [
    [
      2.5,
      /\b(?:at least|(?:no|not) (?:more|less|fewer|later|longer|lower|higher|greater|slower) than|not (?:to )?exceed|within|under|below|above|over|fewer than|less than|more than|maximum of|minimum of|up to|exceeds?|or (?:better|more|less|higher|fewer|above|below)|between|by the)\b.{0,30}[\d]/iu,
    ],
    [2.5, /\d+(?:\.\d+)?\s*(?:%|percent|per cent)|[≥≤]/iu],
    [
      1.5,
      /\b(?:zero|no) (?:\w+ ){0,3}(?:errors?|complaints?|accidents?|incidents?|defects?|injuries|breaches|findings|lapses)\b/iu,
    ],
    [
      1.5,
      /\b(?:rate|scores?|accuracy|satisfaction|turnaround|times?|ratio|variance|uptime|utili[sz]ation|retention|turnover|compliance|csat|nps|response time|quota|target)\b/iu,
    ],
    [
      1.5,
      /\b(?:daily|weekly|monthly|quarterly|annually|per (?:day|week|month|quarter|year|shift|hour)|each (?:day|week|month|quarter|year|shift)|every (?:day|week|month|quarter|year|shift)|a (?:day|week|month|quarter|year))\b/iu,
    ],
  ],
  pay: [
    [
      4,
      /[$£€]\s?\d[\d,.]*k?\+?\s*(?:[-–—]|to)\s*[$£€]?\s?\d|[$£€]\s?\d[\d,.]*k?\+?\s*(?:\/|per |an? )(?:hour|hr|annum|year|month|week)|^bonus:|\b(?:salary(?! (?:survey|band|review|administration|planning|data))|per annum|401\(?k\)?|health insurance|medical, dental|dental (?:and|insurance|cover|plan|benefits)|paid time off|pto|pension|bonus scheme|overtime pay|holiday (?:pay|allowance)|days'? holiday|perks?|discounts?|equal opportunity|medical aid|provident fund|gratuity|13th cheque|superannuation|salary sacrifice)\b/iu,
    ],
  ],
  condition: [
    [
      3,
      /\b(?:hours (?:per|a) week|(?:full|part)[- ]time|shift pattern|monday to friday|on-site|office based|remote|location:|stand for long|lift up to|night shifts?)\b/iu,
    ],
  ],
  chatter: [
    [
      4,
      /https?:|www\.|^(?:at [A-Z][\w&' -]{1,30},? )?we (?:move|serve|employ|operate|make|sell|help|have (?:over|more than|grown|\d))\b|\b(?:is|are|we're) (?:hiring|recruiting|looking for|seeking) (?:an?|our|\d+|several)\b|^(?:closing (?:date\b|on\b|\d+)|to apply,? (?!you )|(?:if )?(?:you are |you're )?interested|for (?:more |further )?(?:details|information|an informal))\b|\b(?:apply (?:now|online|by|via|to)|save job|share (?:this|on|via|job)|click here|cookies|subscribe|log ?in|sign up|posted \d|copyright|all rights reserved|home »|send (?:your|a) (?:cv|resume)|(?:text|call|phone|tel)\.?:? [+(]?\d{3}|\be-?mail (?:a|your|the)\b|[\w.]+@[\w-]+\.|^(?:declaration|note|acknowledged)\b|i have read (?:and|this|the)|_{4,}|^part [a-z]\b|^[A-Z]{1,4} ?= ?[a-z]|^(?:prepared|compiled|approved|checked|reviewed|signed)(?: off)? by\b|\((?:rev|ver|version)\.? [\w .]+\)$|^rev(?:ision)?\.? \d|short-?listed candidates|by applying|any combination of (?:training|education|experience)|a typical way|not (?:exhaustive|intended to be)|(?:may be|subject to) (?:review|change|amend)\w*|committed to safeguarding|checks? (?:will be|are|is) (?:made|carried out|undertaken|conducted)|reasonable accommodations?|equal opportunity employer|we are an equal)\b/iu,
    ],
  ],
};
