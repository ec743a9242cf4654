import { checkLogin, expectProof, LOGIN_VARIABLES, migrate, refuseUnlessCurrent } from '#platform/database';
import { LOGIN_KINDS, type Environment, type LoginKind } from '#platform/environment';
import { migrations } from './contexts.js';
import type { OpenPostgres, PostgresOptions } from './open-postgres.js';
import { loginOf, wantedLogins } from './wanted-logins.js';

/** The addresses that a process works with, after the database has been migrated, or found to be of this version. */
interface SignedIn {
  readonly url: string;
  readonly runnerUrl: string;
  readonly role: 'samspill_app' | 'samspill_operator';
  readonly migrated: readonly string[];
}

/**
 * Signs in with the process's own login, or with those of API and worker in a process that is both. Commands that only
 * read leave an installation that others may be using unchanged.
 */
export async function signIn(
  environment: Environment,
  postgres: OpenPostgres,
  { login, existing = false }: Pick<PostgresOptions, 'login' | 'existing'>,
): Promise<SignedIn> {
  const found = await wantedLogins(environment, postgres);
  const kinds: readonly LoginKind[] = login === undefined ? ['api', 'worker'] : [login];
  const [url, runnerUrl] = [loginOf(found, kinds[0]!), loginOf(found, kinds.at(-1)!)];
  const role = login === 'operator' ? 'samspill_operator' : 'samspill_app';
  const mayMigrate = postgres.owner !== undefined && !(postgres.shared && existing);
  const wanted = LOGIN_KINDS.flatMap((kind) => found[kind] ?? []);
  const migrated = mayMigrate ? await migrate(postgres.owner, migrations, wanted) : [];
  if (mayMigrate) await found.keep();
  for (const kind of kinds) {
    const own = loginOf(found, kind);
    await checkLogin(own, LOGIN_VARIABLES[kind], kind, async (session) => {
      if (!mayMigrate) await refuseUnlessCurrent(session, migrations);
      if (kind !== 'operator') await expectProof(session, own, kind);
    });
  }
  return { url, runnerUrl, role, migrated };
}
