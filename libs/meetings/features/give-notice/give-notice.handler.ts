import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { PersonId } from '#platform/kernel';
import { Directory, isActive } from '#registry/contract';
import type { Meeting } from '../../domain/meeting/meeting.state.js';
import { MeetingStreams } from '../../streams/meeting.streams.js';
import { GiveNotice } from './give-notice.command.js';

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
        to: to ?? (await this.standing(state, context.municipality)),
        agenda,
        today: asker.today,
      }),
      context,
    );
  }

  /** The standing participants of the meeting's units who are still active on its day. */
  private async standing(state: Meeting, municipality: string): Promise<PersonId[]> {
    if (state.status === 'unplanned') return [];
    const units = await Promise.all(state.unitIds.map((unitId) => this.directory.unit(municipality, unitId)));
    const ids = [...new Set(units.flatMap((unit) => unit?.standing.map(({ personId }) => personId) ?? []))];
    const people = await this.directory.people(municipality, ids);
    const active = new Set(people.filter((person) => isActive(person, state.on)).map(({ personId }) => personId));
    return ids.filter((personId) => active.has(personId)) as PersonId[];
  }
}
