/** Who wrote when, above a message that was copied out of a chat: 李姐 09:12, Dana Whitlock 10:02 AM. */
const stamp =
  /^[\p{L}.'-]{1,20}(?: [\p{L}.'-]{1,20}){0,2}\s+(?:\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?\s+|\d{1,2}[-/月]\d{1,2}日?\s+)?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]m)?$/iu;

/** Whether a line only tells who wrote the message below it. */
export function isStamp(line: string): boolean {
  return line.length <= 60 && stamp.test(line);
}
