/** Keywords of an item besides its own schema: what stands in `x-item`. */
type ItemKeywords = Readonly<Record<string, unknown>>;

/** A whole template with the given work standards; what a test does not speak of is as plain as it can be. */
export function roleTemplate(
  standards: Readonly<Record<string, unknown>>,
  root: Readonly<Record<string, unknown>> = {},
) {
  return {
    $schema: "https://rolewright.dev/role/1",
    $id: "https://rolewright.dev/roles/test/role",
    title: "测试岗位",
    type: "object",
    "x-role": { language: "zh-CN" },
    properties: {
      standards: { title: "工作标准", type: "object", "x-section": { kind: "standards" }, properties: standards },
    },
    ...root,
  };
}

/** A monthly standard recorded as one figure. */
export function figure(title: string, keywords: ItemKeywords) {
  return { title, type: "number", "x-item": { every: "month", ...keywords } };
}

/** The text people would write: two spaces, one member per line. */
export function templateText(template: unknown): string {
  return `${JSON.stringify(template, null, 2)}\n`;
}
