/** A point in time (RFC 3339) as the reader's clock shows it, for `datetime-local` fields; empty where it is none. */
export function localTimeOf(instant: string): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? "" : wallClock(date).toISOString().slice(0, 16);
}

/** The point in time a `datetime-local` field names, with the offset from UTC that then holds for the reader. */
export function instantOf(local: string): string {
  const date = new Date(local);
  if (Number.isNaN(date.getTime())) return "";
  const offset = -date.getTimezoneOffset();
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  const zone = `${offset < 0 ? "-" : "+"}${pad(hours)}:${pad(minutes)}`;
  return `${wallClock(date).toISOString().slice(0, 19)}${zone}`;
}

/** The date whose UTC parts are the local parts of this one. */
function wallClock(date: Date): Date {
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
