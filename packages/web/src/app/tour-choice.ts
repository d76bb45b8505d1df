const key = "rolewright.tour";

/** Whether the tour was never begun and never declined in this browser. */
export function tourIsNew(): boolean {
  return localStorage.getItem(key) === null;
}

/** It has been begun, and is offered no more. */
export function beginTour(): void {
  localStorage.setItem(key, "begun");
}

/** It is not offered again; the account menu still has it. */
export function declineTour(): void {
  localStorage.setItem(key, "left");
}
