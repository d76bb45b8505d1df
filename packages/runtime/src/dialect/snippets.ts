// biome-ignore-all lint/suspicious/noTemplateCurlyInString: tab stops of snippets are written with a dollar and braces
import type { JsonObject } from "../json.ts";
import type { Describe } from "./names.ts";

/** One text that is inserted whole. */
export interface Snippet {
  /** Key of its label in the locale area `dialect`, under `snippets`. */
  readonly label: string;
  /** What is inserted; `$1`, `${2:text}` are tab stops, `^` before a string writes it without quotes. */
  readonly body: JsonObject;
}

/** What people insert again and again, by the definition whose place it fills. */
const bodies: Readonly<Record<string, readonly Snippet[]>> = {
  Section: [
    {
      label: "section",
      body: {
        title: "$1",
        type: "object",
        "x-section": { kind: "${2|duties,standards,qualifications,competencies,custom|}" },
        properties: {},
      },
    },
  ],
  Item: [
    { label: "duty", body: { title: "$1", type: "boolean", "x-item": { part: "${2:lead}", every: "${3:month}" } } },
    {
      label: "figure",
      body: {
        title: "$1",
        type: "number",
        "x-item": {
          every: "month",
          unit: "${2:%}",
          weight: "^${3:10}",
          target: { minimum: "^${4:90}" },
          score: { kind: "pass" },
        },
      },
    },
    {
      label: "ratio",
      body: {
        title: "$1",
        type: "object",
        properties: { done: { type: "integer", minimum: 0 }, total: { type: "integer", minimum: 0 } },
        required: ["done", "total"],
        "x-item": {
          every: "month",
          unit: "%",
          weight: "^${2:10}",
          measure: { kind: "ratio", of: "done", to: "total", whenZero: "not-applicable" },
          target: { minimum: "^${3:90}" },
          score: { kind: "linear", from: 0, to: "^${3:90}" },
        },
      },
    },
    {
      label: "deadline",
      body: {
        title: "$1",
        type: "string",
        format: "date",
        "x-item": {
          every: "month",
          due: { day: "^${2:25}", inclusive: true },
          weight: "^${3:5}",
          target: { maximum: "^${2:25}" },
          score: { kind: "pass" },
        },
      },
    },
    {
      label: "rating",
      body: {
        title: "$1",
        type: "string",
        enum: ["${2:优}", "${3:良}", "${4:差}"],
        "x-item": {
          every: "month",
          weight: "^${5:10}",
          target: { enum: ["${2:优}", "${3:良}"] },
          score: {
            kind: "levels",
            levels: [
              { value: "${2:优}", points: 100, description: "$6" },
              { value: "${3:良}", points: 80, description: "$7" },
              { value: "${4:差}", points: 0, description: "$8" },
            ],
          },
        },
      },
    },
    {
      label: "bonus",
      body: {
        title: "$1",
        type: "integer",
        minimum: 0,
        "x-item": {
          every: "month",
          unit: "${2:件}",
          score: { kind: "bonus", per: "^${3:1}", cap: "^${4:5}" },
        },
      },
    },
    {
      label: "veto",
      body: { title: "$1", type: "boolean", "x-item": { every: "month", score: { kind: "veto" } } },
    },
  ],
};

/** The snippets for one definition. */
export function itemSnippets(definition: string): readonly Snippet[] {
  return bodies[definition] ?? [];
}

/** The `defaultSnippets` of one definition, for Monaco and VS Code; nothing where there are none. */
export function snippets(definition: string, describe: Describe): JsonObject {
  const list = bodies[definition];
  if (!list) return {};
  return {
    defaultSnippets: list.map(({ label, body }) => ({ label: describe(`snippets.${label}`) ?? label, body })),
  };
}
