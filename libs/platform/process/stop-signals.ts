import { EXIT } from './exit-codes.js';
import type { Terminal } from './terminal.js';

/** A second signal within this time, in ms, counts as a copy of the first: npm forwards Ctrl-C. */
const SAME_SIGNAL = 1000;

/**
 * The first Ctrl-C or SIGTERM asks the command to stop cleanly; the second ends the process at once (the log is
 * durable; the next start recovers).
 */
export function stopSignals(terminal: Terminal): { signal: AbortSignal; release(): void } {
  const controller = new AbortController();
  let signals = 0;
  const stop = () => {
    if (controller.signal.aborted) {
      if (performance.now() - signals < SAME_SIGNAL) return;
      process.exit(EXIT.interrupted);
    }
    signals = performance.now();
    terminal.err('Stopping … (Ctrl-C again stops at once)');
    controller.abort();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return {
    signal: controller.signal,
    release: () => {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
    },
  };
}
