import { roleEnd } from "./title-words.ts";

/** Words that name no role of their own. */
export const genericRole =
  /^(?:上级|领导|公司|本部门|部门|客户|业主|顾客|上司|总部|公司领导|上级领导|直接上级|上级主管|直属领导|单位|您|你|我们|党委|党支部|员工|结果|本职工作|无|暂无|待定|n\/?a|none|nil|nobody|no one|not applicable|tbd|-+)$/iu;

/** Sentences that name the superior; the group `role` is the name. */
export const superiorSentences: readonly RegExp[] = [
  /(?:向|对)(?:我|本人)[(](?<role>[^()]{2,14})[)](?:直接)?(?:汇报|负责|报告)/gu,
  /(?:直接)?(?:跟着?|听)(?<role>[^,。;:()\s]{2,12}?)(?:的)?(?:干|做事|走|指挥|安排)(?=[,。;()\s]|$)/gu,
  /在(?<role>[^,。;:在\s]{2,16}?)(?:的)?(?:直接|统一|具体|业务|正确)?(?:领导|指导|带领|管理|授权|督导|安排)(?:和[^,。;]{2,6})?(?:下|之下)/gu,
  /(?:直接)?(?:向|对)\s?(?<role>[^,。;:\s]{2,14}?)\s?(?:直接)?(?:负责(?!任)|汇报|报告工作|述职|报到)/gu,
  /(?:跟|给|向(?=\p{Script=Han}{2,12}[(]))(?<role>\p{Script=Han}{2,12}?)(?:[(][^()]{1,12}[)])?(?:直接)?汇报/gu,
  /直属于?(?<role>\p{Script=Han}{2,12}?)(?=[,。;\s]|$)/gu,
  /听\s?(?<role>\p{Script=Han}{2,12}?)的(?=就|话|[,。;]|$)/gu,
  /归(?<role>\p{Script=Han}{2,12}?(?:长|理|管|任|监|导|人))(?:[(][^()]{1,12}[)])?(?:直接)?(?:管(?:理|辖)?|领导|带)(?=[,。;\s]|$)/gu,
  /归(?<role>\p{Script=Han}{2,12}?)(?:老?[\p{Script=Han}]{1,2})?(?:直接)?(?:管(?:理|辖)?|领导|带)(?=[,。;\s]|$)/gu,
  /(?:由|受(?![理训众聘限]))(?<role>[^,。;:()\s]{2,16}?)(?:的)?(?:直接|统一|具体|日常|垂直|双重|业务|行政|全面|归口)?(?:领导|管理|指挥|督导|考核)(?=[,。;()\s和与及、]|$)/gu,
  /(?:汇报给|汇报对象(?:为|是)|直属上级(?:为|是)|直接上级(?:为|是)|上级(?:为|是)|隶属于?|受|由)(?<role>[^,。;:()\s]{2,14}?)(?=[,。;()\s]|领导|管理|$)/gu,
];

/** Words before the name of a superior that are no part of it: 所在社区书记. */
export const beforeSuperior = /^(?:其|所在|所属|本|该|直属|分管的?)(?=\p{Script=Han}{3})/u;

export const superiorSentencesEnglish: readonly RegExp[] = [
  /\b(?:[Rr]eceives?|[Tt]akes?|[Ww]orks? under)(?: \w+)? (?:supervision|direction|guidance|instructions?)(?: and \w+)? (?:from|of) (?:the |our |an? )?(?<role>\p{Lu}[\p{L}\d&/'-]*(?:(?: of| and| &| for)? \p{Lu}[\p{L}\d&/'-]*){0,6})/gu,
  /\b(?:[Yy]our|[Tt]he|[Ii]mmediate) (?:boss|line manager|manager|supervisor|superior) (?:is|will be) (?:the |our |an? )?(?<role>\p{Lu}[\p{L}\d&/'-]*(?:(?: of| and| &| for)? \p{Lu}[\p{L}\d&/'-]*){0,6})/gu,
  /\b[Ww]ork(?:s|ing)? (?:directly )?under (?:the |our |an? )?(?<role>\p{Lu}[\p{L}\d&/'-]*(?:(?: of| and| &| for)? \p{Lu}[\p{L}\d&/'-]*){0,6})/gu,
  /\b[Rr]eport(?:s|ing)? (?:directly )?(?:in)?to (?:the |an? |our )?(?<role>\p{Lu}[\p{L}\d&/'-]*(?:(?: of| and| &| for)? \p{Lu}[\p{L}\d&/'-]*){0,6}(?:: [A-Z]\w+(?: [A-Z]\w+)?(?=\s+and\b|[.,]))?)/gu,
  /\b[Uu]nder the (?:direct |general |overall |immediate |close |day-to-day )?(?:supervision|direction|guidance|leadership|oversight) of (?:the |an? )?(?<role>\p{Lu}[\p{L}\d&/'-]*(?:(?: of| and| &| for)? \p{Lu}[\p{L}\d&/'-]*){0,6})/gu,
  /\b(?:[Aa]ccountable|[Rr]esponsible|[Aa]nswers?|answering|answerable|managed by|supervised by|line[- ]managed by)(?: directly)?(?: to)? (?:the |an? )?(?<role>\p{Lu}[\p{L}\d&/'-]*(?:(?: of| and| &| for)? \p{Lu}[\p{L}\d&/'-]*){0,6})/gu,
  /\b[Rr]eport(?:s|ing)? (?:directly )?(?:in)?to (?:the |an? |our )?(?<role>[a-z]+(?: [a-z]+){0,3}? (?:manager|director|supervisor|lead|head|officer))\b/gu,
];

/** Sentences that name those who report to the role; the group `roles` is the list. */
export const subordinateSentences: readonly RegExp[] = [
  // 由财务总监领导,管理核算组长、资金组长: the sentence that names the superior goes on to those below.
  /(?:领导|管理|汇报(?:工作)?|负责|指挥|干|管),(?:并|同时|直接|下面|手下|下|负责)*(?:管理?|带领?|领导|督导|下辖|指挥)(?:着|有)?(?<roles>[^,。;:\n]{2,60}?)(?=共同|一起|做好|搞好|完成|开展|[,。;\n]|$)/gu,
  /(?:手下|下面|底下|名下)(?:目前|现在|现|一?共|总共|还)*(?:有|管着?|带着?)(?<roles>[^,。;:]{2,60})/gu,
  /(?:^|[,。;\n])(?<roles>[^,。;:\n]{3,60}?)都?(?:听(?:你|您)的|[归由](?:你|您)(?:管|带|领导|负责)|[向对](?:你|您)(?:汇报|负责))/gu,
  /(?:(?<!\p{Script=Han})|(?<=[中并还需要可会将]))(?:直接)?(?:管|带)(?:着|领)?(?<roles>(?:\d{1,3}|[一二两三四五六七八九十几]{1,3})(?:[-~—至到](?:\d{1,3}|[一二两三四五六七八九十]))?[名个位](?!月|小时|工作日)[^,。;:]{2,40})/gu,
  /(?:下辖|下设|下属(?:岗位|人员)?(?:有|为|包括|是)|直属下级(?:为|是|有|包括)|直接下级(?:为|是|有|包括)|管辖|直接管理|分管)(?<roles>[^,。;:]{2,60})/gu,
  /(?:领导|指导|带领)下(?:开展|进行)?工作,(?:管理|领导|带领)(?<roles>[^,。;:]{2,40})/gu,
  /(?:管理|带领)(?<roles>\p{Script=Han}{2,20}?)(?:若干|数|\s*\d+(?:-\d+)?\s*|[一二两三四五六七八九十]+)[名人位](?=[,。;\s]|$)/gu,
];
/** How many there are, in words or figures. */
const some = "(?:\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|some)";
export const subordinateSentencesEnglish: readonly RegExp[] = [
  /\b(?:[Rr]eport(?:s|ing)?|[Aa]nswer(?:s|ing)?|[Aa]ccountable|[Rr]esponsible) [^.;\n]{3,60}?(?:,| and|,? you(?:'ll| will)) (?:lead|manage|supervise|oversee|run) (?:a|the|our) (?:small )?team of (?<roles>[A-Za-z\d][^.;:\n]{2,80}?)(?=\s+(?:who|on|across|in|at|to|under|and (?:you|report))\b|[.;:\n]|$)/gu,
  /\b[Ss]upervis(?:e|es|ing)(?: and [a-z]+)?,? the (?:performance|work|activities) of (?:the |all )?(?:assigned )?(?<roles>[A-Za-z][^.;:\n]{2,90})/gu,
  /\b[Pp]rovid(?:e|es|ing) (?:technical |functional |lead |general |day-to-day |direct )*(?:guidance|direction|supervision|oversight) to (?:the |all )?(?<roles>[A-Za-z][^.;:\n]{2,80})/gu,
  new RegExp(
    `\\b(?:reports?|reporting|accountable|answers?|answerable|responsible)(?: directly)? to [^.;\\n]{3,60}?(?: and|,)(?: will| you)*\\s+(?:looks? after|leads?|manages?|supervises?|oversees?|line[- ]manages?|runs?)\\s+(?<roles>(?:(?:our|the|a team of|about|around|up to)\\s+)*(?:${some}\\s+)?[A-Za-z][^.;:\\n]{2,80}?)(?=\\s+(?:who|on|across|in|at|to|under)\\b|[.;:\\n]|$)`,
    "gu",
  ),
  /\b(?:supervises|directly manages|direct reports (?:are|include)|line manages|manages and supervises)\s+(?:the |a team of |up to )?(?<roles>[^.;:\n]{3,90})/gu,
  new RegExp(
    `\\b(?:leads|supervis(?:es|ing)|line[- ]manag(?:e|es|ing)|in charge of)\\s+(?:a team of\\s+)?(?<roles>${some}\\s+[A-Za-z][^.;:\\n]{2,80}?)(?=\\s+(?:report|who|on|across|in|at|to|under)\\b|[.;:\\n]|$)`,
    "gu",
  ),
  new RegExp(
    `(?:^|[.;:\\n]\\s*)(?<roles>(?:The |Your )?(?:${some}\\s+)?[A-Za-z][^.;:\\n]{2,80}?)\\s+(?:will |shall |both |all )?reports? (?:directly )?to (?:you|them|him|her|this (?:role|post|position)|the (?:post|job|role) ?holder)\\b`,
    "giu",
  ),
];

/** Sentences that say outright what the role is called. */
export const namingSentences: readonly RegExp[] = [
  /所称(?:的)?["“「]?(?<role>[\p{Script=Han}A-Za-z/()]{2,14}?)["”」]?,?\s?(?:是指|系指|指)/gu,
  /(?:^|[,。;:\n])(?:这次|现在|招聘|对外)?(?:的)?(?:职位|岗位)(?:名称?|名字)?(?:就|统一|先)?(?:是|叫做?|为|写|填|报)["“「]?(?<role>[\p{Script=Han}A-Za-z/()]{2,14}?)["”」]?(?=[,。;!\s]|$)/gu,
  /(?:岗位|职位|名称|名字)(?:改|定|叫|换)(?:成|为|作)["“「]?(?<role>[\p{Script=Han}A-Za-z/()]{2,14}?)["”」]?(?=[,。;!\s]|$)/gu,
  /(?:本|该|此|这个?)(?:岗位?|职位|职务)(?:的)?(?:全称|正式名称|名称|名字)(?:为|是|叫做?)\s*(?<role>[\p{Script=Han}A-Za-z/()]{2,14}?)(?=[,。;!\s]|$)/gu,
  /(?:找|招|聘|缺|设)的(?:人选?|岗位?|职位|是)*(?:是|叫)(?:一?[名位个])?(?<role>[\p{Script=Han}A-Za-z/()]{2,14}?)(?=[,。;!\s]|$)/gu,
  /\b(?:position|job|role) (?:description|profile|specification|spec|posting|advert)s? (?:for|of) (?:the |an? |our )?(?:new |post of |role of |position of )?(?<role>[A-Za-z][^\n,;|().:]{3,60}?)(?=\s*(?:[\n,;|().:]|$|\s[-–—]\s))/giu,
];

/** Sentences and headings that name the role itself. */
export const titleSentences: readonly RegExp[] = [
  /(?:诚聘|急聘|招聘|竞聘|选聘|急招|高薪招聘|直招|(?<!\p{Script=Han})[聘招](?![商聘募标生投])|招募|诚徵|诚征|征)(?!(?:经理|专员|主管|总监|顾问|助理|专家|主任|负责人)(?=[\s,。;]|$))\s*[:|]?\s*(?<role>[\p{Script=Han}A-Za-z/()]{2,14}?)(?=\s|\||\d|若干|[一二两三四五六]?名|[,。;!—–-]|$)/gu,
  /(?:需要|寻找|在找|想找|要找|招募|招收|招聘|[急诚直]招|招|增聘|诚邀|期待)(?:[一二两三\d]{1,2}|几|若干)(?:名|位|个)(?:[^,。;:\s]{1,8}的)?(?<role>[\p{Script=Han}A-Za-z/()]{2,14}?)(?=[,。;!\s(]|加入|来|$)/gu,
  /(?:本|该|此)(?:岗位|职位|岗|职务)(?:名称)?(?:为|是|即)(?<role>[\p{Script=Han}A-Za-z/()]{2,12}?)(?=[,。;!\s]|$)/gu,
  /(?:作为|担任|身为|聘(?:请|用|任)[^,。;]{0,8}为)\s*(?:一名|一位|公司|本公司)?(?:优秀的)?(?<role>[\p{Script=Han}A-Za-z]{2,12}?)(?=[,。;]|时|应|需|必须|的|\s*(?:一职|职务|岗位|工作)|$)/gu,
  /(?:明确|规范|加强|关于|制[定订]|讨论|修[订改]|印发|下发|拟[定订])(?:了|我[司校院店])?(?<role>[\p{Script=Han}A-Za-z]{2,12}?)(?:的)?(?:岗位|工作|职责|管理|行为|考核|招聘)/gu,
  /(?:岗位|职位|职务|岗)(?:名称)?(?:叫做?|是|为|名为)\s*(?<role>[\p{Script=Han}A-Za-z/()]{2,12}?)(?=[,。;!\s]|$)/gu,
  /(?:^|[。;\n])(?<role>\p{Script=Han}{2,10}?)(?:一职|这一?岗位|岗位)?(?:应当|应|须|需要|将|必须|是|在|负责|主要负责|向|直接向|对)(?=\p{Script=Han})/gu,
];
/** What may stand in front of a role's name in a sentence. */
const before =
  "(?:(?:an?|one|two|three|four|several|the|our|your|another|additional|next|new|experienced|skilled|qualified|motivated|dedicated|reliable|friendly|enthusiastic|energetic|talented|passionate|hard[- ]working|dynamic|self[- ]motivated|proactive|capable|outstanding|exceptional|great|good|full[- ]time|part[- ]time|permanent|temporary|seasonal)[ ,]+)*";
/** What ends it. */
const behind =
  "(?=\\s+(?:to|who|for|with|in|at|on|from|as|starting|based|reporting|within|and|you|is|will|that|whose)\\b|[.,;:!\\n(–—]|\\s-\\s|$)";

export const titleSentencesEnglish: readonly RegExp[] = [
  /\b(?:expectations|standards|duties|responsibilities|guidelines|handbook|procedures|criteria) (?:for|of) (?:the |our |all )?(?<role>[A-Z][\w/&'-]*(?: (?:of |and |& )?[A-Z][\w/&'-]*){0,4})(?=\s*(?:[\n:(–—-]|$))/gu,
  /\b[Aa]re you (?:an?|our next) (?<role>[A-Za-z][A-Za-z/&' -]{2,40}?)(?=\s+(?:looking|who|with|and|ready|seeking|keen)\b|\?)/gu,
  /\b(?:position|job|role) (?:description|profile|title|summary|posting|specification)\s*[:–—-]\s*(?<role>[^\n,;|]{3,60})/giu,
  /^(?<role>[A-Z][^\n:;,|–—]{2,50}?)\s*[-–—:|,]?\s*(?:job|position|role) (?:description|profile|specification)s?\s*$/gimu,
  new RegExp(
    `\\b(?:(?:we are|we're|now|is|are|currently) (?:hiring|recruiting|seeking|looking for|recruiting for|searching for|(?:looking|seeking|wishing|hoping) to (?:hire|recruit|appoint|add)|(?:wish|wishes|want|wants) to (?:hire|recruit|appoint)|(?:invites?|inviting) applications for (?:the )?(?:post|role|position) of)|(?:seeks|needs|requires|wants|hiring|wanted|vacancy for|opening for|we need|we want))\\s*:?\\s*${before}(?!to\\b)(?<role>[A-Za-z][A-Za-z/&' -]{2,50}?)${behind}`,
    "giu",
  ),
  new RegExp(
    `\\b(?:as|(?:role|post|position|job|work) of|join (?:us|[a-z]+|our [a-z]+(?: [a-z]+)?) as|work as)\\s+(?:an?|our|the)\\s+${before}(?<role>[A-Za-z][A-Za-z/&' -]{2,50}?)${behind}`,
    "giu",
  ),
  /(?:^|[.:\n]\s*)(?:The|A|An|Our|As an?|As the|As our(?: next)?) (?<role>[A-Z][\w/&'-]*(?: (?:of |and )?[A-Z][\w/&'-]*){0,4}),? (?:is|will|reports?|works?|leads?|manages?|provides?|performs?|oversees?|keeps?|supports?|ensures?|you)\b/gu,
  /(?:^|[.:\n]\s*)(?:The|Our|Each|Every) (?<role>[a-z]+(?: [a-z]+){0,3}?),? (?:is|will|must|shall|should|reports?|works?|leads?|manages?|provides?|performs?|oversees?|keeps?|supports?|ensures?)\b/gu,
];

/** Names of roles wherever they stand, by how they end; what stands in front of one is no part of it. */
export const mentionedRoles: RegExp = new RegExp(
  `(?<=^|[^\\p{Script=Han}]|[的为是招聘需名位个给任在对]|设立|设置|做|叫|诚邀)(?<role>(?:(?![的为是邀兹]|招?聘|设立|设置|聘任|诚聘|急聘)\\p{Script=Han}){1,8}?${roleEnd.source.replace(/\$$/u, "")})(?=$|[^\\p{Script=Han}]|是|的|负责|在|应|须|将|每|要|岗|一名|一职|加盟|若干)`,
  "gu",
);
export const mentionedRolesEnglish =
  /(?:\b(?:an?|our|the|new)\s+|^|[.:,;(–—-]\s*)(?<role>[A-Z][A-Za-z/&'-]*(?: (?:of |and |& )?[A-Z][A-Za-z/&'-]*){0,4})(?=\s+(?:to|who|for|with|in|at|on|is|will|you|and|that)\b|[.,;:!?()\n]|$)/gmu;
