import type { RoleModel } from "@rolewright/runtime";
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import { startLanguage } from "../../../app/language.ts";
import { equal, test } from "../../../components/browser-check.ts";
import { historyOf } from "../../../editor/yjs-binding.ts";
import { LiveInspection } from "../live-inspection.ts";
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
async function shown(key: string): Promise<Shown> {
  close();
  localStorage.setItem("rolewright.language", "zh-CN");
  await startLanguage();
  const doc = new Y.Doc();
  const shared = doc.getText("text");
  shared.insert(0, text);
  const history = historyOf(shared);
  const awareness = new Awareness(doc);
  const inspection = new LiveInspection(shared);
  const designer = document.createElement("rw-designer");
  designer.style.height = "700px";
  designer.live = {
    shared: { text: shared, awareness, history },
    library: inspection.library,
    get written(): RoleModel | undefined {
      return inspection.role;
    },
    get current() {
      return inspection.current;
    },
    get diagnostics() {
      return inspection.diagnostics;
    },
    readNow: () => inspection.readNow(),
    change(make) {
      const result = make(shared.toString());
      if ("refused" in result) return result.refused;
      writeEdits({ text: shared, history }, result.edits);
      inspection.readNow();
      return undefined;
    },
  };
  const show = () => {
    designer.model = inspection.role;
    designer.diagnostics = inspection.diagnostics;
  };
  inspection.addEventListener("inspected", show);
  show();
  designer.selected = key;
  designer.addEventListener("pick", (event) => {
    designer.selected = (event as CustomEvent<string>).detail;
  });
  document.body.append(designer);
  close = () => {
    designer.remove();
    inspection.close();
    awareness.destroy();
    doc.destroy();
  };
  await drawn(designer);
  return { designer, shared, awareness };
}

async function drawn(designer: Designer): Promise<void> {
  await designer.updateComplete;
  for (const part of designer.querySelectorAll("rw-item-card")) await part.updateComplete;
  for (const part of designer.querySelectorAll("rw-text-field")) await part.updateComplete;
}

function part<Part extends HTMLElement>(designer: Designer, selector: string): Part {
  const found = designer.querySelector<Part>(`rw-item-card[selected] ${selector}`);
  if (!found) throw new Error(`Nothing matches ${selector}`);
  return found;
}

async function write(designer: Designer, label: string, value: string, key = "Enter"): Promise<void> {
  const field = part<HTMLInputElement>(designer, `:is(input, textarea)[aria-label="${label}"]`);
  field.focus();
  field.value = value;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  field.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
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

test("what is no number is not taken", async () => {
  const { designer, shared } = await shown("spotCheck");
  await write(designer, "目标下限", "很多");
  equal(part(designer, '[aria-label="目标下限"]').getAttribute("aria-invalid"), "true");
  equal(shared.toString(), text);
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
