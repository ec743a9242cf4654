import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Page } from '#platform/http';
import { scopeOf, type Asker } from '#platform/identity';
import { refuse } from '#platform/kernel';
import { answerOf, itemOf, type MeetingFilters } from './meeting.dto.js';
import { Directory, isActive } from '#registry/contract';
import { NamedPeople } from '../../facts/named-people.js';
import { MeetingLists } from './meeting-lists.js';

/** Meetings within the asker's reach, oldest first. */
export class ListMeetings extends Query<Page<ReturnType<typeof itemOf>>> {
  constructor(
    readonly filters: MeetingFilters,
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(ListMeetings)
export class ListMeetingsHandler implements IQueryHandler<ListMeetings> {
  constructor(private readonly meetings: MeetingLists) {}

  async execute({ filters: { page, size, mine, awaits, when, ...filter }, asker }: ListMeetings) {
    const { tenant, personId, today } = asker;
    const reach = await this.meetings.reachOf(tenant, scopeOf(asker, 'meeting.read'));
    const wanted = {
      ...filter,
      ...(mine === 'true' && {
        participant: { personId, standingAtUnitIds: await this.meetings.standingUnitsOf(tenant, personId) },
      }),
      ...(when && { when: { is: when, today } }),
      ...(awaits && { awaitsProtocol: { on: today, is: awaits === 'protocol' } }),
    };
    const found = await this.meetings.list(tenant, reach, wanted, { page, size });
    return { ...found, items: found.items.map((row) => itemOf(row, asker)) };
  }
}

/** One meeting's header. */
export class ReadMeeting extends Query<object> {
  constructor(
    readonly meetingId: string,
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(ReadMeeting)
export class ReadMeetingHandler implements IQueryHandler<ReadMeeting> {
  constructor(
    private readonly meetings: MeetingLists,
    private readonly directory: Directory,
    private readonly named: NamedPeople,
  ) {}

  async execute({ meetingId, asker }: ReadMeeting) {
    const { tenant } = asker;
    const row = await this.meetings.one(tenant, meetingId);
    if (!row) return refuse('MEETING_NOT_PLANNED');
    const { unitIds, day, calledIds, participantIds, filedBy } = row;
    const all = await this.directory.units(tenant);
    const table = new Set(
      all
        .filter(({ unitId }) => unitIds.includes(unitId))
        .flatMap(({ standing }) => standing.map(({ personId }) => personId)),
    );
    const ids = [...calledIds, ...participantIds, filedBy, ...table];
    const seated = (await this.directory.people(tenant, [...table])).filter((person) => isActive(person, day));
    const standing = new Set(seated.map(({ personId }) => personId));
    const [units, people] = await Promise.all([
      this.named.units(tenant, unitIds),
      this.named.of(tenant, ids, unitIds, day),
    ]);
    return {
      ...answerOf(row, asker),
      units,
      people,
      standing: people.filter(({ personId }) => standing.has(personId)),
    };
  }
}
