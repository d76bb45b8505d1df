import type { editor as monacoEditor } from "monaco-editor/editor";
import type { Monaco } from "./load-monaco.ts";

/** Scheme of the texts that the one being edited extends; they are only read here. */
const scheme = "rolewright-text";

/** The text that a reference of `x-extends` names, as a model to look into; it goes when `owner` goes. */
export function otherText(
  { editor, Uri }: Monaco,
  owner: monacoEditor.ITextModel,
  reference: string,
  text: string,
): monacoEditor.ITextModel {
  const uri = Uri.from({ scheme, path: `/${reference}` });
  const known = editor.getModel(uri);
  if (known?.getValue() === text) return known;
  // A reference without a version may mean a newer text than before.
  known?.dispose();
  const model = editor.createModel(text, "json", uri);
  const leaving = owner.onWillDispose(() => model.dispose());
  model.onWillDispose(() => leaving.dispose());
  return model;
}

/** Going to a place in another text shows it within the one being edited: there is one editor, and one text in it. */
export function openOtherTexts({ editor }: Monaco): void {
  editor.registerEditorOpener({
    openCodeEditor(source, resource) {
      if (resource.scheme !== scheme) return false;
      source.trigger("other text", "editor.action.peekDefinition", null);
      return true;
    },
  });
}
