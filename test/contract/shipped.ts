import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Checklist, Observation, Scorecard, TemplateHost } from "@rolewright/runtime";

const root = join(import.meta.dirname, "../..");

/** One file of `templates/`. */
export interface ShippedTemplate {
  /** Path under `templates/` without its ending, e.g. `customer-service/property/customer-service-supervisor`. */
  readonly name: string;
  readonly text: string;
}

/** Every role template that ships, by name. The KPI library lies beside them and is no roles. */
export function shippedTemplates(): ShippedTemplate[] {
  return shippedFiles().filter(({ name }) => !name.startsWith("kpis/"));
}

/** Every KPI of the library, by name, e.g. `kpis/property/collection-rate`. */
export function shippedKpis(): ShippedTemplate[] {
  return shippedFiles().filter(({ name }) => name.startsWith("kpis/"));
}

/** A host that has version 1 of every role and KPI that ships. */
export function shippedLibrary(): TemplateHost {
  const texts = new Map(shippedFiles().map(({ text }) => [/"\$id"\s*:\s*"([^"]+)"/.exec(text)?.[1] ?? "", text]));
  return {
    template: (id, version = 1) => (version === 1 ? texts.get(id) : undefined),
    names: () => [...texts.keys()].map((id) => ({ id, version: 1 })),
  };
}

function shippedFiles(): ShippedTemplate[] {
  return readdirSync(join(root, "templates"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".jsonc"))
    .map((file) => file.replaceAll("\\", "/"))
    .sort()
    .map((file) => ({
      name: file.slice(0, -".jsonc".length),
      text: readFileSync(join(root, "templates", file), "utf8"),
    }));
}

/** One folder of `examples/`: a role holder's observations of one period and what must come out of them. */
export interface Example {
  readonly name: string;
  readonly about: {
    readonly template: string;
    readonly version: number;
    readonly period: string;
    readonly holder: string;
    readonly today: string;
  };
  readonly templateText: string;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly observations: Observation[];
  readonly expectedScorecard: Scorecard;
  readonly expectedChecklist: Checklist;
}

/** Every worked example, by name. */
export function examples(): Example[] {
  return readdirSync(join(root, "examples"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => readExample(entry.name))
    .sort((a, b) => a.name.localeCompare(b.name));
}

function readExample(name: string): Example {
  const read = (file: string) => JSON.parse(readFileSync(join(root, "examples", name, file), "utf8"));
  const about: Example["about"] = read("example.json");
  return {
    name,
    about,
    templateText: readFileSync(join(root, "templates", `${about.template}.jsonc`), "utf8"),
    people: read("people.json"),
    observations: read("observations.json"),
    expectedScorecard: read("expected-scorecard.json"),
    expectedChecklist: read("expected-checklist.json"),
  };
}

/** Replaces one expected file of an example. */
export function writeExpected(name: string, file: string, data: unknown): void {
  writeFileSync(join(root, "examples", name, file), `${JSON.stringify(data, null, 2)}\n`);
}
