import { describe, expect, test } from '@jest/globals';
import { Municipality } from './municipality.js';

const TODAY = '2024-12-20';

/**
 * Seven actions of one school, agreed on 10 September (1–6) and 8 October (7), as they stand on 20 December 2024. The
 * meeting in November has no protocol.
 *
 * | action | responsible | due | what happened |
 * | --- | --- | --- | --- |
 * | 1 individual | Per (PPT) | 1 Oct | completed 30 Sep, worked partly by the judgement of 15 Oct |
 * | 2 group | Per (PPT) | 1 Oct | carried on to 1 Nov and 1 Dec, completed 20 Nov, judged 30 Nov: did not work |
 * | 3 group | Kari (helse) | 15 Oct | carried on to 10 Nov, open |
 * | 4 system | Ola | 1 Nov | carried on to 15 Jan, open |
 * | 5 individual | Per (PPT) | 10 Oct | completed 20 Sep, never judged |
 * | 6 individual | Ola | 1 Nov | abandoned 1 Nov |
 * | 7 individual | Kari (helse) | 10 Dec | open |
 */
const actions = () =>
  new Municipality(TODAY)
    .school('Nord skole')
    .meeting('sep', {
      at: 'Nord skole',
      on: '2024-09-10',
      heldOn: '2024-09-10',
      filedOn: '2024-09-10',
      protocol: {
        actions: [
          {
            id: '1',
            owner: 'Per (PPT)',
            due: '2024-10-01',
            level: 'individual',
            approach: 'preventive',
            helpers: ['Siri (PPT)'],
          },
          { id: '2', owner: 'Per (PPT)', due: '2024-10-01', approach: 'preventive', helpers: ['Kari (helse)'] },
          { id: '3', owner: 'Kari (helse)', due: '2024-10-15', category: 'referral', approach: 'compensating' },
          { id: '4', owner: 'Ola', due: '2024-11-01', level: 'system', category: 'competence-building' },
          { id: '5', owner: 'Per (PPT)', due: '2024-10-10', level: 'individual' },
          {
            id: '6',
            owner: 'Ola',
            due: '2024-11-01',
            level: 'individual',
            category: 'other',
            approach: 'compensating',
          },
        ],
      },
    })
    .meeting('oct', {
      at: 'Nord skole',
      on: '2024-10-08',
      heldOn: '2024-10-08',
      filedOn: '2024-10-08',
      protocol: {
        actions: [
          {
            id: '7',
            owner: 'Kari (helse)',
            due: '2024-12-10',
            level: 'individual',
            category: 'referral',
            approach: 'preventive',
            helpers: ['Per (PPT)'],
          },
        ],
      },
    })
    .meeting('nov', { at: 'Nord skole', on: '2024-11-12', heldOn: '2024-11-12' })
    .completed('1', '2024-09-30')
    .judged('1', '2024-10-15', 'partly')
    .carriedOn('2', '2024-09-30', '2024-11-01', '2024-10-30')
    .carriedOn('2', '2024-10-31', '2024-12-01', '2024-11-25')
    .completed('2', '2024-11-20')
    .judged('2', '2024-11-30', 'did-not')
    .carriedOn('3', '2024-10-14', '2024-11-10', '2024-11-10')
    .carriedOn('4', '2024-10-30', '2025-01-15', '2025-01-10')
    .completed('5', '2024-09-20')
    .abandoned('6', '2024-11-01');

describe('seven actions of a school', () => {
  test('17 Nye tiltak per møte: six, one and none in three meetings', () => {
    expect(actions().figure(17)).toBe('2.3: 7 of 3');
  });

  test('18 Åpne tiltak: 3, 4 and 7; at the end of September 2, 3, 4 and 6', () => {
    expect(actions().figure(18)).toBe('3 of 3');
    expect(actions().figure(18, '2024-09')).toBe('4 of 4');
  });

  test('19 Andel over frist: 3 and 7; with its first due date 4 would be too', () => {
    expect(actions().figure(19)).toBe('2 of 3, over-first-due-date 3 of 3');
  });

  test('18 and 19 on a day: from the agreement until the end, for the service and by the due date of that day', () => {
    const one = new Municipality(TODAY)
      .school('Nord skole')
      .meeting('oct', {
        at: 'Nord skole',
        on: '2024-10-08',
        heldOn: '2024-10-08',
        filedOn: '2024-10-08',
        protocol: { actions: [{ id: 'A', owner: 'Per (PPT)', due: '2024-10-15' }] },
      })
      .carriedOn('A', '2024-10-20', '2024-10-25', '2024-10-30')
      .handedOver('A', '2024-10-24', 'Kari (helse)')
      .completed('A', '2024-10-28');
    const on = (day: string) => [one.figure(18, '2024-10', TODAY, day), one.by('service', 18, '2024-10', day)];
    const overdue = (day: string) => one.figure(19, '2024-10', TODAY, day).split(',')[0];
    expect(on('2024-10-07')).toEqual(['0 of 0', {}]);
    expect(on('2024-10-08')).toEqual(['1 of 1', { PPT: '1 of 1' }]);
    expect(on('2024-10-24')).toEqual(['1 of 1', { helse: '1 of 1' }]);
    expect(on('2024-10-28')).toEqual(['0 of 0', {}]);
    expect(['2024-10-15', '2024-10-16', '2024-10-20', '2024-10-26'].map(overdue)).toEqual([
      '0 of 1',
      '1 of 1',
      '0 of 1',
      '1 of 1',
    ]);
  });

  test('20 Dager over frist: 3 by 40 days and 7 by 10', () => {
    expect(actions().figure(20)).toBe('25: 2 of 2, over-30-days 1 of 2');
  });

  test('21 Median dager til avsluttet: 1 after 35 days (20 in September, 15 in October), 2 after 81', () => {
    expect(actions().figure(21)).toBe('58: 2 of 2');
  });

  test('22 Fullført innen frist: 1 and 5; 2 kept only the moved one', () => {
    expect(actions().figure(22)).toBe('2 of 3');
  });

  test('23 Videreført: 2, 3 and 4 of seven, and 2 twice', () => {
    expect(actions().figure(23)).toBe('3 of 7, twice 1 of 7');
  });

  test('24 Effekt: 1 worked partly, 2 did not', () => {
    expect(actions().figure(24)).toBe('1 of 2, partly 1 of 2');
  });

  test('25 Mangler evaluering: 5, since 20 November; 60 days after 20 September is 19 November', () => {
    expect(actions().figure(25)).toBe('1 of 1');
    expect(actions().figure(25, '2024-2025', '2024-11-19')).toBe('0 of 0');
    expect(actions().figure(25, '2024-2025', '2024-11-20')).toBe('1 of 1');
  });

  test('26 Tiltak per tjeneste: 1, 2 and 5 of PPT, 3 and 7 of the health service, 4 and 6 of none', () => {
    expect(actions().by('service', 26)).toEqual({ PPT: '3 of 7', helse: '2 of 7', none: '2 of 7' });
  });

  test('27 Individ, gruppe og system', () => {
    expect(actions().by('level', 27)).toEqual({ individual: '4 of 7', group: '2 of 7', system: '1 of 7' });
  });

  test('28 Tiltak per kategori', () => {
    expect(actions().by('category', 28)).toEqual({
      guidance: '3 of 7',
      referral: '2 of 7',
      'competence-building': '1 of 7',
      other: '1 of 7',
    });
  });

  test('29 Forebyggende: 1, 2 and 7 of the five that are marked; 4 and 5 are not', () => {
    expect(actions().figure(29)).toBe('3 of 5, unmarked 2 of 7');
  });

  test('30 Belastning: three open actions of two people, and both of Kari’s are over due', () => {
    expect(actions().figure(30)).toBe('1.5: 3 of 2, over-due 2 of 3');
    expect(actions().by('person', 30)).toEqual({
      Kari: '2: 2 of 1, over-due 2 of 2',
      Ola: '1: 1 of 1, over-due 0 of 1',
    });
  });

  test('32 Tverrfaglige: 2 and 7; the helper of 1 is of the same service', () => {
    expect(actions().figure(32)).toBe('2 of 7');
  });
});

test('an action that was handed over is in the new service’s figures from that day', () => {
  const handedOver = actions().handedOver('3', '2024-12-01', 'Per (PPT)');
  expect(handedOver.by('service', 18)).toEqual({ PPT: '1 of 1', helse: '1 of 1', none: '1 of 1' });
  expect(handedOver.by('service', 18, '2024-11')).toEqual({ helse: '2 of 2', none: '1 of 1' });
});

test('an action that a correction took out is in no figure, of earlier months either; before it, it was', () => {
  const corrected = actions().corrected('oct', '2024-12-01', { actions: [{ id: '8', due: '2025-02-01' }] });
  expect(corrected.figure(17)).toBe('2.3: 7 of 3');
  expect(corrected.figure(18, '2024-10')).toBe('4 of 4');
  // 2, 3, 4 and 6 and the later 7.
  expect(corrected.figure(18, '2024-10', '2024-11-30')).toBe('5 of 5');
});
