import { Body, Controller, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { PersonId, MeetingId, requiredText } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { Directory, isActive } from '#registry/contract';
import { LONGEST } from '../contract/limits/index.js';
import type { MeetingRule } from '../domain/meeting/meeting.decider.js';
import type { Meeting } from '../domain/meeting/meeting.state.js';
import { MeetingStreams } from '../streams/meeting.streams.js';

export const GiveNoticeBody = z.strictObject({
  to: z.array(PersonId).max(200).optional().describe('Left out: the standing participants of the units.'),
  agenda: requiredText(LONGEST.agenda).nullable().default(null),
});
export type GiveNoticeBody = z.infer<typeof GiveNoticeBody>;

/** Calls people to the meeting; the standing participants of its units by default. */
export class GiveNotice extends Command<Outcome<MeetingRule>> {
  constructor(
    readonly meetingId: MeetingId,
    readonly body: GiveNoticeBody,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(GiveNotice)
export class GiveNoticeHandler implements ICommandHandler<GiveNotice> {
  constructor(
    private readonly meetings: MeetingStreams,
    private readonly directory: Directory,
  ) {}

  execute({ meetingId, body: { agenda, to }, asker, context }: GiveNotice) {
    return this.meetings.run(
      meetingId,
      async ({ state }) => ({
        type: 'GiveNotice',
        to: to ?? (await this.standingParticipants(state, context.tenant)),
        agenda,
        today: asker.today,
      }),
      context,
    );
  }

  /** The standing participants of the meeting's units who are still active on its day. */
  private async standingParticipants(state: Meeting, tenant: string): Promise<PersonId[]> {
    if (state.status === 'unplanned') return [];
    const units = await Promise.all(state.unitIds.map((unitId) => this.directory.unit(tenant, unitId)));
    const ids = [...new Set(units.flatMap((unit) => unit?.standing.map(({ personId }) => personId) ?? []))];
    const people = await this.directory.people(tenant, ids);
    const active = new Set(people.filter((person) => isActive(person, state.on)).map(({ personId }) => personId));
    return ids.filter((personId) => active.has(personId)) as PersonId[];
  }
}

@Controller('meetings')
export class GiveNoticeController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':meetingId/notice',
    right: 'meeting.plan',
    of: 'meeting',
    summary: 'Call people to a meeting.',
  })
  handle(
    @Param('meetingId', { schema: MeetingId }) meetingId: MeetingId,
    @Body({ schema: GiveNoticeBody }) body: GiveNoticeBody,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new GiveNotice(meetingId, body, asker, context));
  }
}
