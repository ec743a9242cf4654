import { describe, expect, test } from '@jest/globals';
import { isOrganisationNumber } from './organisation-number.js';

describe('an organisation number', () => {
  test.each(['994174525', '974589648', '958935420', '944496394'])('%s has a valid check digit', (number) => {
    expect(isOrganisationNumber(number)).toBe(true);
  });

  test.each([
    ['994174526', 'a wrong check digit'],
    ['994147525', 'two digits changed over'],
    ['99417452', 'eight digits'],
    ['9941745250', 'ten digits'],
    ['99417452a', 'a letter'],
    ['', 'nothing'],
    [' 994174525', 'a space'],
  ])('%s is invalid: %s', (number) => {
    expect(isOrganisationNumber(number)).toBe(false);
  });

  test('one wrong digit is always detected', () => {
    for (let place = 0; place < 9; place += 1)
      for (let digit = 0; digit <= 9; digit += 1) {
        const other = `${'974589648'.slice(0, place)}${digit}${'974589648'.slice(place + 1)}`;
        expect(isOrganisationNumber(other)).toBe(other === '974589648');
      }
  });
});
