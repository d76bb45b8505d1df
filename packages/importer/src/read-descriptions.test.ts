import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { type ImportResult, pastedText, readDescriptions, type SourceDocument } from "./index.ts";
import { fieldsOf } from "./phases/coverage.ts";

const schema = JSON.parse(readFileSync(join(import.meta.dirname, "../../../schemas/import.schema.json"), "utf8"));
const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);

const warehouse = `仓储主管岗位职责
公司地址在东门。
直属上级：物流经理
直属下级：仓管员、叉车工
一、任职要求
1、大专及以上学历；2、3年以上仓储管理经验；
二、岗位职责
2.1 主持仓库的日常管理，安排
班次。
2.2 组织每月盘点。
三、工作标准
3.1 每周召开一次班前会。
3.2 每月25日前完成盘点，差异率低于0.5%。
3.3。
`;

const read = (text: string, name = "粘贴") => readDescriptions(pastedText(name, text));
const texts = (fields: readonly { text: string }[] | undefined) => fields?.map(({ text }) => text);

test("a numbered description comes out as separate items in their sections", () => {
  const [found] = read(warehouse).descriptions;
  assert.equal(found?.title?.text, "仓储主管");
  assert.equal(found?.superior?.text, "物流经理");
  assert.deepEqual(texts(found?.subordinates), ["仓管员", "叉车工"]);
  assert.deepEqual(texts(found?.qualifications), ["大专及以上学历", "3年以上仓储管理经验"]);
  assert.deepEqual(texts(found?.duties), ["主持仓库的日常管理，安排班次", "组织每月盘点"]);
  assert.deepEqual(texts(found?.standards), ["每周召开一次班前会", "每月25日前完成盘点", "差异率低于0.5%"]);
  const [meeting, stock, difference] = found?.standards ?? [];
  assert.deepEqual([meeting?.operator, meeting?.target, meeting?.unit, meeting?.cadence], [">=", 1, "次", "week"]);
  assert.deepEqual([stock?.deadline, stock?.cadence], [{ day: 25, inclusive: null }, "month"]);
  assert.deepEqual([difference?.operator, difference?.target, difference?.unit], ["<", 0.5, "%"]);
});

test("a day of which the text does not say whether it counts is a question with two answers", () => {
  const { ambiguities } = read(warehouse);
  assert.deepEqual(
    ambiguities.map(({ code, path, options }) => ({ code, path, options })),
    [{ code: "day-included", path: "/descriptions/0/standards/1/deadline/inclusive", options: [true, false] }],
  );
});

test("headings that run into the sentences before them part descriptions, and 31、 is item 1 of the third", () => {
  const { descriptions } = read(
    "库管员岗位职责 11、验收入库物资;2、填写台账,有经验者不限库管员岗位职责 2职责:1、发放劳保用品;2、清点余料库管员岗位职责 31、在仓储部经理领导下管理库房;2、完成领导交办的其他工作。",
  );
  assert.deepEqual(
    descriptions.map(({ title, duties }) => [title?.text, duties.length]),
    [
      ["库管员", 2],
      ["库管员", 2],
      ["库管员", 2],
    ],
  );
  assert.equal(descriptions[2]?.duties[0]?.text, "在仓储部经理领导下管理库房");
  assert.equal(descriptions[2]?.superior?.text, "仓储部经理");
});

test("a number at the wrong end belongs to the line before it", () => {
  const [found] = read(
    "领班工作标准\n3.1 每日召开班前会。\n3.2 台账记录完整。\n交接清楚、无遗漏。\n3.3。",
  ).descriptions;
  assert.deepEqual(texts(found?.standards), ["每日召开班前会", "台账记录完整", "交接清楚、无遗漏"]);
  assert.equal(found?.standards[2]?.label, "3.3");
});

test("a heading over a list of another kind is taken for mislabelled and said so", () => {
  const { descriptions, findings } = read(
    "装配工\n岗位职责：\n1、高中以上学历；\n2、两年以上装配经验；\n任职要求：\n1、按图纸装配部件；\n2、填写质量记录。",
  );
  assert.deepEqual(texts(descriptions[0]?.qualifications), ["高中以上学历", "两年以上装配经验"]);
  assert.deepEqual(texts(descriptions[0]?.duties), ["按图纸装配部件", "填写质量记录"]);
  assert.ok(findings.some(({ code }) => code === "moved-items"));
});

test("words changed by a conversion are offered for correction and stay as they are", () => {
  const text = "前台岗位职责\n1、提高效劳质量,熟悉公司规那么;\n2、具有较好的沟通才能。";
  const { corrections, descriptions } = read(text);
  assert.deepEqual(
    corrections.map(({ from, to }) => [from, to]),
    [
      ["效劳", "服务"],
      ["那么", "则"],
      ["才能", "能力"],
    ],
  );
  assert.ok(JSON.stringify(descriptions).includes("效劳"));
  for (const { from, span } of corrections) assert.equal(text.slice(span.start, span.end), from);
});

test("text that is not about a job gives no descriptions and says so", () => {
  for (const text of [
    "番茄炒蛋\n1、鸡蛋三个打散；\n2、番茄切块；\n3、大火翻炒2分钟，加盐出锅。",
    "春眠不觉晓，处处闻啼鸟。夜来风雨声，花落知多少。",
    "Chocolate cake\n1. Mix the flour and sugar.\n2. Bake for 30 minutes at 180 degrees.\n3. Serve cold.",
    "",
  ]) {
    const { kind, descriptions, findings } = read(text);
    assert.deepEqual([kind, descriptions.length, findings[0]?.code], ["other", 0, "not-a-job"], text.slice(0, 10));
  }
});

test("a reading is valid under its published schema", () => {
  for (const text of [warehouse, "", "今天天气好", "Job Title: Clerk\nDuties\n- Files letters.\n- Answers calls."]) {
    validate(read(text));
    assert.deepEqual(validate.errors, null);
  }
});

const piece = fc.constantFrom(
  "店长岗位职责",
  "岗位职责",
  "工作标准：",
  "任职要求",
  "岗位名称：",
  "店长",
  "直属上级 ",
  "1、",
  "2、",
  "3.1",
  "①",
  "• ",
  "\n",
  "\n\n",
  "\t",
  "  ",
  "指标\n目标\n",
  "每周一次",
  "每月25日前",
  "不低于９０％",
  "；",
  "。",
  "杂项",
  "大专以上学历，",
  "Reports to: ",
  "Duties",
  "at least 95% ",
  "\u200b",
  "𠮷",
);

test("every character of any text is in a field, unplaced or layout", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const source = pastedText("x", pieces.join(""));
      assert.equal(uncovered(source, readDescriptions(source)), "");
    }),
    { numRuns: 400 },
  );
});

test("every span lies inside the source and a field's words stand in its spans", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const source = pastedText("x", pieces.join(""));
      for (const { text, spans } of readDescriptions(source).descriptions.flatMap(fieldsOf)) {
        const there = bare(spans.map(({ start, end }) => source.text.slice(start, end)).join(""));
        assert.ok(there.includes(bare(text)), `${there} should hold ${text}`);
      }
    }),
    { numRuns: 200 },
  );
});

const bare = (text: string) => text.replace(/[\s\u200b]/gu, "");

/** The characters that a reading does not account for. */
function uncovered({ text }: SourceDocument, result: ImportResult): string {
  const spans = [
    ...result.unplaced,
    ...result.layout,
    ...result.descriptions.flatMap(fieldsOf).flatMap((field) => field.spans),
  ];
  const covered = new Uint8Array(text.length);
  for (const { start, end } of spans) covered.fill(1, start, end);
  return [...covered.keys()]
    .filter((at) => covered[at] === 0)
    .map((at) => text.charAt(at))
    .join("");
}

test("a line that only tells how much each standard counts is no standard", () => {
  const [found] = read(
    "护士长岗位职责\n岗位职责\n1、检查护理\n考核标准\n1、压疮发生率为零。\n权重：文书20%，满意度30%。",
  ).descriptions;
  assert.deepEqual(
    found?.standards.map(({ text, operator, target }) => [text, operator, target]),
    [["压疮发生率为零", "=", 0]],
  );
});

test("a number whose item begins with a figure is no decimal, and years written twice are read once", () => {
  const [manager] = read("店长\n任职要求\n1.大专以上，餐饮专业优先\n2.3-5年门店管理经验\n3.持健康证").descriptions;
  const years = manager?.qualifications.find(({ kind }) => kind === "experience");
  assert.deepEqual([years?.text, years?.years, years?.yearsTo], ["3-5年门店管理经验", 3, 5]);
  const [lead] = read("Job Title: Shift Lead\nQualifications\n- Three (3) years of warehouse experience").descriptions;
  assert.equal(lead?.qualifications[0]?.years, 3);
});

test("how many subordinates there are is no part of their role", () => {
  const [lead] = read(
    "Job Title: Shift Lead\nSupervises: 12 pickers and 3 forklift operators\nDuties\n- Plans the shift",
  ).descriptions;
  assert.deepEqual(texts(lead?.subordinates), ["pickers", "forklift operators"]);
});

test("where no part is for standards, the bounds that duties name become standards that say which duty", () => {
  const [found] = read(
    "Job Title: Account Manager\nResponsibilities\n- Keep retention above 92% a year.\n- Hit an NPS of at least 45.",
  ).descriptions;
  assert.deepEqual(
    found?.standards.map(({ operator, target }) => [operator, target]),
    [
      [">", 92],
      [">=", 45],
    ],
  );
});

test("a label with only punctuation behind it gives no field", () => {
  const [description] = read(
    "岗位名称：会计\n所属部门：|\n直接上级：|\n岗位职责：\n1、编制报表。\n2、核对账目。",
  ).descriptions;
  assert.deepEqual([description?.department, description?.superior], [undefined, undefined]);
});

test("names with a number of their own head their entries, all on one line", () => {
  const [found] = read(
    "岗位：门卫 职责一、查验车辆；职责二、登记访客。标准一、每班巡查不少于2次；标准二、登记差错率低于1%。要求一、初中以上文化。",
  ).descriptions;
  assert.equal(found?.title?.text, "门卫");
  assert.deepEqual(texts(found?.duties), ["查验车辆", "登记访客"]);
  assert.deepEqual(texts(found?.standards), ["每班巡查不少于2次", "登记差错率低于1%"]);
  assert.deepEqual(texts(found?.qualifications), ["初中以上文化"]);
});

test("labels in brackets and headings that ask are read, and headings with a slip of the pen", () => {
  const [boxed] = read(
    "【岗位】电工【上级】站长【职责】1巡检箱变；2处理故障。【要求】1持低压电工证；2能驻场。",
  ).descriptions;
  assert.deepEqual([boxed?.title?.text, boxed?.superior?.text, boxed?.duties.length], ["电工", "站长", 2]);
  const [asked] = read("厨师长\n这个岗位做什么？\n1. 拟定菜谱；\n2. 验收原料。\n向谁负责？\n食堂经理").descriptions;
  assert.deepEqual([asked?.superior?.text, texts(asked?.duties)], ["食堂经理", ["拟定菜谱", "验收原料"]]);
  const [slipped] = read(
    "一.主要责职\n1.收集施工图纸\n2.编制验收资料\n二.任职资恪\n1.中专以上\n2.持资料员证",
  ).descriptions;
  assert.deepEqual([slipped?.duties.length, slipped?.qualifications.length], [2, 2]);
});

test("what is done in sentences with the reader as subject is a duty, and letters number entries inside a line", () => {
  const [prose] = read(
    "Acme is hiring a Depot Manager, reporting to the Regional Director. You will run the night sort. You will coach drivers. To apply you need five years in logistics.",
  ).descriptions;
  assert.deepEqual(texts(prose?.duties), ["You will run the night sort", "You will coach drivers"]);
  assert.deepEqual(texts(prose?.qualifications), ["five years in logistics"]);
  const [run] = read(
    "Clerk\nResponsibilities: a) greet visitors; b) sort the post.\nWe require: a) good IT skills; b) a calm manner.",
  ).descriptions;
  assert.deepEqual(texts(run?.duties), ["greet visitors", "sort the post"]);
  assert.deepEqual(texts(run?.qualifications), ["good IT skills", "a calm manner"]);
});
