import type { Download, Page } from "playwright-core";

/** Id of the live template with this title, asked of the API with the page's own session. */
export async function templateId(page: Page, title: string): Promise<string> {
  const { items } = await (await page.request.get(api(page, "/templates"))).json();
  return items.find((template: { title: string }) => template.title === title).id;
}

/** The text of a template as the server has it. */
export async function storedText(page: Page, id: string): Promise<string> {
  return (await (await page.request.get(api(page, `/templates/${id}`))).json()).text;
}

function api(page: Page, path: string): string {
  return `${new URL(page.url()).origin}/api/v1${path}`;
}

/** Opens the workspace of a role and waits until its text can be written. */
export async function openRole(page: Page, id: string): Promise<void> {
  await page.goto(`/roles/${id}`);
  await editorLines(page).getByText("$schema").first().waitFor();
}

/** The lines that Monaco shows. */
export function editorLines(page: Page) {
  return page.locator("rw-code-editor .view-lines").first();
}

/** Puts the caret behind the value of the first line that holds `"key":`, inside its closing quotation mark. */
export async function caretAfterValue(page: Page, text: string, key: string): Promise<void> {
  const line = text.split("\n").findIndex((candidate) => candidate.includes(`"${key}":`));
  await editorLines(page).click();
  await page.keyboard.press("ControlOrMeta+Home");
  for (let step = 0; step < line; step += 1) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("End");
  for (const _ of '",') await page.keyboard.press("ArrowLeft");
}

/** Waits until everything written is on the server's disk. */
export async function saved(page: Page): Promise<void> {
  await page.locator("[data-save=saved]").waitFor();
}

/** The bytes of a download. */
export async function bytesOf(download: Download): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of await download.createReadStream()) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
