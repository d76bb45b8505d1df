/** The month of a day, and those around it, newest first: what a new scorecard may be opened for. */
export function monthsAround(today: Date, before: number, after: number): readonly string[] {
  const months: string[] = [];
  for (let shift = after; shift >= -before; shift--) {
    const first = new Date(today.getFullYear(), today.getMonth() + shift, 1);
    months.push(`${first.getFullYear()}-${String(first.getMonth() + 1).padStart(2, "0")}`);
  }
  return months;
}
