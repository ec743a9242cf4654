import { Injectable } from '@nestjs/common';
import { isPublicHoliday } from '#platform/holidays';
import type { PersonId, ServiceId } from '#platform/kernel';
import type { Asker } from '#platform/identity';
import { Directory, workingDaysAtUnits, type WorkingDaysAtUnits } from '#registry/contract';
import { isFollowUpMissed, isOverdue } from '../../contract/index.js';
import type { ActionDto } from './action-list.dto.js';
import type { ActionRow } from './action-list.entity.js';
import { stepsOpenTo } from './action-steps.js';

/** Rows as they are shown to one who asks: with the registry's names, what the clock makes of them, and what the asker may do. */
@Injectable()
export class ShownActions {
  constructor(private readonly directory: Directory) {}

  async show(rows: readonly ActionRow[], asker: Asker): Promise<ActionDto[]> {
    if (rows.length === 0) return [];
    const { tenant } = asker;
    const ids = rows.flatMap(({ ownerId, contributorIds, offeredTo }) => [
      ownerId,
      ...contributorIds,
      ...(offeredTo ? [offeredTo] : []),
    ]);
    const [people, units, services, calendars] = await Promise.all([
      this.directory.people(tenant, [...new Set(ids)]),
      this.directory.units(tenant),
      this.directory.services(tenant),
      this.directory.calendars(tenant),
    ]);
    const workingDays = workingDaysAtUnits(asker.today, { units, calendars, isPublicHoliday });
    const names = new Map([
      ...people.map(({ personId, name }) => [personId, name] as const),
      ...units.map(({ unitId, name }) => [unitId, name] as const),
      ...services.map(({ serviceId, name }) => [serviceId, name] as const),
    ]);
    return rows.map((row) => shown(row, asker, workingDays, (id) => names.get(id) ?? null));
  }
}

function shown(
  row: ActionRow,
  asker: Asker,
  workingDays: WorkingDaysAtUnits,
  nameOf: (id: string) => string | null,
): ActionDto {
  const person = (personId: PersonId) => ({ personId, name: nameOf(personId) });
  const service = (serviceId: ServiceId) => ({ serviceId, name: nameOf(serviceId) });
  const clock = { ...row, isOpen: row.endedOn === null };
  const { today } = asker;
  const overdue = isOverdue(clock, today);
  const { resourceNok: nok, resourceHours: hours } = row;
  return {
    actionId: row.actionId,
    meetingId: row.meetingId,
    units: row.unitIds.map((unitId) => ({ unitId, name: nameOf(unitId) })),
    status: row.status,
    text: row.text,
    owner: person(row.ownerId),
    ownerService: row.ownerServiceId === null ? null : service(row.ownerServiceId),
    contributors: row.contributorIds.map(person),
    contributingServices: row.contributingServiceIds.map(service),
    agreedOn: row.agreedOn,
    firstDueOn: row.firstDueOn,
    dueOn: row.dueOn,
    followUpOn: row.followUpOn,
    followedUpOn: row.followedUpOn,
    followUpOutcome: row.followUpOutcome,
    timesCarriedOn: row.timesCarriedOn,
    endedOn: row.endedOn,
    abandonReason: row.abandonReason,
    effect: row.effect,
    effectJudgedOn: row.effectJudgedOn,
    level: row.level,
    category: row.category,
    approach: row.approach,
    resources: nok === null && hours === null ? null : { nok, hours },
    wantedEffect: row.wantedEffect,
    matterId: row.matterId,
    offer: row.offeredTo && row.offeredOn ? { to: person(row.offeredTo), on: row.offeredOn } : null,
    declined:
      row.declinedOn && row.declineReason !== null && row.endedOn === null
        ? { on: row.declinedOn, reason: row.declineReason }
        : null,
    overdue,
    workingDaysOverdue: overdue ? workingDays.since(row.dueOn, row.unitIds) : 0,
    followUpMissed: isFollowUpMissed(clock, today),
    revision: String(row.revision),
    may: stepsOpenTo(asker, row),
  };
}
