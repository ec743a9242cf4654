import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { CalendarDate, isRefused, MunicipalityNumber, stableId } from '#platform/kernel';
import { ChangeNumber } from '#registry';
import { MEETING, NUMBER, personOf, tellStory } from './routes/rights.municipality.js';
import { startApi, type RunningApi } from './running-api.js';

// A municipality gets another number and another name from 20 November 2026 on. A protocol of 10 November is filed.

let api: RunningApi;
let coordinator: string;

beforeAll(async () => {
  api = await startApi('2026-11-18T08:00:00Z', ({ events }) => tellStory(events));
  await api.settled();
  // Signed in before the change is known.
  coordinator = await api.cookie(NUMBER, personOf('coordinator'));
  const body = {
    number: MunicipalityNumber.parse('9912'),
    name: 'Nye Prøvevik',
    from: CalendarDate.parse('2026-11-20'),
  };
  const context = {
    tenant: NUMBER,
    actor: 'system:operator',
    commandId: stableId('change of number'),
    request: 'change of number',
    correlationId: stableId('change of number'),
  };
  const outcome = await api.app.get(CommandBus, { strict: false }).execute(new ChangeNumber(body, context));
  if (isRefused(outcome)) throw new Error(JSON.stringify(outcome));
  await api.settled();
}, 60_000);
afterAll(() => api.close());

const ask = async (path: string) => {
  const response = await fetch(`${api.url}${path}`, { headers: { cookie: coordinator } });
  return (await response.json()) as object;
};

test.each([
  ['2026-11-19T22:30:00Z', '9902', 'Prøvevik', 'the day before'],
  ['2026-11-19T23:30:00Z', '9912', 'Nye Prøvevik', 'half an hour after midnight in Norway'],
])('at %s the municipality is %s %s (%s)', async (at, number, name) => {
  api.clock.set(new Date(at));
  // The session of the day before has ended after eight hours.
  coordinator = await api.cookie(NUMBER, personOf('coordinator'));
  expect(await ask('/api/session')).toMatchObject({ municipality: { number, name, demo: true } });
  expect(await ask('/api/municipality')).toMatchObject({
    id: '9902',
    kind: 'municipality',
    number,
    name,
    numbers: [
      { number: '9902', from: null },
      { number: '9912', from: '2026-11-20' },
    ],
    names: [
      { name: 'Prøvevik', from: null },
      { name: 'Nye Prøvevik', from: '2026-11-20' },
    ],
  });
});

test('a protocol bears the name of the day of its meeting, on the page and on paper', async () => {
  api.clock.set(new Date('2026-11-22T08:00:00Z'));
  coordinator = await api.cookie(NUMBER, personOf('coordinator'));
  expect(await ask(`/api/meetings/${MEETING.here}/protocol`)).toMatchObject({ municipalityName: 'Prøvevik' });
  const paper = await fetch(`${api.url}/api/meetings/${MEETING.here}/protocol.pdf`, {
    headers: { cookie: coordinator },
  });
  const text = Buffer.from(await paper.arrayBuffer()).toString('latin1');
  expect(text).toContain(authorIn('Prøvevik'));
  expect(text).not.toContain(authorIn('Nye Prøvevik'));
});

/** Metadata of the PDF: text as UTF-16 with a byte order mark. */
const authorIn = (name: string) => Buffer.from(`\ufeff${name}`, 'utf16le').swap16().toString('latin1');
