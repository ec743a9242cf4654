/** Stops the PostgreSQL of the test run and removes its folder. */
export default async function stop() {
  await globalThis.stopTestPostgres?.();
}
