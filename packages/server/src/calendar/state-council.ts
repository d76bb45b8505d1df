/** One year of the State Council's arrangement of holidays: ISO dates, both ends of a span included. */
export interface HolidayArrangement {
  /** Days off, weekends inside a holiday among them. */
  readonly off: readonly (readonly [first: string, last: string])[];
  /** Weekend days that are worked instead (调休上班). */
  readonly worked: readonly string[];
}

/**
 * The holidays of mainland China with their make-up days, by year.
 *
 * Make-up days follow from no rule: the State Council arranges them anew every November, and date-holidays does not know
 * them. A year enters this list when its notice is out, from the notice itself; for other years a workspace states its
 * own days.
 *
 * 2026: 国务院办公厅关于2026年部分节假日安排的通知, 4 November 2025,
 * https://politics.gmw.cn/2025-11/04/content_38391083.htm (Xinhua).
 */
export const stateCouncilArrangements: Readonly<Record<number, HolidayArrangement>> = {
  2026: {
    off: [
      ["2026-01-01", "2026-01-03"],
      ["2026-02-15", "2026-02-23"],
      ["2026-04-04", "2026-04-06"],
      ["2026-05-01", "2026-05-05"],
      ["2026-06-19", "2026-06-21"],
      ["2026-09-25", "2026-09-27"],
      ["2026-10-01", "2026-10-07"],
    ],
    worked: ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"],
  },
};
