import type { beforeHandleAwarenessPayload } from "@hocuspocus/server";
import type { RoomContext } from "./rooms.ts";

/** Bytes of one person's presence, as JSON: cursors and a name need far less. */
const maxStateLength = 4096;

/**
 * Lets a connection say only where its own person is: one state per frame, under the client id it spoke with first,
 * with `user` from the session. Everything else in the frame is dropped.
 *
 * Without this a reader could overwrite other people's cursors, and one frame could make 100,000 phantom people.
 */
export function keepOwnPresence(payload: beforeHandleAwarenessPayload<RoomContext>): void {
  const { states, connection, document, context } = payload;
  if (connection === undefined || context?.caller === undefined) {
    states.clear();
    return;
  }
  const bound = document.getClients(connection).values().next().value as number | undefined;
  const own = bound ?? free([...states.keys()].at(-1), document.awareness.getStates(), context.caller.member.id);
  const state = own === undefined ? undefined : states.get(own);
  states.clear();
  if (own === undefined || state === undefined || JSON.stringify(state).length > maxStateLength) return;
  const { id, name, color } = context.caller.member;
  states.set(own, { ...state, user: { id, name, color } });
}

/**
 * The client id, where nobody speaks under it, or only a connection of the caller's own that is half gone.
 *
 * It is the last of the frame's: Hocuspocus 4.7 puts a nameless state of its own scratch document in front.
 */
function free(
  client: number | undefined,
  taken: ReadonlyMap<number, { readonly user?: { readonly id?: unknown } }>,
  memberId: string,
): number | undefined {
  const state = client === undefined ? undefined : taken.get(client);
  return state === undefined || state.user?.id === memberId ? client : undefined;
}
