import { type ServerOptions, startServer } from "../server.ts";

/** A server in a process of its own, for tests that kill it: `node serve-child.ts <options as JSON>`. */
const server = await startServer(JSON.parse(process.argv[2] ?? "{}") as ServerOptions);
process.stdout.write(`${JSON.stringify({ url: server.url, link: await server.signInLink() })}\n`);
