import { StartRefused } from '#platform/environment';
import { dedicatedConnection } from './connection.js';
import { LOGIN_VARIABLES, loginNameIn, type LoginKind } from './logins.js';
import { setTenant, TenantNotProven } from './tenant-proof.js';

/** Any id: the check reads no row. */
const ANY_TENANT = '0000';

/**
 * Checks that the database accepts the proofs of this login; otherwise its process would show nothing of any tenant.
 * @throws StartRefused when `migrate` has not told it the login's key, or the password has been changed since
 */
export async function expectProof(url: string, kind: LoginKind): Promise<void> {
  const client = await dedicatedConnection(url, 'samspill_app');
  try {
    await client.query('begin');
    await setTenant(client, url, ANY_TENANT);
    await client.query('rollback');
  } catch (fault) {
    if (!(fault instanceof TenantNotProven)) throw fault;
    throw new StartRefused(
      `The database does not know the password of the login ${loginNameIn(url)}, from which tenants are proven: ` +
        `run samspill migrate with the same ${LOGIN_VARIABLES[kind]}.`,
      { cause: fault },
    );
  } finally {
    await client.end();
  }
}
