/** Words the draft needs beside those of the source: messages `reading.draft.<word>`, in the source's language. */
export type DraftWord =
  | "untitled"
  | "qualifications"
  | "duties"
  | "standards"
  | "years"
  | "source"
  | "others"
  | "part"
  | "whole"
  | "plan"
  | "actual"
  | "day"
  | "age"
  | "dayUndecided"
  | "rhythmUnsaid"
  | EducationLevel;

/** The levels of education, the lowest first. */
export const educationLevels = [
  "primary",
  "junior-secondary",
  "senior-secondary",
  "associate",
  "bachelor",
  "master",
  "doctorate",
] as const;

/** A level of education. */
export type EducationLevel = (typeof educationLevels)[number];

/** Says a word in the language of the source. */
export type SayWord = (word: DraftWord) => string;
