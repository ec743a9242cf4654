import { Injectable } from '@nestjs/common';
import { ReadSide } from '#platform/database';
import type { CalendarDate } from '#platform/kernel';
import type { DigestWeek } from '../../contract/index.js';
import { MadeDigestRow } from './made-digest.entity.js';

/** Digests that were made. */
@Injectable()
export class DigestsReader {
  constructor(private readonly readSide: ReadSide) {}

  /** A page of a person's digests, latest first. */
  async of(
    tenant: string,
    personId: string,
    { page, size }: { readonly page: number; readonly size: number },
  ): Promise<{ readonly items: readonly MadeDigestRow[]; readonly total: number }> {
    const [items, total] = await this.readSide.in(tenant, (tables) =>
      tables.findAndCount(MadeDigestRow, {
        where: { tenant, personId },
        order: { week: 'desc' },
        skip: (page - 1) * size,
        take: size,
      }),
    );
    return { items, total };
  }

  /** A person's digest of a week. */
  one(tenant: string, personId: string, week: DigestWeek): Promise<MadeDigestRow | null> {
    return this.readSide.in(tenant, (tables) => tables.findOneBy(MadeDigestRow, { tenant, personId, week }));
  }

  /** Those that were sent once more on this day or later. */
  resentSince(tenant: string, day: CalendarDate): Promise<readonly MadeDigestRow[]> {
    return this.readSide.in(tenant, (tables) =>
      tables
        .createQueryBuilder(MadeDigestRow, 'digest')
        .where('digest.tenant = :tenant and digest.lastResentOn >= :day', { tenant, day })
        .getMany(),
    );
  }
}
