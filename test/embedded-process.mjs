import './typescript.mjs';

/** A process with an embedded PostgreSQL on the given folder, for tests that kill it. */
const { startEmbeddedPostgres } = await import('../libs/platform/database/embedded/index.ts');

try {
  const { url, pid } = await startEmbeddedPostgres({ folder: process.argv[2] });
  process.stdout.write(`${JSON.stringify({ url, pid })}\n`);
  setInterval(() => undefined, 1000);
} catch (refused) {
  process.stdout.write(`${JSON.stringify({ refused: refused.message })}\n`);
}
