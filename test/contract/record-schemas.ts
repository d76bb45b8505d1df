import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const folder = join(import.meta.dirname, "../../schemas");
const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
addFormats.default(ajv);
for (const record of ["scorecard", "checklist", "observation"]) {
  ajv.addSchema(JSON.parse(readFileSync(join(folder, `${record}.schema.json`), "utf8")));
}

/** What a stock validator finds wrong with a record under its published schema; empty when it is valid. */
export function recordProblems(record: "scorecard" | "checklist" | "observation", data: unknown): string[] {
  const validate = ajv.getSchema(`https://rolewright.dev/schemas/${record}/1`);
  if (!validate) throw new Error(`No schema for ${record}`);
  if (validate(data)) return [];
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}
