import {
  DEFAULT_SETTINGS,
  MunicipalityRegistered,
  PersonRegistered,
  RoleGiven,
  ServiceRegistered,
  ServiceUnitRegistered,
  UnitRegistered,
} from '#registry/contract';
import { told, type Stream } from './told.js';
import {
  beginningOf,
  BFE,
  id,
  MEMBERS,
  personOf,
  SCHOOL_YEARS,
  SERVICE,
  SIZES,
  UNITS,
  type Service,
} from './worlds.js';

const BEGINS = beginningOf(SCHOOL_YEARS[0]!);

/** The municipality with its units, services and people. */
export function registryStreams(number: string): readonly Stream[] {
  const person = (name: string, role: object): Stream => [
    `person-${personOf(name)}`,
    told(BEGINS, PersonRegistered({ personId: personOf(name), name, email: null, title: null })),
    told(
      BEGINS,
      RoleGiven(
        RoleGiven.schema.parse({
          roleId: id('role', name),
          unitId: null,
          serviceId: null,
          serviceUnitId: null,
          from: BEGINS,
          to: null,
          ...role,
        }),
      ),
    ),
  ];
  const kinds = { ppt: 'ppt', nurses: 'public-health-nurse', childWelfare: 'child-welfare' } as const;
  return [
    [
      `municipality-${number}`,
      told(
        BEGINS,
        MunicipalityRegistered(
          MunicipalityRegistered.schema.parse({
            number,
            name: 'Prøvevik',
            languageForm: 'nb',
            demo: true,
            settings: DEFAULT_SETTINGS,
          }),
        ),
      ),
    ],
    [`serviceunit-${BFE}`, told(BEGINS, ServiceUnitRegistered({ serviceUnitId: BFE, name: 'BFE' }))],
    ...(Object.keys(SERVICE) as Service[]).map((name): Stream => [
      `service-${SERVICE[name]}`,
      told(
        BEGINS,
        ServiceRegistered({
          serviceId: SERVICE[name],
          name,
          kind: kinds[name],
          serviceUnitId: name === 'ppt' ? BFE : null,
        }),
      ),
    ]),
    person('coordinator', { role: 'coordinator' }),
    person('director', { role: 'director' }),
    person('leader of BFE', { role: 'service-unit-leader', serviceUnitId: BFE }),
    person('elected', { role: 'elected' }),
    person('auditor', { role: 'auditor' }),
    person('teacher', { role: 'teacher', unitId: UNITS[0] }),
    ...(Object.keys(SERVICE) as Service[]).flatMap((name) =>
      MEMBERS[name].map((member) => person(member, { role: 'service-member', serviceId: SERVICE[name] })),
    ),
    ...UNITS.map((unitId, i): Stream => [
      `unit-${unitId}`,
      told(
        BEGINS,
        UnitRegistered(
          UnitRegistered.schema.parse({
            unitId,
            name: `Enhet ${i + 1}`,
            kind: i === 2 ? 'kindergarten' : 'school',
            ownership: 'public',
            children: SIZES[i],
            area: i < 2 ? 'Nord' : 'Sør',
            obligation: { obliged: true, reason: null },
            from: BEGINS,
          }),
        ),
      ),
    ]),
  ];
}
