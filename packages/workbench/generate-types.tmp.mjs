import { readFileSync, writeFileSync } from "node:fs";
import { compile } from "json-schema-to-typescript";

const read = (n) => JSON.parse(readFileSync(`schemas/${n}.schema.json`, "utf8"));
const scorecard = read("scorecard");
const inline = (s) =>
  JSON.parse(JSON.stringify(s).replaceAll("https://rolewright.dev/schemas/scorecard/1#/$defs/", "#/$defs/"));
const bundle = {
  $id: "Records",
  title: "Records",
  type: "object",
  additionalProperties: false,
  properties: {
    observation: { $ref: "#/$defs/Observation" },
    checklist: { $ref: "#/$defs/Checklist" },
    scorecard: { $ref: "#/$defs/Scorecard" },
  },
  $defs: { ...scorecard.$defs },
};
for (const [name, s] of [
  ["Observation", read("observation")],
  ["Checklist", read("checklist")],
  ["Scorecard", scorecard],
]) {
  const { $defs = {}, $id, $schema, ...rest } = inline(s);
  Object.assign(bundle.$defs, $defs);
  bundle.$defs[name] = rest;
}
const ts = await compile(bundle, "Records", {
  additionalProperties: false,
  unreachableDefinitions: false,
  $refOptions: { resolve: { file: false, http: false } },
  bannerComment: "/* Generated from schemas/ by `npm run generate`; do not edit. */",
});
writeFileSync("packages/runtime/src/generated/records.ts", ts);
