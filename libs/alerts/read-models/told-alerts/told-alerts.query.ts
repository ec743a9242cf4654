import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Asker } from '#platform/identity';
import type { CalendarDate, PersonId, UnitId } from '#platform/kernel';
import { Directory } from '#registry/contract';
import { stepSentence } from '../../contract/index.js';
import { isAboveUnit } from '../../domain/alert-steps/alert-steps.decider.js';
import type { AlertCause } from '../../domain/causes/alert-cause.js';
import { readableCauses } from '../../ladder/readable-causes.js';
import { RoundFactsOfDay } from '../../ladder/round-facts.js';
import type { AlertStepsRow } from '../alert-steps/alert-steps.entity.js';
import type { ToldAlertDto, ToldAlertPage, ToldAlertsQuery } from './told-alerts.dto.js';

/** The alerts that were told about causes that are still open, with their history. */
export class ListToldAlerts extends Query<ToldAlertPage> {
  constructor(
    readonly query: ToldAlertsQuery,
    readonly asker: Asker,
  ) {
    super();
  }
}

/** A cause with its steps about today's day; steps about a day that was moved are history of the past. */
interface Told {
  readonly cause: AlertCause;
  readonly row: AlertStepsRow;
}

@QueryHandler(ListToldAlerts)
export class ListToldAlertsHandler implements IQueryHandler<ListToldAlerts> {
  constructor(
    private readonly rounds: RoundFactsOfDay,
    private readonly directory: Directory,
  ) {}

  async execute({ query, asker }: ListToldAlerts): Promise<ToldAlertPage> {
    const { page, size, kind, list } = query;
    const { causes, steps } = await this.rounds.on(asker.tenant, asker.today);
    const isReadable = readableCauses(asker);
    const listed = causes
      .flatMap((cause): Told[] => {
        const row = steps.get(cause.id);
        return row && row.steps.countedFrom === cause.countedFrom ? [{ cause, row }] : [];
      })
      .filter(({ cause }) => (kind === undefined || cause.kind === kind) && isReadable(cause))
      .filter((each) => isIn(list, each, asker));
    const told = listed
      .filter((each) => isWanted(each, query))
      .sort(
        (a, b) =>
          (b.row.steps.told ?? b.row.steps.waiting ?? 0) - (a.row.steps.told ?? a.row.steps.waiting ?? 0) ||
          b.cause.age - a.cause.age ||
          (a.cause.id < b.cause.id ? -1 : 1),
      );
    const shown = told.slice((page - 1) * size, page * size);
    const names = await this.namesOf(asker.tenant);
    return {
      items: shown.map((each) => dtoOf(each, names, asker)),
      total: told.length,
      page,
      size,
      ...choicesIn(listed, names),
      latestToldOn: listed.reduce<CalendarDate | null>((last, { row: { toldOn } }) => later(last, toldOn), null),
    };
  }

  private async namesOf(tenant: string): Promise<(id: string) => string | null> {
    const [people, units, services] = await Promise.all([
      this.directory.people(tenant),
      this.directory.units(tenant),
      this.directory.services(tenant),
    ]);
    const names = new Map([
      ...people.map(({ personId, name }) => [personId, name] as const),
      ...units.map(({ unitId, name }) => [unitId, name] as const),
      ...services.map(({ serviceId, name }) => [serviceId, name] as const),
    ]);
    return (id) => names.get(id) ?? null;
  }
}

const isMine = ({ row }: Told, { personId }: Asker): boolean =>
  row.steps.toldTo.some((receiver) => receiver.personId === personId);

function isIn(list: ToldAlertsQuery['list'], told: Told, asker: Asker): boolean {
  const { isWaiting, snoozedUntil, steps } = told.row;
  if (list === 'waiting') return isWaiting;
  if (list === 'all') return steps.told !== null;
  const isAside = snoozedUntil !== null && snoozedUntil > asker.today;
  return isMine(told, asker) && !isAside && !steps.isHandled;
}

const isWanted = ({ cause, row }: Told, { unit, owner, toldAfter }: ToldAlertsQuery): boolean =>
  (unit === undefined || cause.subject.unitIds.includes(unit)) &&
  (owner === undefined || cause.ownerId === owner) &&
  (toldAfter === undefined || (row.toldOn !== null && row.toldOn > toldAfter));

const later = (one: CalendarDate | null, other: CalendarDate | null) =>
  one === null || (other !== null && other > one) ? other : one;

/** Units and responsible people to choose from, by name. */
function choicesIn(
  told: readonly Told[],
  nameOf: (id: string) => string | null,
): Pick<ToldAlertPage, 'units' | 'owners'> {
  const named = (ids: readonly string[]) =>
    [...new Set(ids)]
      .map((id) => ({ id, name: nameOf(id) }))
      .sort((a, b) => (a.name ?? '').localeCompare(b.name ?? '', 'nb'));
  return {
    units: named(told.flatMap(({ cause }) => cause.subject.unitIds)).map(({ id, name }) => ({
      unitId: id as UnitId,
      name,
    })),
    owners: named(told.flatMap(({ cause }) => cause.ownerId ?? [])).map(({ id, name }) => ({
      personId: id as PersonId,
      name,
    })),
  };
}

function dtoOf(told: Told, nameOf: (id: string) => string | null, asker: Asker): ToldAlertDto {
  const { cause, row } = told;
  const { steps } = row;
  const named = (personId: string) => ({ personId: personId as PersonId, name: nameOf(personId) });
  const mine = isMine(told, asker);
  return {
    alertId: row.alertKey,
    kind: cause.kind,
    subjectId: cause.subjectId,
    text: stepSentence(cause, asker.language),
    about: cause.text,
    units: cause.subject.unitIds.map((unitId) => ({ unitId: unitId as UnitId, name: nameOf(unitId) })),
    service: cause.serviceId === null ? null : { serviceId: cause.serviceId, name: nameOf(cause.serviceId) },
    owner: cause.ownerId === null ? null : named(cause.ownerId),
    month: cause.month,
    countedFrom: cause.countedFrom,
    age: cause.age,
    step: steps.told,
    toldOn: row.toldOn,
    toldTo: steps.toldTo.map(({ personId, as }) => ({ ...named(personId), as })),
    isMine: mine,
    mayHandle: !steps.isHandled && isAboveUnit(asker.personId, steps.toldTo),
    maySnooze: mine && steps.told !== null && !steps.wasSnoozed && !steps.isHandled,
    isWaiting: row.isWaiting,
    isHandled: steps.isHandled,
    snoozedUntil: row.snoozedUntil,
    history: row.history.map(({ what, on, byId, step, toIds, note }) => ({
      what,
      on,
      by: byId === null ? null : named(byId),
      step,
      to: toIds.map(named),
      note,
    })),
  };
}
