import { fileURLToPath, pathToFileURL } from "node:url";
import { createTranslator, type LanguageTag, type Translator, usualUnits } from "@rolewright/locale";
import type { Diagnostic, RoleModel } from "@rolewright/runtime";
import type { LanguageContext } from "@rolewright/runtime/language";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { findingsOf } from "../findings-of.ts";
import { idIn, type TemplateFiles, templatesAround } from "../template-folder.ts";

/** What is known about an open document: its findings, the role it means, and the files around it. */
export interface Reading {
  readonly version: number;
  readonly diagnostics: readonly Diagnostic[];
  /** The role it means, or the last one it meant. */
  readonly role: RoleModel | undefined;
  readonly files: TemplateFiles;
}

/** No version of any document. */
const unread = Number.NaN;

/** The open documents, read as often as needed and no more; parents are open documents first, then files. */
export class Desk {
  words: Translator;
  private readonly all: () => readonly TextDocument[];
  private readonly readings = new Map<string, Reading>();

  /** `all` gives the documents that are open now. */
  constructor(words: Translator, all: () => readonly TextDocument[]) {
    this.words = words;
    this.all = all;
  }

  async speak(tag: LanguageTag): Promise<void> {
    this.words = await createTranslator(tag);
  }

  /** The reading of the document as it is now. */
  read(document: TextDocument): Reading {
    const known = this.readings.get(document.uri);
    if (known?.version === document.version) return known;
    const files = known?.files ?? this.filesAround(document);
    const found = findingsOf(document.getText(), files);
    const reading = {
      version: document.version,
      diagnostics: found.diagnostics,
      role: found.role ?? known?.role,
      files,
    };
    this.readings.set(document.uri, reading);
    return reading;
  }

  /** What the language service may know about the document. */
  context(document: TextDocument): LanguageContext {
    const { role, files } = this.read(document);
    return { host: files, units: usualUnits(this.words), ...(role ? { role } : {}) };
  }

  /** One of the documents has changed, and may be the parent of any other: none counts as read. */
  readAgain(): void {
    for (const [uri, reading] of this.readings) this.readings.set(uri, { ...reading, version: unread });
  }

  /** Files around have changed: they are looked at again. */
  filesChanged(): void {
    for (const document of this.all()) {
      const reading = this.readings.get(document.uri);
      if (reading) this.readings.set(document.uri, { ...reading, version: unread, files: this.filesAround(document) });
    }
  }

  close(document: TextDocument): void {
    this.readings.delete(document.uri);
  }

  /** Where a text that `x-extends` names can be opened. */
  uriOf(document: TextDocument, id: string, version?: number): string | undefined {
    const open = this.openWith(document, id);
    if (open) return open.uri;
    const file = this.read(document).files.fileOf(id, version);
    return file === undefined ? undefined : pathToFileURL(file).href;
  }

  private filesAround(document: TextDocument): TemplateFiles {
    const files = templatesAround(document.uri.startsWith("file:") ? fileURLToPath(document.uri) : "untitled.jsonc");
    return {
      ...files,
      template: (id, version) => this.openWith(document, id)?.getText() ?? files.template(id, version),
    };
  }

  /** Another open document with this `$id`: what is on the screen counts, saved or not. */
  private openWith(document: TextDocument, id: string): TextDocument | undefined {
    return this.all().find((other) => other.uri !== document.uri && idIn(other.getText()) === id);
  }
}
