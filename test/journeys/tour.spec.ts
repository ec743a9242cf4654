import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { makeDemo } from '../../apps/cli/src/demo/make-demo.js';
import { openApplication, type ApplicationUnderTest } from './application-under-test.js';

// Runs the README's tour as a reader does, against a small demo, so that the docs match the program.

const TOUR = fileURLToPath(new URL('../../docs/tour/file-a-protocol.mjs', import.meta.url));
const QUIET = { out: () => undefined, err: () => undefined, draw: () => undefined, interactive: false, width: 80 };
const asOf = new Date('2026-11-21T10:00:00+01:00');

let application: ApplicationUnderTest;
beforeAll(async () => {
  application = await openApplication(asOf.toISOString());
  const wish = { seed: 2026, asOf, scale: { schools: 2, kindergartens: 1, schoolYears: 1 } };
  await makeDemo(application.installation, wish, { terminal: QUIET, signal: new AbortController().signal });
}, 60_000);
afterAll(() => application.close());

test('a head teacher files a protocol by following the tour in the README', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [TOUR, application.address]);
  const lines = stdout.trimEnd().split('\n');
  expect(lines[0]).toMatch(/^Signed in as .+, Rektor, .+ skole$/);
  expect(lines[1]).toMatch(/^Called an extraordinary meeting today: /);
  expect(lines[2]).toMatch(/^The draft came with \d+ participants and \d+ earlier actions$/);
  expect(lines[3]).toMatch(/^Filed without an action: 422 .+: Protokollen mangler tiltak\./);
  expect(lines[4]).toMatch(/^Filed with one: 200, position \d+ in the log$/);
  expect(lines.slice(5).join('\n')).toMatch(/On the board, 2026-11 is now .+:\n[^]*2026-11-21 {2}filed/);
  expect(lines.at(-1)).toMatch(/ has «Felles vaktplan i friminuttene på 9. trinn» to do by 2026-12-05$/);
}, 60_000);
