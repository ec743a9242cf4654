import { Client, types, type ClientConfig, type CustomTypesConfig } from 'pg';
import type { DatabaseRole } from './roles.js';

const DATE = 1082;
const INT8 = 20;
const NUMERIC = 1700;
const asIs = (text: string) => text;

/**
 * How values come out of the database: `date` as the text it is, `int8` as a bigint (as positions are everywhere),
 * `numeric` as a number, the rest as the driver does. Kept to the connection: other users of the driver see no change.
 */
export const valueTypes: CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (format === 'binary') return types.getTypeParser(oid, 'binary') as unknown;
    if (oid === DATE) return asIs;
    if (oid === INT8) return BigInt;
    if (oid === NUMERIC) return Number;
    return types.getTypeParser(oid, 'text') as unknown;
  }) as CustomTypesConfig['getTypeParser'],
};

/**
 * A transaction that its process has left alone for so long is ended by the server: a frozen process, or one behind a
 * broken network, must not hold up others with the rows that it has locked.
 */
const LEFT_ALONE = '20s';

/** Start-up options that put the owner's rights aside before the first statement. */
export const startUpOptions = (role: DatabaseRole): string =>
  `-c role=${role} -c TimeZone=UTC -c idle_in_transaction_session_timeout=${LEFT_ALONE}`;

/** What a pool or client of `pg` needs to be `role` on the database at `url`. */
export const connectionOptions = (url: string, role: DatabaseRole): ClientConfig => ({
  connectionString: url,
  options: startUpOptions(role),
  types: valueTypes,
  application_name: 'samspill',
  keepAlive: true,
});

/**
 * A connection of one's own, for what must not wait for the pool or holds a lock for long. It is the caller's to end; a
 * connection that breaks says so by the promise of its next query, not by an event that ends the process.
 */
export async function dedicatedConnection(url: string, role: DatabaseRole): Promise<Client> {
  const client = new Client(connectionOptions(url, role));
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
