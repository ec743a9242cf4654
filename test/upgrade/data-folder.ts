import { copyFileSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { Client } from 'pg';
import { freshDatabase } from '../postgres.js';
import type { Kept } from '../running-api.js';

/** An installation of Samspill 0.2.0; its README says how it was made, and why it is never made again. */
const FIXTURE = fileURLToPath(new URL('../fixtures/data-folder-0.2.0/', import.meta.url));

/** A person whom 0.2.0 had signed in. */
export interface SignedIn {
  readonly personId: string;
  /** The `Cookie` header, as 0.2.0 signed it; no longer valid. */
  readonly cookie: string;
}

/** A GET request, and what 0.2.0 answered. */
export interface Answer {
  /** Key of `sessions()`. */
  readonly as: string;
  readonly path: string;
  readonly status: number;
  readonly body: object;
}

/** Time of the recorded answers. */
export const RECORDED_AT = '2026-11-27T08:02:00.000Z';

export const sessions = (): Readonly<Record<string, SignedIn>> =>
  JSON.parse(readFileSync(join(FIXTURE, 'sessions.json'), 'utf8')) as Record<string, SignedIn>;

export const answers = (): readonly Answer[] =>
  unpacked('answers.jsonl.gz')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);

/** Restores the database into the PostgreSQL of the test run, and the session key into a data folder of its own. */
export async function restore(): Promise<Kept & { readonly databaseUrl: string }> {
  const database = await freshDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'samspill-upgrade-'));
  copyFileSync(join(FIXTURE, 'session.key'), join(folder, 'session.key'));
  await chmod(join(folder, 'session.key'), 0o600);
  const client = new Client(database.ownerUrl);
  await client.connect();
  try {
    await client.query(unpacked('database.sql.gz'));
  } finally {
    await client.end();
  }
  return {
    variables: database.environment,
    databaseUrl: database.ownerUrl,
    folder,
    remove: async () => {
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const unpacked = (name: string) => gunzipSync(readFileSync(join(FIXTURE, name))).toString();
