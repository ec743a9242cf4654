import { addDays, instantAt } from '#platform/kernel';
import { scheduleHandover } from './actions.js';
import { AT, type World } from './demo-world.js';

const OFFERS = 6;

/**
 * In the last days some actions are offered to a colleague who has not answered yet: a few of the leavers' actions,
 * offered by the coordinator, and others by their owners.
 */
export function scheduleOpenOffers(world: World): void {
  const day = addDays(world.asOf, -3);
  world.steps.at(instantAt(addDays(day, -1), AT.morning), 'offers', () => {
    const open = world.roster.organisation.units
      .flatMap(({ id }) => world.actions.get(id) ?? [])
      .filter(({ status }) => status === 'open');
    const left = open.filter(({ ownerId }) => !world.roster.isActive(ownerId, day));
    const held = open.filter(({ ownerId }) => world.roster.isActive(ownerId, day));
    const chosen = [
      ...left.slice(0, Math.min(2, Math.floor(left.length / 2))),
      ...world.random.for('offers').some(held, OFFERS),
    ];
    for (const action of chosen) scheduleHandover(world, action, day, world.random.for('offer', action.actionId));
    return Promise.resolve();
  });
}
