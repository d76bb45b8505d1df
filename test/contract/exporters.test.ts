import assert from "node:assert/strict";
import { after, test } from "node:test";
import { exporters, type Writer } from "@rolewright/exporters";
import { type PrintDocument, roleDocument, scorecardDocument } from "@rolewright/exporters/document";
import { createTranslator, languages } from "@rolewright/locale";
import { inspect, localize, type RoleModel, scorecard } from "@rolewright/runtime";
import { getDocumentProxy } from "unpdf";
import { examples, shippedLibrary, shippedTemplates } from "./shipped.ts";

const sha256 = "9f3c71ab04de58c2".repeat(4);
const writers: { id: string; writer: Writer }[] = [];
for (const { id, load } of exporters) writers.push({ id, writer: await load() });
const documents = await allDocuments();

after(async () => {
  for (const { writer } of writers) await writer.close?.();
});

test("exporters have ids, endings and media types of their own", () => {
  for (const field of ["id", "extension", "mediaType"] as const) {
    assert.equal(new Set(exporters.map((exporter) => exporter[field])).size, exporters.length, field);
  }
});

for (const { name, document } of documents) {
  test(`${name} is made the same twice and numbers its items as the screen does`, () => {
    assert.deepEqual(document(), document());
    const numbers = rowNumbers(document());
    assert.deepEqual(numbers, [...new Set(numbers)], "no number twice");
  });

  for (const { id, writer } of writers) {
    test(`${id} writes ${name}, the same twice, and leaves the document as it was`, async () => {
      const made = document();
      const first = await writer.write(made);
      assert.ok(first.length > 500);
      assert.deepEqual(Buffer.from(await writer.write(made)), Buffer.from(first));
      assert.deepEqual(made, document());
    });
  }

  test(`${name} as PDF holds every item's words`, async () => {
    const made = document();
    const pdf = writers.find(({ id }) => id === "pdf");
    assert.ok(pdf);
    const text = await textOf(await pdf.writer.write(made));
    const missing = itemTexts(made).filter((wanted) => !text.includes(bare(wanted)));
    assert.deepEqual(missing, []);
  });
}

test("documents in English show no Chinese", () => {
  for (const { name, document } of documents.filter((entry) => entry.name.endsWith(" in en"))) {
    const chinese = itemTexts(document()).filter((text) => /\p{Script=Han}/u.test(text));
    assert.deepEqual(chinese, [], name);
  }
});

interface Made {
  readonly name: string;
  readonly document: () => PrintDocument;
}

/** Every shipped template as role document and every example as scorecard, in every language. */
async function allDocuments(): Promise<Made[]> {
  const made: Made[] = [];
  for (const { tag } of languages) {
    const translator = await createTranslator(tag);
    for (const { name, text } of shippedTemplates()) {
      const role = roleOf(text);
      made.push({ name: `${name} in ${tag}`, document: () => roleDocument(role, { translator, version: 3, sha256 }) });
    }
    for (const { name, about, templateText, people, observations } of examples()) {
      const role = roleOf(templateText);
      const holder = people.find(({ id }) => id === about.holder);
      const options = { version: about.version, ...(holder ? { holder } : {}) };
      const card = scorecard(localize(role, tag), about.period, observations, options);
      // Evidence and names are written by people, in their own language.
      const shown = tag === role.language ? { observations } : {};
      made.push({
        name: `the scorecard of ${name} in ${tag}`,
        document: () => scorecardDocument(role, card, { translator, version: about.version, sha256, ...shown }),
      });
    }
  }
  return made;
}

function roleOf(text: string): RoleModel {
  const { role, diagnostics } = inspect(text, shippedLibrary());
  assert.ok(role, JSON.stringify(diagnostics));
  return role;
}

function rowNumbers(document: PrintDocument): string[] {
  const table = document.blocks.find((block) => block.kind === "table");
  return table?.rows.flatMap(({ cells, tone }) => (tone ? [] : (cells[0] ?? []))) ?? [];
}

/** What lists, grids and tables say; titles, holders' names and organisations are apart. */
function itemTexts({ blocks }: PrintDocument): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === "table")
      return [...block.columns.map(({ title }) => title), ...block.rows.flatMap(({ cells }) => cells)];
    if (block.kind === "list") return block.items.flatMap(({ text, note }) => [text, note ?? ""]);
    if (block.kind === "facts") return block.facts.flatMap(({ label, value }) => [label, value]);
    return block.kind === "heading" ? [block.text] : [];
  });
}

async function textOf(pdf: Uint8Array): Promise<string> {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.map((item) => ("str" in item ? item.str : "")).join(""));
  }
  return bare(pages.join(""));
}

function bare(text: string): string {
  return text.replaceAll(/\s+/g, "");
}
