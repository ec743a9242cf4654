import type { EventStore } from '#platform/event-store';
import { CalendarDate, MunicipalityNumber, PersonId, stableId } from '#platform/kernel';
import type { Role } from '#platform/identity';
import { DEFAULT_SETTINGS, MunicipalityRegistered, PersonRegistered, RoleGiven } from '#registry/contract';
import { appendStory, type StreamStory } from '../routes/append-story.js';

/** Two invented municipalities, each with a coordinator; one psychologist works in both. */
export const FJORDVIK = '9901';
export const VIDDA = '9902';

export const personOf = (tenant: string, who: string) => PersonId.parse(stableId('sign-in story', tenant, who));

const municipality = (tenant: string, name: string): StreamStory => [
  `municipality-${tenant}`,
  MunicipalityRegistered({
    number: MunicipalityNumber.parse(tenant),
    name,
    languageForm: 'nb',
    demo: true,
    settings: DEFAULT_SETTINGS,
  }),
];

const person = (tenant: string, who: string, name: string, email: string | null, role: Role): StreamStory => [
  `person-${personOf(tenant, who)}`,
  PersonRegistered({ personId: personOf(tenant, who), name, email, title: null }),
  RoleGiven({
    roleId: stableId('sign-in story', tenant, who, 'role'),
    role,
    unitId: null,
    serviceId: null,
    serviceUnitId: null,
    from: CalendarDate.parse('2020-08-01'),
    to: null,
  }),
];

export async function tellSignInStory(events: EventStore): Promise<void> {
  await appendStory(events, FJORDVIK, [
    municipality(FJORDVIK, 'Fjordvik'),
    person(FJORDVIK, 'coordinator', 'Fatima Solberg', 'fatima@fjordvik.example', 'coordinator'),
    person(FJORDVIK, 'director', 'Nils Berg', 'nils.berg@fjordvik.example', 'director'),
  ]);
  await appendStory(events, VIDDA, [
    municipality(VIDDA, 'Vidda'),
    person(VIDDA, 'coordinator', 'Are Moen', 'are@vidda.example', 'coordinator'),
    person(VIDDA, 'director', 'Nils Berg', 'nils.berg@vidda.example', 'director'),
  ]);
}
