import { Injectable } from '@nestjs/common';
import { ReadSide } from '#platform/database';
import { isPublicHoliday } from '#platform/holidays';
import { firstDayOf, firstDayOfSchoolYear, lastDayOf, monthOf, type CalendarDate } from '#platform/kernel';
import { DEFAULT_SETTINGS, Directory, placeClosures } from '#registry/contract';
import type { Everybody } from '../../contract/index.js';
import type { AlertFacts } from '../../domain/alert.js';
import { firstWatchedSchoolYear } from '../../domain/causes/unit-causes.js';
import { PlannedMeetingRow } from '../planned-meeting/planned-meeting.entity.js';
import { watchedFrom, WatchedActionRow } from '../watched-action/watched-action.entity.js';
import { WatchedMeetingRow } from '../watched-meeting/watched-meeting.entity.js';
import { WatchedMonthRow } from '../watched-month/watched-month.entity.js';

export type RegistryFacts = Omit<AlertFacts, 'actions' | 'meetings' | 'planned' | 'exemptions'>;

/**
 * Collects the facts for a municipality's alerts on a day: open items, and the meetings of the watched school years.
 */
@Injectable()
export class AlertFactsOfDay {
  constructor(
    private readonly readSide: ReadSide,
    private readonly directory: Directory,
  ) {}

  async on(day: CalendarDate, tenant: string, everybody?: Everybody): Promise<AlertFacts> {
    const from = firstDayOfSchoolYear(firstWatchedSchoolYear(day));
    const watched = await this.readSide.in(tenant, async (tables) => ({
      actions: await tables.findBy(WatchedActionRow, { tenant }),
      meetings: await tables
        .createQueryBuilder(WatchedMeetingRow, 'm')
        .where('m.tenant = :tenant and (m.heldOn >= :from or m.filedOn is null)', { tenant, from })
        .getMany(),
      planned: await tables
        .createQueryBuilder(PlannedMeetingRow, 'm')
        .where('m.tenant = :tenant and m.plannedOn between :first and :last', {
          tenant,
          first: firstDayOf(monthOf(day)),
          last: lastDayOf(monthOf(day)),
        })
        .getMany(),
      exemptions: await tables
        .createQueryBuilder(WatchedMonthRow, 'm')
        .where('m.tenant = :tenant and m.month >= :month', { tenant, month: monthOf(from) })
        .getMany(),
    }));
    return {
      ...(await this.registry(tenant, everybody)),
      actions: watched.actions.map(watchedFrom),
      meetings: watched.meetings,
      planned: watched.planned,
      exemptions: watched.exemptions,
    };
  }

  /** The part that the registry tells, with its own dates: roles, closures and calendars. */
  async registry(tenant: string, everybody?: Everybody): Promise<RegistryFacts> {
    const [municipality, units, services, serviceUnits, calendars, people] = await Promise.all([
      this.directory.municipality(tenant),
      this.directory.units(tenant),
      this.directory.services(tenant),
      this.directory.serviceUnits(tenant),
      this.directory.calendars(tenant),
      everybody ?? this.directory.people(tenant),
    ]);
    return {
      settings: municipality?.settings ?? DEFAULT_SETTINGS,
      units,
      services,
      calendars,
      people,
      closures: placeClosures({ units, services, serviceUnits }),
      isPublicHoliday,
    };
  }
}
