import { Inject, Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { ReadSide, WorkingTables } from '#platform/database';
import { CLOCK, type Clock } from '#platform/kernel';
import type { Claimed } from '../contract/index.js';
import { WaitingPersonRow } from './waiting-person.entity.js';

/** After this time without an answer the details are removed; the person may ask again. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;
/** Most rows shown to the coordinator at once. */
export const MOST_WAITING = 200;

/**
 * Names and mail addresses of those who wait to be let in. A row is written before the event of the question, and removed
 * after the event of the answer. After a crash between the two a row may be left that nobody waits in: readers look at
 * the stream, and the row goes with its age.
 */
@Injectable()
export class WaitingPeople {
  constructor(
    private readonly tables: WorkingTables,
    private readonly readSide: ReadSide,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async keep(tenant: string, identityId: string, { name, email }: Claimed): Promise<void> {
    const row = { tenant, identityId, name, email, askedAt: this.clock.now() };
    await this.tables.in(tenant, (rows) => rows.upsert(WaitingPersonRow, row, ['tenant', 'identityId']));
  }

  async remove(tenant: string, identityId: string): Promise<void> {
    await this.tables.in(tenant, (rows) => rows.delete(WaitingPersonRow, { tenant, identityId }));
  }

  has(tenant: string, identityId: string): Promise<boolean> {
    return this.readSide.in(tenant, (rows) => rows.existsBy(WaitingPersonRow, { tenant, identityId }));
  }

  /** Those who asked first come first. */
  all(tenant: string): Promise<readonly WaitingPersonRow[]> {
    return this.readSide.in(tenant, (rows) =>
      rows.find(WaitingPersonRow, {
        where: { tenant },
        order: { askedAt: 'asc', identityId: 'asc' },
        take: MOST_WAITING,
      }),
    );
  }

  async removeOld(tenant: string, now: Date): Promise<void> {
    const askedAt = LessThan(new Date(now.getTime() - KEPT_MS));
    await this.tables.in(tenant, (rows) => rows.delete(WaitingPersonRow, { tenant, askedAt }));
  }
}
