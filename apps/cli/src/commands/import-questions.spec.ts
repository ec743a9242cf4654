import { expect, test } from '@jest/globals';
import { answersOf, questionLines } from './import-questions.js';

test('answers are read from the command line, and malformed ones are refused', async () => {
  expect([...(await answersOf({ answer: ['5=new', '7=line-3'] }))]).toEqual([
    [5, 'new'],
    [7, 'line-3'],
  ]);
  expect((await answersOf({})).size).toBe(0);
  await expect(answersOf({ answer: ['5=perhaps'] })).rejects.toThrow('LINE=new');
  await expect(answersOf({ answers: '/no/such/file' })).rejects.toThrow('cannot be read');
});

test('a question is printed with its possible answers', () => {
  const option = { answer: 'line-2', name: 'Person En', email: null, title: 'rektor', roles: [], line: 2 };
  const known = {
    ...option,
    answer: 'a-person',
    roles: [{ role: 'teacher' as const, place: 'Lia skole' }],
    line: null,
  };
  const asked = {
    file: 'f.csv',
    line: 5,
    name: 'Person En',
    email: 'en@x.example',
    title: null,
    roles: [],
    answer: null,
  };
  expect(questionLines([{ ...asked, options: [option, known] }])).toEqual([
    'f.csv:5: Person En, en@x.example may be:',
    '  --answer 5=line-2  Person En, rektor, on line 2',
    '  --answer 5=a-person  Person En, rektor, teacher at Lia skole',
    '  --answer 5=new  somebody else',
  ]);
});
