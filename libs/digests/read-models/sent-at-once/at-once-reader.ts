import { Injectable } from '@nestjs/common';
import { ReadSide } from '#platform/database';
import { SentAtOnceRow } from './sent-at-once.entity.js';

/** Reads what was asked of people and is told at once. */
@Injectable()
export class AtOnceReader {
  constructor(private readonly readSide: ReadSide) {}

  /** Those from this moment on, oldest first. */
  since(tenant: string, from: Date): Promise<readonly SentAtOnceRow[]> {
    return this.readSide.in(tenant, (tables) =>
      tables
        .createQueryBuilder(SentAtOnceRow, 'asked')
        .where('asked.tenant = :tenant and asked.at >= :from', { tenant, from })
        .orderBy('asked.at')
        .addOrderBy('asked.eventId')
        .getMany(),
    );
  }

  /** By the id of their event. */
  async byId(tenant: string, eventIds: readonly string[]): Promise<ReadonlyMap<string, SentAtOnceRow>> {
    const rows = await this.readSide.in(tenant, (tables) =>
      tables
        .createQueryBuilder(SentAtOnceRow, 'asked')
        .where('asked.tenant = :tenant and asked.eventId = any(:eventIds)', { tenant, eventIds })
        .getMany(),
    );
    return new Map(rows.map((row) => [row.eventId, row]));
  }
}
