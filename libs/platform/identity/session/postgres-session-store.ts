import type { DataSource } from 'typeorm';
import type { WorkingTables } from '#platform/database';
import type { SessionProof } from './session-cookie.js';
import { SessionStore, type FoundSession, type StoredSession } from './session-store.js';
import type { ListedSession, NewProof, SessionsOf } from './session.js';

/**
 * Sessions in the table `session`, under row-level security like every table of tenants; a trigger announces removals.
 * Functions with their owner's rights do what no tenant's transaction can (`CreateSessions1796300000301`).
 */
export class PostgresSessionStore extends SessionStore {
  constructor(
    private readonly source: DataSource,
    private readonly tables: WorkingTables,
  ) {
    super();
  }

  async insert(session: StoredSession, digest: Buffer): Promise<void> {
    const { tenant, sessionId, personId, via, issuer, subject, sid, browser, system } = session;
    const { beganAt, usedAt, authenticatedAt } = session;
    await this.tables.in(tenant, (manager) =>
      manager.query(
        `insert into session (tenant, digest, session_id, person_id, via, issuer, subject, provider_sid, browser, system,
           began_at, used_at, authenticated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
        [
          ...[tenant, digest, sessionId, personId, via, issuer, subject, sid, browser, system],
          ...[beganAt, usedAt, authenticatedAt],
        ],
      ),
    );
  }

  async find({ tenant, digest }: SessionProof): Promise<FoundSession | undefined> {
    const rows: readonly FoundSession[] = await this.source.query(
      `select tenant, session_id as "sessionId", person_id as "personId", via, began_at as "beganAt", used_at as "usedAt",
         authenticated_at as "authenticatedAt"
       from session_opened($1, $2)`,
      [tenant, digest],
    );
    return rows[0];
  }

  async touch(
    { tenant, sessionId }: Pick<StoredSession, 'tenant' | 'sessionId'>,
    usedAt: Date,
    ifBefore: Date,
  ): Promise<void> {
    await this.tables.in(tenant, (manager) =>
      manager.query('update session set used_at = $3 where tenant = $1 and session_id = $2 and used_at < $4', [
        ...[tenant, sessionId],
        ...[usedAt, ifBefore],
      ]),
    );
  }

  async confirm(session: SessionProof, proof: NewProof, newDigest: Buffer): Promise<boolean> {
    const { tenant, digest } = session;
    const { issuer, subject, sid, authenticatedAt } = proof;
    const rows: readonly { confirmed: boolean }[] = await this.source.query(
      'select confirm_session($1, $2, $3, $4, $5, $6, $7) as confirmed',
      [tenant, digest, newDigest, issuer, subject, sid, authenticatedAt],
    );
    return rows[0]!.confirmed;
  }

  list(tenant: string, personId: string): Promise<readonly ListedSession[]> {
    return this.tables.in(tenant, (manager) =>
      manager.query<ListedSession[]>(
        `select session_id as "sessionId", via, began_at as "beganAt", used_at as "usedAt", browser, system
         from session where tenant = $1 and person_id = $2`,
        [tenant, personId],
      ),
    );
  }

  async removeOne({
    tenant,
    personId,
    sessionId,
  }: Pick<StoredSession, 'tenant' | 'personId' | 'sessionId'>): Promise<boolean> {
    const removed = await this.remove(tenant, 'person_id = $2 and session_id = $3', [personId, sessionId]);
    return removed > 0;
  }

  async removeAll(which: SessionsOf, except: string | null = null): Promise<number> {
    if ('tenant' in which) {
      const others = 'person_id = $2 and session_id is distinct from $3';
      return this.remove(which.tenant, others, [which.personId, except]);
    }
    const [sid, subject] = 'sid' in which ? [which.sid, null] : [null, which.subject];
    const rows: readonly { removed: number }[] = await this.source.query(
      'select end_sessions_of_provider($1, $2, $3, $4) as removed',
      [which.issuer, sid, subject, except],
    );
    return rows[0]!.removed;
  }

  async removeBefore(usedBefore: Date, begunBefore: Date): Promise<number> {
    const rows: readonly { removed: number }[] = await this.source.query(
      'select end_sessions_before($1, $2) as removed',
      [usedBefore, begunBefore],
    );
    return rows[0]!.removed;
  }

  private async remove(tenant: string, condition: string, values: readonly unknown[]): Promise<number> {
    const [, removed]: [unknown, number] = await this.tables.in(tenant, (manager) =>
      manager.query(`delete from session where tenant = $1 and ${condition}`, [tenant, ...values]),
    );
    return removed;
  }
}
