/** The days in a text, one a line or parted by commas or spaces, and what in it is none. */
export function daysIn(text: string): { readonly days: readonly string[]; readonly wrong: readonly string[] } {
  const words = text.split(/[\s,，、;；]+/).filter((word) => word !== "");
  const days = words.filter(isDay);
  return { days: [...new Set(days)].sort(), wrong: words.filter((word) => !isDay(word)) };
}

/** An ISO date that is in the calendar: 2026-02-30 is not. */
function isDay(word: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(word)) return false;
  const time = Date.parse(`${word}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(word);
}
