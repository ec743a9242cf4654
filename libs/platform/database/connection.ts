import { Client, types, type ClientConfig, type CustomTypesConfig } from 'pg';
import { expectLogin } from './expect-login.js';
import type { DatabaseRole } from './database-role.js';

const DATE = 1082;
const INT8 = 20;
const NUMERIC = 1700;
const asIs = (text: string) => text;

/**
 * Parsers of database values: `date` as its text, `int8` as a bigint (as for positions everywhere), `numeric` as a
 * number, the rest as the driver does. Set per connection, so other users of the driver are not affected.
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
 * The server ends a transaction that is idle for this long: a frozen process, or one behind a broken network, must not
 * block others with the rows that it has locked.
 */
const LEFT_ALONE = '20s';

/** Start-up options that take the role before the first statement. */
export const startUpOptions = (role: DatabaseRole): string =>
  `-c role=${role} -c TimeZone=UTC -c idle_in_transaction_session_timeout=${LEFT_ALONE}`;

/** Options for a `pg` pool or client that acts as `role` on the database at `url`. */
export const connectionOptions = (url: string, role: DatabaseRole): ClientConfig => ({
  connectionString: url,
  options: startUpOptions(role),
  types: valueTypes,
  application_name: 'samspill',
  keepAlive: true,
});

/**
 * A connection outside the pool, for work that must not wait for the pool or holds a lock for long. The caller ends it;
 * a broken connection rejects its next query instead of emitting an event that ends the process.
 * @throws StartRefused when the login is not one that may take the role
 */
export async function dedicatedConnection(url: string, role: DatabaseRole): Promise<Client> {
  const client = new Client(connectionOptions(url, role));
  client.on('error', () => undefined);
  try {
    await client.connect();
    if (role !== 'none') await expectLogin(client, role);
    return client;
  } catch (fault) {
    await client.end().catch(() => undefined);
    throw fault;
  }
}
