import { comparedWords, type Description, draftTemplate } from "@rolewright/importer";
import { createTranslator } from "@rolewright/locale";
import { findDuplicates } from "@rolewright/runtime";
import { newId } from "../accounts/secrets.ts";
import { notFound, ProblemError, required } from "../http/problem.ts";
import type { AlikeRole, AlikeRoles, ImportDraft, ImportedDescription, NewImportDrafts } from "../protocol.ts";
import type { TemplateStore } from "../templates/template-store.ts";
import type { ImportStore, WholeFile } from "./import-store.ts";

/** Makes templates of what was imported, and finds what is there twice. */
export class ImportDrafts {
  readonly #store: ImportStore;
  readonly #templates: TemplateStore;

  constructor(store: ImportStore, templates: TemplateStore) {
    this.#store = store;
    this.#templates = templates;
  }

  /** Writes templates; a description that has one already is left out. */
  async create(workspaceId: string, batch: string, wish: NewImportDrafts, by: string): Promise<ImportDraft[]> {
    const drafts: ImportDraft[] = [];
    const wanted = wish.descriptions ?? (await this.#ofConfirmed(workspaceId, batch));
    for (const [id, descriptions] of grouped(wanted)) {
      const file = await this.#store.file(workspaceId, batch, id);
      for (const description of descriptions) {
        // Read anew each time: what was made is kept before the next is begun, and is not made twice.
        const { templates } = await this.#store.file(workspaceId, batch, id);
        if (templates.some((made) => made.description === description)) continue;
        const template = await this.#write(workspaceId, file, description, wish.family ?? "", by);
        await this.#store.setTemplates(workspaceId, id, [...templates, { description, template }]);
        const summary = required(await this.#templates.find(workspaceId, template, by), notFound("template"));
        drafts.push({ file: id, description, template: { ...summary } });
      }
    }
    return drafts;
  }

  /** Roles of the import that are alike, among themselves and to templates of the library. */
  async alike(workspaceId: string, batch: string, by: string): Promise<AlikeRoles[]> {
    const compared = [...(await this.#library(workspaceId, by)), ...(await this.#imported(workspaceId, batch))];
    const byKey = new Map(compared.map(({ role }, index) => [String(index), role]));
    const roles = compared.map(({ role, words }, index) => ({ key: String(index), title: role.title, words }));
    return findDuplicates(roles)
      .map(({ kind, keys, likeness }) => ({ kind, likeness, roles: keys.flatMap((key) => byKey.get(key) ?? []) }))
      .filter((group) => group.roles.some(({ description }) => description !== null));
  }

  async #ofConfirmed(workspaceId: string, batch: string): Promise<ImportedDescription[]> {
    const files = (await this.#store.files(workspaceId, batch)).filter(({ state }) => state === "confirmed");
    return files.flatMap(({ id, facts }) => (facts?.titles ?? []).map((_, description) => ({ file: id, description })));
  }

  async #write(workspaceId: string, file: WholeFile, index: number, family: string, by: string): Promise<string> {
    const { name, result } = file;
    if (result === undefined) throw new ProblemError(409, "import-not-read", { name });
    const missing = new ProblemError(404, "import-description-not-found", { name, number: index + 1 });
    const description = required(result.descriptions[index], missing);
    const id = newId();
    const { language } = result.source;
    const { t } = await createTranslator(language);
    const options = { id: `https://rolewright.dev/roles/own/${id}`, language, sourceName: name };
    const text = draftTemplate(description, options, (word) => t(`reading.draft.${word}`));
    await this.#templates.create(workspaceId, family, by, id);
    await this.#templates.write(workspaceId, id, text, by);
    return id;
  }

  async #imported(workspaceId: string, batch: string) {
    const found: { readonly role: AlikeRole; readonly words: string }[] = [];
    for (const { id } of await this.#store.files(workspaceId, batch)) {
      const { name, result, templates } = await this.#store.file(workspaceId, batch, id);
      for (const [index, description] of (result?.descriptions ?? []).entries()) {
        const made = templates.find((template) => template.description === index);
        // What became a template is compared as that template.
        if (made === undefined)
          found.push({ role: roleOf(id, name, index, description), words: comparedWords(description) });
      }
    }
    return found;
  }

  async #library(workspaceId: string, by: string) {
    const found: { readonly role: AlikeRole; readonly words: string }[] = [];
    for (const { id, title, family, archived } of await this.#templates.list(workspaceId, by)) {
      if (archived) continue;
      const { text } = await this.#templates.read(workspaceId, id);
      found.push({ role: { title, description: null, template: id, from: family }, words: titlesIn(text) });
    }
    return found;
  }
}

function roleOf(file: string, name: string, index: number, { title }: Description): AlikeRole {
  return { title: title?.text ?? "", description: { file, description: index }, template: null, from: name };
}

/** The titles of a template's items, which are its words. */
function titlesIn(text: string): string {
  return [...text.matchAll(/"title"\s*:\s*"((?:[^"\\]|\\.)*)"/gu)].map(([, title]) => title).join("\n");
}

function grouped(descriptions: readonly ImportedDescription[]): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  for (const { file, description } of descriptions) groups.set(file, [...(groups.get(file) ?? []), description]);
  return groups;
}
