/** 3,000 objects inside each other. */
export const files = { "role.jsonc": `${'{"a":'.repeat(3000)}1${"}".repeat(3000)}\n` };
