/** Five megabytes of well-formed text. */
export const files = { "role.jsonc": `{ "description": "${"客".repeat((5 * 2 ** 20) / 3)}" }\n` };
