/** A pause after which a letter was meant by itself, and between letters that are not one word, in ms. */
export const REST_MS = 300;

/** Runs something later; the answer calls it off. */
type Later = (milliseconds: number, run: () => void) => () => void;

/**
 * Tells one letter that is meant as a command from letters that are being typed as text: a letter counts when no other
 * came shortly before or after it. Somebody who tabs once too far and writes on changes nothing.
 */
export class DeliberateLetters {
  private lastAt = -Infinity;
  private pending: { readonly run: () => void; readonly callOff: () => void } | undefined;

  constructor(private readonly later: Later) {}

  /** A letter came at `at` (ms); `run` is what it means, undefined where it means nothing. */
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

  /** Another key came, such as Tab or an arrow: the letter before it was meant. */
  settle(): void {
    const { pending } = this;
    this.pending = undefined;
    pending?.callOff();
    pending?.run();
  }
}
