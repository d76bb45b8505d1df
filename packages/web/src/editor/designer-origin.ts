/** Transaction origin of changes made through forms rather than by typing: undone together with what was typed. */
export const designerOrigin = Object.freeze({ name: "designer" });
