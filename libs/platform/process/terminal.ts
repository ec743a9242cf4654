/** Output of a process: answers go to standard output, progress and faults to standard error. */
export interface Terminal {
  /** One line of the answer. */
  out(line: string): void;
  /** One line about how it goes. */
  err(line: string): void;
  /** Raw text to standard error, for a line that is drawn over. */
  draw(text: string): void;
  /** True where standard error is a screen that lines can be drawn over on. */
  readonly interactive: boolean;
  /** Characters a line. */
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
