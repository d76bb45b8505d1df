export { type RunningServer, type ServerOptions, startServer } from "./server.ts";
export { StorageBusyError } from "./storage/storage.ts";
