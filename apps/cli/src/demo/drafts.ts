import type { CommandBus } from '@nestjs/cqrs';
import { SaveDraft } from '#meetings';
import type { Askers } from '#platform/identity';
import { addDays, stableId } from '#platform/kernel';
import type { World } from './demo-world.js';
import { DEMO_MUNICIPALITY } from './organisation.js';
import { protocolOf } from './protocols.js';

const RECENT_DAYS = 60;

/** Protocols in progress today: some nearly ready to file, others still incomplete. */
export async function saveDrafts(world: World, commands: CommandBus, askers: Askers): Promise<void> {
  const recent = world.waiting
    .filter(({ heldOn }) => heldOn >= addDays(world.asOf, -RECENT_DAYS))
    .toSorted((a, b) => (a.meeting.meetingId < b.meeting.meetingId ? -1 : 1));
  for (const [i, { meeting, unit, heldOn }] of recent.entries()) {
    if (i % 4 === 3) continue;
    const by = world.roster.chairOf(unit, world.asOf);
    const asker = await askers.find(DEMO_MUNICIPALITY, by, world.asOf, 'nb');
    if (!asker) continue;
    const { draft } = protocolOf(world, unit, meeting, heldOn, world.asOf);
    const unfinished = { ...draft, actions: draft.actions.map((action) => ({ ...action, dueOn: null })) };
    const commandId = world.demoCommands.id('draft', meeting.meetingId);
    await commands.execute(
      new SaveDraft(meeting.meetingId, i % 2 === 0 ? draft : unfinished, asker, {
        tenant: DEMO_MUNICIPALITY,
        actor: by,
        commandId,
        request: stableId(commandId),
        correlationId: commandId,
        expected: 0n,
      }),
    );
  }
}
