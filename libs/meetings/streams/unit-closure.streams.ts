import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, type MeetingId } from '#platform/kernel';
import { EVENT_STORE, EventCatalog, type EventStore } from '#platform/event-store';
import { Streams, type CommandContext } from '#platform/streams';
import { Directory } from '#registry/contract';
import type { UnitClosureEvent } from '../contract/unit-closure.events.js';
import type { UnitClosureCommand } from '../domain/unit-closure/unit-closure.commands.js';
import { unitClosure, type UnitClosureRule } from '../domain/unit-closure/unit-closure.decider.js';
import type { UnitClosure } from '../domain/unit-closure/unit-closure.state.js';
import { ComingMeetings } from '../facts/coming-meetings.js';

/** `unitclosure-<unitId>`. Commands come from a policy; the facts about meetings are read here. */
@Injectable()
export class UnitClosureStreams extends Streams<UnitClosure, UnitClosureCommand, UnitClosureEvent, UnitClosureRule> {
  constructor(
    @Inject(EVENT_STORE) store: EventStore,
    catalog: EventCatalog,
    @Inject(CLOCK) clock: Clock,
    private readonly meetings: ComingMeetings,
    private readonly directory: Directory,
  ) {
    super('unitclosure', unitClosure, store, catalog, clock);
  }

  override async run(unitId: string, command: UnitClosureCommand, context: CommandContext) {
    if (command.type !== 'ListMeetings') return super.run(unitId, command, context);
    const { tenant } = context;
    await this.meetings.knownTo(BigInt(command.knownTo), tenant);
    const hosted = await this.meetings.hostedBy(unitId, tenant);
    const coming = hosted.map(({ meetingId, day }) => ({ meetingId: meetingId as MeetingId, on: day }));
    const languageForm = (await this.directory.municipality(tenant))?.languageForm ?? 'nb';
    return super.run(unitId, { ...command, coming, languageForm }, context);
  }
}
