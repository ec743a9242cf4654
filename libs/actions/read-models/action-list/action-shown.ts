import { Injectable } from '@nestjs/common';
import { daysBetween, type CalendarDate, type PersonId, type ServiceId } from '#platform/kernel';
import { Directory } from '#registry/contract';
import { isFollowUpMissed, isOverdue } from '../../contract/index.js';
import type { ActionDto } from './action-list.dto.js';
import type { ActionRow } from './action-list.entity.js';

/** Rows as they are shown on a day: with the registry's names, and with what the clock makes of them. */
@Injectable()
export class ShownActions {
  constructor(private readonly directory: Directory) {}

  async show(municipality: string, rows: readonly ActionRow[], today: CalendarDate): Promise<ActionDto[]> {
    if (rows.length === 0) return [];
    const ids = rows.flatMap(({ ownerId, contributorIds, offeredTo }) => [
      ownerId,
      ...contributorIds,
      ...(offeredTo ? [offeredTo] : []),
    ]);
    const [people, units, services] = await Promise.all([
      this.directory.people(municipality, [...new Set(ids)]),
      this.directory.units(municipality),
      this.directory.services(municipality),
    ]);
    const names = new Map([
      ...people.map(({ personId, name }) => [personId, name] as const),
      ...units.map(({ unitId, name }) => [unitId, name] as const),
      ...services.map(({ serviceId, name }) => [serviceId, name] as const),
    ]);
    return rows.map((row) => shown(row, today, (id) => names.get(id) ?? null));
  }
}

function shown(row: ActionRow, today: CalendarDate, nameOf: (id: string) => string | null): ActionDto {
  const person = (personId: PersonId) => ({ personId, name: nameOf(personId) });
  const service = (serviceId: ServiceId) => ({ serviceId, name: nameOf(serviceId) });
  const clock = { ...row, isOpen: row.endedOn === null };
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
    overdue,
    daysOverdue: overdue ? daysBetween(row.dueOn, today) : 0,
    followUpMissed: isFollowUpMissed(clock, today),
    revision: String(row.revision),
  };
}
