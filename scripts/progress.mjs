const WIDTH = 24;
const EVERY_MS = 120;
const PLAIN_EVERY_S = 10;

/**
 * Reports progress on standard error: a line that is redrawn on a terminal, occasional lines elsewhere. `measure`
 * returns the part done, 0 to 1, or undefined if unknown.
 */
export async function withProgress(what, work, measure = () => undefined) {
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  const moving = process.stderr.isTTY && !process.env.CI;
  let nextPlain = PLAIN_EVERY_S;
  if (!moving) process.stderr.write(`${what} …\n`);
  const timer = setInterval(
    () => {
      const done = measure();
      if (moving) process.stderr.write(`\r\x1b[2K${what} ${bar(done, seconds())}`);
      else if (seconds() >= nextPlain) {
        process.stderr.write(`${what} … ${bar(done, seconds(), 0)}\n`);
        nextPlain += PLAIN_EVERY_S;
      }
    },
    moving ? EVERY_MS : 1000,
  );
  try {
    const result = await work();
    finish(`${what}: done in ${seconds().toFixed(1)} s`);
    return result;
  } catch (error) {
    finish(`${what}: failed after ${seconds().toFixed(1)} s`);
    throw error;
  } finally {
    clearInterval(timer);
  }

  function finish(line) {
    clearInterval(timer);
    process.stderr.write(moving ? `\r\x1b[2K${line}\n` : `${line}\n`);
  }
}

function bar(done, seconds, width = WIDTH) {
  const time = `${Math.round(seconds)} s`;
  if (done === undefined) return `${'|/-\\'[Math.floor(seconds * 8) % 4]} ${time}`;
  const part = Math.min(1, Math.max(0, done));
  const filled = Math.round(part * width);
  const drawn = width > 0 ? `[${'#'.repeat(filled)}${'-'.repeat(width - filled)}] ` : '';
  return `${drawn}${Math.round(part * 100)} %  ${time}`;
}
