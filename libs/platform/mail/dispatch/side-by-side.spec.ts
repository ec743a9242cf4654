import { expect, test } from '@jest/globals';
import { joined, sideBySide } from './side-by-side.js';

test('texts get their bytes in one piece of memory, which is all of them joined', () => {
  const parts = sideBySide(['Hei', '', 'på deg']);
  expect(parts.map((part) => part.toString('latin1'))).toEqual(['Hei', '', 'på deg']);
  const all = joined(parts);
  expect(all.toString('latin1')).toBe('Heipå deg');
  expect(all.buffer).toBe(parts[0]!.buffer);
});

test('parts that are not side by side are joined in their order', () => {
  const [one, two, three] = sideBySide(['en', 'to', 'tre']) as [Buffer, Buffer, Buffer];
  expect(joined([one, three]).toString()).toBe('entre');
  expect(joined([two, one]).toString()).toBe('toen');
  expect(joined([one, Buffer.from('fire')]).toString()).toBe('enfire');
  expect(joined([])).toHaveLength(0);
});
