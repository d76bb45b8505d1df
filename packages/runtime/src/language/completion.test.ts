import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { dialectId, kpiDialectId } from "../dialect/names.ts";
import { applyEdits } from "../edit.ts";
import { parseText } from "../parse.ts";
import { readTemplate } from "../read.ts";
import type { TemplateHost } from "../template.ts";
import { supervisorText } from "../testing/template-text.ts";
import { type Completion, complete } from "./completion.ts";
import type { LanguageContext } from "./context.ts";

/** What is offered where `|` stands. */
function offered(marked: string, context?: LanguageContext): readonly Completion[] {
  return complete(marked.replace("|", ""), marked.indexOf("|"), context);
}

function labels(marked: string, context?: LanguageContext): string[] {
  return offered(marked, context).map(({ label }) => label);
}

/** The text after a completion is taken, without tab stops. */
function taken(text: string, { range, insert, edits }: Completion): string {
  return applyEdits(text, [...edits, { offset: range.start, length: range.end - range.start, text: insert }]);
}

/** A role whose one standard has this `x-item`. */
const role = (info: string) => `{ "properties": {
  "duties": { "x-section": { "kind": "duties" }, "properties": { "complaints": { "title": "处理投诉", "type": "boolean" } } },
  "standards": { "x-section": { "kind": "standards" }, "properties": {
    "rate": { "type": "object", "properties": { "paid": { "title": "实收" }, "due": { "title": "应收" } }, "enum": ["甲", 2], "x-item": ${info} }
  } }
} }`;

const library: TemplateHost = {
  template: (id) =>
    ({
      "https://example.com/roles/lead": `{ "$schema": "${dialectId}", "$id": "https://example.com/roles/lead", "title": "主管", "properties": { "duties": { "x-section": { "kind": "duties" }, "properties": { "guide": { "title": "带教", "type": "boolean" } } } } }`,
      "https://example.com/kpis/collection-rate": `{ "$schema": "${kpiDialectId}", "title": "收缴率", "type": "object", "properties": { "paid": { "title": "实收" } }, "x-item": {}, "x-kpi": {} }`,
    })[id],
  names: () => [
    { id: "https://example.com/roles/lead", version: 2, title: "主管" },
    { id: "https://example.com/kpis/collection-rate", title: "收缴率" },
  ],
};

test("the keys of x-item are offered where they may stand, without those that are there", () => {
  const keys = labels(role('{ "every": "month", | }'));
  assert.ok(keys.includes("weight") && keys.includes("target"));
  assert.ok(!keys.includes("every") && !keys.includes("title"));
});

test("a key brings a value to fill in", () => {
  const weight = offered(role('{ "every": "month", | }')).find(({ label }) => label === "weight");
  assert.equal(weight?.insert, '"weight": 10');
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a tab stop
  assert.equal(weight?.snippet, '"weight": ${1:10}');
});

test("renaming a key by completion leaves its value alone", () => {
  const marked = role('{ "weigh|": 10 }');
  const [weight] = offered(marked).filter(({ label }) => label === "weight");
  assert.ok(weight);
  assert.equal(taken(marked.replace("|", ""), weight), role('{ "weight": 10 }'));
});

test("the words of a keyword are offered, and what they mean is known", () => {
  const words = offered(role('{ "every": | }'));
  assert.deepEqual(words[2]?.label, "month");
  assert.deepEqual(words[2]?.words, ["language.values.every.month"]);
  assert.deepEqual(offered(role('{ "score": { "kind": "|" } }'))[0]?.words[0], "dialect.score-pass.kind");
});

test("a scoring method is offered its own parameters", () => {
  assert.deepEqual(labels(role('{ "score": { "kind": "linear", | } }')), ["from", "to", "low", "high"]);
});

test("a standard is offered the duties to support, by key and title, each once", () => {
  const [duty] = offered(role('{ "supports": [|] }'));
  assert.deepEqual([duty?.label, duty?.title, duty?.insert], ["complaints", "处理投诉", '"complaints"']);
  assert.deepEqual(labels(role('{ "supports": ["complaints", |] }')), []);
});

test("duties of the parent can be supported too", () => {
  const text = role('{ "supports": [|] }').replace("{", '{ "x-extends": "https://example.com/roles/lead@2",');
  assert.deepEqual(labels(text, { host: library }), ["complaints", "guide"]);
});

test("a measure is offered the inputs of its item", () => {
  assert.deepEqual(labels(role('{ "measure": { "kind": "ratio", "of": "|" } }')), ["paid", "due"]);
  assert.deepEqual(labels(role('{ "measure": { "kind": "duration", "from": "|" } }')), ["paid", "due"]);
  assert.deepEqual(labels(role('{ "measure": { "kind": "rating", "from": | } }')), []);
});

test("a measure is offered the inputs that its item takes over from a KPI", () => {
  const text =
    '{ "properties": { "s": { "properties": { "a": { "x-extends": "https://example.com/kpis/collection-rate", "x-item": { "measure": { "kind": "ratio", "of": "|" } } } } } } }';
  assert.deepEqual(labels(text, { host: library }), ["paid"]);
});

test("a target is offered the choices of its item", () => {
  const choices = offered(role('{ "target": { "enum": [|] } }'));
  assert.deepEqual(
    choices.map(({ insert }) => insert),
    ['"甲"', "2"],
  );
});

test("units are those in use, then the usual ones", () => {
  const text = role('{ "unit": "|" }').replace(
    '"title": "处理投诉"',
    '"title": "处理投诉", "x-item": { "unit": "件" }',
  );
  assert.deepEqual(labels(text, { units: ["%", "件"] }), ["件", "%"]);
});

test("a section is offered whole items that fit its kind first, with a key that is not taken", () => {
  const standards = offered(
    '{ "properties": { "s": { "x-section": { "kind": "standards" }, "properties": { "figure": {}, | } } } }',
  );
  assert.equal(standards[0]?.label, "figure");
  assert.match(standards[0]?.insert ?? "", /^"figure2": \{\n/);
  const duties = offered('{ "properties": { "s": { "x-section": { "kind": "duties" }, "properties": { | } } } }');
  assert.equal(duties[0]?.label, "duty");
});

test("a section is offered the KPIs of the library, an item's x-extends too, a template's the templates", () => {
  const section = offered('{ "properties": { "s": { "properties": { | } } } }', { host: library });
  const kpi = section.find(({ title }) => title === "收缴率");
  assert.match(kpi?.insert ?? "", /^"collectionRate": \{/);
  assert.match(kpi?.insert ?? "", /"x-extends": "https:\/\/example\.com\/kpis\/collection-rate"/);
  const item = '{ "properties": { "s": { "properties": { "a": { "x-extends": "|" } } } } }';
  assert.deepEqual(labels(item, { host: library }), ["https://example.com/kpis/collection-rate"]);
  assert.deepEqual(labels('{ "x-extends": "|" }', { host: library }), ["https://example.com/roles/lead@2"]);
});

test("it works where the text breaks off", () => {
  assert.ok(labels('{ "properties": { "s": { "properties": { "a": { "x-item": { "every": |').includes("month"));
  assert.ok(labels('{ "properties": { "s": { "properties": { "a": { "x-item": { "wei|').includes("weight"));
});

test("a comma that is missing before or behind comes along", () => {
  const marked = '{ "x-role": { "department": "客服部" | "language": "en" } }';
  const text = marked.replace("|", "");
  const [grades] = offered(marked).filter(({ label }) => label === "workingConditions");
  assert.ok(grades);
  assert.deepEqual(parseText(taken(text, grades)).diagnostics, []);
});

test("nothing is offered in a comment, or behind the end", () => {
  for (const marked of ["{ // | \n }", "{ /* | */ }", "{ } |", "|", '{ "a" | }']) assert.deepEqual(labels(marked), []);
});

const offsets = fc.nat({ max: supervisorText.length });

test("every completion at every place of a text that parses leaves it parsable", () => {
  fc.assert(
    fc.property(offsets, (offset) => {
      for (const completion of complete(supervisorText, offset, { host: library, units: ["%"] })) {
        const { diagnostics } = parseText(taken(supervisorText, completion));
        assert.deepEqual(diagnostics, [], `${offset} ${JSON.stringify(completion)}`);
      }
    }),
    { numRuns: 400 },
  );
});

test("values and names that are offered keep to the dialect", () => {
  fc.assert(
    fc.property(offsets, (offset) => {
      const sure = complete(supervisorText, offset, { units: ["%"] }).filter(
        ({ kind, range }) => range.start < range.end && (kind === "value" || kind === "link"),
      );
      for (const completion of sure) {
        const wrong = readTemplate(taken(supervisorText, completion)).diagnostics.filter(({ range }) => {
          return range.start <= completion.range.start && range.end > completion.range.start;
        });
        assert.deepEqual(
          wrong.filter(({ code }) => /^schema\/(wrong|not-one-of|out)/.test(code)),
          [],
          `${offset} ${completion.label}`,
        );
      }
    }),
    { numRuns: 400 },
  );
});

test("no offset of any text throws", () => {
  const pieces = fc.array(
    fc.constantFrom("{", "}", "[", "]", '"', ":", ",", '"x-item"', '"properties"', "//", "/*", "\n", "1", "客", "\\"),
  );
  fc.assert(
    fc.property(pieces, fc.nat(), fc.nat(), (parts, at, place) => {
      const cut = at % supervisorText.length;
      const text = supervisorText.slice(0, cut) + parts.join("") + supervisorText.slice(cut + (place % 40));
      for (const offset of [
        0,
        cut,
        cut + parts.join("").length,
        place % (text.length + 1),
        text.length,
        text.length + 5,
      ]) {
        complete(text, offset, { host: library });
        complete(parts.join(""), offset, { host: library });
      }
    }),
    { numRuns: 500 },
  );
});
