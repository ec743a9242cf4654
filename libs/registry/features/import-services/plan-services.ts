import { isSame, nameKey } from '#platform/kernel';
import type { ServiceDetails, ServiceDto, UnitDto } from '../../contract/index.js';
import type { ImportItem } from '../imports/import-report.js';
import type { ServesLine, ServiceLine } from './parse-services.js';

/** Registered data before the import, by `nameKey`. */
export interface KnownServices {
  readonly services: ReadonlyMap<string, ServiceDto>;
  readonly serviceUnits: ReadonlyMap<string, string>;
  readonly units: ReadonlyMap<string, UnitDto>;
  /** Services and service units that are closed, and whose name no open one has. */
  readonly closed: { readonly services: ReadonlySet<string>; readonly serviceUnits: ReadonlySet<string> };
  /** By mail address; null where several people have it. */
  readonly people: ReadonlyMap<string, string | null>;
}

type At = Pick<ServiceLine, 'file' | 'line'>;
/** A service to register or change. Its service unit is given by name, since it may be new too. */
export interface ServiceStep extends At {
  readonly serviceId: string | null;
  readonly name: string;
  readonly kind: ServiceDetails['kind'];
  readonly serviceUnit: string | null;
}
export interface ServesStep extends At, Omit<ServesLine, 'contact'> {
  readonly service: string;
  readonly contactId: string | null;
}
export interface PlannedServices {
  readonly newServiceUnits: readonly string[];
  readonly services: readonly ServiceStep[];
  readonly serves: readonly ServesStep[];
  readonly added: readonly ImportItem[];
  readonly changed: readonly ImportItem[];
  readonly unchanged: number;
}

/** The steps for the lines; pure. Missing values are left unchanged; an import never unassigns a service. */
export function planServices(lines: readonly ServiceLine[], known: KnownServices): PlannedServices {
  const wanted = [...Map.groupBy(lines, ({ name }) => nameKey(name))].map(([key, own]) => {
    const before = known.services.get(key);
    const kind = own.find((it) => it.kind !== null)?.kind ?? before?.kind ?? 'other';
    const unitBefore = [...known.serviceUnits].find(([, id]) => id === before?.serviceUnitId)?.[0] ?? null;
    const serviceUnit = own.find((it) => it.serviceUnit !== null)?.serviceUnit ?? unitBefore;
    return {
      key,
      own,
      before,
      kind: kind as ServiceDetails['kind'],
      serviceUnit,
      unitBefore,
      name: before?.name ?? own[0]!.name,
    };
  });
  const items = wanted.map(({ own, before, kind, serviceUnit, unitBefore, name }) => {
    const { file, line } = own[0]!;
    const fields = [
      { field: 'kind', before: before?.kind ?? null, after: kind, at: null },
      { field: 'serviceUnit', before: unitBefore, after: serviceUnit, at: null },
    ].filter((it) => nameKey(it.before ?? '') !== nameKey(it.after ?? ''));
    const serves = own.flatMap((it) => servesStep(it, name, before?.serviceId, known));
    const changes = [
      ...fields,
      ...serves.map(({ step, was }) => ({
        field: was ? 'serves-differently' : 'serves',
        before: was?.mustAttend ?? null,
        after: step.mustAttend,
        at: known.units.get(step.unitId)?.name ?? step.unitId,
      })),
    ];
    const step: ServiceStep = { file, line, serviceId: before?.serviceId ?? null, name, kind, serviceUnit };
    return {
      steps: !before || fields.length > 0 ? [step] : [],
      serves: serves.map((it) => it.step),
      isNew: !before,
      item: { id: before?.serviceId ?? name, name, changes },
    };
  });
  const isKnown = (name: string) => known.serviceUnits.has(nameKey(name));
  const serviceUnits = wanted.flatMap(({ serviceUnit }) =>
    serviceUnit === null || isKnown(serviceUnit) ? [] : serviceUnit,
  );
  return {
    // Keeps the first spelling.
    newServiceUnits: [...Map.groupBy(serviceUnits, nameKey).values()].map(([name]) => name!),
    services: items.flatMap(({ steps }) => steps),
    serves: items.flatMap(({ serves }) => serves),
    added: items.filter(({ isNew }) => isNew).map(({ item }) => item),
    changed: items.filter(({ isNew, item }) => !isNew && item.changes.length > 0).map(({ item }) => item),
    unchanged: items.filter(({ isNew, item }) => !isNew && item.changes.length === 0).length,
  };
}

/** The change of the service at the line's unit, with the previous values; undefined when it already matches. */
function servesStep(it: ServiceLine, name: string, serviceId: string | undefined, known: KnownServices) {
  if (!it.serves) return [];
  const { file, line, serves } = it;
  const was = known.units.get(serves.unitId)?.services.find((served) => served.serviceId === serviceId);
  const contactId = serves.contact === null ? (was?.contactId ?? null) : (known.people.get(serves.contact) ?? null);
  const { unitId, mustAttend } = serves;
  if (was && isSame({ contactId: was.contactId, mustAttend: was.mustAttend }, { contactId, mustAttend })) return [];
  return [{ was, step: { file, line, service: nameKey(name), unitId, contactId, mustAttend } }];
}
