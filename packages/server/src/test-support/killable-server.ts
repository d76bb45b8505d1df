import { fileURLToPath } from "node:url";
import { defaultLimits } from "../collaboration/limits.ts";
import { collaborationPath } from "../paths.ts";
import type { TemplateSummary } from "../protocol.ts";
import type { ServerOptions } from "../server.ts";
import { type Killable, startProgram } from "./kill-rounds.ts";
import { socketWith } from "./peer.ts";
import { type Client, signInBy } from "./test-server.ts";

const program = fileURLToPath(new URL("./serve-child.ts", import.meta.url));

/** Writers here are programs: their rate is not what is looked at. */
const rate = { burst: 1e9, perSecond: 1e9 };

/**
 * Our server in a process of its own on a data folder, with a template to write in. It is folded after few edits, so
 * that many kills fall into a compaction. The session of the first start has to outlive all of them.
 */
export async function killableServer(options: ServerOptions): Promise<Killable> {
  const settings: ServerOptions = {
    compactAfter: 40,
    limits: { ...defaultLimits, connectionRate: rate, userRate: rate },
    ...options,
  };
  let owner: Client | undefined;
  let doc = "";
  let port = 0;
  return {
    async start() {
      const { child, line } = await startProgram(program, JSON.stringify({ ...settings, port }));
      const { url, link } = line as { readonly url: string; readonly link: string };
      port = Number(new URL(url).port);
      if (owner === undefined) {
        owner = await signInBy(url, link);
        const made = await owner.post<TemplateSummary>("/templates", { title: "压力" });
        doc = made.id;
      }
      return {
        child,
        address: url.replace("http", "ws") + collaborationPath,
        socketClass: socketWith(owner.headers),
        doc,
      };
    },
  };
}
