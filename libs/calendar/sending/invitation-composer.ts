import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { ReadSide } from '#platform/database';
import { dayOf, type CalendarDate } from '#platform/kernel';
import { SignedLinks } from '#platform/identity';
import { isMailAddress, MailComposer, MailSetup, type Composition, type Dispatch } from '#platform/mail';
import { Directory, isActive, nameOn, type MunicipalityDto, type PersonDto } from '#registry/contract';
import { invitationOf } from '../files/calendar-file.js';
import { AppointmentRow } from '../read-models/appointment/appointment.entity.js';
import { calledSubstitutes, invitationsOfSubstitutes, type CalledSubstitute } from './called-substitutes.js';
import { dueInvitations, INVITATION, WITHDRAWAL } from './due-invitations.js';
import { invitationLetter, type WhatHappened } from './invitation-letter.js';
import type { MailLanguage } from './invitation-words.js';

/** Facts of which the invitations of one run are composed. */
interface Facts {
  readonly municipality: MunicipalityDto;
  readonly day: CalendarDate;
  readonly language: MailLanguage;
  readonly people: ReadonlyMap<string, PersonDto>;
  readonly rows: ReadonlyMap<string, AppointmentRow>;
  readonly unitNameOf: (unitId: string) => string;
  readonly substitutesOf: (row: AppointmentRow) => readonly CalledSubstitute[];
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
    const ids = [...new Set(due.map(({ personId }) => personId))];
    const ofSubstitutes = due.some(({ about }) => about['absentId'] !== undefined);
    const [municipality, people, units, rows] = await Promise.all([
      this.directory.municipality(tenant),
      this.directory.people(tenant, ofSubstitutes ? undefined : ids),
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
      substitutesOf: calledSubstitutes(ofSubstitutes ? people : []),
    };
  }

  /** Nothing where the appointment has changed since: another mail tells its new state. */
  private one(dispatch: Dispatch, facts: Facts): Composition {
    const { personId, kind, about } = dispatch;
    const row = facts.rows.get(about['meetingId'] ?? '');
    const person = facts.people.get(personId);
    if (!row || !person || !isStillDue(dispatch, row, facts)) return { nothing: true };
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
        ...invitationLetter(whatHappened(row, dispatch), {
          ...facts,
          municipality: { name: nameOn(facts.municipality, facts.day), isDemo: facts.municipality.demo },
          appointment: row,
          href: this.pageOf(row.meetingId),
          isInstead: about['absentId'] !== undefined,
        }),
        calendar: { method, content },
      },
    };
  }

  private pageOf(meetingId: string): string {
    return `${this.links.origin}/moter/${meetingId}`;
  }
}

/** False where the appointment, or who is called to it, has changed since. */
function isStillDue({ personId, kind, period, about }: Dispatch, row: AppointmentRow, facts: Facts): boolean {
  const { day, substitutesOf } = facts;
  if (about['absentId'] === undefined)
    return dueInvitations([row], day).some(
      (due) => due.personId === personId && due.kind === kind && due.period === period,
    );
  const instead = invitationsOfSubstitutes([row], day, substitutesOf).filter((due) => due.personId === personId);
  if (kind === INVITATION) return instead.some((due) => due.period === period);
  return instead.length === 0 && row.on >= day && !row.isHeld && !row.invited[personId]?.isCalled;
}

function whatHappened(
  { isCancelled, sequence, invited }: AppointmentRow,
  { personId, kind, about }: Pick<Dispatch, 'personId' | 'kind' | 'about'>,
): WhatHappened {
  if (isCancelled) return 'cancelled';
  if (kind === WITHDRAWAL) return 'withdrawn';
  if (about['absentId'] !== undefined) return about['first'] === undefined ? 'changed' : 'invited';
  return sequence > (invited[personId]?.since ?? 0) ? 'changed' : 'invited';
}
