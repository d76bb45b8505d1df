import type { NewComment } from "@rolewright/server/protocol";
import { startLanguage } from "../../../app/language.ts";
import { equal, test } from "../../../components/browser-check.ts";
import type { CommentComposer } from "./comment-composer.ts";
import "./comment-composer.ts";

await startLanguage();

const people = ["陈晨", "陈屿", "何嘉"].map((name, index) => ({ id: name, name, color: index + 1, mayApprove: true }));

/** A composer on the page, and what it said so far. */
async function composer(words?: string): Promise<{ readonly element: CommentComposer; readonly said: NewComment[] }> {
  document.body.replaceChildren();
  const element = document.createElement("rw-comment-composer");
  Object.assign(element, { people, words, label: "写批注", effect: "批注" });
  const said: NewComment[] = [];
  element.addEventListener("say", (event) => said.push((event as CustomEvent<NewComment>).detail));
  document.body.append(element);
  await element.updateComplete;
  return { element, said };
}

function field(element: Element): HTMLTextAreaElement {
  return element.querySelector(".cc-body") as HTMLTextAreaElement;
}

async function type(element: CommentComposer, text: string): Promise<void> {
  const body = field(element);
  body.focus();
  body.setRangeText(text, body.selectionStart, body.selectionEnd, "end");
  body.dispatchEvent(new InputEvent("input", { bubbles: true }));
  await element.updateComplete;
}

async function press(element: CommentComposer, key: string, more: KeyboardEventInit = {}): Promise<void> {
  field(element).dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));
  await element.updateComplete;
}

test("people are offered behind an at sign, chosen by keys, and their name is written", async () => {
  const { element, said } = await composer();
  await type(element, "请 @陈");
  // In front of each name stands their mark, its first character.
  const names = [...element.querySelectorAll("[role=option]")].map((one) => one.textContent?.replace(/\s/g, ""));
  equal(names.join(), "陈陈晨,陈陈屿");
  await press(element, "ArrowDown");
  await press(element, "Enter");
  equal(field(element).value, "请 @陈屿 ");
  equal(element.querySelectorAll("[role=option]").length, 0);
  await press(element, "Enter", { ctrlKey: true });
  equal(JSON.stringify(said), JSON.stringify([{ body: "请 @陈屿" }]));
});

test("while an input method composes no key sends anything or chooses anybody", async () => {
  const { element, said } = await composer();
  await type(element, "@陈");
  await press(element, "Enter", { isComposing: true });
  await press(element, "Enter", { isComposing: true, ctrlKey: true });
  equal(said.length, 0);
  equal(field(element).value, "@陈");
});

test("other words can be proposed where there are some, also without a word more", async () => {
  const { element, said } = await composer("投诉、报事抽查比例");
  element.querySelector<HTMLButtonElement>(".cc-foot .quiet")?.click();
  await element.updateComplete;
  const words = element.querySelector<HTMLTextAreaElement>(".cc-words");
  equal(words?.value, "投诉、报事抽查比例");
  if (words) words.value = "投诉抽查比例";
  await press(element, "Enter", { ctrlKey: true });
  equal(said[0]?.suggestion, "投诉抽查比例");
  equal((said[0]?.body ?? "") === "", false);
  equal((await composer()).element.querySelector(".cc-foot .quiet"), null);
});

test("nothing is sent when nothing was written", async () => {
  const { element, said } = await composer();
  await type(element, "  ");
  await press(element, "Enter", { ctrlKey: true });
  equal(said.length, 0);
});
