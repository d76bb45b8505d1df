/** An item of a draft before it is text; its comment stands as the first line inside it. */
export interface DraftItem {
  readonly comment?: string;
  readonly schema: object;
}

const commentKey = "//";

/** The item as a value for `textOf`. */
export function commented({ comment, schema }: DraftItem): object {
  return comment === undefined ? schema : { [commentKey]: comment, ...schema };
}

/** The text of a draft as JSONC: what `commented` put in becomes comments. JSON text never breaks a line inside a string. */
export function textOf(template: object): string {
  const comment = /^(\s*)"\/\/": (".*"),?$/gmu;
  return JSON.stringify(template, null, 2).replace(
    comment,
    (_line, indent: string, text: string) => `${indent}// ${oneLine(JSON.parse(text))}`,
  );
}

/** Words that can stand in a line comment. */
export function oneLine(text: string): string {
  return text.replace(/[\r\n\u2028\u2029]/gu, " ");
}

/** An item that is ticked. */
export function tick(title: string, item: object): DraftItem {
  return { schema: { title, type: "boolean", "x-item": item } };
}
