import { equal, includes, test } from "../components/browser-check.ts";
import { startLanguage } from "./language.ts";
import "./sign-in.ts";

/** Answers the next requests in order, as the server would, and keeps what was asked. */
function answering(...answers: readonly (Response | "down")[]): Request[] {
  const asked: Request[] = [];
  const left = [...answers];
  window.fetch = async (input, init) => {
    asked.push(new Request(new URL(String(input), location.href), init));
    const answer = left.shift();
    if (answer === undefined || answer === "down") throw new TypeError("Failed to fetch");
    return answer;
  };
  return asked;
}

function problem(status: number, code: string): Response {
  return new Response(JSON.stringify({ type: "about:blank", title: code, status, code }), {
    status,
    headers: { "content-type": "application/problem+json" },
  });
}

/** Opens the page by a link and waits until it says how that went. */
async function opened(hash: string): Promise<HTMLElement> {
  history.replaceState(null, "", `${location.pathname}${location.search}${hash}`);
  const element = document.createElement("rw-sign-in");
  const done = changed(element, () => element.querySelector('[aria-busy="false"]') !== null);
  document.body.replaceChildren(element);
  await done;
  return element;
}

function changed(element: HTMLElement, is: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!is()) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(element, { subtree: true, childList: true, attributes: true });
  });
}

test("without a token the page says how to get in", async () => {
  const asked = answering();
  const element = await opened("");
  includes(element.textContent ?? "", "一次性登录链接");
  equal(asked.length, 0);
});

test("a link that was used up is explained, with the way to a new one and no useless retry", async () => {
  const asked = answering(problem(401, "link-not-valid"));
  const element = await opened("#token=used");
  equal(await asked[0]?.json(), { token: "used" });
  equal(element.querySelector('[role="alert"]') !== null, true);
  includes(element.textContent ?? "", "人员");
  equal(element.querySelector(".btn.primary"), null);
});

test("when the server is down the reader can try again with the same link", async () => {
  const session = { member: {}, workspace: {}, permissions: [] };
  const asked = answering("down", new Response(JSON.stringify(session), { status: 201 }));
  const element = await opened("#token=good");
  includes(element.textContent ?? "", "连不上服务器");
  const signedIn = new Promise<unknown>((resolve) => {
    element.addEventListener("signed-in", (event) => resolve((event as CustomEvent).detail), { once: true });
  });
  element.querySelector<HTMLButtonElement>(".btn.primary")?.click();
  equal(await signedIn, session);
  equal(asked.length, 2);
});

localStorage.setItem("rolewright.language", "zh-CN");
await startLanguage();
