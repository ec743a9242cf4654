import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { PersonId } from '#platform/kernel';
import { Directory, isActive } from '#registry/contract';
import { MeetingStreams } from '../../streams/meeting.streams.js';
import { GiveNotice } from './give-notice.command.js';

@CommandHandler(GiveNotice)
export class GiveNoticeHandler implements ICommandHandler<GiveNotice> {
  constructor(
    private readonly meetings: MeetingStreams,
    private readonly directory: Directory,
  ) {}

  async execute({ meetingId, body, asker, context }: GiveNotice) {
    const { agenda, to = await this.standing(meetingId, context.municipality) } = body;
    return this.meetings.run(meetingId, { type: 'GiveNotice', to, agenda, today: asker.today }, context);
  }

  private async standing(meetingId: string, municipality: string): Promise<PersonId[]> {
    const { state } = await this.meetings.load(meetingId, municipality);
    const unitIds = state.status === 'unplanned' ? [] : state.unitIds;
    const units = await Promise.all(unitIds.map((unitId) => this.directory.unit(municipality, unitId)));
    const ids = [...new Set(units.flatMap((unit) => unit?.standing.map(({ personId }) => personId) ?? []))];
    if (state.status === 'unplanned') return [];
    // One who has left by the day of the meeting is not called to it.
    const people = await this.directory.people(municipality, ids);
    const active = new Set(people.filter((person) => isActive(person, state.on)).map(({ personId }) => personId));
    return ids.filter((personId) => active.has(personId)) as PersonId[];
  }
}
