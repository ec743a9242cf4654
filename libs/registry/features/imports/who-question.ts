/** Somebody whom a line may be about: one who is registered, or one whom an earlier line of the file is about. */
export interface WhoOption {
  /** What is answered to choose them: the person's id, or `line-` and the number of the earlier line. */
  readonly answer: string;
  readonly name: string;
  readonly email: string | null;
  readonly title: string | null;
  /** The earlier line; null for one who is registered. */
  readonly line: number | null;
}

/** A line of which it is not certain whom it is about. */
export interface WhoQuestion {
  /** The line that is asked about; answers are given by it. */
  readonly line: number;
  readonly file: string;
  readonly name: string;
  readonly email: string | null;
  readonly title: string | null;
  readonly options: readonly WhoOption[];
  /** What was answered, where it is one of the options or `new`. */
  readonly answer: string | null;
}
