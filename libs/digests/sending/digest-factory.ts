import { Injectable } from '@nestjs/common';
import { ReadSide } from '#platform/database';
import { isPublicHoliday } from '#platform/holidays';
import { addDays, monthOf, type CalendarDate, type PersonId } from '#platform/kernel';
import { SignedLinks } from '#platform/identity';
import type { RenderedMail } from '#platform/mail';
import { AlertLadder, type ToldStep } from '#alerts/contract';
import type { News } from '#news/contract';
import { EarlyIntervention, FactsInTransaction, periodOf } from '#statistics/contract';
import { mondayOf, type DigestContent, type DigestWeek, type MadeDigest } from '../contract/index.js';
import { digestMaker } from '../domain/content/digest-content.js';
import {
  DIGEST_INDICATORS,
  LAST_YEAR_INDICATORS,
  lastYearsDay,
  periodOfDigest,
} from '../domain/content/digest-figures.js';
import { digestReceiver, vacantOn, type DigestReceiver } from '../domain/content/reach.js';
import { isFirstOfMonth } from '../domain/schedule/digest-day.js';
import { sha256Of } from '../rendering/digest-checksum.js';
import { DIGEST_TEMPLATE, digestMail } from '../rendering/digest-mail.js';
import { MailReceivers, type ReceiversOfDay } from './mail-receivers.js';

/** A digest to make. */
export interface WantedDigest {
  readonly personId: string;
  readonly week: DigestWeek;
  /** The day on which it is due. */
  readonly dueOn: CalendarDate;
  readonly news: readonly News[];
}

/** A digest and its mail. */
export interface RenderedDigest {
  readonly digest: MadeDigest;
  readonly mail: RenderedMail;
}

/** The digests of a municipality at one moment. */
export interface DigestsOfMoment {
  readonly receivers: ReceiversOfDay;
  /** Null for somebody who gets none. */
  receiver(personId: string): DigestReceiver | null;
  /** The steps that the ladder has told the person, and that they still hold. */
  told(personId: string): readonly ToldStep[];
  /** The digest as it is now. @throws for somebody who gets none */
  make(wanted: WantedDigest): RenderedDigest;
}

/** Makes digests of what is known now: the facts of all figures at one moment, whoever receives them. */
@Injectable()
export class DigestFactory {
  constructor(
    private readonly receivers: MailReceivers,
    private readonly ladder: AlertLadder,
    private readonly facts: FactsInTransaction,
    private readonly early: EarlyIntervention,
    private readonly readSide: ReadSide,
    private readonly links: SignedLinks,
  ) {}

  /** Undefined for a tenant without a municipality. */
  async at(tenant: string, day: CalendarDate, now: Date): Promise<DigestsOfMoment | undefined> {
    const people = await this.receivers.everybody(tenant);
    const [receivers, held, known, early] = await Promise.all([
      this.receivers.on(tenant, day, people),
      this.ladder.heldOn(tenant, day, people),
      this.known(tenant, day),
      mayBeFirstOfMonth(day) ? this.early.latest(tenant, day) : null,
    ]);
    if (!receivers) return undefined;
    const { municipality, nameOf } = receivers;
    const vacant = vacantOn(day, receivers);
    const contentOf = digestMaker({
      ...{ day, now, municipality, nameOf, facts: known.facts, lastYear: known.lastYear },
      ...{ origin: this.links.origin, template: DIGEST_TEMPLATE },
    });
    const mails = new WeakMap<DigestContent, Pick<RenderedDigest, 'mail'> & Pick<MadeDigest, 'sha256'>>();
    const rendered = (content: DigestContent) => {
      const known = mails.get(content);
      if (known) return known;
      const mail = digestMail(content);
      const parts = { mail, sha256: sha256Of(mail) };
      mails.set(content, parts);
      return parts;
    };
    const receiver = (personId: string) => {
      const person = receivers.activePerson(personId);
      return person ? digestReceiver(person, receivers.preferencesOf(personId), day, receivers, vacant) : null;
    };
    const told = (personId: string) => held.get(personId) ?? [];
    return {
      receivers,
      receiver,
      told,
      make({ personId, week, dueOn, news }) {
        const found = receiver(personId);
        if (!found) throw new Error('A digest was made for somebody who gets none');
        const content = contentOf({
          personId,
          receiver: found,
          language: receivers.languageOf(personId),
          week,
          dueOn,
          told: told(personId),
          news,
          early: isFirstOfMonth(dueOn, isPublicHoliday) ? early : null,
        });
        const { anchor } = known;
        const { mail, sha256 } = rendered(content);
        const digest = {
          ...content,
          personId: personId as PersonId,
          anchor: anchor && { eventId: anchor.eventId, asOf: anchor.recordedAt.toISOString() },
          sha256,
        };
        return { digest, mail };
      },
    };
  }

  /** The facts of the figures of a digest of this day, as they are known now, or were at a moment. */
  known(tenant: string, day: CalendarDate, asOf?: Date) {
    const before = lastYearsDay(day);
    const at = asOf && { asOf };
    const now = { indicators: DIGEST_INDICATORS, period: periodOfDigest(day), today: day, ...at };
    const then = { indicators: LAST_YEAR_INDICATORS, period: periodOf(monthOf(before))!, today: before, ...at };
    return this.readSide.atOneMoment(tenant, this.facts.tables, async (tables) => ({
      facts: await this.facts.read(tables, tenant, now),
      lastYear: await this.facts.read(tables, tenant, then),
      anchor: await this.facts.anchor(tables, tenant),
    }));
  }
}

/** True if a digest that is made on this day may be the first of a month; a late one was due earlier in the week. */
const mayBeFirstOfMonth = (day: CalendarDate): boolean =>
  [0, 1, 2, 3, 4, 5, 6]
    .map((days) => addDays(mondayOf(day), days))
    .some((dueOn) => dueOn <= day && isFirstOfMonth(dueOn, isPublicHoliday));
