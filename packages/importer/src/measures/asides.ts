import type { Quantity } from "./quantities.ts";

/** Conditions on which something else follows: 如超过3次, 低于90%的扣5分, 金额5000元以上的采购. */
export function isCondition(clause: string, behind: string, han: boolean): boolean {
  if (!han)
    return (
      /^\s*(?:if|when|where|unless|should|in case)\b/iu.test(clause) ||
      /\b(?:will result in|are escalated|must be approved)\b/iu.test(clause)
    );
  if (/^\s*(?:并)?(?:如果?|若|凡是?|一旦|遇|假如|倘若|当(?=[^天日月年周班]))/u.test(clause)) return true;
  // (一票否决) behind a bound says what becomes of it, not when.
  if (/不得分|不计分|得零分|(?<![(])一票否决/u.test(clause)) return true;
  if (
    /(?:扣|(?<![处惩])罚|奖励?|(?<![参增追添附])加)(?:除|款)?\s*\d|(?:每(?:低|高|少|超|多|迟|晚(?=[\d一二两半到交])|差|下降|增加)|每出现|每发生)/u.test(
      clause,
    )
  )
    return true;
  const last =
    /(?:低于|高于|超过|少于|不足|达到?|以上|以下|以内|≥|≤|<|>)[^,。;]{0,10}(?:时|者|的|的话|情况下?)\s*[,;]?\s*$/u.test(
      clause,
    );
  return (
    last && /^[^。;]{0,16}(?:扣|罚|奖|加\d|予以|给予|视为|不得分|需|须|应|报|由|不予|取消|淘汰|降级|预警)/u.test(behind)
  );
}

/** Figures that say something else than how much is asked: weights, points off, pay, head counts, names, versions. */
export function isAside(clause: string, quantity: Quantity, han: boolean): boolean {
  const before = clause.slice(0, quantity.span.start);
  const behind = clause.slice(quantity.span.end);
  const { unit = "" } = quantity;
  if (/(?:每|每隔|\bevery\s)$/iu.test(before) && /^(?:小时|分钟|hours?|minutes?)$/iu.test(unit)) return true;
  if (!han) return asideBefore.test(before) || asideBehind.test(behind);
  if (chineseAsideBefore.test(before) || chineseAsideBehind.test(behind)) return true;
  if (unit === "分" && /\(\s*$/u.test(before)) return true;
  if (/[%分元]/u.test(unit) && /(?:扣|罚|减发|下浮|上浮)[^,。;\d]{1,8}$/u.test(before)) return true;
  if (unit === "年" && /^(?:19|20)\d\d/u.test(clause.slice(quantity.span.start))) return true;
  return (unit === "人" || unit === "名") && /(?:管理|带领|下辖|团队|编制|配备|共|约)\s*$/u.test(before);
}

const asideBefore =
  /(?:weight(?:ing|ed)?(?: of)?|worth|level|grade|iso|version|step|phase|room|year|age[ds]?|form|\$)\s*:?\s*$/iu;
const asideBehind = /^\s*(?:-?point scale|lbs?\b|pounds\b|\/\s*7)/iu;
const chineseAsideBefore =
  /(?:(?:权重|比重|分值)[各均]?|配分|满分|扣|(?<![处惩])罚款?|奖励?|(?<![参增追添附])加|薪资?|工资|底薪|补贴|津贴|奖金|ISO|第|[A-Za-z](?<!score|rate|rating)|GB|版本|编号)[:为(（]?\s*$|电话[:为(（]\s*$/u;
const chineseAsideBehind =
  /^\s*(?:岁|周岁|S管理|级以上|届|楼|号|类人员|型|版|千瓦|[A-Za-z](?![A-Za-z]))|^[^,。;]{0,6}(?:为合格|为及格|及格|视为合格|算合格|合格线)|^(?:及|或)?以[上下](?:的|者)?(?:扣|奖|罚|为|评|不予|给予)/u;
