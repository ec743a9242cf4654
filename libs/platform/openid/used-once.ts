import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Clock } from '#platform/kernel';

/** Remembers what may be accepted once: the answer to a sign-in, the id of a logout token. */
export abstract class UsedOnce {
  /** True the first time, false from then on until `until`, when the value is no longer acceptable anyway. */
  abstract use(kind: 'sign-in' | 'logout', value: string, until: Date): Promise<boolean>;
  /** Whether the value was used and could still be acceptable. */
  abstract wasUsed(kind: 'sign-in' | 'logout', value: string): Promise<boolean>;
}

const digestOf = (kind: string, value: string): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([kind, value]))
    .digest();

/** In a table that all processes share; values are kept as digests, and removed after their time. */
export class PostgresUsedOnce extends UsedOnce {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {
    super();
  }

  async use(kind: 'sign-in' | 'logout', value: string, until: Date): Promise<boolean> {
    await this.source.query('delete from openid_used where until < $1', [this.clock.now()]);
    const inserted = await this.source.query<readonly unknown[]>(
      'insert into openid_used (digest, until) values ($1, $2) on conflict do nothing returning digest',
      [digestOf(kind, value), until],
    );
    return inserted.length > 0;
  }

  async wasUsed(kind: 'sign-in' | 'logout', value: string): Promise<boolean> {
    const found = await this.source.query<readonly unknown[]>('select from openid_used where digest = $1', [
      digestOf(kind, value),
    ]);
    return found.length > 0;
  }
}
