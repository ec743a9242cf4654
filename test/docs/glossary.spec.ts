import { expect, test } from '@jest/globals';
import { sourcesIn } from './sources.js';

test('each type and each event of the glossary is in the code', () => {
  const [glossary] = sourcesIn(['docs'], /^docs\/glossary\.md$/);
  const names = [...glossary!.text.matchAll(/`([A-Z][A-Za-z]+)`/g)].map(([, name]) => name!);
  expect(names.length).toBeGreaterThan(100);
  const code = sourcesIn(['apps', 'libs'], /\.tsx?$/);
  const declared = new Set(
    code.flatMap(({ text }) => [...text.matchAll(/\b(?:class|interface|type|const) ([A-Z]\w+)/g)].map(([, it]) => it!)),
  );
  expect(names.filter((name) => !declared.has(name))).toEqual([]);
});
