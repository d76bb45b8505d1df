import { createTranslator } from "@rolewright/locale";

export interface BlankRole {
  readonly id: string;
  readonly title: string;
  readonly language: string;
}

/**
 * The text a new role starts with: one duty, one standard that measures it, and comments that say what to do next.
 * It compiles without findings, so that document, checklist and scorecard show something at once. Of the role itself it
 * says nothing: what would stand there as an example could be published as if somebody had meant it.
 */
export async function blankTemplate({ id, title, language }: BlankRole): Promise<string> {
  const { t } = await createTranslator(language);
  const word = (key: string) => JSON.stringify(t(`server.blank.${key}`));
  return `// ${t("server.blank.about")}
{
  "$schema": "https://rolewright.dev/role/1",
  "$id": ${JSON.stringify(`https://rolewright.dev/roles/own/${id}`)},
  "title": ${JSON.stringify(title)},
  // ${t("server.blank.aboutPurpose")}
  "type": "object",
  "x-role": {
    "language": ${JSON.stringify(language)},
    "grades": [
      { "grade": "A", "from": 90 },
      { "grade": "B", "from": 80 },
      { "grade": "C", "from": 60 },
      { "grade": "D", "from": 0 },
    ],
  },
  "properties": {
    "qualifications": {
      "title": ${word("qualifications")},
      "type": "object",
      "x-section": { "kind": "qualifications" },
      "properties": {
        "experienceYears": {
          "title": ${word("experience")},
          "type": "number",
          "minimum": 0,
          "x-item": { "need": "required", "unit": ${word("years")}, "target": { "minimum": 1 } },
        },
      },
    },
    "duties": {
      "title": ${word("duties")},
      "type": "object",
      "x-section": { "kind": "duties" },
      "properties": {
        // ${t("server.blank.aboutDuty")}
        "weeklyReport": {
          "title": ${word("duty")},
          "type": "boolean",
          "x-item": { "part": "lead", "every": "week" },
        },
      },
    },
    "standards": {
      "title": ${word("standards")},
      "type": "object",
      "x-section": { "kind": "standards" },
      "properties": {
        // ${t("server.blank.aboutStandard")}
        "reportsOnTime": {
          "title": ${word("standard")},
          "type": "object",
          "properties": {
            "onTime": { "title": ${word("onTime")}, "type": "integer", "minimum": 0 },
            "due": { "title": ${word("due")}, "type": "integer", "minimum": 0 },
          },
          "required": ["onTime", "due"],
          "x-item": {
            "every": "month",
            "unit": "%",
            "weight": 100,
            "supports": ["weeklyReport"],
            "measure": { "kind": "ratio", "of": "onTime", "to": "due", "whenZero": "not-applicable" },
            "target": { "minimum": 90 },
            "score": { "kind": "linear", "from": 60, "to": 90 },
            "source": ${word("source")},
          },
        },
      },
    },
  },
}
`;
}
