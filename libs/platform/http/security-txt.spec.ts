import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { clock, startExample, type Example } from './http.examples.js';

let silent: Example;
let example: Example;
beforeAll(async () => {
  silent = await startExample();
  const options = { securityContact: 'mailto:sikkerhet@fjordvik.example', origin: 'https://samspill.example.no' };
  example = await startExample({ options });
});
afterAll(async () => {
  await silent.app.close();
  await example.app.close();
});

test('names whom to tell about a weakness, until half a year after the clock’s day (RFC 9116)', async () => {
  const answer = await fetch(`${example.url}/.well-known/security.txt`);
  expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  const fields = new Map(
    (await answer.text())
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/: (.*)/) as [string, string]),
  );
  expect(fields.get('Contact')).toBe('mailto:sikkerhet@fjordvik.example');
  expect(fields.get('Canonical')).toBe('https://samspill.example.no/.well-known/security.txt');
  const days = (Date.parse(fields.get('Expires')!) - clock.now().getTime()) / 86_400_000;
  expect(days).toBeGreaterThan(179);
  expect(days).toBeLessThanOrEqual(180);
});

test('is not found where no contact is set', async () => {
  expect((await fetch(`${silent.url}/.well-known/security.txt`)).status).toBe(404);
});
