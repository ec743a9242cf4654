import type { Terminal } from '#platform/process';

/** Progress of a long command. */
export interface Progress {
  /** `total` is undefined while the amount is unknown. */
  at(done: number, total?: number, note?: string): void;
  /** Ends the line with a sentence that remains. */
  end(summary?: string): void;
}

const BAR = 24;
const REDRAW_MS = 100;
/** Milliseconds between lines where output cannot be overwritten (a log file, CI). */
const QUIET_MS = 5_000;

/**
 * A progress bar on a terminal, otherwise a plain line every few seconds; always on standard error, so that standard
 * output holds only the answer. A command that ends within a second shows none.
 */
export function progressOn(terminal: Terminal, label: string, now: () => number = Date.now): Progress {
  const start = now();
  let last = start;
  let drawn = false;
  const every = terminal.interactive ? REDRAW_MS : QUIET_MS;
  const erase = () => {
    if (drawn && terminal.interactive) terminal.draw('\r\u001b[K');
    drawn = false;
  };
  return {
    at(done, total, note) {
      const time = now();
      if (time - last < every || time - start < 400) return;
      last = time;
      const line = lineOf(label, done, total, (time - start) / 1000, note);
      if (!terminal.interactive) return terminal.err(line);
      drawn = true;
      terminal.draw(`\r${line.slice(0, Math.max(20, terminal.width - 1))}\u001b[K`);
    },
    end(summary) {
      erase();
      if (summary !== undefined) terminal.err(summary);
    },
  };
}

function lineOf(label: string, done: number, total: number | undefined, seconds: number, note = ''): string {
  const tail = note && `  ${note}`;
  if (total === undefined || total <= 0) return `${label}  ${count(done)}  ${clock(seconds)}${tail}`;
  const share = Math.min(1, done / total);
  const bar = '█'.repeat(Math.round(share * BAR)).padEnd(BAR, '░');
  const left = share > 0.02 ? `, ${clock((seconds / share) * (1 - share))} left` : '';
  return `${label}  ${bar} ${String(Math.floor(share * 100)).padStart(3)} %  ${count(done)} of ${count(total)}${left}${tail}`;
}

/** 12345 as `12 345`, with a no-break space. */
export const count = (value: number | bigint): string => {
  const digits = String(value);
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 3) groups.unshift(digits.slice(Math.max(0, end - 3), end));
  return groups.join('\u00a0');
};

const clock = (seconds: number): string =>
  seconds < 60
    ? `${Math.round(seconds)} s`
    : `${Math.floor(seconds / 60)}:${String(Math.round(seconds % 60)).padStart(2, '0')}`;
