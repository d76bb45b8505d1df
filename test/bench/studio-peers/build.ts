import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));

/** The peers' pages, served; each is the address with the name of a peer. */
export interface PeerPages {
  readonly url: string;
  close(): void;
}

/**
 * Builds the peers' pages for production and serves them as our own server at `like` serves its page: an opener policy
 * costs a load a new process, and what may be kept is compiled once. Monaco's page shows `text`.
 */
export async function servePeers(text: string, like: string): Promise<PeerPages> {
  const files = await bundles();
  const headers = await headersLike(like);
  const server = createServer((request, response) => {
    const name = (request.url ?? "/").slice(1);
    const content = files.get(name) ?? (files.has(`${name}.js`) ? pageOf(name, text) : undefined);
    const type = name.endsWith(".js") ? "text/javascript" : name.endsWith(".css") ? "text/css" : "text/html";
    const sent = type === "text/html" ? headers.page : headers.asset;
    response
      .writeHead(content === undefined ? 404 : 200, { ...sent, "content-type": `${type}; charset=utf-8` })
      .end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

interface PageHeaders {
  readonly page: Readonly<Record<string, string>>;
  readonly asset: Readonly<Record<string, string>>;
}

/** Not the content security policy: under ours JSON Forms does not run, as it makes code from text. */
const shared = ["cross-origin-opener-policy", "origin-agent-cluster", "cache-control"];

async function headersLike(url: string): Promise<PageHeaders> {
  const page = await fetch(url);
  const [script] = /\/assets\/[\w.-]+\.js/.exec(await page.text()) ?? [];
  if (!script) throw new Error(`No page with a script is served at ${url}.`);
  const asset = await fetch(new URL(script, url));
  const pick = ({ headers }: Response) =>
    Object.fromEntries(
      shared.flatMap((name) => {
        const value = headers.get(name);
        return value === null ? [] : [[name, value]];
      }),
    );
  return { page: pick(page), asset: pick(asset) };
}

async function bundles(): Promise<ReadonlyMap<string, Uint8Array>> {
  const { outputFiles } = await build({
    absWorkingDir: here,
    entryPoints: {
      monaco: "./monaco.mjs",
      "json-forms": "./json-forms.mjs",
      survey: "./survey.mjs",
      "editor.worker": "monaco-editor/editor/editor.worker",
      "json.worker": "monaco-editor/languages/features/json/json.worker",
    },
    outdir: here,
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    define: { "process.env.NODE_ENV": '"production"' },
    loader: { ".ttf": "dataurl" },
    logLevel: "error",
  });
  return new Map(outputFiles.map(({ path, contents }) => [path.slice(here.length), contents]));
}

function pageOf(name: string, text: string): string {
  const given = name === "monaco" ? `<script type="text/plain" id="text">${text}</script>` : "";
  return `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/${name}.css">
    <body style="margin:0">${given}<div id="host" style="height:100vh;overflow:auto"></div>
    <script type="module" src="/${name}.js"></script>`;
}
