import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { AUTUMN, OBLIGED } from './obliged-school.story.js';
import type { SimulatedMail } from './simulated-mail.js';
import { isDigest, mailTable, simulateDays, simulateMunicipality } from './simulated-municipality.js';

// The kinds of alerts that a school which must meet gives, with a real database and a real mail server. The expected table
// is written by hand from the ladder. The comments count working days at the school: closed 5–9 and 30 October.

jest.setTimeout(200_000);

let simulated: SimulatedMail;
beforeAll(async () => {
  simulated = await simulateMunicipality(...OBLIGED);
  await simulateDays(simulated, AUTUMN, '2026-08-31', '2026-11-16');
});
afterAll(() => simulated.close());

/** A digest that says that all is well, and no more. */
const isAllWell = (row: string) => row.endsWith(' – alt i rute | ');

test('who got which mail, beside digests of weeks in which all was well', () => {
  expect(mailTable(simulated, () => true).filter((row) => !isAllWell(row))).toEqual([
    // On Sunday 30 August the coordinator planned meetings in September and November.
    '2026-08-31 07.00 Berit Ukesoppsummering uke 36 – alt i rute | Nytt møte tirsdag 3. november 2026 kl. 12.30 | Nytt møte tirsdag 8. september 2026 kl. 12.30',
    '2026-08-31 07.00 Lars  Møteplanen er endret: 2 endringer | Nytt møte tirsdag 3. november 2026 kl. 12.30 | Nytt møte tirsdag 8. september 2026 kl. 12.30',
    '2026-08-31 07.00 Ola   Møteplanen er endret: 2 endringer | Nytt møte tirsdag 3. november 2026 kl. 12.30 | Nytt møte tirsdag 8. september 2026 kl. 12.30',
    // Held on Tuesday 8 September, and no protocol. 9, 10, 11: three. 14, 15, 16: six. 17, 18, 21, 22: ten.
    '2026-09-11 07.00 Lars  1 sak venter på deg | Protokollen fra 8. september 2026 er ikke levert',
    '2026-09-16 07.00 Lars  1 sak venter på deg | Protokollen fra 8. september 2026 er ikke levert',
    '2026-09-22 07.00 Kari  1 sak venter på deg | Protokollen fra 8. september 2026 er ikke levert',
    // Filed on 24 September. A follow-up was missed on Friday 25: the Monday after is the first working day.
    '2026-09-28 07.00 Ola   1 sak venter på deg | Et tiltak er ikke fulgt opp (én virkedag)',
    // Due on Friday 2 October. 30 September, 1 and 2 October: three days left on the 29th.
    '2026-09-29 07.00 Ola   1 sak venter på deg | Et tiltak har frist 2. oktober 2026',
    '2026-10-02 07.00 Ola   1 sak venter på deg | Et tiltak har frist 2. oktober 2026',
    // After the holiday. The follow-up: 28, 29, 30 September, 1, 2, 12 October: six.
    '2026-10-12 07.00 Lars  1 sak venter på deg | Et tiltak er ikke fulgt opp (6 virkedager)',
    // The due date: 12 October is the first.
    '2026-10-12 07.00 Ola   1 sak venter på deg | Et tiltak er over fristen (én virkedag)',
    // A handover was offered on Wednesday 30 September. 1, 2, 12, 13, 14 October: five.
    '2026-10-14 07.00 Anna  1 sak venter på deg | En overføring av et tiltak har ventet på svar i 5 virkedager',
    '2026-10-14 07.00 Ola   1 sak venter på deg | En overføring av et tiltak har ventet på svar i 5 virkedager',
    // No meeting is planned in October. 16, 19, 20, 21, 22, 23, 26, 27, 28, 29: ten left on the 15th.
    '2026-10-15 07.00 Lars  1 sak venter på deg | Ingen møter er planlagt i oktober 2026, og det er 10 virkedager igjen',
    // The follow-up: 13, 14, 15, 16: ten. It is in the digest of Monday, and was recorded at noon.
    '2026-10-16 07.00 Kari  1 sak venter på deg | Et tiltak er ikke fulgt opp (10 virkedager)',
    '2026-10-19 07.00 Kari  Ukesoppsummering uke 43 – 1 sak krever deg | Et tiltak er ikke fulgt opp (11 virkedager)',
    // The due date: 12, 13, 14, 15, 16, 19: six.
    '2026-10-19 07.00 Lars  1 sak venter på deg | Et tiltak er over fristen (6 virkedager)',
    // The handover: 15, 16, 19, 20, 21: ten. It was accepted on the 22nd.
    '2026-10-21 07.00 Kari  1 sak venter på deg | En overføring av et tiltak har ventet på svar i 10 virkedager',
    // The due date: 20, 21, 22, 23: ten.
    '2026-10-23 07.00 Kari  1 sak venter på deg | Et tiltak er over fristen (10 virkedager)',
    // October: 27, 28, 29: three left. The step is told in the digest, which is that day’s mail.
    '2026-10-26 07.00 Kari  Ukesoppsummering uke 44 – 2 saker krever deg | Et tiltak er over fristen (11 virkedager) | Ingen møter er planlagt i oktober 2026, og det er 3 virkedager igjen',
    // The due date: 26, 27, 28, 29 October, 2 November: fifteen. Completed at noon.
    '2026-11-02 07.00 Berit Ukesoppsummering uke 45 – 1 sak krever deg | Et tiltak er over fristen (15 virkedager)',
    // By a protocol filed on the day before, the service was absent from the meeting of 3 November too: the next mail.
    '2026-11-04 07.00 Berit 1 sak venter på deg | Ingen fra tjenesten var på de to siste møtene',
    // October ended without a meeting. 2, 3, 4 November: three.
    '2026-11-04 07.00 Lars  1 sak venter på deg | Det er ikke holdt møte i oktober 2026',
    '2026-11-09 07.00 Berit Ukesoppsummering uke 46 – 1 sak krever deg | Ingen fra tjenesten var på de to siste møtene',
    // 5, 6, 9, 10, 11, 12, 13: ten.
    '2026-11-13 07.00 Kari  1 sak venter på deg | Det er ikke holdt møte i oktober 2026',
    '2026-11-16 07.00 Berit Ukesoppsummering uke 47 – 1 sak krever deg | Ingen fra tjenesten var på de to siste møtene',
    '2026-11-16 07.00 Kari  Ukesoppsummering uke 47 – 1 sak krever deg | Det er ikke holdt møte i oktober 2026',
  ]);
});

test('one digest on every Monday to the coordinator and the leader of the service, also while the school is closed', () => {
  const MONDAYS = [
    ...['2026-08-31 36', '2026-09-07 37', '2026-09-14 38', '2026-09-21 39', '2026-09-28 40', '2026-10-05 41'],
    ...['2026-10-12 42', '2026-10-19 43', '2026-10-26 44', '2026-11-02 45', '2026-11-09 46', '2026-11-16 47'],
  ];
  const sent = mailTable(simulated, isDigest).map((row) => row.split(' – ')[0]!.replace(/ {2,}/g, ' '));
  expect(sent).toEqual(
    MONDAYS.map((monday) => monday.split(' ')).flatMap(([on, week]) =>
      ['Berit', 'Kari'].map((who) => `${on} 07.00 ${who} Ukesoppsummering uke ${week}`),
    ),
  );
});
