import {
  addDays,
  schoolYearOf,
  type CalendarDate,
  type SchoolYear,
  type TimeOfDay,
  type UnitId,
} from '#platform/kernel';
import type { AgreementContent } from '#meetings/contract';
import { AT, on, type World } from './demo-world.js';
import type { DemoUnit } from './organisation.js';
import { assignedOn, participantsOf } from './registry.js';

type Fate = 'approved' | 'waits-for-services' | 'waits-for-unit' | 'none';

/** Every eighth unit has proposed this year's agreement lately, every eighth has got a proposal, every eighth has none. */
const FATES: ReadonlyMap<number, Fate> = new Map<number, Fate>([
  [1, 'none'],
  [3, 'waits-for-services'],
  [6, 'waits-for-unit'],
]);

/** Agreements of a unit's school years (R22): those of earlier years are approved by both parties. */
export function scheduleAgreements(world: World, unit: DemoUnit): void {
  if (unit.exempt !== undefined || unit.host !== undefined) return;
  const index = world.roster.organisation.units.indexOf(unit);
  for (const year of world.roster.schoolYears) {
    const random = world.random.for('agreement', unit.id, year);
    const begins = addDays(`${year}-08-25` as CalendarDate, random.between(0, 15));
    const fate = year === schoolYearOf(world.asOf) ? (FATES.get(index % 8) ?? 'approved') : 'approved';
    if (fate === 'none') continue;
    const recently = addDays(world.asOf, -random.between(4, 11));
    const proposed = fate !== 'approved' && recently > begins ? recently : begins;
    on(world, unit, proposed, AT.afternoon, (today) => propose(world, unit, year, fate, today));
  }
}

async function propose(world: World, unit: DemoUnit, year: number, fate: Fate, today: CalendarDate): Promise<void> {
  const { demoCommands, roster } = world;
  const isUnitLeader = fate !== 'waits-for-unit';
  const by = isUnitLeader ? roster.leaderOf(unit, today) : roster.coordinator;
  const of = { unitId: unit.id as UnitId, schoolYear: year as SchoolYear };
  const content = contentOf(world, unit, year, today);
  if (content.dates.length === 0) return;
  const agreement = `${unit.id}.${year}`;
  await demoCommands.run(
    'agreement',
    agreement,
    { type: 'ProposeAgreement', ...of, by, today, content, isUnitLeader },
    by,
  );
  if (fate === 'waits-for-services') return;
  const random = world.random.for('agreement approved', unit.id, year);
  const later = fate === 'approved' ? random.between(1, 12) : 1;
  on(world, unit, addDays(today, later), AT.afternoon, async (day) => {
    const leader = roster.personId(roster.organisation.cast.bfeLeader);
    const as = { leadsService: true, isCoordinator: false, hasLeader: true };
    await demoCommands.run(
      'agreement',
      agreement,
      { type: 'ApproveAgreement', ...of, party: 'services', version: 1, by: leader, today: day, as },
      leader,
    );
  });
}

/** The content of an agreement as the handler makes it of the plan and the register. */
function contentOf(world: World, unit: DemoUnit, year: number, today: CalendarDate): AgreementContent {
  const { roster, plannedDays } = world;
  const startsAt = unit.rule.startsAt as TimeOfDay;
  return {
    dates: plannedDays.of(unit.id, year).map(({ meetingId, on: day }) => ({ meetingId, on: day, startsAt })),
    members: participantsOf(roster, unit, assignedOn(roster, today)),
    services: roster
      .servicesOf(unit, today)
      .map(({ service, mustAttend }) => ({ serviceId: roster.serviceId(service), mustAttend })),
  };
}
