import pg from 'pg';
import { StartRefused } from '#platform/environment';
import type { Server } from './server.js';

/**
 * Opens one connection: a server with damaged files or without free file handles accepts connections but fails each
 * one.
 * @throws StartRefused with the server's own message; the server is stopped first
 */
export async function checkFirstConnection(url: string, folder: string, server: Server): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  // An error after the first concerns a connection that has already failed.
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
