const known: Readonly<Record<number, string>> = {
  254: "☑",
  253: "☒",
  168: "□",
  111: "□",
  252: "✓",
  251: "✗",
  224: "→",
};

/** The sign that people tick and point with, by its code in a symbol font; the rest of these fonts are bullets. */
export function symbolSign(code: number): string {
  if (Number.isNaN(code)) return "";
  return known[code >= 0xf000 ? code - 0xf000 : code] ?? "•";
}
