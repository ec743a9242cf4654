import { beforeEach, describe, expect, test } from '@jest/globals';
import { EventCatalog, InMemoryEventStore } from '#platform/event-store';
import { isRefused, PersonId, SettableClock, stableId } from '#platform/kernel';
import { followsFrom } from '#platform/policies';
import type { CommandContext } from '#platform/streams';
import { personEvents, type HeldRole } from '../contract/index.js';
import type { PersonCommand } from '../domain/person/person.commands.js';
import { day, demo, leader, roleIdOf } from '../domain/person/person.examples.js';
import { PersonStreams } from '../streams/registry.streams.js';
import { endSubstitutionsWhenRoleEnds } from './end-substitutions-when-role-ends.policy.js';

const TENANT = '9901';
const absentId = PersonId.parse('018f0c5e-0000-7000-8000-000000000001');
const substituteId = PersonId.parse('018f0c5e-0000-7000-8000-000000000002');
const OWN = roleIdOf(1);
const STOOD_IN = roleIdOf(2);
const catalog = new EventCatalog(personEvents);

let clock: SettableClock;
let store: InMemoryEventStore;
let people: PersonStreams;
let commands: number;
beforeEach(async () => {
  clock = new SettableClock(new Date('2026-11-10T08:00:00Z'));
  store = new InMemoryEventStore(clock);
  people = new PersonStreams(store, catalog, clock);
  commands = 0;
  for (const personId of [absentId, substituteId]) await run(personId, { type: 'RegisterPerson', personId, ...demo });
  const period = { from: day('2024-08-01'), to: null };
  await run(absentId, { type: 'GiveRole', ...leader, roleId: OWN, ...period, placeIsOpen: true });
});

async function run(personId: PersonId, command: PersonCommand): Promise<void> {
  const commandId = stableId('command', (commands += 1));
  const context: CommandContext = {
    tenant: TENANT,
    actor: 'someone',
    commandId,
    request: commandId,
    correlationId: 'c',
  };
  expect(isRefused(await people.run(personId, command, context))).toBe(false);
}
const standIn = () =>
  run(substituteId, {
    type: 'GiveSubstituteRole',
    ...leader,
    roleId: STOOD_IN,
    from: day('2026-11-02'),
    to: day('2026-11-30'),
    standsInFor: absentId,
    heldByAbsent: [{ from: day('2024-08-01'), to: null }],
    isAbsent: false,
  });
const endRole = (on: string) => run(absentId, { type: 'EndRole', roleId: OWN, on: day(on), heldByOthers: [] });

/** A process that runs the policy from the beginning of the log, until there is nothing more to react to. */
async function policyRuns(): Promise<void> {
  for await (const batch of store.readAll({ after: 0n, batchSize: 1 }))
    for (const stored of batch)
      for (const { reaction, context } of followsFrom(endSubstitutionsWhenRoleEnds, catalog.decode(stored)))
        expect(isRefused(await people.run(reaction.id, reaction.command as PersonCommand, context))).toBe(false);
}
async function substitution(): Promise<HeldRole | undefined> {
  const { state } = await people.load(substituteId, TENANT);
  return state.status === 'registered' ? state.roles.find(({ roleId }) => roleId === STOOD_IN) : undefined;
}
const typesOf = async (personId: PersonId) =>
  (await store.read(TENANT, people.streamOf(personId))).map(({ type }) => type.replace('registry.', ''));

describe('a substitution', () => {
  test('ends with the role that it is for, also when the process ended right after recording the end of the role', async () => {
    await standIn();
    await policyRuns();
    await endRole('2026-11-15');
    // The process is killed here: nothing but the policy's next run, days later, ends the substitution.
    clock.set(new Date('2026-11-13T08:00:00Z'));
    expect(await substitution()).toMatchObject({ to: '2026-11-30' });
    await policyRuns();
    expect(await substitution()).toMatchObject({ from: '2026-11-02', to: '2026-11-15' });
  });

  test('ends with the role when the process ended before the substitution was noted', async () => {
    await standIn();
    await endRole('2026-11-15');
    await policyRuns();
    expect(await substitution()).toMatchObject({ to: '2026-11-15' });
  });

  test('ends with the role when both were decided at the same time', async () => {
    await endRole('2026-11-15');
    await standIn();
    await policyRuns();
    expect(await substitution()).toMatchObject({ to: '2026-11-15' });
  });

  test('that was made longer is ended too', async () => {
    await standIn();
    await policyRuns();
    await run(substituteId, { type: 'EndRole', roleId: STOOD_IN, on: day('2026-12-24'), heldByOthers: [] });
    await endRole('2026-12-10');
    await policyRuns();
    expect(await substitution()).toMatchObject({ to: '2026-12-10' });
  });

  test('is ended once, however often the log is processed', async () => {
    await standIn();
    await endRole('2026-11-15');
    await policyRuns();
    const head = await store.head();
    await policyRuns();
    expect(await store.head()).toBe(head);
    expect(await typesOf(substituteId)).toEqual(['PersonRegistered', 'SubstituteRoleGiven', 'RoleEnded']);
  });

  test('that has been ended before stays as it is', async () => {
    await standIn();
    await policyRuns();
    await endRole('2026-11-15');
    await run(substituteId, { type: 'EndRole', roleId: STOOD_IN, on: day('2026-11-12'), heldByOthers: [] });
    await policyRuns();
    expect(await substitution()).toMatchObject({ to: '2026-11-12' });
  });

  test('that was over long before an installation got the policy stays as it is', async () => {
    await standIn();
    await endRole('2026-11-15');
    clock.set(new Date('2027-03-01T08:00:00Z'));
    await policyRuns();
    expect(await substitution()).toMatchObject({ to: '2026-11-30' });
    expect(await typesOf(substituteId)).toEqual(['PersonRegistered', 'SubstituteRoleGiven']);
  });

  test('is left alone by a role that is held again since', async () => {
    await standIn();
    await endRole('2026-11-15');
    await endRole('2027-07-31');
    await policyRuns();
    expect(await substitution()).toMatchObject({ to: '2026-11-30' });
  });
});
