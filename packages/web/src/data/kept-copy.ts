import * as idb from "lib0/indexeddb";
import { IndexeddbPersistence, storeState } from "y-indexeddb";
import * as Y from "yjs";

/** Origin of changes that were made earlier, offline, and come back from this browser's storage. */
const keptOrigin = Object.freeze({ name: "kept" });

/** The copy of a document in this browser's storage, for what was typed while the server was away. */
export class KeptCopy {
  readonly #listener = (update: Uint8Array): void => {
    this.#held = undefined;
    Y.applyUpdate(this.copy, update);
  };
  /** What storage answered, or will answer, since the last change. */
  #held: Promise<boolean> | undefined;
  #lastKey = 0;
  #lacks = false;

  private constructor(
    private readonly doc: Y.Doc,
    private readonly copy: Y.Doc,
    private readonly store: IndexeddbPersistence,
  ) {
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
    doc.on("update", this.#listener);
  }

  /**
   * Merges an earlier copy into the document and keeps it up to date from then on. A copy that has nothing in common
   * with the document is of another data folder (same address, same template): merged, its text would stand there
   * twice, so it is dropped. Undefined where the browser gives no storage.
   */
  static async open(key: string, doc: Y.Doc): Promise<KeptCopy | undefined> {
    const copy = new Y.Doc();
    const store = await storeOf(key, copy);
    if (!store) return undefined;
    if (related(doc, copy)) {
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(copy, Y.encodeStateVector(doc)), keptOrigin);
      return new KeptCopy(doc, copy, store);
    }
    await store.clearData();
    const fresh = new Y.Doc();
    const freshStore = await storeOf(key, fresh);
    return freshStore && new KeptCopy(doc, fresh, freshStore);
  }

  /**
   * Whether storage has all that is in the document now, so that it outlives this window: resolves when what is on its
   * way there has come, or has failed, as it does on a full disk.
   */
  async holdsAll(): Promise<boolean> {
    // An update is told to everybody who listens to it before it is written.
    await Promise.resolve();
    this.#held ??= this.#hasGrown();
    const answer = this.#held;
    if (!(await answer) && this.#held === answer) this.#held = undefined;
    return answer;
  }

  /** Reads wait for the writes before them, and every write that succeeds adds a key. After one that did not, all is written. */
  async #hasGrown(): Promise<boolean> {
    const { db } = this.store;
    if (!db) return false;
    try {
      if (this.#lacks) await storeState(this.store);
      const [updates] = idb.transact(db, ["updates"], "readonly");
      const last = updates ? Number(await idb.getLastKey(updates)) : 0;
      this.#lacks = last <= this.#lastKey;
      this.#lastKey = Math.max(this.#lastKey, last);
    } catch {
      this.#lacks = true;
    }
    return !this.#lacks;
  }

  close(): void {
    this.doc.off("update", this.#listener);
    void this.store.destroy();
  }
}

async function storeOf(key: string, doc: Y.Doc): Promise<IndexeddbPersistence | undefined> {
  const store = new IndexeddbPersistence(key, doc);
  return store._db.then(
    () => store.whenSynced,
    () => undefined,
  );
}

/** Whether one of two documents is empty, or both have words of the same writer. */
function related(a: Y.Doc, b: Y.Doc): boolean {
  const clients = [...a.store.clients.keys()];
  return clients.length === 0 || b.store.clients.size === 0 || clients.some((client) => b.store.clients.has(client));
}
