import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CalendarDate, isRefused, PersonId, stableId, UnitId, type Decider, type DomainEvent } from '#platform/kernel';
import type { PersonEvent, UnitEvent } from '../contract/index.js';
import type { PersonCommand } from './person/person.commands.js';
import { person } from './person/person.decider.js';
import { isSameRole, overlaps } from './person/role-place.js';
import type { UnitCommand } from './unit/unit.commands.js';
import { unit as datedUnit, type UnitRule } from './unit/unit.decider.js';
import * as units from './unit/unit.examples.js';
import type { Unit } from './unit/unit.state.js';
import { withToday } from './dated-commands.js';

const unit = withToday<Unit, UnitCommand, UnitEvent, UnitRule>(datedUnit, () => CalendarDate.parse('2026-08-05'));

const days = fc.integer({ min: 1, max: 9 }).map((n) => CalendarDate.parse(`2026-08-0${n}`));
const personId = PersonId.parse('018f0c5e-0000-7000-8000-000000000001');
const places = fc.constantFrom('310000000', '310000019').map((id) => UnitId.parse(id));

const personCommands: fc.Arbitrary<PersonCommand> = fc.oneof(
  fc.constant<PersonCommand>({ type: 'RegisterPerson', personId, name: 'Person En', email: null, title: null }),
  fc
    .record({
      role: fc.constantFrom('unit-leader', 'teacher'),
      unitId: places,
      from: days,
      to: fc.option(days),
      n: fc.nat(99),
    })
    .map(({ n, ...given }): PersonCommand => ({
      type: 'GiveRole',
      ...given,
      serviceId: null,
      serviceUnitId: null,
      roleId: stableId('role', n),
      placeIsOpen: true,
    })),
  fc
    .record({ n: fc.nat(99), on: days })
    .map(({ n, on }): PersonCommand => ({ type: 'EndRole', roleId: stableId('role', n), on, heldByOthers: [] })),
);
const unitCommands: fc.Arbitrary<UnitCommand> = fc.oneof(
  fc.constantFrom<UnitCommand>(
    units.register(),
    units.assign(),
    units.unassign(),
    units.withdrawClosure(),
    units.changeDetails({ children: 7 }),
  ),
  days.map((on) => units.close(on)),
  days.map((on) => units.reopen(on)),
  fc.tuple(fc.boolean(), days).map(([obliged, on]) => units.changeObligation(obliged, on)),
  fc.tuple(fc.constantFrom(units.host, null), days).map(([host, on]) => units.meetAt(host, { on })),
);

/** Runs commands as `Streams` does; returns the history, and the state after each accepted command. */
function live<S, C, E extends DomainEvent>(decider: Decider<S, C, E, string>, commands: readonly C[]) {
  const history: E[] = [];
  const states = [decider.initialState];
  for (const command of commands) {
    const state = states.at(-1)!;
    const decided = decider.decide(command, state);
    if (isRefused(decided)) continue;
    history.push(...decided);
    states.push(decided.reduce(decider.evolve, state));
  }
  return { history, states };
}

test('nobody ever holds the same role at the same place twice on one day, and no role ends before it begins', () => {
  fc.assert(
    fc.property(fc.array(personCommands, { maxLength: 40 }), (commands) => {
      const state = live(person, commands).states.at(-1)!;
      const roles = state.status === 'registered' ? state.roles : [];
      for (const [i, role] of roles.entries()) {
        expect(role.to === null || role.to >= role.from).toBe(true);
        for (const other of roles.slice(i + 1)) expect(isSameRole(role, other) && overlaps(role, other)).toBe(false);
      }
    }),
    { seed: 20261122, numRuns: 500 },
  );
});

test('a unit’s obligations and meeting places are ordered by day, at most one a day', () => {
  fc.assert(
    fc.property(fc.array(unitCommands, { maxLength: 40 }), (commands) => {
      for (const state of live(unit, commands).states) {
        if (state.status === 'not-registered') continue;
        for (const timeline of [state.obligations, state.hosts])
          expect(timeline.every(({ from }, i) => i === 0 || timeline[i - 1]!.from < from)).toBe(true);
      }
    }),
    { seed: 20261122, numRuns: 500 },
  );
});

test('a repeated command changes nothing', () => {
  fc.assert(
    fc.property(fc.array(unitCommands, { maxLength: 30 }), unitCommands, (commands, command) => {
      const { history, states } = live(unit, [units.register(), ...commands]);
      const decided = unit.decide(command, states.at(-1)!);
      if (isRefused(decided)) return;
      const after = [...history, ...decided].reduce(unit.evolve, unit.initialState);
      expect(unit.decide(command, after)).toEqual([]);
    }),
    { seed: 20261122, numRuns: 500 },
  );
});

test('a fold of any events in any order never throws', () => {
  const shuffled = <C, E extends DomainEvent>(decider: Decider<unknown, C, E, string>, commands: fc.Arbitrary<C>) =>
    fc
      .array(commands, { maxLength: 30 })
      .chain((some) => fc.shuffledSubarray([...live(decider, some).history]))
      .map((events) => events.reduce(decider.evolve, decider.initialState));
  fc.assert(
    fc.property(
      shuffled<UnitCommand, UnitEvent>(unit as Decider<unknown, UnitCommand, UnitEvent, string>, unitCommands),
      shuffled<PersonCommand, PersonEvent>(
        person as Decider<unknown, PersonCommand, PersonEvent, string>,
        personCommands,
      ),
      (aUnit, aPerson) => {
        expect(aUnit).toHaveProperty('status');
        expect(aPerson).toHaveProperty('status');
      },
    ),
    { seed: 20261122, numRuns: 300 },
  );
});
