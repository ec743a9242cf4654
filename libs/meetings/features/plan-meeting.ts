import { Body, Controller } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { ProblemError, Asked, Commanded, CommandRoute } from '#platform/http';
import { type Asker, may } from '#platform/identity';
import {
  CalendarDate,
  TimeOfDay,
  UnitId,
  schoolYearOf,
  stableId,
  type MeetingId,
  requiredText,
} from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { Directory, hostOn } from '#registry/contract';
import { LONGEST } from '../contract/limits/index.js';
import { MeetingKind } from '../contract/meeting.events.js';
import type { MeetingRule } from '../domain/meeting/meeting.decider.js';
import { UnitCalendars } from '../facts/unit-calendars.js';
import { UnitMeetings } from '../facts/unit-meetings.js';
import { MeetingHours } from '../streams/meeting-hours.js';

export const PlanMeetingBody = z.strictObject({
  kind: MeetingKind.default('ordinary'),
  unitIds: z.array(UnitId).min(1).max(20).describe('The first one hosts; a joint meeting counts for all of them.'),
  on: CalendarDate,
  startsAt: TimeOfDay,
  place: requiredText(LONGEST.place).nullable().default(null),
  reason: requiredText(LONGEST.reason).nullable().default(null).describe('Why an extraordinary meeting is called.'),
  urgent: z.boolean().default(false),
  force: z.boolean().default(false).describe('Meet on a day that is no working day all the same.'),
});
export type PlanMeetingBody = z.infer<typeof PlanMeetingBody>;

/** A single meeting: ordinary in addition to the year's plan, extraordinary (R19), or joint for several units. */
export class PlanMeeting extends Command<Outcome<MeetingRule>> {
  constructor(
    readonly body: PlanMeetingBody,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(PlanMeeting)
export class PlanMeetingHandler implements ICommandHandler<PlanMeeting> {
  constructor(
    private readonly hours: MeetingHours,
    private readonly calendars: UnitCalendars,
    private readonly diary: UnitMeetings,
    private readonly directory: Directory,
  ) {}

  async execute({ body, asker, context }: PlanMeeting) {
    // The guard takes subjects from the path only, but the units of the new meeting are in the body.
    if (!(await this.mayPlanForAll(asker, body))) throw new ProblemError('forbidden');
    const meetingId = stableId(context.commandId, 'meeting') as MeetingId;
    const busyUnitIds = await this.diary.busyUnits(context.tenant, body.unitIds, body, meetingId);
    const day = await this.calendars.dayFacts(context.tenant, body.unitIds, body.on);
    const schoolYear = schoolYearOf(body.on);
    return this.hours.run(
      meetingId,
      { type: 'PlanMeeting', meetingId, schoolYear, ...body, facts: { ...day, busyUnitIds } },
      context,
    );
  }

  /**
   * A joint meeting gives all its participants access to every unit's actions and counts for each unit, so the asker
   * must be allowed to plan for each, or it must join the meetings of one that they may plan for. Only the coordinator
   * may join other units.
   */
  private async mayPlanForAll(asker: Asker, { unitIds, on }: PlanMeetingBody): Promise<boolean> {
    const isTheirs = (unitId: string) => may(asker, 'meeting.plan', { unitIds: [unitId] });
    const others = unitIds.filter((unitId) => !isTheirs(unitId));
    const [hosting] = unitIds;
    if (others.length === 0) return true;
    if (hosting === undefined || others.includes(hosting)) return false;
    const units = await this.directory.units(asker.tenant);
    return others.every((id) => units.some((unit) => unit.unitId === id && hostOn(unit, on) === hosting));
  }
}

@Controller('meetings')
export class PlanMeetingController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({ right: 'meeting.plan', summary: 'Plan a single meeting: ordinary, extraordinary or joint.' })
  handle(
    @Body({ schema: PlanMeetingBody }) body: PlanMeetingBody,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new PlanMeeting(body, asker, context));
  }
}
