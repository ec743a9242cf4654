import type { PLACE_OF } from '#registry/contract/place-of-role';
import { rightOf } from '../../session/held-rights.js';

type Role = keyof typeof PLACE_OF;

/** The part of the session's answer that decides what the start page shows; the script in the HTML has it, too. */
export interface StartUser {
  readonly roles: readonly {
    readonly role: string;
    readonly serviceIds?: readonly string[];
  }[];
  readonly rights: readonly { readonly right: string; readonly unitIds: readonly string[] }[];
}

/**
 * Users who see each part, in the order of the day: those who hold the right, or one of the roles. Users with several
 * roles see all of their parts.
 */
const SEEN_BY = {
  'get-started': 'registry.manage',
  'new-digests': 'mail.receive',
  reminders: 'reminders.read',
  'alerts-to-you': ['unit-leader', 'meeting-chair', 'service-unit-leader', 'service-member', 'teacher'],
  news: 'news.read',
  'own-units': 'protocol.file',
  'own-services': ['service-unit-leader'],
  'follow-up': 'follow-up.read',
  'own-actions': ['service-member', 'teacher'],
  reader: ['director', 'elected'],
} as const satisfies Readonly<Record<string, string | readonly Role[]>>;

export type StartPart = keyof typeof SEEN_BY;

export const startPartsOf = (who: StartUser): readonly StartPart[] =>
  (Object.keys(SEEN_BY) as StartPart[]).filter((part) => {
    const by: string | readonly string[] = SEEN_BY[part];
    return typeof by === 'string' ? rightOf(who, by) !== undefined : who.roles.some(({ role }) => by.includes(role));
  });

/** The units whose meetings the user leads. */
export const ownUnits = (who: StartUser): readonly string[] => [...new Set(rightOf(who, 'protocol.file')?.unitIds)];

/** The services that the user leads: fewer than those whose figures the user may read. */
export const ownServices = ({ roles }: StartUser): readonly string[] => [
  ...new Set(roles.flatMap(({ role, serviceIds = [] }) => (role === 'service-unit-leader' ? serviceIds : []))),
];
