/** Whether a menu or panel of the browser's own is open, to which Escape belongs: it closes it, and nothing else does. */
export function menuIsOpen(): boolean {
  return document.querySelector(":is([popover=''], [popover=auto]):popover-open") !== null;
}
