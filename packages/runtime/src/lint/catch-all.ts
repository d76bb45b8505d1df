import type { LintRule } from "./rule.ts";

const zhWork = "(?:工作任务|工作|任务|事项|事务|事宜|事情|职责)";
const zhAbove =
  "(?:公司|部门|本部门|上级|直属)?(?:上级|领导|公司|经理|主管|部门|总经理|单位|店长|主任|项目)?(?:领导|经理|负责人)?";
/** 其他工作 as a whole clause, with nothing but who gives it. */
const zhBare = new RegExp(
  `(?<=^|[，。；、：])(?:完成|办理|承办|做好|处理|执行|承担|协助|负责|参与)?(?:好)?${zhAbove}(?:完成|做好|处理)?(?:所?(?:交办|交给|赋予|分派))?的?(?:其他|其它|临时)(?:临时)?性?的?(?:相关)?${zhWork}(?=$|[，。；、])|(?:交办|交代|交给)的${zhWork}(?=$|[。；])`,
  "u",
);
const zh =
  /(?:完成|办理|承办|做好|处理|执行|承担)?(?:好)?(?:上级|领导|公司|经理|主管|部门|本部门|总经理|单位|店长|主任|项目)?(?:领导|经理|负责人)?(?:临时|随时)?(?:交办|安排|交代|布置|交付|分配|指派|下达)的?(?:其他|其它|各项|临时|临时性|一切)(?:性)?(?:的)?(?:各项|临时)?(?:工作|任务|事项|事务|事宜)/u;
const en =
  /\b(?:any |all |such )?(?:other|additional|miscellaneous|further) (?:(?:[a-z]+-)?related |reasonable |incidental |special )*(?:duties|tasks|work|responsibilities|projects|functions)(?: as| which| that)? (?:may be |are |the (?:manager|supervisor|employer|company) may )*(?:assigned|required|requested|directed|needed|necessary|direct|assign|require|request)\b/iu;
/** What bounds such work: a deadline, a form, an amount. */
const bounded = /期限|书面|时限|不超过|以内|占.{0,6}%|deadline|in writing|written|up to|at most|no more than|within/i;

const sayings = {
  zh: "完成上级交办的临时工作，交办时写明内容和期限。",
  en: "Carry out further work assigned by the manager, each with its content and deadline in writing.",
};

/**
 * A duty that takes in everything (完成领导交办的其他工作, other duties as assigned) says nothing: it can be neither
 * checked nor appraised. Advice only: it is common and no mistake in law. Bounded by a deadline, a written order or a
 * share of time it is a duty like others.
 */
export const catchAll: LintRule = {
  id: "duty/catch-all",
  scope: "item",
  check: (context) =>
    context.texts
      .filter(({ section, field, translated }) => section?.kind === "duties" && field === "title" && !translated)
      .flatMap((text) => {
        const found = zh.exec(text.text) ?? zhBare.exec(text.text) ?? en.exec(text.text);
        const { item } = text;
        if (!found || !item || item.share !== undefined || bounded.test(text.text + (item.description ?? "")))
          return [];
        const said = /\p{Script=Han}/u.test(found[0]) ? sayings.zh : sayings.en;
        const fixes = [
          ...context.fix("duty/catch-all", { said }, { path: text.path, value: said }),
          ...context.fix("duty/catch-all-remove", {}, { path: item.source.path, value: undefined }),
        ];
        const words = { in: text, from: found.index, to: found.index + found[0].length };
        return [context.reportWords("duty/catch-all", "info", words, { title: item.title }, fixes)];
      }),
};
