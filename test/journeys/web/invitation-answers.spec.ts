import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { CalendarDate, MeetingId, SchoolYear, stableId, TimeOfDay } from '#platform/kernel';
import { InvitationAnswered } from '#calendar/contract';
import { MeetingPlanned, NoticeGiven } from '#meetings/contract';
import { appendStory } from '../../routes/append-story.js';
import { NUMBER, personOf, tellStory, UNIT } from '../../routes/rights.municipality.js';
import type { AskerName } from '../../routes/rights.table.js';
import { openApplication, type ApplicationUnderTest } from '../application-under-test.js';
import { accessibilityFaults, openBrowser, seat } from './browser.js';

jest.setTimeout(120_000);

const meetingId = MeetingId.parse(stableId('who comes', 'meeting'));
const answered = (name: AskerName, answer: 'accepted' | 'declined') =>
  InvitationAnswered({ meetingId, personId: personOf(name), answer, sequence: 0 });

let browser: Browser;
let application: ApplicationUnderTest | undefined;
beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);
afterEach(() => application?.close());
afterAll(() => browser.close());

/** A meeting that three are called to; two have answered. */
async function withMeeting(settings: Readonly<Record<string, string>>): Promise<ApplicationUnderTest> {
  const opened = await openApplication('2026-11-22T08:00:00Z', settings);
  const { events } = opened.installation;
  await tellStory(events);
  await appendStory(events, NUMBER, [
    [
      `meeting-${meetingId}`,
      MeetingPlanned({
        meetingId,
        kind: 'ordinary',
        unitIds: [UNIT.here],
        schoolYear: SchoolYear.parse(2026),
        on: CalendarDate.parse('2026-12-08'),
        startsAt: TimeOfDay.parse('12:00'),
        place: null,
        reason: null,
        urgent: false,
      }),
      NoticeGiven({ to: (['leaderHere', 'teacherHere', 'pptHere'] as const).map(personOf), agenda: null }),
    ],
    [`invitation-${meetingId}`, answered('teacherHere', 'accepted'), answered('pptHere', 'declined')],
  ]);
  await opened.caughtUp();
  return opened;
}
const leader = { tenant: NUMBER, personId: personOf('leaderHere') };

test('the meeting says who comes, by the answers of their calendars', async () => {
  application = await withMeeting({ MAIL_BOUNCES: 'svar@example.no' });
  const { page, open, leave, complaints } = await seat(browser, application, leader);
  await open(`/moter/${meetingId}`);
  const section = page.getByRole('region', { name: 'Kven kjem' });
  await section.waitFor();
  expect(await section.getByRole('listitem').count()).toBe(3);
  const groups = await section.getByRole('listitem').allInnerTexts();
  expect(groups.map((text) => text.split(/\n/)[0]!.trim())).toEqual([
    'Éin kjem',
    'Éin kjem ikkje',
    'Éin har ikkje svart',
  ]);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await leave();
});

test('where answers do not reach the installation, the meeting says nothing of them', async () => {
  application = await withMeeting({});
  const { page, open, leave } = await seat(browser, application, leader);
  const asked = page.waitForResponse((answer) => answer.url().includes('/answers'));
  await open(`/moter/${meetingId}`);
  expect(await (await asked).json()).toMatchObject({ canAnswer: false });
  await page.getByRole('region', { name: 'Kalla inn' }).waitFor();
  expect(await page.getByText('Kven kjem').count()).toBe(0);
  await leave();
});
