import type { JsonObject } from "../json.ts";
import { ownDefinitions, ref } from "./definitions.ts";
import { dialectId, kpiDialectId, vocabularyId } from "./names.ts";
import { refusedKeywords } from "./standard.ts";

const draft = "https://json-schema.org/draft/2020-12";

/** The meta-schema of our vocabulary: what our keywords hold, wherever they stand. */
export function vocabularySchema(): JsonObject {
  return {
    $schema: `${draft}/schema`,
    $id: vocabularyId,
    $vocabulary: { [vocabularyId]: true },
    $dynamicAnchor: "meta",
    title: "Role vocabulary",
    description: "Keywords that give a JSON Schema the meaning of a job description with work standards.",
    type: ["object", "boolean"],
    properties: {
      "x-role": ref("RoleIdentity"),
      "x-section": ref("SectionInfo"),
      "x-item": ref("ItemInfo"),
      // Which texts may be translated depends on the node, which a vocabulary cannot see; the grammar can.
      "x-i18n": { type: "object", additionalProperties: { type: "object" } },
      "x-extends": { type: "string" },
      "x-lint-ignore": ref("LintIgnores"),
      "x-kpi": ref("KpiInfo"),
    },
    $defs: ownDefinitions(),
  };
}

/**
 * The meta-schema of the dialect: JSON Schema 2020-12, our vocabulary, and nothing else. Any validator can use it on a
 * template without `x-extends`. Our vocabulary is optional, so that validators which do not know it still run.
 */
export function dialectSchema(): JsonObject {
  return metaSchema({
    $id: dialectId,
    title: "Role template",
    description: "A job description with its work standards as a JSON Schema.",
    refused: [...refusedKeywords, "x-kpi"],
  });
}

/** The meta-schema of library KPIs: the same for one item that stands on its own. */
export function kpiDialectSchema(): JsonObject {
  return metaSchema({
    $id: kpiDialectId,
    title: "KPI",
    description: "A work standard of the library, to be taken over into role templates, as a JSON Schema.",
    refused: [...refusedKeywords, "$defs", "x-role", "x-section"],
  });
}

interface Meta {
  readonly $id: string;
  readonly title: string;
  readonly description: string;
  readonly refused: readonly string[];
}

function metaSchema({ $id, title, description, refused }: Meta): JsonObject {
  return {
    $schema: `${draft}/schema`,
    $id,
    $vocabulary: {
      ...Object.fromEntries(standardVocabularies.map((name) => [`${draft}/vocab/${name}`, true])),
      [vocabularyId]: false,
    },
    $dynamicAnchor: "meta",
    title,
    description,
    allOf: [{ $ref: `${draft}/schema` }, { $ref: vocabularyId }],
    properties: Object.fromEntries(refused.map((keyword) => [keyword, false])),
    unevaluatedProperties: false,
  };
}

const standardVocabularies = [
  "core",
  "applicator",
  "unevaluated",
  "validation",
  "meta-data",
  "format-annotation",
  "content",
];
