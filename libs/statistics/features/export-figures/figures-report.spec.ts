import { describe, expect, test } from '@jest/globals';
import { INDICATORS } from '../../contract/index.js';
import { aReport, anAnswer } from './report.examples.js';
import { periodInWords } from './report-words.js';

describe('a report', () => {
  test('says what it is about, in the reader’s language', () => {
    const { title, known, filters, by } = aReport();
    expect([title, known.name, filters, by]).toEqual([
      'Statistikk: skoleåret 2025/26',
      '30. juni 2026 kl. 23:30',
      'hele kommunen',
      'enhet',
    ]);
    const asked = { units: ['Åsen skole'], service: 'PPT', filters: { kind: 'school', area: 'Nord' } } as const;
    expect(aReport({ language: 'nn', ...asked }).filters).toBe(
      'Eining: Åsen skole · Teneste: PPT · Type: skular · Område: Nord',
    );
    expect(aReport({ language: 'en' }).known.name).toBe('30 June 2026 at 23:30');
    const now = aReport({ language: 'nn' }, { ...anAnswer(), asOf: null });
    expect([now.known.asOf, now.known.name]).toEqual([null, '30. juni 2026 (i dag)']);
  });

  test('has the whole and its parts, with the reason where there is no value', () => {
    const [months, open] = aReport().indicators;
    expect(months!.rows.map(({ name, numerator, value, absent }) => [name, numerator, value, absent])).toEqual([
      ['I alt', 1, 12.5, null],
      ['Solbakken skole', 0, 0, null],
    ]);
    expect(months!.note).toMatch(/fellesmøte/);
    const hidden = { isHidden: true, reason: expect.stringContaining('gjelder få barn') };
    expect(open!.rows.map(({ name, numerator, value, absent }) => [name, numerator, value, absent])).toEqual([
      ['I alt', null, null, hidden],
      ['ikke oppgitt', null, null, hidden],
    ]);
  });

  test('names parts by time, by code and by person', () => {
    const partsBy = (
      by: 'month' | 'level' | 'person',
      key: string,
      people: ReadonlyMap<string, string> = new Map(),
    ) => {
      const answer = anAnswer();
      const [first] = answer.figures;
      const parts = [{ key, name: null, figure: first!.whole }];
      return aReport({ by, people }, { ...answer, figures: [{ ...first!, parts }] }).indicators[0]!.rows[1]!.name;
    };
    expect(partsBy('month', '2026-05')).toBe('mai 2026');
    expect(partsBy('level', 'system')).toBe('system');
    expect(partsBy('level', 'constructor')).toBe('constructor');
    expect(partsBy('person', 'p', new Map([['p', 'Kari Lund']]))).toBe('Kari Lund');
  });

  test('shows the numbers beside a figure as rows of their own', () => {
    const answer = anAnswer();
    const [first] = answer.figures;
    const whole = {
      numerator: 3,
      denominator: 3,
      value: 2,
      spread: null,
      asides: [{ key: 'unfiled', numerator: 1, denominator: 4 }],
    };
    const { indicators } = aReport({}, { ...answer, figures: [{ ...first!, indicator: 8, whole, parts: null }] });
    expect(indicators[0]!.rows.map(({ aside, numerator, denominator }) => [aside, numerator, denominator])).toEqual([
      [null, 3, 3],
      ['holdte møter uten levert protokoll', 1, 4],
    ]);
  });

  test('has the definition of each figure in the reader’s language', () => {
    const { definitions } = aReport({ language: 'nn' });
    expect(definitions.map(({ number }) => number)).toEqual([2, 18]);
    expect(definitions[0]!.name).toBe(INDICATORS.find(({ id }) => id === 2)!.name.nn);
  });
});

test.each([
  ['2026-10', 'oktober 2026', 'October 2026'],
  ['2026H2', 'høsten 2026', 'autumn 2026'],
  ['2027H1', 'våren 2027', 'spring 2027'],
  ['2026-2027', 'skoleåret 2026/27', 'school year 2026/27'],
  ['2020-2027', 'skoleårene 2020/21–2026/27', 'school years 2020/21–2026/27'],
])('the period %s is called «%s»', (key, nb, en) => {
  expect([periodInWords(key, 'nb'), periodInWords(key, 'en')]).toEqual([nb, en]);
});
