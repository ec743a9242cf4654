import { Inject, Injectable } from '@nestjs/common';
import { ReadSide, WorkingTables } from '#platform/database';
import { CLOCK, type Clock } from '#platform/kernel';
import { ToldByMailRow } from './told-by-mail.entity.js';

/** Identifies what a mail tells once: news of the meeting plan, or a decision that waits. */
interface ToldOnce {
  readonly newsId: string;
  readonly upTo: string;
}

/** The news that a mail would tell a person. */
export interface NewsForMail<T extends ToldOnce> {
  readonly dispatchId: string;
  readonly personId: string;
  readonly news: readonly T[];
}

const keyOf = (personId: string, { newsId, upTo }: ToldOnce): string => `${personId} ${newsId} ${upTo}`;

/** Keeps which news and waiting decisions a person has got by mail, so that each is told once, in one mail. */
@Injectable()
export class ToldByMail {
  constructor(
    private readonly tables: WorkingTables,
    private readonly readSide: ReadSide,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Reads what mails have told each person, so that only what happened since is news. A mail that is composed again
   * must get the same news, so what it told itself is left out.
   */
  async known(
    tenant: string,
    composing: readonly { readonly dispatchId: string }[] = [],
  ): Promise<(personId: string, newsId: string) => readonly string[]> {
    const rows = await this.readSide.in(tenant, (tables) => tables.findBy(ToldByMailRow, { tenant }));
    const own = new Set(composing.map(({ dispatchId }) => dispatchId));
    const told = new Map<string, string[]>();
    for (const { personId, newsId, upTo, dispatchId } of rows) {
      if (own.has(dispatchId)) continue;
      const key = `${personId} ${newsId}`;
      told.set(key, [...(told.get(key) ?? []), upTo]);
    }
    return (personId, newsId) => told.get(`${personId} ${newsId}`) ?? [];
  }

  /** True if one of these mails has taken news before: it was composed, and is composed again. */
  haveTaken(
    tenant: string,
    composing: readonly { readonly dispatchId: string; readonly personId: string }[],
  ): Promise<boolean> {
    const [personIds, ids] = [composing.map(({ personId }) => personId), composing.map(({ dispatchId }) => dispatchId)];
    return this.readSide.in(tenant, (tables) =>
      tables
        .createQueryBuilder(ToldByMailRow, 'told')
        .where('told.tenant = :tenant and told.personId = any(:personIds) and told.dispatchId = any(:ids)', {
          tenant,
          personIds,
          ids,
        })
        .getExists(),
    );
  }

  /**
   * Takes news for the mails that tell them, and returns what each mail tells: not what another mail has told. A mail
   * that is composed again gets the same.
   */
  async take<T extends ToldOnce>(
    tenant: string,
    mails: readonly NewsForMail<T>[],
  ): Promise<ReadonlyMap<string, readonly T[]>> {
    const wanted = mails.flatMap(({ dispatchId, personId, news }) =>
      news.map(({ newsId, upTo }) => ({ dispatch_id: dispatchId, person_id: personId, news_id: newsId, up_to: upTo })),
    );
    if (wanted.length === 0) return new Map();
    const taken = await this.tables.in(tenant, async (manager) => {
      await manager.query(
        `insert into digests_told_news (tenant, person_id, news_id, up_to, dispatch_id, told_at)
         select $1, person_id, news_id, up_to, dispatch_id, $2
         from jsonb_to_recordset($3) as wanted(person_id uuid, news_id text, up_to uuid, dispatch_id uuid)
         order by person_id, news_id, up_to on conflict do nothing`,
        [tenant, this.clock.now(), JSON.stringify(wanted)],
      );
      return manager
        .createQueryBuilder(ToldByMailRow, 'told')
        .where('told.tenant = :tenant and told.dispatchId = any(:ids)', {
          tenant,
          ids: mails.map(({ dispatchId }) => dispatchId),
        })
        .getMany();
    });
    const own = Map.groupBy(taken, ({ dispatchId }) => dispatchId);
    return new Map(
      mails.map(({ dispatchId, personId, news }) => {
        const keys = new Set(own.get(dispatchId)?.map((row) => keyOf(personId, row)));
        return [dispatchId, news.filter((item) => keys.has(keyOf(personId, item)))];
      }),
    );
  }

  /** The news that these mails took is news again: they were never composed, and others tell it. */
  async giveBack(tenant: string, dispatchIds: readonly string[]): Promise<void> {
    if (dispatchIds.length === 0) return;
    await this.tables.in(tenant, (manager) =>
      manager.query('delete from digests_told_news where tenant = $1 and dispatch_id = any($2)', [tenant, dispatchIds]),
    );
  }

  /** Forgets what was told before this moment: news of that age is news no longer. */
  async forget(tenant: string, before: Date): Promise<void> {
    await this.tables.in(tenant, (manager) =>
      manager.query('delete from digests_told_news where tenant = $1 and told_at < $2', [tenant, before]),
    );
  }
}
