import type { Role, Who } from '../session/session.js';

/** An entry of the navigation; `key` is its text key. */
export interface Place {
  readonly key:
    'start' | 'meetings' | 'actions' | 'units' | 'ownUnit' | 'followUp' | 'yearPlan' | 'services' | 'statistics';
  readonly to: string;
  /** Other pages that belong to it, such as the protocols to the meetings. */
  readonly also?: readonly string[];
}

const PLACES = {
  start: '/',
  meetings: '/moter',
  actions: '/tiltak',
  units: '/enheter',
  followUp: '/oppfolging',
  yearPlan: '/arsplan',
  services: '/tjenester',
  statistics: '/statistikk',
} as const;
type Key = keyof typeof PLACES;
const ALSO: Partial<Readonly<Record<Key, readonly string[]>>> = {
  meetings: ['/protokoller'],
  units: ['/organisasjon'],
};

/** Entries of each role, in the order of a working day; at most seven. */
const OF_ROLE: Readonly<Record<Role, readonly Key[]>> = {
  coordinator: ['start', 'followUp', 'yearPlan', 'meetings', 'actions', 'units', 'statistics'],
  'service-unit-leader': ['start', 'services', 'meetings', 'actions', 'units', 'statistics'],
  'unit-leader': ['start', 'meetings', 'actions', 'yearPlan', 'units'],
  'meeting-chair': ['start', 'meetings', 'actions', 'units'],
  'service-member': ['start', 'meetings', 'actions', 'units'],
  teacher: ['start', 'meetings', 'actions', 'units'],
  director: ['start', 'followUp', 'units', 'statistics'],
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
    key === 'units' && ownOnly
      ? { key: 'ownUnit', to: `/enheter/${own}` }
      : { key, to: PLACES[key], ...(ALSO[key] && { also: ALSO[key] }) },
  );
  return (places.length > 0 ? places : [{ key: 'start' as const, to: '/' }]).slice(0, MOST);
}

/** Whether a page belongs to the entry. */
export const isAt = ({ to, also = [] }: Pick<Place, 'to' | 'also'>, pathname: string): boolean =>
  [to, ...also].some((it) => pathname === it || (it !== '/' && pathname.startsWith(`${it}/`)));
