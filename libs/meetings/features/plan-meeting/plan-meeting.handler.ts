import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ProblemError } from '#platform/http';
import { may, type Asker } from '#platform/identity';
import { schoolYearOf, stableId, type MeetingId } from '#platform/kernel';
import { Directory, hostOn } from '#registry/contract';
import { UnitCalendars } from '../../facts/unit-calendars.js';
import { UnitDiary } from '../../facts/unit-diary.js';
import { MeetingHours } from '../../streams/meeting-hours.js';
import { PlanMeeting, type PlanMeetingBody } from './plan-meeting.command.js';

@CommandHandler(PlanMeeting)
export class PlanMeetingHandler implements ICommandHandler<PlanMeeting> {
  constructor(
    private readonly hours: MeetingHours,
    private readonly calendars: UnitCalendars,
    private readonly diary: UnitDiary,
    private readonly directory: Directory,
  ) {}

  async execute({ body, asker, context }: PlanMeeting) {
    // The guard takes subjects from the path only, but the units of the new meeting are in the body.
    if (!(await this.mayPlanForAll(asker, body))) throw new ProblemError('forbidden');
    const meetingId = stableId(context.commandId, 'meeting') as MeetingId;
    const busyUnitIds = await this.diary.busyUnits(context.municipality, body.unitIds, body, meetingId);
    const day = await this.calendars.dayFacts(context.municipality, body.unitIds, body.on);
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
    const units = await this.directory.units(asker.municipality);
    return others.every((id) => units.some((unit) => unit.unitId === id && hostOn(unit, on) === hosting));
  }
}
