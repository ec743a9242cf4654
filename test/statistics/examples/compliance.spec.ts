import { describe, expect, test } from '@jest/globals';
import { Municipality } from './municipality.js';

// Small municipalities that can be counted by hand. The school year is 2024–2025, and August to November are over.
const TODAY = '2024-12-20';
const BOTH = (months: number[]) => ({ mandatoryMonths: { school: months, kindergarten: months } });

/**
 * | unit | August | September | October | November | December |
 * | --- | --- | --- | --- | --- | --- |
 * | Nord skole | met | met | met | met | met |
 * | Sol barnehage | exempt | met | cancelled | met | – |
 * | Øst skole | exempt, and met | – | – | postponed | met |
 */
const year = () =>
  new Municipality(TODAY)
    .school('Nord skole', 'Øst skole')
    .kindergarten('Sol barnehage')
    .exempts('Sol barnehage', '2024-08')
    .exempts('Øst skole', '2024-08')
    .meeting('N8', { at: 'Nord skole', on: '2024-08-20', heldOn: '2024-08-20' })
    .meeting('N9', { at: 'Nord skole', on: '2024-09-10', heldOn: '2024-09-10' })
    .meeting('N10', { at: 'Nord skole', on: '2024-10-08', heldOn: '2024-10-08' })
    .meeting('N11', { at: 'Nord skole', on: '2024-11-12', heldOn: '2024-11-12' })
    .meeting('N12', { at: 'Nord skole', on: '2024-12-10', heldOn: '2024-12-10' })
    .meeting('S9', { at: 'Sol barnehage', on: '2024-09-11', heldOn: '2024-09-11' })
    .meeting('S10', { at: 'Sol barnehage', on: '2024-10-09' })
    .cancelled('S10', '2024-10-07')
    .meeting('S11', { at: 'Sol barnehage', on: '2024-11-13', heldOn: '2024-11-13' })
    .meeting('Ø8', { at: 'Øst skole', on: '2024-08-27', heldOn: '2024-08-27' })
    .meeting('Ø11', { at: 'Øst skole', on: '2024-11-26' })
    .postponed('Ø11', '2024-11-22', '2024-12-03')
    .held('Ø11', '2024-12-03');

describe('a school year of three units', () => {
  test('1 Møtedekning så langt: two of the three units have met in December', () => {
    expect(year().figure(1, '2024-12')).toBe('2 of 3');
  });

  test('2 Møtedekning hittil: eleven unit-months are over, and seven were held', () => {
    // Nord 4 of 4, Sol 2 of 3 without the exempt August, Øst 1 of 4: its exempt August was held, so it counts.
    expect(year().figure(2)).toBe('7 of 11');
    expect(year().by('unit', 2)).toEqual({ 'Nord skole': '4 of 4', 'Sol barnehage': '2 of 3', 'Øst skole': '1 of 4' });
    expect(year().by('month', 2)).toMatchObject({ '2024-08': '2 of 2', '2024-10': '1 of 3', '2024-12': '0 of 0' });
  });

  test('3 Enheter med full dekning: only Nord', () => {
    expect(year().figure(3)).toBe('1 of 3');
  });

  test('4 Lengste opphold: Øst has not met for three months in a row, Sol for one', () => {
    expect(year().figure(4)).toBe('3: 2 of 3');
    expect(year().by('unit', 4)).toEqual({
      'Nord skole': '0: 0 of 1',
      'Sol barnehage': '1: 1 of 1',
      'Øst skole': '3: 1 of 1',
    });
  });

  test('5 Fritaksandel: the exempt August of Sol, of twelve unit-months', () => {
    expect(year().figure(5)).toBe('1 of 12');
  });

  test('6 Utsatt eller avlyst: one of each, of ten planned meetings', () => {
    expect(year().figure(6)).toBe('2 of 10, cancelled 1 of 10');
    // The postponed meeting belongs to the month in which it was held.
    expect(year().by('month', 6)).toMatchObject({
      '2024-11': '0 of 2, cancelled 0 of 2',
      '2024-12': '1 of 2, cancelled 0 of 2',
    });
  });
});

test('a joint meeting counts for each of its units, and once in all', () => {
  const joint = new Municipality(TODAY)
    .school('Nord skole')
    .kindergarten('Sol barnehage')
    .meeting('J', {
      at: ['Nord skole', 'Sol barnehage'],
      on: '2024-10-08',
      heldOn: '2024-10-08',
      filedOn: '2024-10-08',
    });
  expect([joint.figure(2, '2024-10'), joint.figure(7, '2024-10')]).toEqual(['2 of 2', '1 of 1']);
  expect(joint.by('unit', 7, '2024-10')).toEqual({ 'Nord skole': '1 of 1', 'Sol barnehage': '1 of 1' });
});

test('a meeting whose day was corrected is in the month that was known at the time', () => {
  const moved = new Municipality(TODAY)
    .school('Nord skole')
    .meeting('A', { at: 'Nord skole', on: '2024-10-08', heldOn: '2024-11-12', filedOn: '2024-11-13' })
    .corrected('A', '2024-12-10', { heldOn: '2024-10-22' });
  expect([moved.figure(14, '2024-11', '2024-11-30'), moved.figure(14, '2024-10', '2024-12-09')]).toEqual([
    '0 of 1',
    '0 of 0',
  ]);
  expect([moved.figure(14, '2024-11'), moved.figure(14, '2024-10')]).toEqual(['0 of 0', '1 of 1']);
});

test('a month so far counts the units that had met by the day, whenever they reported it', () => {
  const reported = new Municipality(TODAY)
    .school('Nord skole', 'Øst skole', 'Sør skole')
    .meeting('N', { at: 'Nord skole', on: '2024-11-06', heldOn: '2024-11-06' })
    .meeting('Ø', { at: ['Øst skole', 'Nord skole'], on: '2024-11-20' })
    .held('Ø', '2024-11-20', '2024-12-02')
    .meeting('S', { at: 'Sør skole', on: '2024-10-30', heldOn: '2024-10-30' });
  const on = (day: string) => reported.figure(1, '2024-11', TODAY, day);
  expect(['2024-11-05', '2024-11-19', '2024-11-20'].map(on)).toEqual(['0 of 3', '1 of 3', '2 of 3']);
});

test('in July no unit is obliged to meet, and a unit that is released is not counted', () => {
  const released = new Municipality('2025-07-31')
    .school('Nord skole')
    .kindergarten('Åpen barnehage')
    .released('Åpen barnehage', '2024-08-01');
  expect([released.figure(1, '2025-07'), released.figure(1, '2024-11')]).toEqual(['0 of 0', '0 of 1']);
});

test('a month whose only protocol is lost was held, also in an exempt month', () => {
  const lost = new Municipality(TODAY)
    .school('Nord skole', 'Øst skole')
    .exempts('Nord skole', '2024-10')
    .meeting('N10', { at: 'Nord skole', on: '2024-10-08', heldOn: '2024-10-08' })
    .lost('N10', '2024-10-08');
  expect([lost.figure(1, '2024-10'), lost.figure(2, '2024-10'), lost.figure(5, '2024-10')]).toEqual([
    '1 of 2',
    '1 of 2',
    '0 of 2',
  ]);
});

test('a unit that joins another one’s meetings has met when the host has', () => {
  const guest = new Municipality(TODAY)
    .school('Nord skole')
    .kindergarten('Sol barnehage')
    .joins('Sol barnehage', 'Nord skole', '2024-10-01')
    .meeting('N9', { at: 'Nord skole', on: '2024-09-10', heldOn: '2024-09-10' })
    .meeting('N10', { at: 'Nord skole', on: '2024-10-08', heldOn: '2024-10-08' });
  // Aug–Nov: Nord in September and October, Sol in October only.
  expect(guest.by('unit', 2)).toEqual({ 'Nord skole': '2 of 4', 'Sol barnehage': '1 of 4' });
});

test('a unit meets alone while its host is closed', () => {
  const guest = new Municipality(TODAY)
    .school('Nord skole')
    .kindergarten('Sol barnehage')
    .joins('Sol barnehage', 'Nord skole', '2024-08-01')
    .meeting('N9', { at: 'Nord skole', on: '2024-09-10', heldOn: '2024-09-10' })
    .meeting('N10', { at: 'Nord skole', on: '2024-10-08', heldOn: '2024-10-08' })
    .closes('Nord skole', '2024-09-30', '2024-11-01');
  // It became known in November that Nord had been closed since October: its October meeting is not Sol’s.
  expect(guest.by('unit', 2)).toEqual({ 'Nord skole': '1 of 2', 'Sol barnehage': '1 of 4' });
});

describe('protocols with a deadline of five working days', () => {
  const protocols = new Municipality(TODAY)
    .school('Nord skole')
    // Filed on the fifth working day: 11, 12, 13, 16 and 17 September.
    .meeting('A', { at: 'Nord skole', on: '2024-09-10', heldOn: '2024-09-10', filedOn: '2024-09-17' })
    // On the sixth: 9, 10, 11, 14, 15 and 16 October.
    .meeting('B', { at: 'Nord skole', on: '2024-10-08', heldOn: '2024-10-08', filedOn: '2024-10-16' })
    .meeting('C', { at: 'Nord skole', on: '2024-11-12', heldOn: '2024-11-12' })
    // Not until 24 December.
    .meeting('D', { at: 'Nord skole', on: '2024-12-17', heldOn: '2024-12-17' });
  const withLost = protocols
    .meeting('E', { at: 'Nord skole', on: '2024-09-24', heldOn: '2024-09-24' })
    .lost('E', '2024-10-30');

  test('7 Levert i tide: A, of A, B, C and the lost E', () => {
    expect(withLost.figure(7)).toBe('1 of 4');
  });

  test('8 Median dager til levert: 5 and 6 days; three protocols are not filed', () => {
    expect(withLost.figure(8)).toBe('5.5: 2 of 2, unfiled 3 of 5');
  });

  test('9 Manglende protokoller: C; E is lost and not waited for', () => {
    expect(withLost.figure(9)).toBe('1 of 3');
    // On 15 October, the last day of B, only A and E are due, and E is not yet declared lost; on the 16th B is filed.
    expect(withLost.figure(9, '2024-2025', '2024-10-15')).toBe('1 of 2');
    expect(withLost.figure(9, '2024-2025', '2024-10-16')).toBe('1 of 3');
  });

  test('by the settings in force on the day of the meeting', () => {
    const shorter = new Municipality(TODAY)
      .school('Nord skole')
      .meeting('A', { at: 'Nord skole', on: '2024-09-10', heldOn: '2024-09-10', filedOn: '2024-09-17' })
      .settings('2024-10-01', { filingWorkingDays: 2 })
      .meeting('B', { at: 'Nord skole', on: '2024-10-08', heldOn: '2024-10-08', filedOn: '2024-10-11' });
    // A had five days, B had two and took three.
    expect(shorter.figure(7)).toBe('1 of 2');
  });
});

describe('versions of protocols', () => {
  const versions = new Municipality(TODAY)
    .school('Nord skole')
    .meeting('A', {
      at: 'Nord skole',
      on: '2024-09-10',
      heldOn: '2024-09-10',
      filedOn: '2024-09-11',
      protocol: { actions: [{ id: 'a1' }, { id: 'a2' }] },
    })
    .meeting('B', {
      at: 'Nord skole',
      on: '2024-10-08',
      heldOn: '2024-10-08',
      filedOn: '2024-10-09',
      protocol: { actions: [{ id: 'b1' }] },
    })
    .corrected('A', '2024-11-01', { actions: [{ id: 'a1' }, { id: 'a2' }, { id: 'a3', followUp: undefined }] });

  test('10 Komplette tiltak: 2 of 2 in the first version of A, 2 of 3 in its second, 1 of 1 in B', () => {
    expect(versions.figure(10)).toBe('5 of 6');
  });

  test('14 Rettede protokoller: A; before November none', () => {
    expect(versions.figure(14)).toBe('1 of 2');
    expect(versions.figure(14, '2024-2025', '2024-10-31')).toBe('0 of 2');
  });
});

test('12 Oppmøte per tjeneste: PPT came, the nurses sent a deputy, child welfare had to and is not listed', () => {
  const attended = new Municipality(TODAY)
    .school('Nord skole')
    .mustAttend('Nord skole', 'PPT')
    .mustAttend('Nord skole', 'barnevern')
    // Not yet on the day of the meeting.
    .mustAttend('Nord skole', 'fysio', '2024-11-01')
    .meeting('A', {
      at: 'Nord skole',
      on: '2024-09-10',
      heldOn: '2024-09-10',
      filedOn: '2024-09-11',
      protocol: { services: { PPT: 'present', helsesykepleier: 'deputy' } },
    });
  expect(attended.figure(12)).toBe('2 of 3, deputy 1 of 3');
  expect(attended.by('service', 12)).toEqual({
    PPT: '1 of 1, deputy 0 of 1',
    barnevern: '0 of 1, deputy 0 of 1',
    helsesykepleier: '1 of 1, deputy 1 of 1',
  });
});

test('12 Oppmøte per tjeneste: a joint meeting is one of the service, and one of each unit', () => {
  const joint = new Municipality(TODAY)
    .school('Nord skole')
    .kindergarten('Sol barnehage')
    .mustAttend('Sol barnehage', 'barnevern')
    .meeting('J', {
      at: ['Nord skole', 'Sol barnehage'],
      on: '2024-10-08',
      heldOn: '2024-10-08',
      filedOn: '2024-10-08',
      protocol: { services: { PPT: 'present' } },
    });
  expect(joint.by('service', 12)).toEqual({ PPT: '1 of 1, deputy 0 of 1', barnevern: '0 of 1, deputy 0 of 1' });
  expect(joint.by('unit', 12)).toEqual({
    'Nord skole': '1 of 1, deputy 0 of 1',
    'Sol barnehage': '1 of 2, deputy 0 of 2',
  });
});

describe('13 Oppfølging i tide', () => {
  const followUps = new Municipality(TODAY)
    .school('Nord skole')
    .meeting('A', {
      at: 'Nord skole',
      on: '2024-09-10',
      heldOn: '2024-09-10',
      filedOn: '2024-09-10',
      protocol: {
        actions: [
          { id: 'on the day', followUp: '2024-10-01' },
          { id: 'at the next meeting', followUp: '2024-10-01' },
          { id: 'between', followUp: '2024-10-01' },
          { id: 'at a later meeting', followUp: '2024-10-01' },
          { id: 'never', followUp: '2024-10-01' },
          { id: 'completed before', followUp: '2024-10-01' },
          { id: 'not yet', followUp: '2024-12-20' },
        ],
      },
    })
    .meeting('B', { at: 'Nord skole', on: '2024-10-08', heldOn: '2024-10-08' })
    .meeting('C', { at: 'Nord skole', on: '2024-11-12', heldOn: '2024-11-12' })
    .followedUp('on the day', '2024-10-01', '2025-02-01')
    .followedUp('at the next meeting', '2024-10-08', '2025-02-01', 'B')
    .followedUp('between', '2024-10-04', '2025-02-01')
    .followedUp('at a later meeting', '2024-11-12', '2025-02-01', 'C')
    .completed('completed before', '2024-09-30');

  test('on the day, before it or at the first meeting after it; today’s date has not passed', () => {
    expect(followUps.figure(13)).toBe('3 of 6');
  });
});

test('16 Møteplan klar: Nord and Vest had planned every month by 1 September', () => {
  const planned = new Municipality(TODAY)
    .school('Nord skole', 'Øst skole', 'Vest skole')
    .kindergarten('Sol barnehage')
    .settings('2024-08-02', BOTH([9, 10, 11]))
    .exempts('Vest skole', '2024-10', '2024-08-10');
  for (const unit of ['Nord skole', 'Øst skole', 'Vest skole', 'Sol barnehage']) {
    planned.meeting(`${unit} 9`, { at: unit, on: '2024-09-10', plannedOn: '2024-08-20' });
    if (unit !== 'Vest skole') planned.meeting(`${unit} 10`, { at: unit, on: '2024-10-08', plannedOn: '2024-08-20' });
    planned.meeting(`${unit} 11`, {
      at: unit,
      on: '2024-11-12',
      plannedOn: unit === 'Sol barnehage' ? '2024-09-02' : '2024-08-20',
    });
  }
  // Øst’s plan was broken before 1 September; Nord’s after it. Vest is exempt in October.
  planned.cancelled('Øst skole 11', '2024-08-30').cancelled('Nord skole 11', '2024-09-02');
  expect(planned.figure(16)).toBe('2 of 4');
  expect(planned.figure(16, '2025H1')).toBe('0 of 0');
});
