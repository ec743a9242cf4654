import { Injectable } from '@nestjs/common';
import { dayOf, type CalendarDate } from '#platform/kernel';
import { SignedLinks } from '#platform/identity';
import { MailComposer, type Composition, type Dispatch } from '#platform/mail';
import { AlertLadder, RemindedCauses, type ToldCause } from '#alerts/contract';
import { MeetingNews, type News } from '#news/contract';
import { isHeld, type PersonDto } from '#registry/contract';
import { needOf, newsLine } from '../domain/content/lines.js';
import { AtOnceReader } from '../read-models/sent-at-once/at-once-reader.js';
import type { SentAtOnceRow } from '../read-models/sent-at-once/sent-at-once.entity.js';
import { changeMail, questionMail, reminderMail } from '../rendering/short-mails.js';
import { shortMail } from './daily-composer.js';
import { MailReceivers, type ReceiversOfDay } from './mail-receivers.js';
import { mailTo } from './mail-to.js';
import { ToldByMail } from './told-by-mail.js';

/** Facts of which the mails of one run are composed. */
interface AtOnce {
  readonly receivers: ReceiversOfDay;
  readonly asked: ReadonlyMap<string, SentAtOnceRow>;
  readonly open: ReadonlyMap<string, ToldCause>;
  /** Ids of the reminders whose cause is not solved. */
  readonly reminded: ReadonlySet<string>;
  /** By dispatch. */
  readonly news: ReadonlyMap<string, readonly News[]>;
}

/** Mails that are sent at once: a change of a meeting, a reminder by the coordinator, a question to an owner. */
@Injectable()
export class AtOnceComposer extends MailComposer {
  readonly kinds = ['change', 'reminded', 'asked'];

  constructor(
    private readonly receivers: MailReceivers,
    private readonly ladder: AlertLadder,
    private readonly causes: RemindedCauses,
    private readonly news: MeetingNews,
    private readonly told: ToldByMail,
    private readonly asked: AtOnceReader,
    private readonly links: SignedLinks,
  ) {
    super();
  }

  async compose(tenant: string, due: readonly Dispatch[], now: Date): Promise<ReadonlyMap<string, Composition>> {
    const day = dayOf(now);
    const receivers = await this.receivers.on(tenant, day);
    if (!receivers) return new Map(due.map(({ dispatchId }) => [dispatchId, { nothing: true }]));
    const asked = await this.asked.byId(
      tenant,
      due.flatMap(({ about }) => about['eventId'] ?? []),
    );
    const alertKeys = [...asked.values()].filter(({ kind }) => kind === 'asked').map(({ subjectId }) => subjectId);
    const [open, reminded, news] = await Promise.all([
      alertKeys.length === 0 ? new Map<string, ToldCause>() : this.ladder.openOnes(tenant, day, alertKeys),
      this.reminded(tenant, day, [...asked.values()]),
      this.changes(tenant, due, day, receivers),
    ]);
    const facts = { receivers, asked, open, reminded, news };
    return new Map(due.map((dispatch) => [dispatch.dispatchId, this.one(dispatch, facts)]));
  }

  private async reminded(tenant: string, day: CalendarDate, asked: readonly SentAtOnceRow[]) {
    const reminders = asked.flatMap(({ eventId, kind, subjectId: unitId, about, at }) =>
      kind === 'reminded' && about ? [{ eventId, unitId, about, on: dayOf(at) }] : [],
    );
    return new Set((await this.causes.open(tenant, day, reminders)).map(({ eventId }) => eventId));
  }

  /** The changes that mails tell, unless their readers have confirmed them, or know a later one, or another mail tells it. */
  private async changes(tenant: string, due: readonly Dispatch[], day: CalendarDate, receivers: ReceiversOfDay) {
    const changes = due.filter(({ kind, personId }) => kind === 'change' && receivers.activePerson(personId)?.email);
    if (changes.length === 0) return new Map<string, readonly News[]>();
    const everyone = await this.news.ofEveryone(tenant, day, await this.told.known(tenant, due));
    return this.told.take(
      tenant,
      changes.map(({ dispatchId, personId, about }) => ({
        dispatchId,
        personId,
        news: (everyone.get(personId) ?? []).filter((it) => it.newsId === about['newsId'] && it.upTo === about['upTo']),
      })),
    );
  }

  private one({ dispatchId, kind, personId, about }: Dispatch, facts: AtOnce): Composition {
    const { receivers, asked, open, reminded, news } = facts;
    const person = receivers.activePerson(personId);
    if (!person) return { nothing: true };
    if (person.email === null) return { noAddress: true };
    const mail = shortMail(receivers, personId, this.links.origin);
    const { language } = mail;
    if (kind === 'change') {
      const change = news.get(dispatchId)?.find((it) => it.about === 'meeting');
      return change
        ? mailTo(person, language, changeMail(mail, newsLine(change, personId), change.urgent))
        : { nothing: true };
    }
    const row = asked.get(about['eventId'] ?? '');
    if (!row) return { nothing: true };
    const by = receivers.nameOf(row.byId);
    if (kind === 'reminded') {
      if (!reminded.has(row.eventId) || !leads(person, row.subjectId, receivers.day)) return { nothing: true };
      const reminder = { unitId: row.subjectId, kind: row.about?.kind ?? null, month: row.about?.month ?? null, by };
      return mailTo(person, language, reminderMail(mail, reminder));
    }
    const cause = open.get(row.subjectId);
    if (cause?.ownerId !== personId) return { nothing: true };
    return mailTo(person, language, questionMail(mail, needOf(cause), by));
  }
}

const leads = ({ roles }: PersonDto, unitId: string, day: CalendarDate): boolean =>
  roles.some(
    (role) =>
      (role.role === 'unit-leader' || role.role === 'meeting-chair') && role.unitId === unitId && isHeld(role, day),
  );
