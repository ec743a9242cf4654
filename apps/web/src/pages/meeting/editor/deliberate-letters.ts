/** Milliseconds of pause around a letter that make it a command instead of typed text. */
export const REST_MS = 300;

/** Runs a task later; returns a function that cancels it. */
type Later = (milliseconds: number, run: () => void) => () => void;

/**
 * Distinguishes a letter meant as a command from typed text: a letter counts when no other comes shortly before or
 * after it. A user who tabs once too far and keeps typing changes nothing.
 */
export class DeliberateLetters {
  private lastAt = -Infinity;
  private pending: { readonly run: () => void; readonly callOff: () => void } | undefined;

  constructor(private readonly later: Later) {}

  /** A letter was pressed at `at` (ms); `run` is its command, undefined for none. */
  press(at: number, run: (() => void) | undefined): void {
    const isTyping = this.pending !== undefined || at - this.lastAt < REST_MS;
    this.lastAt = at;
    this.pending?.callOff();
    this.pending = undefined;
    if (isTyping || !run) return;
    const callOff = this.later(REST_MS, () => {
      this.pending = undefined;
      run();
    });
    this.pending = { run, callOff };
  }

  /** Another key was pressed, such as Tab or an arrow, which confirms the letter before it. */
  settle(): void {
    const { pending } = this;
    this.pending = undefined;
    pending?.callOff();
    pending?.run();
  }
}
