import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { addDays, type CalendarDate } from '#platform/kernel';
import { NAMES, SCHOOL_YEAR } from './school-year.story.js';
import { localTime, type SimulatedMail } from './simulated-mail.js';
import { isDigest, mailTable, simulateDays, simulateMunicipality } from './simulated-municipality.js';

// A school year on the injected clock, with a real database and a real mail server. The expected table is written by hand
// from the ladder: each row says when, to whom, and what.

jest.setTimeout(400_000);

let simulated: SimulatedMail;
beforeAll(async () => {
  simulated = await simulateMunicipality();
  await simulateDays(simulated, SCHOOL_YEAR, '2026-08-17', '2027-08-03', async (day) => {
    if (day === MAIL_SERVER_DOWN) await simulated.smtp.stop();
    if (day === addDays(MAIL_SERVER_DOWN, 1)) await simulated.smtp.start();
  });
});
afterAll(() => simulated.close());

const MAIL_SERVER_DOWN = '2027-03-24' as CalendarDate;

test('who got which mail beside the weekly digests', () => {
  expect(mailTable(simulated, (subject) => !isDigest(subject))).toEqual([
    // On Sunday the coordinator planned three meetings. Berit reads of them in her digest of Monday.
    '2026-08-17 07.00 Lars  Møteplanen er endret: 3 endringer | Nytt møte onsdag 10. februar 2027 kl. 12.30 | Nytt møte onsdag 25. november 2026 kl. 12.30 | Nytt møte tirsdag 8. september 2026 kl. 12.30',
    '2026-08-17 07.00 Ola   Møteplanen er endret: 3 endringer | Nytt møte onsdag 10. februar 2027 kl. 12.30 | Nytt møte onsdag 25. november 2026 kl. 12.30 | Nytt møte tirsdag 8. september 2026 kl. 12.30',
    // Nobody said whether the meeting of Tuesday 8 September was held: three working days.
    '2026-09-11 07.00 Lars  1 sak venter på deg | Ingen har sagt om møtet 8. september 2026 ble holdt',
    // On Tuesday 15 September at five in the afternoon the coordinator reminded: the mail waits until the next morning,
    // and the step of the sixth working day, Wednesday, waits for three.
    '2026-09-16 07.00 Lars  Koordinatoren minner om det som venter | Se hva som venter: Nordlia skole',
    '2026-09-18 07.00 Lars  1 sak venter på deg | Ingen har sagt om møtet 8. september 2026 ble holdt',
    // Ten working days: the coordinator.
    '2026-09-22 07.00 Kari  1 sak venter på deg | Ingen har sagt om møtet 8. september 2026 ble holdt',
    // Due on Friday 25 September: three working days before, on the day, and the working day after.
    '2026-09-22 07.00 Ola   1 sak venter på deg | Et tiltak har frist 25. september 2026',
    '2026-09-25 07.00 Ola   1 sak venter på deg | Et tiltak har frist 25. september 2026',
    '2026-09-28 07.00 Ola   1 sak venter på deg | Et tiltak er over fristen (én virkedag)',
    // Six working days: the unit’s leader. Ten: the coordinator. Fifteen: the leader of the service.
    '2026-10-05 07.00 Lars  1 sak venter på deg | Et tiltak er over fristen (6 virkedager)',
    '2026-10-09 07.00 Kari  1 sak venter på deg | Et tiltak er over fristen (10 virkedager)',
    '2026-10-16 07.00 Berit 1 sak venter på deg | Et tiltak er over fristen (15 virkedager)',
    // She asked the owner at noon.
    '2026-10-16 12.00 Ola   Lederen din spør om et tiltak | Et tiltak er over fristen (15 virkedager)',
    // Due on Friday 13 November; moved to 11 December after the first reminder: the steps begin anew.
    '2026-11-10 07.00 Ola   1 sak venter på deg | Et tiltak har frist 13. november 2026',
    // On Tuesday evening the head moved the meeting of Wednesday: told at once, and not to the head.
    '2026-11-24 19.30 Berit Møtet 25. november er flyttet til torsdag 26. november 2026 kl. 12.30 | Møtet 25. november er flyttet til torsdag 26. november 2026 kl. 12.30',
    '2026-11-24 19.30 Kari  Møtet 25. november er flyttet til torsdag 26. november 2026 kl. 12.30 | Møtet 25. november er flyttet til torsdag 26. november 2026 kl. 12.30',
    '2026-11-24 19.30 Ola   Møtet 25. november er flyttet til torsdag 26. november 2026 kl. 12.30 | Møtet 25. november er flyttet til torsdag 26. november 2026 kl. 12.30',
    '2026-12-08 07.00 Ola   1 sak venter på deg | Et tiltak har frist 11. desember 2026',
    '2026-12-11 07.00 Ola   1 sak venter på deg | Et tiltak har frist 11. desember 2026',
    '2026-12-14 07.00 Ola   1 sak venter på deg | Et tiltak er over fristen (én virkedag)',
    '2026-12-21 07.00 Lars  1 sak venter på deg | Et tiltak er over fristen (6 virkedager)',
    // The school is closed from 24 December to New Year: the tenth working day is 5 January.
    '2027-01-05 07.00 Kari  1 sak venter på deg | Et tiltak er over fristen (10 virkedager)',
    '2027-01-12 07.00 Berit 1 sak venter på deg | Et tiltak er over fristen (15 virkedager)',
    // A change for next month waits for the morning.
    '2027-01-22 07.00 Berit Møteplanen er endret | Møtet 10. februar er flyttet til onsdag 17. februar 2027 kl. 12.30',
    '2027-01-22 07.00 Kari  Møteplanen er endret | Møtet 10. februar er flyttet til onsdag 17. februar 2027 kl. 12.30',
    '2027-01-22 07.00 Ola   Møteplanen er endret | Møtet 10. februar er flyttet til onsdag 17. februar 2027 kl. 12.30',
    '2027-02-02 07.00 Berit Møteplanen er endret | Møtet 17. februar er avlyst',
    '2027-02-02 07.00 Kari  Møteplanen er endret | Møtet 17. februar er avlyst',
    '2027-02-02 07.00 Ola   Møteplanen er endret | Møtet 17. februar er avlyst',
    // Due on Wednesday 24 March, the day before Easter.
    '2027-03-19 07.00 Ola   1 sak venter på deg | Et tiltak har frist 24. mars 2027',
    // The mail server was down on that Wednesday. The mail waited over Easter, and Tuesday’s tells what it would have told.
    '2027-03-30 07.00 Ola   1 sak venter på deg | Et tiltak er over fristen (én virkedag)',
    // Since February in the language that he has chosen.
    '2027-04-06 07.00 Lars  1 sak ventar på deg | Eit tiltak er over fristen (6 virkedagar)',
    // Due on 2 July. The school’s last day is Friday 18 June: three of its working days before, and its last one.
    '2027-06-15 07.00 Lars  1 sak ventar på deg | Eit tiltak har frist 2. juli 2027',
    '2027-06-18 07.00 Lars  1 sak ventar på deg | Eit tiltak har frist 2. juli 2027',
    // Nothing in July. The first working day after it.
    '2027-08-02 07.00 Lars  1 sak ventar på deg | Eit tiltak er over fristen (éin virkedag)',
  ]);
});

// prettier-ignore
/** Every Monday, and in place of the two that are holidays the Tuesday after; none in July. */
const WEEKS: readonly (readonly [on: string, week: number])[] = [
  ['2026-08-17', 34], ['2026-08-24', 35], ['2026-08-31', 36], ['2026-09-07', 37], ['2026-09-14', 38],
  ['2026-09-21', 39], ['2026-09-28', 40], ['2026-10-05', 41], ['2026-10-12', 42], ['2026-10-19', 43],
  ['2026-10-26', 44], ['2026-11-02', 45], ['2026-11-09', 46], ['2026-11-16', 47], ['2026-11-23', 48],
  ['2026-11-30', 49], ['2026-12-07', 50], ['2026-12-14', 51], ['2026-12-21', 52], ['2026-12-28', 53],
  ['2027-01-04', 1], ['2027-01-11', 2], ['2027-01-18', 3], ['2027-01-25', 4], ['2027-02-01', 5],
  ['2027-02-08', 6], ['2027-02-15', 7], ['2027-02-22', 8], ['2027-03-01', 9], ['2027-03-08', 10],
  ['2027-03-15', 11], ['2027-03-22', 12], ['2027-03-30', 13], ['2027-04-05', 14], ['2027-04-12', 15],
  ['2027-04-19', 16], ['2027-04-26', 17], ['2027-05-03', 18], ['2027-05-10', 19], ['2027-05-18', 20],
  ['2027-05-24', 21], ['2027-05-31', 22], ['2027-06-07', 23], ['2027-06-14', 24], ['2027-06-21', 25],
  ['2027-06-28', 26], ['2027-08-02', 31],
];

const digestsOf = (who: string) =>
  mailTable(simulated, isDigest)
    .filter((row) => row.slice(17, 22).trim() === who)
    .map((row) => row.replace(/ {2,}/g, ' '));
/** The digests of somebody, all in order but for those named by their day. */
const expected = (who: string, weeks: typeof WEEKS, exceptions: Readonly<Record<string, string>>) =>
  weeks.map(([on, week]) => {
    const title = exceptions[on] ?? 'alt i rute |';
    return `${on} 07.00 ${who} Ukesoppsummering uke ${week} – ${title}${title.endsWith('|') ? ' ' : ''}`;
  });

test('the coordinator’s digests: one a week, also in two roles', () => {
  expect(digestsOf('Kari')).toEqual(
    expected('Kari', WEEKS, {
      // Told on Friday 9 October and on Tuesday 5 January, and still open.
      '2026-10-12': '1 sak krever deg | Et tiltak er over fristen (11 virkedager)',
      '2027-01-11': '1 sak krever deg | Et tiltak er over fristen (14 virkedager)',
      // The owner left on 30 April: the digest is that day’s mail.
      '2027-05-03': '1 sak krever deg | Et tiltak er uten ansvarlig person',
    }),
  );
});

test('the digests of the leader of the services, until she left', () => {
  expect(digestsOf('Berit')).toEqual(
    expected(
      'Berit',
      WEEKS.filter(([on]) => on < '2027-05-10'),
      {
        '2026-08-17':
          'alt i rute | Nytt møte onsdag 10. februar 2027 kl. 12.30 | Nytt møte onsdag 25. november 2026 kl. 12.30 | Nytt møte tirsdag 8. september 2026 kl. 12.30',
        '2026-10-19': '1 sak krever deg | Et tiltak er over fristen (16 virkedager)',
      },
    ),
  );
});

test('the digests of the head, who asked for them on Wednesdays and in nynorsk', () => {
  expect(digestsOf('Lars').map((row) => row.slice(0, 60))).toEqual(
    [
      ['2027-02-10', 6],
      ['2027-02-17', 7],
      ['2027-02-24', 8],
    ].map(([on, week]) => `${on} 07.00 Lars Vekeoppsummering veke ${week} – alt i rute | `.slice(0, 60)),
  );
});

const digestOn = (who: string, day: string) =>
  simulated.arrived.find(
    ({ at, to, mail }) => NAMES.get(to) === who && localTime(at).startsWith(day) && isDigest(mail.subject!),
  )!;
const textOf = (who: string, day: string) => digestOn(who, day).mail.text!.replaceAll(/\s+/g, ' ');

test('a vacant post’s digest goes to the coordinator and says so, until she holds the post herself', () => {
  const sentence = 'BFE har ingen virksomhetsleder nå. Derfor får du også denne oppsummeringen.';
  expect(textOf('Kari', '2027-05-03')).not.toContain(sentence);
  expect(textOf('Kari', '2027-05-10')).toContain(sentence);
  expect(textOf('Kari', '2027-05-31')).toContain(sentence);
  expect(textOf('Kari', '2027-06-07')).not.toContain(sentence);
});

test('every mail was composed at its hour by a Norwegian clock, on both sides of each clock change', () => {
  const composed = simulated.arrived.map(({ mail }) => localTime(mail.date!)).filter((at) => !/ (12|19)\./.test(at));
  expect(new Set(composed.map((at) => at.slice(11)))).toEqual(new Set(['07.00']));
  expect(composed).toEqual(expect.arrayContaining(['2026-10-26 07.00', '2027-03-30 07.00']));
});

test('no mail was sent twice, and none has the text of an action, a note or a reason', () => {
  const ids = simulated.arrived.map(({ mail }) => mail.messageId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { bytes, mail } of simulated.arrived) {
    const all = `${bytes.toString()} ${mail.text} ${String(mail.html)}`;
    for (const secret of ['hemmelig', 'utstyr', 'Sykdom', 'Hvordan går det?']) expect(all).not.toContain(secret);
  }
});

test('only mail that its receiver may stop says how', () => {
  const stoppable = simulated.arrived.filter(({ bytes }) => bytes.includes('List-Unsubscribe-Post: '));
  const kinds = new Set(
    stoppable.map(({ to, mail }) => `${NAMES.get(to)} ${mail.subject!.replace(/ veke \d+.*| er endret.*/, '')}`),
  );
  expect(kinds).toEqual(
    new Set(['Lars Møteplanen', 'Ola Møteplanen', 'Kari Møteplanen', 'Berit Møteplanen', 'Lars Vekeoppsummering']),
  );
});
