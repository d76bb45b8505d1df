import assert from "node:assert/strict";
import { test } from "node:test";
import type { Deadline } from "../generated/import-result.ts";
import { measuresOf } from "./find-measures.ts";

/** `operator target unit cadence @deadline` of each measure of a sentence; `-` for what is not said. */
function told(sentence: string): string[] {
  return measuresOf(sentence.replaceAll("，", ",")).map(({ measure }) => {
    const { operator = "-", target = "-", unit = "-", cadence = "-", deadline } = measure;
    const figure = typeof target === "object" ? `${target.from}~${target.to}` : target;
    return `${operator} ${figure} ${unit} ${cadence}${deadline ? ` @${day(deadline)}` : ""}`;
  });
}

function day({ next, month, day: on, workingDay, weekday, time }: Deadline): string {
  const parts = [next && "+", month && `${month}/`, on, workingDay && `b${workingDay}`, weekday && `w${weekday}`, time];
  return parts.filter(Boolean).join("");
}

const sentences: Readonly<Record<string, readonly string[]>> = {
  // 不低于 is not 低于, in both directions
  "完成率不低于90%": [">= 90 % -"],
  "偏差率低于10%": ["< 10 % -"],
  "收缴率达到90%以上": [">= 90 % -"],
  差错控制在2次以内: ["<= 2 次 -"],
  "抽查比例不低于当月投诉总量的5%": [">= 5 % month"],
  "客户满意度须达95%及以上": [">= 95 % -"],
  "成本费用不得突破预算的3%": ["<= 3 % -"],
  "设备完好率≥98%": [">= 98 % -"],
  "库存差异率<0.3%": ["< 0.3 % -"],
  平均等待时间少于3分钟: ["< 3 分钟 -"],
  "合格率保持在99.5%以上": [">= 99.5 % -"],
  "温度保持在2-8℃": ["between 2~8 ℃ -"],
  // a fall is the more the better
  "公区能耗同比下降3%": [">= 3 % -"],
  "投诉量较上年减少10%": [">= 10 % year"],
  "User satisfaction of 4.2 out of 5 or higher": [">= 4.2 - -"],
  // figures in words
  满意率百分之九十以上: [">= 90 % -"],
  好评率不低于九成五: [">= 95 % -"],
  差错率不高于千分之三: ["<= 3 ‰ -"],
  故障率控制在万分之五以内: ["<= 0.05 % -"],
  每月组织两次演练: [">= 2 次 month"],
  每季度至少开展一次技能培训: [">= 1 次 quarter"],
  半小时内到达现场: ["<= 0.5 小时 -"],
  "年销售额不低于1,200万元": [">= 1200 万元 year"],
  // cadences
  每学期听课不少于15节: [">= 15 节 term"],
  每班巡查不少于4次: [">= 4 次 shift"],
  每两周召开一次例会: [">= 1 次 week"],
  全年有责投诉不超过2起: ["<= 2 起 year"],
  每半年盘点一次: [">= 1 次 half-year"],
  每人每年提交合理化建议3条以上: [">= 3 条 year"],
  日均处理工单不少于50件: [">= 50 件 day"],
  每2小时巡查一次: [">= 1 次 hour"],
  每6个月校准一次: [">= 1 次 half-year"],
  每10天清洗一次滤网: [">= 1 次 day"],
  门铃响三声内应答: ["<= 3 声 -"],
  "住户满意率九十五%以上": [">= 95 % -"],
  半年技能考核成绩不低于85分: [">= 85 分 half-year"],
  "发票差错0次/月": ["= 0 次 month"],
  "住户评分≥90分/季": [">= 90 分 quarter"],
  "单位耗材≤3元/件": ["<= 3 元/件 -"],
  "当日办结率90%以上": [">= 90 % -"],
  "来料不良PPM≤200": ["<= 200 PPM -"],
  每周查看不少于两次并有签名: [">= 2 次 week"],
  每隔4小时测温: ["<= 4 小时 -"],
  "Residents are checked every two hours": ["<= 2 hours -"],
  "Inspect the pumps once every 4 hours": [">= 1 times hour"],
  // a rate per hour is no rhythm, and any short noun at the end is what is counted
  单机效率每小时不少于28自然箱: [">= 28 自然箱 -"],
  设备每班不少于1次点检: [">= 1 次 shift"],
  // zero and all
  账款零差异: ["= 0 - -"],
  超标批次为零: ["= 0 - -"],
  全年无责任乘客伤亡事故: ["= 0 - year"],
  "No missed deadlines": ["= 0 deadlines -"],
  "Have zero airspace infringements": ["= 0 infringements -"],
  "Zero tolerance of bullying": [],
  安全事故为零: ["= 0 - -"],
  全年零投诉: ["= 0 - year"],
  重大质量事故0起: ["= 0 起 -"],
  "持证上岗率100%": ["= 100 % -"],
  "确保合同100%归档": ["= 100 % -"],
  // deadlines and stretches of time
  每月25日前完成盘点: ["- - - month @25"],
  次月5日前上报报表: ["- - - month @+5"],
  每年11月底前提交计划: ["- - - year @11/last"],
  每周五下班前提交周报: ["- - - week @w5"],
  "每日18:00前上报销售数据": ["- - - day @18:00"],
  每季度末月25日前完成评审: ["- - - quarter @25"],
  于次日10点前回复: ["- - - day @+10:00"],
  "24小时内回复客户": ["<= 24 小时 -"],
  收到申请后3个工作日内办结: ["<= 3 工作日 -"],
  不迟于每月28日交付: ["- - - month @28"],
  次月第5个工作日前出具报表: ["- - - month @+b5"],
  每月前三个工作日内完成结账: ["- - - month @b3"],
  // around a value, and none at all
  "频率偏差控制在±2%以内": ["between -2~2 % -"],
  "电压保持在49.8~50.2kV": ["between 49.8~50.2 kV -"],
  年度审计无重大差错: ["= 0 - year"],
  "成本等于或低于3%": ["<= 3 % -"],
  // several in one sentence
  "每月直播不少于20场，单场时长不低于4小时": [">= 20 场 month", ">= 4 小时 -"],
  "月度计划完成率不低于90%，年度不低于95%": [">= 90 % month", ">= 95 % year"],
  // a share is of what it names, however often something else is done, and a deadline is no rhythm for others
  "每周检查一次，整改率95%以上": [">= 1 次 week", ">= 95 % -"],
  "每周检查一次，保证整改率95%以上": [">= 1 次 week", ">= 95 % week"],
  "每月演练一次，参加不少于8人": [">= 1 次 month", ">= 8 人 month"],
  "每月回访率90%以上，满意率95%以上": [">= 90 % month", ">= 95 % month"],
  "月度开机率90%以上，成材率95%以上": [">= 90 % month", ">= 95 % -"],
  "每日晨检不少于2小时，其中户外不少于1小时": [">= 2 小时 day", ">= 1 小时 day"],
  "差错率低于1%、投诉不超过2次": ["< 1 % -", "<= 2 次 -"],
  "每月10日前交报表，准确率达到100%": ["- - - month @10", ">= 100 % -"],
  // a duration that names the metric
  "20秒接通率不低于85%": [">= 85 % -"],
  "投诉24小时内处理率达到98%": [">= 98 % -"],
  // no targets
  "权重30%": [],
  底薪5000元: [],
  考试60分为及格: [],
  如超过3次予以辞退: [],
  "低于90%的，每降低1%扣2分": [],
  营造互信的团队氛围: [],
  熟悉ISO9001质量体系: [],
  推行5S管理: [],
  管理30人的团队: [],
  "2024年完成搬迁": [],
  // English
  "at least 95% of calls": [">= 95 % -"],
  "first reply within 30 seconds": ["<= 30 seconds -"],
  "no more than 2 complaints per month": ["<= 2 complaints month"],
  "Error rate must not exceed 0.5 percent.": ["<= 0.5 % -"],
  "Maintain a CSAT of 4.5 or better": [">= 4.5 - -"],
  "Zero lost-time accidents each year": ["= 0 accidents year"],
  "Submit the report by the 10th of each month": ["- - - month @10"],
  "Respond to enquiries within 2 business days": ["<= 2 business days -"],
  "Conduct two safety walks a week": [">= 2 walks week"],
  "95% of orders shipped within 24 hours": [">= 95 % -", "<= 24 hours -"],
  "Spend stays within 5% of the plan": ["<= 5 % -"],
  "Keep overtime under 5% of total hours each quarter": ["< 5 % quarter"],
  "Answer at least 80 calls daily and keep accuracy above 98%": [">= 80 calls day", "> 98 % -"],
  "No driver to have more than 2 late starts per month": ["<= 2 starts month"],
  "Hold one documented safety briefing per week": [">= 1 briefing week"],
  "A minimum of 3 check-ins per resident per week": [">= 3 check-ins week"],
  "Takings of at least R120 000 per month": [">= 120000 R month"],
  "Forms are complete in 97 percent of cases annually": [">= 97 % year"],
  "Reply within 2 days. Zero letters go astray in the year": ["<= 2 days -", "= 0 letters year"],
  "Repeat findings below 2 p.a.": ["< 2 - year"],
  "Close the books by the 5th working day of each month": ["- - - month @b5"],
  "Spend within ±2% of the plan": ["between -2~2 % -"],
  "Sales growth of 2% to 4% per month": ["between 2~4 % month"],
  "Absence rate below or equal to 5%": ["<= 5 % -"],
  "Changeover: max. 25 minutes": ["<= 25 minutes -"],
  "Answered in under 20 seconds": ["< 20 seconds -"],
  "If sales fall below 80%, a plan is made": [],
};

for (const [sentence, expected] of Object.entries(sentences)) {
  test(`measures of: ${sentence}`, () => assert.deepEqual(told(sentence), expected));
}

test("the clauses of a sentence cover it", () => {
  const sentence = "认真组织培训，月度完成率不低于90%，并做好记录，年度不低于95%。";
  const spans = measuresOf(sentence.replaceAll("，", ",")).map(({ span }) => span);
  assert.deepEqual(
    spans.map(({ start, end }) => sentence.slice(start, end)),
    ["认真组织培训，月度完成率不低于90%，并做好记录，", "年度不低于95%。"],
  );
});
