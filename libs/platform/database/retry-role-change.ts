import { setTimeout as pause } from 'node:timers/promises';
import { sqlStateOf } from './sql-state.js';

/** Errors when several processes, possibly of different databases in one cluster, change the roles at once. */
const MADE_BY_ANOTHER = new Set(['23505', '42710', 'XX000']);
const TRIES = 20;

/** Carries out a change of roles, again when another process was changing them. */
export async function retryRoleChange(change: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await change();
      return;
    } catch (fault) {
      if (attempt === TRIES || !MADE_BY_ANOTHER.has(sqlStateOf(fault) ?? '')) throw fault;
      await pause(25);
    }
  }
}
