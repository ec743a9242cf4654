import { expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import type { CalendarDate } from '#platform/kernel';
import type { Appointment } from './appointment.js';
import { invitationOf, planOf, type Invitation, type Wording } from './calendar-file.js';

const appointment = (changes: Partial<Appointment> = {}): Appointment => ({
  meetingId: '018f0c5e-0000-7000-8000-000000000401',
  kind: 'ordinary',
  unitIds: ['310000000'],
  on: '2026-12-08' as CalendarDate,
  startsAt: '12:00',
  place: 'Møterom 2; andre etasje',
  sequence: 0,
  isCancelled: false,
  changedAt: '2026-11-30T08:00:00.000Z',
  ...changes,
});
const wording: Wording = {
  language: 'nb',
  unitNameOf: () => 'Fjellbakken skole',
  pageOf: (meetingId) => `https://samspill.example.no/moter/${meetingId}`,
};
const invitation = (changes: Partial<Invitation> = {}): Invitation => ({
  method: 'REQUEST',
  appointment: appointment(),
  organizer: { name: 'Samspill Prøvevik', address: 'samspill@example.no' },
  attendee: { name: 'Kari "PPT" Nordmann', address: 'kari@example.no' },
  asksForAnswer: true,
  ...changes,
});

/** The calendar as another library reads it. */
const read = (file: string) => {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  return { calendar, events: calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event)) };
};

test.each([
  ['2026-12-08', '12:00', '2026-12-08T11:00:00.000Z'],
  ['2026-10-23', '12:00', '2026-10-23T10:00:00.000Z'],
  ['2026-10-26', '12:00', '2026-10-26T11:00:00.000Z'],
  ['2027-03-26', '08:30', '2027-03-26T07:30:00.000Z'],
  ['2027-03-29', '08:30', '2027-03-29T06:30:00.000Z'],
])('a meeting of %s at %s by a Norwegian clock begins at %s, in winter and in summer', (on, startsAt, instant) => {
  const { events } = read(planOf([appointment({ on: on as CalendarDate, startsAt })], wording));
  expect(events[0]!.startDate.toJSDate().toISOString()).toBe(instant);
  expect(events[0]!.duration.toSeconds()).toBe(3_600);
  expect(events[0]!.startDate.zone?.tzid).toBe('Europe/Oslo');
});

test('a plan names units, time and place, and nobody', () => {
  const { calendar, events } = read(planOf([appointment()], wording));
  expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
  const [event] = events;
  expect(event!.summary).toBe('Samarbeidsmøte – Fjellbakken skole');
  expect(event!.location).toBe('Møterom 2; andre etasje');
  expect(event!.uid).toBe('018f0c5e-0000-7000-8000-000000000401@samspill');
  expect(event!.component.getAllProperties('attendee')).toEqual([]);
  expect(event!.component.getFirstProperty('organizer')).toBeNull();
  expect(event!.description).toBeNull();
});

test('a cancelled meeting stays in the plan as cancelled', () => {
  const { events } = read(planOf([appointment({ isCancelled: true, sequence: 2 })], wording));
  expect(events[0]!.component.getFirstPropertyValue('status')).toBe('CANCELLED');
  expect(events[0]!.sequence).toBe(2);
});

test('an invitation asks one person, on behalf of the sender', () => {
  const { calendar, events } = read(invitationOf(invitation(), wording));
  expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
  const [attendee, ...others] = events[0]!.component.getAllProperties('attendee');
  expect(others).toEqual([]);
  expect(attendee!.getFirstValue()).toMatch(/^mailto:kari@example\.no$/i);
  expect(attendee!.getParameter('rsvp')).toBe('TRUE');
  expect(events[0]!.component.getFirstPropertyValue('organizer')).toMatch(/^mailto:samspill@example\.no$/i);
});

test('an invitation asks for no answer where none would arrive', () => {
  const { events } = read(invitationOf(invitation({ asksForAnswer: false }), wording));
  expect(events[0]!.component.getFirstProperty('attendee')!.getParameter('rsvp')).toBe('FALSE');
});

test('a withdrawal cancels the same appointment', () => {
  const { calendar, events } = read(invitationOf(invitation({ method: 'CANCEL' }), wording));
  expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL');
  expect(events[0]!.uid).toBe('018f0c5e-0000-7000-8000-000000000401@samspill');
  expect(events[0]!.component.getFirstPropertyValue('status')).toBe('CANCELLED');
});

test('text that looks like iCalendar adds no line of its own', () => {
  const { events } = read(planOf([appointment({ place: 'Rom 1\r\nATTENDEE:mailto:x@example.no' })], wording));
  expect(events).toHaveLength(1);
  expect(events[0]!.component.getAllProperties('attendee')).toEqual([]);
});
