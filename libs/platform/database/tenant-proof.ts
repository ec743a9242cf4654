import { createHmac, pbkdf2Sync } from 'node:crypto';
import type { ClientBase } from 'pg';
import { StartRefused } from '#platform/environment';
import { loginNameIn } from './logins.js';

const ROUNDS = 100_000;
const KEY_BYTES = 32;
/** Block of SHA-256, to which HMAC pads its key. */
const BLOCK_BYTES = 64;

/** By address. */
const keys = new Map<string, Buffer>();

/**
 * Key of a login, derived from its password, which the process knows and SQL in its sessions does not. Slow on purpose:
 * whoever sees a proof must not find the password by trying. Computed once for each address.
 * @throws StartRefused for an address without a password
 */
function keyOf(url: string): Buffer {
  const kept = keys.get(url);
  if (kept !== undefined) return kept;
  const login = loginNameIn(url);
  const password = decodeURIComponent(new URL(url).password);
  if (password === '')
    throw new StartRefused(
      `The address of the login ${login} has no password, from which Samspill derives the proof of a tenant: give it one (docs/operations.md).`,
    );
  const key = pbkdf2Sync(password, `samspill tenant ${login}`, ROUNDS, KEY_BYTES, 'sha256');
  keys.set(url, key);
  return key;
}

/**
 * Proof that the process itself has chosen the tenant, for one session of the server: worth nothing in another.
 * `processId` is that of the session. See `proven_tenant()`.
 */
export const proofOf = (url: string, tenant: string, processId: number): string =>
  createHmac('sha256', keyOf(url)).update(`${tenant}/${processId}`).digest('hex');

/** Proofs by connection and tenant: they hold as long as the session, and computing one takes as long as a short query. */
const proofs = new WeakMap<ClientBase, Map<string, string>>();

/** The proof of a tenant for the session of an open connection to `url`. */
export function sessionProof(url: string, tenant: string, client: ClientBase): string {
  const own = proofs.get(client) ?? new Map<string, string>();
  const kept = own.get(tenant);
  if (kept !== undefined) return kept;
  // The driver's types leave out the property.
  const { processID } = client as ClientBase & { readonly processID: number };
  const proof = proofOf(url, tenant, processID);
  proofs.set(client, own.set(tenant, proof));
  return proof;
}

/** Tells the database the key of a login, as its owner. */
export async function storeKey(owner: ClientBase, url: string): Promise<void> {
  const key = Buffer.alloc(BLOCK_BYTES);
  keyOf(url).copy(key);
  const padded = (byte: number) => Buffer.from(key.map((each) => each ^ byte));
  await owner.query(
    `insert into login_key (login, inner_pad, outer_pad) values ($1, $2, $3)
     on conflict (login) do update set inner_pad = excluded.inner_pad, outer_pad = excluded.outer_pad
     where (login_key.inner_pad, login_key.outer_pad) is distinct from (excluded.inner_pad, excluded.outer_pad)`,
    [loginNameIn(url), padded(0x36), padded(0x5c)],
  );
}

/** The database does not accept the proofs of a login: its password was changed, and `migrate` has not been run since. */
export class TenantNotProven extends Error {
  override readonly name = 'TenantNotProven';
}

/**
 * Sets the tenant of the current transaction, with its proof; `url` is the address of the connection. The proof is sent
 * as a parameter: the text of a statement can be read by others with the same login.
 * @throws TenantNotProven, since without a proof every question would be answered as if the tenant had nothing
 */
export async function setTenant(client: ClientBase, url: string, tenant: string): Promise<void> {
  const values = [tenant, sessionProof(url, tenant, client)];
  const { rows } = await client.query<{ proven: string | null }>({ name: 'set-tenant', text: SET_TENANT, values });
  if (rows[0]!.proven !== tenant) throw notProven(url);
}

/** The fault of a login whose proofs the database does not accept. */
export const notProven = (url: string): TenantNotProven =>
  new TenantNotProven(
    `The database does not accept the login ${loginNameIn(url)}'s proof of a tenant: run samspill migrate and start again`,
  );

/** The function is evaluated after the settings, in the order of the list. */
const SET_TENANT = `
  select set_config('samspill.tenant', $1, true), set_config('samspill.proof', $2, true), proven_tenant() as proven`;
