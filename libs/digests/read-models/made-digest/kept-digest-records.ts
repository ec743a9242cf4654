import { Injectable } from '@nestjs/common';
import { Between } from 'typeorm';
import { ReadSide } from '#platform/database';
import type { CalendarDate } from '#platform/kernel';
import { DigestRecords, type DigestRecordDto, type MadeDigest } from '../../contract/index.js';
import { DigestStreams } from '../../streams/digest.streams.js';
import { MadeDigestRow } from './made-digest.entity.js';

/** Digests whose events are held in memory at the same time. */
const AT_ONCE = 50;

/** The list of digests, and the content of each from its event. */
@Injectable()
export class KeptDigestRecords extends DigestRecords {
  constructor(
    private readonly readSide: ReadSide,
    private readonly streams: DigestStreams,
  ) {
    super();
  }

  async *madeBetween(tenant: string, from: CalendarDate, to: CalendarDate): AsyncGenerator<readonly DigestRecordDto[]> {
    const rows = await this.readSide.in(tenant, (tables) =>
      tables.find(MadeDigestRow, {
        where: { tenant, madeOn: Between(from, to) },
        order: { madeOn: 'asc', personId: 'asc' },
      }),
    );
    for (let at = 0; at < rows.length; at += AT_ONCE)
      yield await Promise.all(rows.slice(at, at + AT_ONCE).map((row) => this.record(tenant, row)));
  }

  private async record(tenant: string, { digestId, resentOn }: MadeDigestRow): Promise<DigestRecordDto> {
    const { made } = (await this.streams.load(digestId, tenant)).state;
    return { ...recorded(made!), resentOn };
  }
}

function recorded(made: MadeDigest): Omit<DigestRecordDto, 'resentOn'> {
  const { personId, week, on, isLate, roles, vacant, reach, needsCount, newsCount } = made;
  const { meetings, protocols, actions, early, good, asOf, anchor, template, sha256 } = made;
  return {
    ...{ personId, week, on, isLate, roles, vacant, reach, needsCount, newsCount },
    ...{ meetings, protocols, actions, early, good, asOf, anchor, template, sha256 },
  };
}
