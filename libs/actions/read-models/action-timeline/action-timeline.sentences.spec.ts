import { expect, test } from '@jest/globals';
import { agreed } from '../../domain/action/action.examples.js';
import { sentence } from './action-timeline.sentences.js';

test('a text that ends with its own full stop does not get another one', () => {
  const text = sentence(agreed({ text: 'Felles observasjon i 8. trinn. ' }), () => 'Kari', 'nb');
  expect(text).toMatch(/^Avtalt: Felles observasjon i 8\. trinn\. Ansvarlig: Kari\./);
});
