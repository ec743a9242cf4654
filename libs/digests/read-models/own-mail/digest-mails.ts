import { Injectable } from '@nestjs/common';
import { addDays } from '#platform/kernel';
import { dispatchIdOf, Dispatches, type ListedDispatch } from '#platform/mail';
import { mondayOf, type DigestWeek } from '../../contract/index.js';
import { hourOn } from '../../domain/schedule/mail-hours.js';
import type { MadeDigestRow } from '../made-digest/made-digest.entity.js';

/** State of a digest's first mail, which it has since `at`. */
export interface DigestDelivery {
  readonly state: 'on-its-way' | 'sent' | 'undelivered';
  readonly at: string;
}

/** The most weeks in a page of a list. */
const MOST = { page: 1, size: 1000 };

/** Reads what became of the mails of digests. */
@Injectable()
export class DigestMails {
  constructor(private readonly dispatches: Dispatches) {}

  /** Of a person's digests, by week; null where the mail is not known. */
  async of(
    tenant: string,
    personId: string,
    digests: readonly Pick<MadeDigestRow, 'madeOn'>[],
  ): Promise<(week: DigestWeek) => DigestDelivery | null> {
    const days = digests.map(({ madeOn }) => mondayOf(madeOn)).toSorted();
    const [first, last] = [days[0], days.at(-1)];
    if (!first || !last) return () => null;
    const dueIn = { dueFrom: hourOn(first, 0), dueBefore: hourOn(addDays(last, 7), 0) };
    const { items } = await this.dispatches.list(tenant, { personId, kinds: ['digest'], ...dueIn }, MOST);
    const mails = new Map(items.map((mail) => [mail.period, mail]));
    return (week) => deliveryOf(mails.get(week));
  }

  /** Of one digest, and whether the bytes of its mail are kept. */
  async one(tenant: string, personId: string, week: DigestWeek) {
    const mail = await this.dispatches.one(tenant, dispatchIdOf(tenant, { personId, kind: 'digest', period: week }));
    return { delivery: deliveryOf(mail), areBytesKept: (mail?.bytes ?? null) !== null };
  }
}

function deliveryOf(mail: ListedDispatch | undefined): DigestDelivery | null {
  if (!mail) return null;
  const at = (mail.acceptedAt ?? mail.stateAt).toISOString();
  switch (mail.state) {
    case 'accepted':
      return { state: 'sent', at };
    case 'refused':
    case 'bounced':
    case 'no-address':
      return { state: 'undelivered', at: mail.stateAt.toISOString() };
    default:
      return { state: 'on-its-way', at };
  }
}
