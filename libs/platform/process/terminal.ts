/** Output of a process: answers to standard output, progress and faults to standard error. */
export interface Terminal {
  /** One line of the answer. */
  out(line: string): void;
  /** One line of progress. */
  err(line: string): void;
  /** Raw text to standard error, for a line that is redrawn. */
  draw(text: string): void;
  /** True if standard error is a terminal on which lines can be redrawn. */
  readonly interactive: boolean;
  /** Characters per line. */
  readonly width: number;
}

export const processTerminal: Terminal = {
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
  draw: (text) => void process.stderr.write(text),
  interactive: process.stderr.isTTY === true,
  get width() {
    return process.stdout.columns ?? process.stderr.columns ?? 120;
  },
};
