import pg from 'pg';
import { StartRefused } from '#platform/environment';
import type { Server } from './server.js';

/**
 * Opens one connection: a server whose files are damaged or that lacks file handles takes connections, and fails each.
 * @throws StartRefused with the server's own sentence; the server is stopped first
 */
export async function refuseUnopened(url: string, folder: string, server: Server): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  // An error after the first is of a connection that has already failed.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
  } catch (error) {
    await server.stop();
    throw new StartRefused(
      `The database in ${folder} does not open (${error instanceof Error ? error.message : 'no answer'}): ` +
        'put the data folder back from a backup, or choose another with SAMSPILL_DATA.',
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}
