/* Long, as one designer on one text is what all of its gestures are tried on. */
import type { RoleModel } from "@rolewright/runtime";
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import { startLanguage } from "../../../app/language.ts";
import { equal, includes, test } from "../../../components/browser-check.ts";
import { absoluteOffset } from "../../../editor/relative-place.ts";
import { historyOf } from "../../../editor/yjs-binding.ts";
import * as inheritance from "../inheritance.ts";
import { LiveReading } from "../reading/live-reading.ts";
import { readHere } from "../reading/read-here.ts";
import { writeEdits } from "../write-edits.ts";
import type { Designer } from "./designer.ts";
import "./designer.ts";

const text = `{
  // 标题由人事部定
  "$schema": "https://rolewright.dev/role/1",
  "$id": "https://example.com/roles/test",
  "title": "客服主管", "type": "object",
  "x-role": { "language": "zh-CN" }, // 一行
  "properties": {
    "duties": {
      "title": "岗位职责", "type": "object", "x-section": { "kind": "duties" },
      "properties": {
        // 先处理投诉
        "complaints": { "title": "处理投诉", "type": "boolean", "x-item": { "part": "lead" } },
        "training": { "title": "组织培训", "type": "boolean" }, // 每年
      },
    },
    "standards": {
      "title": "工作标准", "type": "object", "x-section": { "kind": "standards" },
      "properties": {
        /* 口径与客户中心一致 */
        "spotCheck": {
          "title": "抽查比例", "type": "object",
          "properties": {
            "checked": { "title": "抽查", "type": "integer", "minimum": 0 },
            "total": { "title": "总量", "type": "integer", "minimum": 0 },
          },
          "required": ["checked", "total"],
          "x-item": {
            "every": "month", "unit": "%", "weight": 100,
            "measure": { "kind": "ratio", "of": "checked", "to": "total", "whenZero": "met" }, // 除数为 0
            "target": { "minimum": 5 },
            "due": { "day": 5, "monthsAfter": 1, "inclusive": true },
            "score": { "kind": "linear", "from": 0, "to": 5 },
            "source": "客户服务系统", "supports": ["complaints"],
          },
        },
        "signs": { "title": "标识完好", "type": "string", "pattern": "^[0-9]+$", "x-item": { "every": "month" } },
      },
    },
  },
}
`;

interface Shown {
  readonly designer: Designer;
  readonly shared: Y.Text;
  readonly awareness: Awareness;
}

let close = () => {};

/** The designer over a real shared text, read by the real runtime after every change. */
async function shown(key: string, source = text): Promise<Shown> {
  close();
  localStorage.setItem("rolewright.language", "zh-CN");
  await startLanguage();
  const doc = new Y.Doc();
  const shared = doc.getText("text");
  shared.insert(0, source);
  const history = historyOf(shared);
  const awareness = new Awareness(doc);
  const library = { template: () => undefined, incomplete: false, fetch: async () => {} };
  const reading = new LiveReading(shared, { library, tag: "zh-CN", severities: () => ({}), start: readHere });
  await reading.settled();
  const designer = document.createElement("rw-designer");
  designer.style.height = "700px";
  designer.live = {
    shared: {
      text: shared,
      awareness,
      history,
      offsetOf: (place) => absoluteOffset(shared, place),
      locate: () => undefined,
    },
    library,
    inheritance,
    get written(): RoleModel | undefined {
      return reading.written;
    },
    get current() {
      return reading.current;
    },
    get diagnostics() {
      return reading.diagnostics;
    },
    settled: () => reading.settled(),
    alone: true,
    change(make) {
      const result = make(shared.toString());
      if ("refused" in result) return result.refused;
      writeEdits({ text: shared, history }, result.edits);
      return undefined;
    },
  };
  const show = () => {
    designer.model = reading.written;
    designer.diagnostics = reading.diagnostics;
  };
  reading.addEventListener("inspected", show);
  show();
  designer.selected = key;
  designer.addEventListener("pick", (event) => {
    designer.selected = (event as CustomEvent<string>).detail;
  });
  document.body.append(designer);
  close = () => {
    designer.remove();
    reading.close();
    awareness.destroy();
    doc.destroy();
  };
  await drawn(designer);
  return { designer, shared, awareness };
}

async function drawn(designer: Designer): Promise<void> {
  await designer.updateComplete;
  for (const part of designer.querySelectorAll("rw-item-card, rw-role-card, rw-section-head, rw-card-findings"))
    await (part as Designer).updateComplete;
  for (const part of designer.querySelectorAll("rw-text-field")) await part.updateComplete;
}

function part<Part extends HTMLElement>(designer: Designer, selector: string): Part {
  const found = designer.querySelector<Part>(`:is(rw-item-card, rw-role-card, rw-section-head)[selected] ${selector}`);
  if (!found) throw new Error(`Nothing matches ${selector}`);
  return found;
}

async function write(designer: Designer, label: string, value: string, key = "Enter"): Promise<void> {
  const field = part<HTMLInputElement>(designer, `:is(input, textarea)[aria-label="${label}"]`);
  field.focus();
  field.value = value;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  field.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  if (key === "Tab") field.blur();
  await drawn(designer);
}

async function choose(designer: Designer, label: string, value: string): Promise<void> {
  const list = part<HTMLSelectElement>(designer, `select[aria-label="${label}"]`);
  list.value = value;
  list.dispatchEvent(new Event("change", { bubbles: true }));
  await drawn(designer);
}

async function press(designer: Designer, selector: string): Promise<void> {
  part(designer, selector).click();
  await drawn(designer);
}

/** Each control, and all that it changes in the text. */
const controls: readonly (readonly [
  name: string,
  act: (designer: Designer) => Promise<void>,
  from: string,
  to: string,
])[] = [
  ["title", (d) => write(d, "标题", "抽查率"), '"抽查比例"', '"抽查率"'],
  ["weight", (d) => write(d, "权重", "80"), '"weight": 100', '"weight": 80'],
  ["target", (d) => write(d, "目标下限", "6.5"), '"minimum": 5 }', '"minimum": 6.5 }'],
  ["full-width target", (d) => write(d, "目标下限", "６"), '"minimum": 5 }', '"minimum": 6 }'],
  ["operator", (d) => choose(d, "比较方式", "maximum"), '"minimum": 5 }', '"maximum": 5 }'],
  ["unit", (d) => write(d, "单位", "件"), '"unit": "%"', '"unit": "件"'],
  ["cadence", (d) => choose(d, "频次", "quarter"), '"every": "month", "unit"', '"every": "quarter", "unit"'],
  [
    "due",
    async (d) => {
      await press(d, '[data-field="x-item/due"] button');
      await choose(d, "截止当日", "false");
    },
    '"inclusive": true',
    '"inclusive": false',
  ],
  [
    "working day",
    async (d) => {
      await press(d, '[data-field="x-item/due"] button');
      await choose(d, "几日", "working-5");
    },
    '"day": 5,',
    '"workingDay": 5,',
  ],
  [
    "score parameter",
    async (d) => {
      await press(d, ".dz-score");
      await write(d, "到", "8");
    },
    '"to": 5 }',
    '"to": 8 }',
  ],
  [
    "measure parameter",
    async (d) => {
      await press(d, '[data-field="x-item/measure"] button');
      await choose(d, "分母为 0 时", "not-applicable");
    },
    '"met"',
    '"not-applicable"',
  ],
  [
    "input's title",
    async (d) => {
      await press(d, '[data-field="x-item/measure"] button');
      await write(d, "名称", "抽查数");
    },
    '"title": "抽查", ',
    '"title": "抽查数", ',
  ],
  [
    "source",
    async (d) => {
      await press(d, ".dz-more-button");
      await write(d, "数据来源", "台账");
    },
    '"客户服务系统"',
    '"台账"',
  ],
];

for (const [name, act, from, to] of controls) {
  test(`the control of ${name} changes its words and leaves every other character alone`, async () => {
    const { designer, shared } = await shown("spotCheck");
    await act(designer);
    equal(shared.toString(), text.replace(from, to));
    designer.live?.shared?.history.undo();
    equal(shared.toString(), text);
  });
}

test("a text that never could be read says where it is wrong, instead of seeming to load", async () => {
  const { designer } = await shown("", text.replace('"type": "object",', '"type": "object", "x-own": 1,'));
  designer.obstacle = 5;
  await designer.updateComplete;
  includes(designer.textContent ?? "", "第 5 行");
  equal(designer.querySelectorAll(".bone").length, 0);
});

test("Esc gives the old value back, and while an input method composes Enter commits nothing", async () => {
  const { designer, shared } = await shown("spotCheck");
  await write(designer, "标题", "别的", "Escape");
  const field = part<HTMLTextAreaElement>(designer, '[aria-label="标题"]');
  equal([field.value, shared.toString() === text], ["抽查比例", true]);
  field.dispatchEvent(new CompositionEvent("compositionstart"));
  field.value = "抽查bili";
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", isComposing: true, bubbles: true }));
  equal(shared.toString(), text);
  field.value = "抽查比率";
  field.dispatchEvent(new CompositionEvent("compositionend"));
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  field.dispatchEvent(new FocusEvent("blur"));
  equal(shared.toString(), text.replace("抽查比例", "抽查比率"));
});

test("what is no number is not taken, and who goes on is told so", async () => {
  const { designer, shared } = await shown("spotCheck");
  await write(designer, "目标下限", "很多");
  const field = part<HTMLInputElement>(designer, '[aria-label="目标下限"]');
  equal(field.getAttribute("aria-invalid"), "true");
  equal(shared.toString(), text);
  field.dispatchEvent(new FocusEvent("blur"));
  await drawn(designer);
  equal(field.value, "5");
  const notice = document.querySelector("vaadin-notification-card")?.textContent ?? "";
  equal(notice.includes("“很多”不是数字，“目标下限”仍为 5。"), true);
});

test("an item moves with the keyboard, taking its comments along", async () => {
  const { designer, shared } = await shown("training");
  part(designer, ".dz-card").dispatchEvent(
    new KeyboardEvent("keydown", { key: "ArrowUp", altKey: true, bubbles: true, cancelable: true }),
  );
  await drawn(designer);
  const keys = [...designer.querySelectorAll("[data-section=duties] .dz-card")].map(
    (card) => (card as HTMLElement).dataset.key,
  );
  equal(keys, ["training", "complaints"]);
  equal(shared.toString().split("\n").toSorted(), text.split("\n").toSorted());
});

test("an item moves as often as its key is pressed, also before the text has been read", async () => {
  const { designer } = await shown("spotCheck");
  const keys = () => designer.live?.written?.sections[1]?.items.map(({ key }) => key);
  for (let times = 0; times < 2; times += 1) pressKey(designer, "d", "spotCheck", { ctrlKey: true });
  await designer.live?.settled();
  equal(keys(), ["spotCheck", "spotCheck2", "spotCheck3", "signs"]);
  await drawn(designer);
  for (let times = 0; times < 2; times += 1) pressKey(designer, "ArrowDown", "spotCheck", { altKey: true });
  const moved = '["spotCheck2","spotCheck3","spotCheck","signs"]';
  for (let frames = 0; frames < 120 && JSON.stringify(keys()) !== moved; frames += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  equal(JSON.stringify(keys()), moved);
});

test("deleting offers the way back, and the way back restores the text", async () => {
  const { designer, shared } = await shown("training");
  part(designer, ".dz-card").dispatchEvent(
    new KeyboardEvent("keydown", { key: "Delete", bubbles: true, cancelable: true }),
  );
  await drawn(designer);
  equal(shared.toString().includes("组织培训"), false);
  const undo = [...document.querySelectorAll<HTMLElement>("vaadin-notification-card button")].find(({ textContent }) =>
    textContent?.includes("撤销"),
  );
  undo?.click();
  equal(shared.toString(), text);
});

test("another kind of observation is asked for, then done, and nothing else changes", async () => {
  const { designer, shared } = await shown("complaints");
  await press(designer, ".dz-more-button");
  await choose(designer, "记录方式", "date");
  equal(shared.toString(), text);
  await press(designer, ".dz-ask .soft");
  const before = '"type": "boolean", "x-item": { "part": "lead" } }';
  const after = '"type": "string", "format": "date", "x-item": { "part": "lead" } }';
  equal(shared.toString(), text.replace(before, after));
});

test("what the designer cannot show is marked and left as it is", async () => {
  const { designer, shared } = await shown("signs");
  equal(part(designer, ".dz-unseen").textContent?.includes("请在代码里改"), true);
  await write(designer, "标题", "标识完好率");
  equal(shared.toString(), text.replace("标识完好", "标识完好率"));
});

test("a field that a peer edits shows who, and takes nothing", async () => {
  const { designer, awareness } = await shown("spotCheck");
  const peer = new Awareness(new Y.Doc());
  const field = "properties/standards/properties/spotCheck/x-item/target";
  peer.setLocalState({ user: { id: "p", name: "陈屿", color: 1 }, field });
  applyAwarenessUpdate(awareness, encodeAwarenessUpdate(peer, [peer.clientID]), "wire");
  await drawn(designer);
  equal(part(designer, '[data-field="x-item/target"] .dz-flag').textContent, "陈屿 正在编辑");
  equal(part<HTMLInputElement>(designer, '[aria-label="目标下限"]').readOnly, true);
  peer.setLocalState(null);
  applyAwarenessUpdate(awareness, encodeAwarenessUpdate(peer, [peer.clientID]), "wire");
  await drawn(designer);
  equal(part<HTMLInputElement>(designer, '[aria-label="目标下限"]').readOnly, false);
});

test("the field one is in is announced, and let go when it is left", async () => {
  const { designer, awareness } = await shown("spotCheck");
  part(designer, '[aria-label="目标下限"]').focus();
  const field = () => awareness.getLocalState()?.field;
  equal(field(), "properties/standards/properties/spotCheck/x-item/target");
  part(designer, '[aria-label="目标下限"]').blur();
  equal(field() === undefined, true);
});

/** Each control of the role and of a section, and all that it changes in the text. */
const partControls: readonly (readonly [
  name: string,
  key: string,
  act: (designer: Designer) => Promise<void>,
  from: string,
  to: string,
])[] = [
  ["role's title", "", (d) => write(d, "岗位名称", "客服经理"), '"客服主管"', '"客服经理"'],
  [
    "purpose",
    "",
    (d) => write(d, "岗位目的", "统筹客服。", "Tab"),
    '"客服主管", "type"',
    '"客服主管",\n  "description": "统筹客服。", "type"',
  ],
  [
    "department",
    "",
    (d) => write(d, "所属部门", "服务中心"),
    '{ "language": "zh-CN" }',
    '{ "language": "zh-CN", "department": "服务中心" }',
  ],
  [
    "superior",
    "",
    (d) => write(d, "直属上级", "经理"),
    '{ "language": "zh-CN" }',
    '{ "language": "zh-CN", "reportsTo": { "title": "经理" } }',
  ],
  [
    "ways of leading",
    "",
    (d) => write(d, "添加：对下级的管理方式", "决策、督导"),
    '{ "language": "zh-CN" }',
    '{ "language": "zh-CN", "supervision": ["决策", "督导"] }',
  ],
  ["section's title", "standards", (d) => write(d, "章节标题", "考核标准"), '"工作标准"', '"考核标准"'],
  [
    "section's kind",
    "duties",
    (d) => choose(d, "类别", "custom"),
    '"x-section": { "kind": "duties" }',
    '"x-section": { "kind": "custom" }',
  ],
  [
    "section's weight",
    "standards",
    (d) => write(d, "占总分的权重", "100"),
    '{ "kind": "standards" }',
    '{ "kind": "standards", "weight": 100 }',
  ],
  [
    "numbering",
    "duties",
    (d) => choose(d, "编号", "none"),
    '{ "kind": "duties" }',
    '{ "kind": "duties", "numbering": "none" }',
  ],
];

for (const [name, key, act, from, to] of partControls) {
  test(`the control of the ${name} changes its words and leaves every other character alone`, async () => {
    const { designer, shared } = await shown(key);
    await act(designer);
    equal(shared.toString(), text.replace(from, to));
    designer.live?.shared?.history.undo();
    equal(shared.toString(), text);
  });
}

test("subordinates come by a list of names, and go one by one", async () => {
  const { designer, shared } = await shown("");
  await write(designer, "添加下级，多个用顿号隔开", "前台、管家");
  const both = '{ "language": "zh-CN", "supervises": [{ "title": "前台" }, { "title": "管家" }] }';
  equal(JSON.stringify(JSON.parse(both).supervises), JSON.stringify(supervised(designer)));
  await press(designer, '[aria-label="去掉“前台”"]');
  equal(supervised(designer), [{ title: "管家" }]);
  await press(designer, '[aria-label="去掉“管家”"]');
  equal(shared.toString(), text);
});

function supervised(designer: Designer): unknown {
  return designer.live?.written?.identity.supervises.map(({ title }) => ({ title }));
}

test("a section is added behind another one, moved, and deleted with the way back", async () => {
  const { designer, shared } = await shown("duties");
  const titles = () => designer.live?.written?.sections.map(({ title }) => title);
  pressEntry(designer, "在后面添加：能力素质");
  await drawn(designer);
  equal(titles(), ["岗位职责", "能力素质", "工作标准"]);
  equal(designer.selected, "competencies");
  pressEntry(designer, "上移");
  await drawn(designer);
  equal(titles(), ["能力素质", "岗位职责", "工作标准"]);
  pressEntry(designer, "删除");
  await drawn(designer);
  equal(titles(), ["岗位职责", "工作标准"]);
  for (let step = 0; step < 3; step += 1) designer.live?.shared?.history.undo();
  equal(shared.toString(), text);
});

function pressEntry(designer: Designer, words: string): void {
  const menu = part(designer, ".dz-menu");
  [...menu.querySelectorAll("button")].find(({ textContent }) => textContent?.includes(words))?.click();
}

function pressKey(designer: Designer, key: string, target: string, held: KeyboardEventInit = {}): void {
  const card = designer.querySelector(`.dz-card[data-key="${target}"]`);
  card?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...held }));
}

function chosen(designer: Designer): (string | undefined)[] {
  return [...designer.querySelectorAll<HTMLElement>("rw-item-card[chosen] .dz-card")].map(({ dataset }) => dataset.key);
}

test("items are chosen by keys and by clicks, and changed together in one step", async () => {
  const { designer, shared } = await shown("complaints");
  pressKey(designer, "ArrowDown", "complaints", { shiftKey: true });
  await drawn(designer);
  equal(chosen(designer), ["complaints", "training"]);
  designer
    .querySelector('.dz-card[data-key="signs"]')
    ?.dispatchEvent(new MouseEvent("click", { ctrlKey: true, bubbles: true }));
  await drawn(designer);
  equal(chosen(designer), ["complaints", "training", "signs"]);
  const list = designer.querySelector<HTMLSelectElement>('.dz-many select[aria-label="频次…"]');
  if (!list) throw new Error("There is no list of cadences");
  list.value = "week";
  list.dispatchEvent(new Event("change", { bubbles: true }));
  await drawn(designer);
  equal(shared.toString().match(/"every": "week"/g)?.length, 3);
  designer.live?.shared?.history.undo();
  equal(shared.toString(), text);
  pressKey(designer, "Escape", "training");
  await drawn(designer);
  equal(chosen(designer), []);
});

test("weight is shared evenly among the chosen, in whole points that add up to 100", async () => {
  const { designer } = await shown("signs");
  for (const key of ["complaints", "training", "signs"]) designer.choose(key);
  designer.chooseAll(["complaints", "training", "spotCheck"]);
  await drawn(designer);
  [...designer.querySelectorAll<HTMLElement>(".dz-many button")]
    .find(({ textContent }) => textContent === "平分权重")
    ?.click();
  await designer.live?.settled();
  const items = designer.live?.written?.sections.flatMap((section) => section.items) ?? [];
  equal(
    items.map(({ key, weight }) => [key, weight ?? null]),
    [
      ["complaints", "34"],
      ["training", "33"],
      ["spotCheck", "33"],
      ["signs", null],
    ],
  );
});

test("several items are moved, duplicated and deleted together", async () => {
  const { designer, shared } = await shown("spotCheck");
  const keys = () => designer.live?.written?.sections.map(({ items }) => items.map(({ key }) => key));
  designer.chooseAll(["complaints", "training"]);
  await drawn(designer);
  pressKey(designer, "d", "training", { ctrlKey: true });
  await drawn(designer);
  equal(keys()?.[0], ["complaints", "complaints2", "training", "training2"]);
  equal(chosen(designer), ["complaints2", "training2"]);
  const list = designer.querySelector<HTMLSelectElement>('.dz-many select[aria-label="移到…"]');
  if (!list) throw new Error("There is no list of sections");
  list.value = "standards";
  list.dispatchEvent(new Event("change", { bubbles: true }));
  await drawn(designer);
  equal(keys()?.[1], ["spotCheck", "signs", "complaints2", "training2"]);
  pressKey(designer, "Delete", "training2");
  await drawn(designer);
  equal(keys(), [
    ["complaints", "training"],
    ["spotCheck", "signs"],
  ]);
  for (let step = 0; step < 3; step += 1) designer.live?.shared?.history.undo();
  equal(shared.toString(), text);
});

test("what is copied from the cards is pasted behind the selected one, and lines become items in the dialog", async () => {
  const { designer, shared } = await shown("complaints");
  designer.querySelector<HTMLElement>('.dz-card[data-key="complaints"]')?.focus();
  const copied = new ClipboardEvent("copy", { clipboardData: new DataTransfer(), bubbles: true, cancelable: true });
  document.activeElement?.dispatchEvent(copied);
  const clipboard = copied.clipboardData?.getData("text/plain") ?? "";
  includes(clipboard, '// 先处理投诉\n"complaints": { "title": "处理投诉"');
  const paste = (words: string) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", words);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  };
  paste(clipboard);
  await drawn(designer);
  equal(shared.toString().match(/\/\/ 先处理投诉/g)?.length, 2);
  equal(designer.selected, "complaints2");
  paste("1. 每月走访业主\n2. 收缴率不低于 90%");
  await drawn(designer);
  const dialog = designer.querySelector("rw-paste-dialog dialog");
  equal([dialog?.hasAttribute("open"), dialog?.querySelectorAll("li").length], [true, 2]);
});

/** The text without the spaces and trailing commas of its layout. */
function packed(shared: Y.Text): string {
  return shared
    .toString()
    .replaceAll(/\s+/g, "")
    .replaceAll(/,(?=[}\]])/g, "");
}

test("a finding is dismissed with its reason, which can be taken back", async () => {
  const { designer, shared } = await shown("signs");
  const findings = () => designer.querySelectorAll("rw-item-card[selected] .dz-findings li").length;
  const before = findings();
  [...designer.querySelectorAll<HTMLElement>("rw-item-card[selected] .dz-fix")]
    .find(({ textContent }) => textContent === "不再提示")
    ?.click();
  await drawn(designer);
  await write(designer, "理由", "由工程部统一维护");
  includes(packed(shared), '"x-lint-ignore":[{"code":"');
  includes(packed(shared), '"reason":"由工程部统一维护"}]');
  equal(findings(), before - 1);
  await press(designer, ".dz-more-button");
  await press(designer, '[aria-label^="恢复检查"]');
  equal(shared.toString(), text);
});

test("a text is translated beside what it says", async () => {
  const { designer, shared } = await shown("complaints");
  await press(designer, ".dz-more-button");
  for (const list of designer.querySelectorAll("rw-translations")) await list.updateComplete;
  await drawn(designer);
  await write(designer, "标题（英语）", "Handle complaints");
  includes(packed(shared), '"x-i18n":{"en":{"title":"Handlecomplaints"}}');
  designer.live?.shared?.history.undo();
  equal(shared.toString(), text);
});

test("a field of the role or of a section that a peer edits shows who, and takes nothing", async () => {
  const { designer, awareness } = await shown("");
  const peer = new Awareness(new Y.Doc());
  const hold = async (field: string) => {
    peer.setLocalState({ user: { id: "p", name: "陈屿", color: 2 }, field });
    applyAwarenessUpdate(awareness, encodeAwarenessUpdate(peer, [peer.clientID]), "wire");
    await drawn(designer);
  };
  await hold("x-role/department");
  equal(part(designer, '[data-field="x-role/department"] .dz-flag').textContent, "陈屿 正在编辑");
  equal(part<HTMLTextAreaElement>(designer, '[aria-label="所属部门"]').readOnly, true);
  designer.selected = "standards";
  await hold("properties/standards/title");
  equal(part<HTMLTextAreaElement>(designer, '[aria-label="章节标题"]').readOnly, true);
  equal(designer.querySelectorAll("rw-item-card .dz-flag").length, 0);
});

test("the field of the role one is in is announced by where it is written", async () => {
  const { designer, awareness } = await shown("");
  part(designer, '[aria-label="所属部门"]').focus();
  equal(awareness.getLocalState()?.field, "x-role/department");
});

test("what the designer cannot show of a section is marked", async () => {
  const { designer, shared } = await shown("duties");
  equal(designer.querySelectorAll("rw-section-head[selected] .dz-unseen").length, 0);
  const at = shared.toString().indexOf('"title": "岗位职责"');
  shared.insert(at, '"$comment": "待议", ');
  await designer.live?.settled();
  await drawn(designer);
  equal(part(designer, ".dz-unseen").title, "$comment");
});

test("an item far from what is seen says the same in plain words, and is drawn whole when it comes near", async () => {
  const more = Array.from(
    { length: 80 },
    (_, index) => `"more${index}": { "title": "多出的标准 ${index}", "type": "boolean" },`,
  );
  const { designer } = await shown(
    "spotCheck",
    text.replace(
      '"duties": {',
      `"many": {
    "title": "更多", "type": "object", "x-section": { "kind": "standards" }, "properties": { ${more.join(" ")} } },
    "duties": {`,
    ),
  );
  designer.style.overflow = "auto";
  designer.style.display = "block";
  designer.selected = "complaints";
  designer.scrollTop = 0;
  const far = designer.querySelector<HTMLElement>('[data-key="spotCheck"]');
  await until(() => far?.querySelector(".dz-plain"));
  for (const words of ["抽查比例", "不低于 5 %", "每月", "次月 5 日（含）", "权重 100"])
    includes(far?.textContent?.replace(/\s+/g, " ") ?? "", words);
  equal(far?.querySelector(".dz-chips"), null);
  const words = document.createTreeWalker(far?.querySelector(".dz-name") as Node, NodeFilter.SHOW_TEXT).nextNode();
  far?.scrollIntoView();
  await until(() => far?.querySelector(".dz-chips"));
  equal(far?.querySelector(".dz-plain"), null);
  // What the page's own search marked in the title stays marked.
  equal(words?.isConnected, true);
});

/** Waits for the browser, which tells of what comes near between frames. */
async function until(condition: () => unknown): Promise<void> {
  while (!condition()) await new Promise(requestAnimationFrame);
}
