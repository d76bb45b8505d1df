import { writeSync } from "node:fs";
import { resolve } from "node:path";
import type { startServer } from "@rolewright/server";
import { InvalidArgumentError, Option } from "commander";
import { type Context, type ExitCode, exitCodes, UseError } from "../context.ts";
import { acting, type CliCommand } from "./command.ts";

interface Options {
  readonly host: string;
  readonly port?: number;
  readonly data: string;
  readonly address?: string;
}

type Server = Awaited<ReturnType<typeof startServer>>;

/** Tried in this order while no port is named: 8080, and the next ones when others use it. */
const usualPorts = Array.from({ length: 20 }, (_, index) => 8080 + index);

/** `rolewright serve`: the server with its page, until a signal ends it. Options win over the environment. */
export const serveCommand: CliCommand = {
  name: "serve",
  define(command, context, outcome) {
    const { t } = context.words;
    command
      .addOption(new Option("--host <address>", t("cli.options.host")).env("HOST").default("127.0.0.1"))
      .addOption(new Option("--port <number>", t("cli.options.port")).env("PORT").argParser(portNumber))
      .addOption(new Option("--data <folder>", t("cli.options.data")).env("ROLEWRIGHT_DATA").default("./data"))
      .addOption(new Option("--address <url>", t("cli.options.address")).env("ROLEWRIGHT_ADDRESS"))
      .action(acting(outcome, (options: Options) => serve(options, context)));
  },
};

function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) throw new InvalidArgumentError("");
  return port;
}

async function serve(options: Options, { terminal, words }: Context): Promise<ExitCode> {
  const dataFolder = resolve(options.data);
  const ended = signal();
  const server = await start({ ...options, dataFolder });
  terminal.out(words.t("cli.serve.ready", { link: await server.signInLink(), data: dataFolder }));
  const problem = await Promise.race([ended, server.broken]);
  if (problem !== undefined) return die(words.t("cli.serve.broken", { data: dataFolder, problem: problem.message }));
  await server.close();
  terminal.err(words.t("cli.serve.closed"));
  return exitCodes.fine;
}

/** Ends as a crash would, since closing would write on: what reached the disk is found out at the next start. */
function die(message: string): never {
  writeSync(process.stderr.fd, `${message}\n`);
  process.kill(process.pid, "SIGKILL");
  throw new Error(message);
}

/** Resolves at the first signal to end; later ones end the process at once, as people expect of a second Ctrl+C. */
function signal(): Promise<void> {
  return new Promise((resolve) => {
    for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(name, () => resolve());
  });
}

async function start({ host, port, dataFolder, address }: Options & { dataFolder: string }): Promise<Server> {
  const { startServer } = await import("@rolewright/server"); // Only this command pays for loading it.
  const ports = port === undefined ? usualPorts : [port];
  const publicAddress = address === undefined ? {} : { publicAddress: address };
  for (const candidate of ports) {
    try {
      return await startServer({ dataFolder, host, port: candidate, ...publicAddress });
    } catch (error) {
      if (!isTaken(error)) throw failure(error, { host, port: candidate, data: dataFolder });
    }
  }
  throw new UseError("portTaken", { port: ports[0], host });
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EADDRINUSE";
}

interface Place {
  readonly host: string;
  readonly port: number;
  readonly data: string;
}

/** What people can mend themselves gets a sentence; anything else is a fault of ours and keeps its stack trace. */
function failure(error: unknown, { host, port, data }: Place): unknown {
  if (!(error instanceof Error && "code" in error)) return error;
  const { code, message } = error;
  const isOfNetwork = "syscall" in error && (error.syscall === "listen" || error.syscall === "getaddrinfo");
  if (isOfNetwork) return code === "EACCES" ? new UseError("portRefused", { port }) : new UseError("badHost", { host });
  if (code === "storage-busy") return new UseError("dataInUse", { data });
  if (code === "SQLITE_NOTADB" || code === "SQLITE_CORRUPT") return new UseError("dataBroken", { data });
  if (isOfFolder(code)) return new UseError("dataRefused", { data, problem: message });
  return error;
}

/** The folder cannot be made, read or written. */
function isOfFolder(code: unknown): boolean {
  const codes = ["EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST", "ENOENT", "ENOSPC"];
  const ofDatabase = ["SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_FULL"];
  return typeof code === "string" && (codes.includes(code) || ofDatabase.some((each) => code.startsWith(each)));
}
