import * as Y from "yjs";
import { equal, test } from "../components/browser-check.ts";
import { KeptCopy } from "./kept-copy.ts";

const textOf = (doc: Y.Doc) => doc.getText("text").toString();

async function opened(key: string, doc: Y.Doc): Promise<KeptCopy> {
  const kept = await KeptCopy.open(key, doc);
  if (!kept) throw new Error("This browser has storage.");
  return kept;
}

/** What a window that opens the text now finds in storage. */
async function found(key: string): Promise<string> {
  const doc = new Y.Doc();
  (await opened(key, doc)).close();
  return textOf(doc);
}

test("what was written is held as soon as it is said to be", async () => {
  const [key, doc] = [crypto.randomUUID(), new Y.Doc()];
  doc.getText("text").insert(0, "物业");
  const kept = await opened(key, doc);
  for (const words of ["甲", "乙", "丙"]) {
    doc.getText("text").insert(0, words);
    equal(await kept.holdsAll(), true);
    equal(await found(key), textOf(doc));
  }
  // Nothing new, asked by several at once.
  equal(await Promise.all([kept.holdsAll(), kept.holdsAll()]), [true, true]);
});

test("on a full disk it says that not all is held, and afterwards that it is", async () => {
  const [key, doc] = [crypto.randomUUID(), new Y.Doc()];
  const kept = await opened(key, doc);
  equal(await kept.holdsAll(), true);
  const { add } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.add = function full(...args) {
    const request = add.apply(this, args);
    this.transaction.abort();
    return request;
  };
  const unhandled = (event: PromiseRejectionEvent) => event.preventDefault();
  window.addEventListener("unhandledrejection", unhandled);
  doc.getText("text").insert(0, "丢");
  equal(await kept.holdsAll(), false);
  IDBObjectStore.prototype.add = add;
  doc.getText("text").insert(0, "得");
  equal(await kept.holdsAll(), true);
  equal(await found(key), textOf(doc));
  window.removeEventListener("unhandledrejection", unhandled);
});
