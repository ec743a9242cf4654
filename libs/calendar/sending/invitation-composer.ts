import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { ReadSide } from '#platform/database';
import { dayOf, type CalendarDate } from '#platform/kernel';
import { SignedLinks } from '#platform/identity';
import {
  isMailAddress,
  MailComposer,
  MailSetup,
  organisationOf,
  renderedMail,
  type Composition,
  type Dispatch,
} from '#platform/mail';
import { Directory, isActive, nameOn, type MunicipalityDto, type PersonDto } from '#registry/contract';
import { invitationOf, titleOf } from '../files/calendar-file.js';
import { AppointmentRow } from '../read-models/appointment/appointment.entity.js';
import { dueInvitations, INVITATION, WITHDRAWAL, type DueInvitation } from './due-invitations.js';
import { AT, dayIn, INTROS, OPEN, SUBJECTS, WHY, type MailLanguage } from './invitation-words.js';

/** What the invitations of one run are composed of. */
interface Facts {
  readonly municipality: MunicipalityDto;
  readonly day: CalendarDate;
  readonly language: MailLanguage;
  readonly people: ReadonlyMap<string, PersonDto>;
  readonly rows: ReadonlyMap<string, AppointmentRow>;
  readonly unitNameOf: (unitId: string) => string;
}

/** Invitations with an appointment for the calendar, and their withdrawals. */
@Injectable()
export class InvitationComposer extends MailComposer {
  readonly kinds = [INVITATION, WITHDRAWAL];

  constructor(
    private readonly readSide: ReadSide,
    private readonly directory: Directory,
    private readonly setup: MailSetup,
    private readonly links: SignedLinks,
  ) {
    super();
  }

  async compose(tenant: string, due: readonly Dispatch[], now: Date): Promise<ReadonlyMap<string, Composition>> {
    const facts = await this.factsOf(tenant, due, dayOf(now));
    return new Map(due.map((dispatch) => [dispatch.dispatchId, facts ? this.one(dispatch, facts) : { nothing: true }]));
  }

  private async factsOf(tenant: string, due: readonly Dispatch[], day: CalendarDate): Promise<Facts | undefined> {
    const meetingIds = [...new Set(due.flatMap(({ about }) => about['meetingId'] ?? []))];
    const [municipality, people, units, rows] = await Promise.all([
      this.directory.municipality(tenant),
      this.directory.people(tenant, [...new Set(due.map(({ personId }) => personId))]),
      this.directory.units(tenant),
      this.readSide.in(tenant, (tables) => tables.findBy(AppointmentRow, { tenant, meetingId: In(meetingIds) })),
    ]);
    if (!municipality) return undefined;
    const names = new Map(units.map(({ unitId, name }) => [unitId, name]));
    return {
      municipality,
      day,
      language: municipality.languageForm === 'nn' ? 'nn' : 'nb',
      people: new Map(people.map((person) => [person.personId, person])),
      rows: new Map(rows.map((row) => [row.meetingId, row])),
      unitNameOf: (unitId) => names.get(unitId) ?? unitId,
    };
  }

  /** Nothing where the appointment has changed since: another mail tells its new state. */
  private one({ personId, kind, period, about }: Dispatch, facts: Facts): Composition {
    const row = facts.rows.get(about['meetingId'] ?? '');
    const person = facts.people.get(personId);
    const isThis = (due: DueInvitation) => due.personId === personId && due.kind === kind && due.period === period;
    if (!row || !person || !dueInvitations([row], facts.day).some(isThis)) return { nothing: true };
    if (kind === INVITATION && !isActive(person, facts.day)) return { nothing: true };
    const { email } = person;
    if (email === null || !isMailAddress(email)) return { noAddress: true };
    const method = kind === INVITATION ? 'REQUEST' : 'CANCEL';
    const organizer = this.setup.from;
    const attendee = { name: person.name, address: email };
    const asksForAnswer = this.setup.hasInboundPath;
    const wording = { ...facts, pageOf: (meetingId: string) => this.pageOf(meetingId) };
    const content = invitationOf({ method, appointment: row, organizer, attendee, asksForAnswer }, wording);
    return {
      mail: {
        to: attendee,
        language: facts.language,
        ...this.letter(row, { personId, kind }, facts),
        calendar: { method, content },
      },
    };
  }

  private letter(
    row: AppointmentRow,
    to: Pick<Dispatch, 'personId' | 'kind'>,
    { language, unitNameOf, municipality, day }: Facts,
  ) {
    const why = whatHappened(row, to);
    const title = titleOf(row, { language, unitNameOf });
    const when = `${dayIn(row.on, language)} ${AT[language]} ${row.startsAt}`;
    const href = this.pageOf(row.meetingId);
    return renderedMail({
      language,
      subject: `${SUBJECTS[why][language]}: ${title}, ${when}`,
      title: SUBJECTS[why][language],
      lead: INTROS[why][language],
      organisation: organisationOf({ name: nameOn(municipality, day), isDemo: municipality.demo }),
      parts: [
        {
          kind: 'items',
          heading: null,
          items: [{ matter: title, href, details: row.place === null ? when : `${when} · ${row.place}` }],
          more: null,
        },
      ],
      button: { text: OPEN[language], href },
      footer: [{ text: WHY[language] }],
    });
  }

  private pageOf(meetingId: string): string {
    return `${this.links.origin}/moter/${meetingId}`;
  }
}

function whatHappened(
  { isCancelled, sequence, invited }: AppointmentRow,
  { personId, kind }: Pick<Dispatch, 'personId' | 'kind'>,
): keyof typeof SUBJECTS {
  if (isCancelled) return 'cancelled';
  if (kind === WITHDRAWAL) return 'withdrawn';
  return sequence > (invited[personId]?.since ?? 0) ? 'changed' : 'invited';
}
