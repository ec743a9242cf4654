import { describe, expect, test } from '@jest/globals';
import { sensitiveIn } from './sensitive-text.js';

describe('a heading that may identify a child', () => {
  test.each([
    ['Emil slår de andre', 'Emil'],
    ['Samtale med Ola Nordmann', 'Ola Nordmann'],
    ['Tilrettelegging for Nora på 3. trinn', 'Nora'],
    ['Emils skolevei', 'Emils'],
    ['Møte om Xerxes Pettersen', 'Xerxes Pettersen'],
    ['Fravær: Mohammed', 'Mohammed'],
  ])('«%s» looks like a name', (text, name) => {
    expect(sensitiveIn(text)).toEqual({ what: 'name', name });
  });

  test.each([
    'Språkmiljø på 3. trinn',
    'Overgang fra barnehage til skole',
    'Samarbeid med PPT og Statped',
    'De utrolige årene: opplæring',
    'Foreldremøte i Nansenparken skole',
    'Fysioterapeut kommer onsdag',
    'Kartlegging. Oppfølging av gruppa',
    'Uteområdet trenger gjerde',
    '',
  ])('«%s» does not', (text) => {
    expect(sensitiveIn(text, ['Nansenparken skole'])).toBeNull();
  });

  test('the unit’s own name is no person’s name', () => {
    expect(sensitiveIn('Miljøet på Maria Skole', ['Maria skole'])).toBeNull();
    expect(sensitiveIn('Miljøet på Maria Skole')).toEqual({ what: 'name', name: 'Maria' });
  });

  test('eleven digits are reported before a name', () => {
    expect(sensitiveIn('Emil 01017012345')).toEqual({ what: 'national-number' });
  });

  test('an empty text has no fault', () => {
    expect(sensitiveIn(null)).toBeNull();
  });
});
