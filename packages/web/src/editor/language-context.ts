import type { LanguageContext } from "@rolewright/runtime/language";
import type { editor as monacoEditor } from "monaco-editor/editor";

const contexts = new WeakMap<monacoEditor.ITextModel, LanguageContext>();

/** What the language service may know about a model besides its text: the role it means, and what it may extend. */
export function giveContext(model: monacoEditor.ITextModel, context: LanguageContext): void {
  contexts.set(model, context);
}

/** What was given for a model last. */
export function givenContext(model: monacoEditor.ITextModel): LanguageContext | undefined {
  return contexts.get(model);
}
