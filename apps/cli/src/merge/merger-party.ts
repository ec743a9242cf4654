import type { INestApplicationContext } from '@nestjs/common';
import type { CalendarDate } from '#platform/kernel';
import type {
  MunicipalityDto,
  PersonDto,
  SchoolCalendarDto,
  ServiceDto,
  ServiceUnitDto,
  UnitDto,
} from '#registry/contract';
import type { MeetingsUnderWay } from '#meetings';

/** A municipality that ends in a merger, with its register and its numbers from the read models. */
export interface MergerParty {
  readonly municipality: MunicipalityDto;
  readonly units: readonly UnitDto[];
  readonly people: readonly PersonDto[];
  readonly services: readonly ServiceDto[];
  readonly serviceUnits: readonly ServiceUnitDto[];
  readonly calendars: readonly SchoolCalendarDto[];
  readonly openActions: number;
  readonly meetings: MeetingsUnderWay;
}

/** Reads a municipality in its own tenant; undefined when it is not registered. */
export async function readMergerParty(
  app: INestApplicationContext,
  tenant: string,
  today: CalendarDate,
): Promise<MergerParty | undefined> {
  const [{ QueryBus }, { Directory }, { OpenActions }, { CountMeetingsUnderWay }] = await Promise.all([
    import('@nestjs/cqrs'),
    import('#registry/contract'),
    import('#actions/contract'),
    import('#meetings'),
  ]);
  const directory = app.get(Directory, { strict: false });
  const municipality = await directory.municipality(tenant);
  if (!municipality) return undefined;
  const units = await directory.units(tenant);
  const open = await app.get(OpenActions, { strict: false }).ofUnits(
    tenant,
    units.map(({ unitId }) => unitId),
  );
  return {
    municipality,
    units,
    people: await directory.people(tenant),
    services: await directory.services(tenant),
    serviceUnits: await directory.serviceUnits(tenant),
    calendars: await directory.calendars(tenant),
    openActions: open.length,
    meetings: await app.get(QueryBus, { strict: false }).execute(new CountMeetingsUnderWay(tenant, today)),
  };
}
