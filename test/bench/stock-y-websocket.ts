import { once } from "node:events";
import { createServer } from "node:net";

/** The y-websocket server's own program, in memory, on a free port; says its address in one line of JSON. */
const probe = createServer().listen(0, "127.0.0.1");
await once(probe, "listening");
const address = probe.address();
const port = typeof address === "object" && address !== null ? address.port : 0;
probe.close();
await once(probe, "close");
process.env.HOST = "127.0.0.1";
process.env.PORT = String(port);
// It prints a line of its own when it listens.
console.log = () => process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${port}` })}\n`);
await import(new URL("./server.js", import.meta.resolve("@y/websocket-server/utils")).href);
