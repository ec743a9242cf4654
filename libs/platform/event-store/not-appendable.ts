import { TenantId, unstorableIn, type BrokenRule } from '#platform/kernel';
import type { NewEvent } from './event-store.js';

/** Why events are rejected: they could not be read back, or are outside the accepted range. */
export type AppendRule = 'FORBIDDEN_CHARACTER' | 'DAY_OUT_OF_RANGE' | 'VALUE_OUT_OF_RANGE';

/** Refused before anything was written; the API answers it as any refusal. Names fields and never values. */
export class NotAppendable extends Error {
  override readonly name = 'NotAppendable';
  constructor(readonly broken: readonly [BrokenRule<AppendRule>, ...BrokenRule<AppendRule>[]]) {
    super(`Events that cannot be kept: ${broken.map(({ rule, at }) => `${at} ${rule}`).join(', ')}`);
  }
}

/** Names are identifiers: no control characters, which also delimit the texts of a batch. */
const NAME = /^\P{Cc}+$/u;
const isName = (name: string): boolean => name.isWellFormed() && NAME.test(name);
const isTenant = (id: string): boolean => TenantId.safeParse(id).success;

/** False for an address that no engine can store: no such stream exists. */
export const canBeStream = (tenant: string, stream: string): boolean => isTenant(tenant) && isName(stream);

/** Validates an append; every engine calls it, so that no caller bypasses it. Throws `NotAppendable`. */
export function demandAppendable(tenant: string, stream: string, events: readonly NewEvent[]): void {
  const broken: BrokenRule<AppendRule>[] = [];
  if (!isTenant(tenant)) broken.push({ rule: 'FORBIDDEN_CHARACTER', at: 'tenant' });
  if (!isName(stream)) broken.push({ rule: 'FORBIDDEN_CHARACTER', at: 'stream' });
  for (const { type, data, metadata } of events) {
    if (!isName(type)) broken.push({ rule: 'FORBIDDEN_CHARACTER', at: 'type' });
    broken.push(...unstorableIn(data), ...unstorableIn(metadata));
  }
  const [first, ...rest] = broken;
  if (first) throw new NotAppendable([first, ...rest]);
}
