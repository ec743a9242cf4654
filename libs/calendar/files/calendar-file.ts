import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
  type ICalCalendar,
} from 'ical-generator';
import { TimeOfDay, ZONE, zonedTimeAt } from '#platform/kernel';
import type { Language } from '#platform/identity';
import { MINUTES, type Appointment } from './appointment.js';
import { EUROPE_OSLO } from './time-zone.js';

/** A name and an address. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** Language and names that a calendar is written with. */
export interface Wording {
  readonly language: Language;
  readonly unitNameOf: (unitId: string) => string;
  /** Address of the meeting's page; null where the installation has no public address. */
  readonly pageOf: (meetingId: string) => string | null;
}

const PRODUCT = { company: 'Samspill', product: 'Samspill' };

/**
 * A person's plan (METHOD:PUBLISH): every appointment, the cancelled ones marked as such. Nobody is named, and there is
 * no agenda: calendars are shared with colleagues and shown on telephones.
 */
export function planOf(appointments: readonly Appointment[], wording: Wording): string {
  const calendar = calendarWith(ICalCalendarMethod.PUBLISH);
  calendar.name(NAME[wording.language]);
  calendar.ttl(HOUR_IN_SECONDS);
  for (const appointment of appointments) addEvent(calendar, appointment, wording);
  return calendar.toString();
}
const HOUR_IN_SECONDS = 3_600;

/** An invitation of one person (iTIP REQUEST), or its withdrawal (CANCEL). */
export interface Invitation {
  readonly method: 'REQUEST' | 'CANCEL';
  readonly appointment: Appointment;
  /** The sender: answers go to its address. */
  readonly organizer: Mailbox;
  readonly attendee: Mailbox;
  /** True where an answer reaches Samspill. */
  readonly asksForAnswer: boolean;
}

export function invitationOf(
  { method, appointment, organizer, attendee, asksForAnswer }: Invitation,
  wording: Wording,
): string {
  const calendar = calendarWith(method === 'REQUEST' ? ICalCalendarMethod.REQUEST : ICalCalendarMethod.CANCEL);
  const event = addEvent(calendar, { ...appointment, isCancelled: method === 'CANCEL' }, wording);
  event.organizer({ name: organizer.name, email: organizer.address });
  event.createAttendee({
    name: attendee.name,
    email: attendee.address,
    role: ICalAttendeeRole.REQ,
    status: ICalAttendeeStatus.NEEDSACTION,
    rsvp: method === 'REQUEST' && asksForAnswer,
  });
  return calendar.toString();
}

const calendarWith = (method: ICalCalendarMethod): ICalCalendar =>
  ical({ prodId: PRODUCT, method, timezone: { name: ZONE, generator: () => EUROPE_OSLO } });

function addEvent(calendar: ICalCalendar, appointment: Appointment, { language, unitNameOf, pageOf }: Wording) {
  const { meetingId, on, startsAt, place, sequence, isCancelled, changedAt } = appointment;
  const start = zonedTimeAt(on, TimeOfDay.parse(startsAt));
  const page = pageOf(meetingId);
  return calendar.createEvent({
    id: `${meetingId}@samspill`,
    sequence,
    stamp: new Date(changedAt),
    lastModified: new Date(changedAt),
    start,
    end: start.add({ minutes: MINUTES }),
    timezone: ZONE,
    summary: titleOf(appointment, { language, unitNameOf }),
    ...(place !== null && { location: place }),
    ...(page !== null && { url: page }),
    class: ICalEventClass.PRIVATE,
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
}

/** «Samarbeidsmøte – Fjellbakken skole» */
export const titleOf = (
  { kind, unitIds }: Pick<Appointment, 'kind' | 'unitIds'>,
  { language, unitNameOf }: Pick<Wording, 'language' | 'unitNameOf'>,
): string => `${TITLES[kind][language]} – ${unitIds.map(unitNameOf).join(', ')}`;

const NAME: Readonly<Record<Language, string>> = {
  nb: 'Samarbeidsmøter',
  nn: 'Samarbeidsmøte',
  en: 'Collaboration meetings',
};
const TITLES: Readonly<Record<Appointment['kind'], Readonly<Record<Language, string>>>> = {
  ordinary: { nb: 'Samarbeidsmøte', nn: 'Samarbeidsmøte', en: 'Collaboration meeting' },
  extraordinary: { nb: 'Ekstra samarbeidsmøte', nn: 'Ekstra samarbeidsmøte', en: 'Extra collaboration meeting' },
  joint: { nb: 'Felles samarbeidsmøte', nn: 'Felles samarbeidsmøte', en: 'Joint collaboration meeting' },
};
