import type { ClientBase } from 'pg';
import { quoted } from '#platform/followers';
import type { RowTable } from './row-table.js';

/** The table in which a read model is built, beside the live one. */
export const shadowOf = (table: RowTable): RowTable => table.named(`${table.name}__next`);

type RebuildFunction = 'rebuild_create' | 'rebuild_key' | 'rebuild_complete' | 'rebuild_drop' | 'rebuild_switch';

/** Calls a function that has the owner's rights on the read models' tables (ADR 0310). */
const call = (client: ClientBase, name: RebuildFunction, live: RowTable) =>
  client.query(`select ${name}($1)`, [live.name]);

/**
 * Creates an empty table like the live one, with its constraints and columns. Keys, indexes and row-level security
 * follow when it is full: filling it is then several times faster, and `COPY` refuses a table with row-level security.
 * Until then only the runner has rights on it. Removes what a crashed rebuild left.
 */
export async function createShadow(client: ClientBase, live: RowTable): Promise<RowTable> {
  await call(client, 'rebuild_create', live);
  return shadowOf(live);
}

/** Gives the shadow its primary key. */
export const keyShadow = (client: ClientBase, live: RowTable) => call(client, 'rebuild_key', live);

/** Builds the live table's keys and indexes that are missing, copies its rights and row-level security, and analyses. */
export const completeShadow = (client: ClientBase, live: RowTable) => call(client, 'rebuild_complete', live);

export const dropShadow = (client: ClientBase, live: RowTable) => call(client, 'rebuild_drop', live);

/**
 * Replaces the live table by the shadow; inside the caller's transaction. Readers wait the few milliseconds until it
 * commits. The replaced table stays until `dropReplaced`, where nobody reaches it.
 */
export const switchOver = (client: ClientBase, live: RowTable) => call(client, 'rebuild_switch', live);

/** Drops all tables that this rebuild, or one that crashed, has replaced. */
export const dropReplaced = (client: ClientBase) => client.query('select rebuild_drop_replaced()');

/** Limits how long a switch-over waits for current readers, since later readers wait behind it. */
export const waitAtMost = (client: ClientBase, ms: number) =>
  client.query(`set local lock_timeout = ${quoted(`${ms}ms`)}`);
