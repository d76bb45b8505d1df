import { createContext } from "@lit/context";
import type { Session } from "@rolewright/server/protocol";

/** Who is signed in, for every element below the shell: `@consume({ context: sessionContext })`. */
export const sessionContext = createContext<Session | undefined>("rolewright.session");

/** Whether the member may do what `permission` names (the server decides again on every request). */
export function may(session: Session | undefined, permission: string): boolean {
  return session?.permissions.includes(permission) ?? false;
}
