import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { temporaryFolder, testServer } from "../test-support/test-server.ts";

test("addresses of the page get the page, files get themselves, and the rest gets a problem", async (t) => {
  const { url } = await testServer(t, { pageFolder: builtPage(temporaryFolder(t)) });
  const look = async (path: string) => {
    const response = await fetch(url + path);
    return [
      response.status,
      response.headers.get("content-type")?.split(";")[0],
      response.headers.get("cache-control"),
    ];
  };
  for (const path of ["/", "/roles/abc", "/sign-in", "/scorecards/1?tab=2"]) {
    assert.deepEqual(await look(path), [200, "text/html", "no-cache"], path);
  }
  assert.deepEqual(await look("/assets/app-1a2b.js"), [
    200,
    "application/javascript",
    "public, max-age=31536000, immutable",
  ]);
  for (const path of ["/assets/gone.js", "/api/v1/nothing", "/../../package.json", "/%2e%2e/secret.txt"]) {
    const [status, type] = await look(path);
    assert.deepEqual([status, type], [404, "application/problem+json"], path);
  }
});

test("a browser that takes compressed texts gets the twin that the build made, the others the text itself", async (t) => {
  const folder = builtPage(temporaryFolder(t));
  const script = "export const words = ['一样'];\n".repeat(100);
  writeFileSync(join(folder, "assets", "words-3c4d.js"), script);
  writeFileSync(join(folder, "assets", "words-3c4d.js.br"), brotliCompressSync(script));
  const { url } = await testServer(t, { pageFolder: folder });
  for (const [accepted, sent] of [
    ["gzip, br", "br"],
    ["identity", null],
  ] as const) {
    const response = await fetch(`${url}/assets/words-3c4d.js`, { headers: { "accept-encoding": accepted } });
    const { headers } = response;
    assert.deepEqual(
      [headers.get("content-encoding"), headers.get("content-type")?.split(";")[0]],
      [sent, "application/javascript"],
    );
    assert.match(headers.get("cache-control") ?? "", /immutable/);
    assert.equal(await response.text(), script);
  }
});

test("no page may make code from text, nor run any that the server did not send", async (t) => {
  const { url } = await testServer(t, { pageFolder: builtPage(temporaryFolder(t)) });
  const policy = (await fetch(`${url}/`)).headers.get("content-security-policy") ?? "";
  assert.deepEqual(
    policy.split(";").find((rule) => rule.startsWith("script-src")),
    "script-src 'self'",
  );
  assert.equal(policy.includes("unsafe-eval"), false);
});

test("a server without a built page still has its API", async (t) => {
  const folder = temporaryFolder(t);
  const { url } = await testServer(t, { pageFolder: join(folder, "not-built") });
  assert.equal((await fetch(`${url}/`)).status, 404);
  assert.equal((await fetch(`${url}/api/v1/openapi.json`)).status, 200);
});

function builtPage(folder: string): string {
  const page = join(folder, "page");
  mkdirSync(join(page, "assets"), { recursive: true });
  writeFileSync(join(page, "index.html"), "<!doctype html><title>Rolewright</title>");
  writeFileSync(join(page, "assets", "app-1a2b.js"), "export {};");
  writeFileSync(join(folder, "secret.txt"), "not for anybody");
  return page;
}
