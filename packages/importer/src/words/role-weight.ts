import { remembered } from "../text/remembered.ts";
import { genericRole } from "./relation-words.ts";
import { englishAgent, englishRole, noRoleEnd, roleEnd } from "./title-words.ts";

/** Nothing that has this weight or less can be a role's name. */
export const noRole = -5;

/**
 * How much the words speak for being the name of a role and nothing else: 4 where they end in a known one, 3 where they
 * are formed like one, 0 where nothing tells, below 0 where they look like something else.
 */
export const roleWeight: (words: string) => number = remembered((words) =>
  /\p{Script=Han}/u.test(words) ? chineseWeight(plain(words.replace(/\s/gu, ""))) : englishWeight(plain(words.trim())),
);

/** Without what stands in brackets behind them. */
function plain(words: string): string {
  return words.replace(/\s?[(][^()]*[)]$/u, "");
}

/** Signs and words of sentences, of documents and of headings. */
const sentenceChinese =
  /[、。,;:!?…]|负责(?!人)|制[定订]|建立|落实|明确|完善|履行|按时|提前|熟悉|根据|按照|作为|我们|[你您]|他们|以下|如下|下列|上述|要求|职责|下[辖设]|管辖|汇报|招聘$|^(?:急|诚)?聘$|^人员$|直属|隶属|不光|不仅|只是|员工的|公司的|^第.|^关于|岗位?[叫是为]|同志|兹|为|设[立置]|诚邀|加盟|介绍|现需|我司|^(?:带教|带领|协助|配合|安排|统筹|护送|陪同)/u;
const asideChinese =
  /年度|月度|季度|绩效|日常|关键|量化|业绩|重点|基本|规范|考核|工作|岗位|相关|介绍|个人|主要|编制|其[他它]/u;
/** Those who are meant one by one: 刘厂长, 王总. */
const person =
  /^[赵钱孙李周吴郑王冯陈刘张杨黄林何高郭马罗梁宋唐许韩邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万严覃武戴莫孔汤老小](?:总|经理|厂长|主任|部长|科长|院长|校长|老师|师傅|队长|工|姐|哥)$/u;
/** Ends of names of roles of one sign that no list has. */
const formed = /(?<!卫)[员师长工厨手官嫂士匠生客监岗]$/u;

function chineseWeight(words: string): number {
  if (words.length < 2 || words.length > 16 || sentenceChinese.test(words) || genericRole.test(words)) return -9;
  if (person.test(words) || /^(?:全体|各级?|所有)/u.test(words)) return -9;
  const end = roleEnd.exec(words)?.[0].length ?? 0;
  if (/(?:工作|有关|相关|编外|在编|劳务派遣)人员$/u.test(words)) return 1;
  if (end >= 2) return 4;
  const aside = asideChinese.test(words) && !/工作(?:者|人?员)$/u.test(words) ? 4 : 0;
  if (end === 1 || formed.test(words)) return 3 - aside;
  return (noRoleEnd.test(words) ? -4 : 0) - aside;
}

const sentenceEnglish =
  /[:;!?]|\.(?:\s|$)|^(?:the|we|you|our|about|join|this|that|if|what|who|how|why|to|in|on|at|for|with|and|or)\b|^(?:works?|under|reporting|responsible)\b|\b(?:reports?|is|are|was|will|leads|manages|keeps|provides|ensures|oversees|needed|wanted|required|sought|you|we|they|must|should|can)\b/iu;

function englishWeight(words: string): number {
  const count = words.split(/\s+/u).length;
  if (words.length < 3 || words.length > 60 || count > 8 || sentenceEnglish.test(words)) return -9;
  if (
    /\b(?:duties|responsibilities|description|policy|procedures?)\b|\b(?:notice|announcement|form|standards?)$/iu.test(
      words,
    )
  )
    return -9;
  const lower = /^[a-z]/u.test(words) ? 1 : 0;
  const known = englishRole.exec(words.replace(/\b\w+(?:['’]s\b|s['’](?!\w))/gu, (owner) => "-".repeat(owner.length)));
  if (known) return (known.index + known[0].length === words.length ? 4 : 3) - lower;
  return englishAgent.test(words) ? 2 - lower : -lower;
}
