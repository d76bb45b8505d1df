import assert from "node:assert/strict";
import { test } from "node:test";
import { recordedRoutes } from "../test-support/recorded-routes.ts";
import { Client, testServer } from "../test-support/test-server.ts";

interface Operation {
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly responses: Readonly<Record<string, { readonly description?: string; readonly content?: object }>>;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
}

interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

test("the OpenAPI document has every route, each with a summary, its parameters and its failures", async (t) => {
  const document = await new Client((await testServer(t)).url).get<Document>("/openapi.json");
  assert.match(document.openapi, /^3\.1\./);
  const described = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const expected = recordedRoutes().map(({ method, url }) => `${method} /api/v1${url.replaceAll(/:(\w+)/g, "{$1}")}`);
  assert.deepEqual(described.sort(), expected.sort());
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      assertDescribed(`${method} ${path}`, path, operation);
    }
  }
});

test("every reference of the OpenAPI document leads to a schema, and every schema has a proper name", async (t) => {
  const document = await new Client((await testServer(t)).url).get<Document>("/openapi.json");
  const references = referencesIn(document);
  assert.ok(references.length > 50);
  for (const reference of references) {
    const name = reference.replace("#/components/schemas/", "");
    assert.ok(name in document.components.schemas, reference);
  }
  for (const name of Object.keys(document.components.schemas)) assert.match(name, /^[A-Za-z0-9._-]+$/);
  for (const record of ["Scorecard", "Checklist", "Observation", "Problem", "Finding"]) {
    assert.ok(record in document.components.schemas, record);
  }
});

test("the API has a page that shows it, under the page's own rules", async (t) => {
  const { url } = await testServer(t);
  const response = await fetch(`${url}/api/docs/`);
  assert.equal(response.status, 200);
  const html = await response.text();
  assert.doesNotMatch(html, /<script(?![^>]*\bsrc=)[^>]*>[^<]/);
});

function assertDescribed(name: string, path: string, operation: Operation): void {
  assert.ok(operation.summary, `${name} has a summary`);
  assert.equal(operation.tags?.length, 1, `${name} has a tag`);
  assert.ok("4XX" in operation.responses, `${name} tells how it fails`);
  for (const response of Object.values(operation.responses)) assert.equal(typeof response.description, "string");
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter);
  const described = operation.parameters?.filter((parameter) => parameter.in === "path") ?? [];
  assert.deepEqual(
    described.map((parameter) => parameter.name),
    inPath,
    name,
  );
  assert.ok(described.every(({ required }) => required === true));
}

function referencesIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    key === "$ref" && typeof member === "string" ? [member] : referencesIn(member),
  );
}
