import type { Role, Who } from '../session/session.js';

/** An entry of the navigation; `key` is its text key. */
export interface Place {
  readonly key:
    'start' | 'meetings' | 'actions' | 'protocols' | 'units' | 'ownUnit' | 'followUp' | 'yearPlan' | 'services';
  readonly to: string;
}

const PLACES = {
  start: '/',
  meetings: '/moter',
  actions: '/tiltak',
  protocols: '/protokoller',
  units: '/enheter',
  followUp: '/oppfolging',
  yearPlan: '/arsplan',
  services: '/tjenester',
} as const;
type Key = keyof typeof PLACES;

/** Entries of each role, in the order of a working day; at most seven. */
const OF_ROLE: Readonly<Record<Role, readonly Key[]>> = {
  coordinator: ['start', 'followUp', 'yearPlan', 'meetings', 'protocols', 'actions', 'units'],
  'service-unit-leader': ['start', 'services', 'meetings', 'actions', 'units'],
  'unit-leader': ['start', 'meetings', 'actions', 'protocols', 'yearPlan', 'units'],
  'meeting-chair': ['start', 'meetings', 'actions', 'protocols', 'units'],
  'service-member': ['start', 'meetings', 'actions', 'protocols', 'units'],
  teacher: ['start', 'meetings', 'actions', 'units'],
  director: ['start', 'followUp', 'units'],
  elected: ['start'],
  auditor: ['start'],
};
const MOST = 7;

/** Entries for the user, by the roles held today. A user who leads one unit gets that unit instead of the register. */
export function placesFor({ roles }: Pick<Who, 'roles'>): readonly Place[] {
  const held = new Set(roles.map(({ role }) => role));
  const keys = [
    ...new Set((Object.keys(OF_ROLE) as Role[]).filter((role) => held.has(role)).flatMap((role) => OF_ROLE[role])),
  ];
  const units = new Set(roles.flatMap(({ role, unitId }) => (role === 'unit-leader' && unitId ? [unitId] : [])));
  const [own] = units;
  const ownOnly = units.size === 1 && own !== undefined && !held.has('coordinator') && !held.has('service-unit-leader');
  const places = keys.map((key): Place =>
    key === 'units' && ownOnly ? { key: 'ownUnit', to: `/enheter/${own}` } : { key, to: PLACES[key] },
  );
  return (places.length > 0 ? places : [{ key: 'start' as const, to: '/' }]).slice(0, MOST);
}
