import { startServer } from "../server.ts";

/** A server in a process of its own, for tests that kill it: `node serve-child.ts <data folder>`. */
const server = await startServer({ dataFolder: process.argv[2] ?? "" });
process.stdout.write(`${JSON.stringify({ url: server.url, link: await server.signInLink() })}\n`);
