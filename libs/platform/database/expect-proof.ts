import type { ClientBase } from 'pg';
import { StartRefused } from '#platform/environment';
import { LOGIN_VARIABLES, loginNameIn, type LoginKind } from './logins.js';
import { setTenant, TenantNotProven } from './tenant-proof.js';

/** Any id: the check reads no row. */
const ANY_TENANT = '0000';

/**
 * Checks in a session of this login that the database accepts its proofs; otherwise its process would show nothing of any
 * tenant.
 * @throws StartRefused when `migrate` has not told it the login's key, or the password has been changed since
 */
export async function expectProof(session: ClientBase, url: string, kind: LoginKind): Promise<void> {
  await session.query('begin');
  try {
    await setTenant(session, url, ANY_TENANT);
  } catch (fault) {
    if (!(fault instanceof TenantNotProven)) throw fault;
    throw new StartRefused(
      `The database does not know the password of the login ${loginNameIn(url)}, from which tenants are proven: ` +
        `run samspill migrate with the same ${LOGIN_VARIABLES[kind]}.`,
      { cause: fault },
    );
  } finally {
    await session.query('rollback').catch(() => undefined);
  }
}
