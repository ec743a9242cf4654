import { expect, test } from '@jest/globals';
import { ChangePersonBody } from './change-person.js';
import { RegisterPersonBody } from './register-person.js';

test.each([
  ['RegisterPerson', RegisterPersonBody],
  ['ChangePerson', ChangePersonBody],
] as const)('%s refuses a national number in an e-mail address', (_, body) => {
  const person = { name: 'Person En', title: null };
  expect(body.parse({ ...person, email: 'person.en@demovik.example' }).email).toBe('person.en@demovik.example');
  // An invented number: the month has 80 added.
  for (const email of ['15817012345@demovik.example', 'person.158170-12345@demovik.example'])
    expect(body.safeParse({ ...person, email }).error?.issues).toMatchObject([
      { path: ['email'], code: 'custom', params: { rule: 'national-number' } },
    ]);
});
