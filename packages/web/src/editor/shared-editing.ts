/* What an editor shares a text with others by: loaded with the editor, since a role is looked at before it is written. */
export { PeerCursors } from "./peer-cursors.ts";
export { bindText } from "./yjs-binding.ts";
