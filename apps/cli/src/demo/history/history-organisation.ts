import type { Role } from '#platform/identity';
import { addDays, type CalendarDate } from '#platform/kernel';
import type { DemoPeople } from '../demo-people.js';
import { mailOf, namesOf, phoneOf } from '../invented-people.js';
import { SERVICES, type DemoOrganisation } from '../organisation.js';
import type { DemoPerson, DemoRole, ServiceKey } from '../people.js';
import { Random } from '../random.js';
import { historyUnits, type GivenUnit, type HistoryUnit, type Period, type PostCounts } from './history-units.js';
import { postOf, type Post } from './posts.js';

export interface HistoryOrganisation extends DemoOrganisation {
  readonly units: readonly HistoryUnit[];
  readonly posts: Readonly<Record<ServiceKey, readonly Post[]>>;
  readonly leaders: ReadonlyMap<string, Post>;
  readonly chairs: ReadonlyMap<string, Post>;
  readonly teachers: ReadonlyMap<string, Post>;
}

/** Units for each post of a service. */
const UNITS_A_POST: Readonly<Record<ServiceKey, number>> = {
  ppt: 8,
  health: 6,
  therapy: 14,
  youth: 16,
  'child-welfare': 14,
};
const TITLES: Readonly<Record<ServiceKey, string>> = {
  ppt: 'PP-rådgiver',
  health: 'Helsesykepleier',
  therapy: 'Fysioterapeut',
  youth: 'Ungdomskonsulent',
  'child-welfare': 'Barnevernskonsulent',
};
const SERVICE_KEYS = Object.keys(SERVICES) as ServiceKey[];

/** The organisation of a history: the given units, and invented people who come and go. Pure. */
export function historyOrganisation(seed: number, given: readonly GivenUnit[], period: Period): HistoryOrganisation {
  const { begins, asOf } = period;
  const counts = Object.fromEntries(
    SERVICE_KEYS.map((service) => [service, Math.max(2, Math.ceil(given.length / UNITS_A_POST[service]))]),
  ) as unknown as PostCounts;
  const units = historyUnits(seed, given, period, counts);
  const nameOf = namesOf(seed);
  const people: DemoPerson[] = [];
  const add = (key: string, title: string, role: DemoRole): void => {
    const name = nameOf();
    people.push({ key, name, email: mailOf(name), phone: phoneOf(people.length), title, roles: [role] });
  };
  const always = (role: Role, where: Partial<DemoRole> = {}): DemoRole => ({ role, from: begins, to: null, ...where });
  const fill = (post: Post, title: string, role: Role, where: Partial<DemoRole>): Post => {
    for (const { key, from, to } of post) add(key, title, { role, ...where, from, to });
    return post;
  };

  add('coordinator-before', 'Koordinator for TFS', { ...always('coordinator'), to: addDays(begins, 250) });
  add('coordinator', 'Koordinator for TFS', always('coordinator'));
  add('bfe-leader', 'Virksomhetsleder BFE', always('service-unit-leader', { serviceUnit: true }));
  add('director', 'Direktør for oppvekst', always('director'));
  add('elected', 'Leder av oppvekstkomiteen', always('elected'));
  add('auditor', 'Internrevisor', always('auditor'));

  const leaders = new Map<string, Post>();
  const chairs = new Map<string, Post>();
  const teachers = new Map<string, Post>();
  units.forEach((unit, i) => {
    const isSchool = unit.kind === 'school';
    const random = Random.of(seed, 'posts', unit.id);
    const rules = { from: unit.opens ?? begins, until: asOf, closes: unit.closes, inSummer: true } as const;
    const at = { unit: unit.id };
    const years = i % 5 === 3 ? ([100, 300] as const) : ([700, 2_800] as const);
    const leads = postOf(`leader-${i + 1}`, random, { ...rules, days: years });
    leaders.set(unit.id, fill(leads, isSchool ? 'Rektor' : 'Styrer', 'unit-leader', at));
    if (isSchool && i % 2 === 0) {
      const chair = postOf(`chair-${i + 1}`, random, { ...rules, days: [900, 2_500] });
      chairs.set(unit.id, fill(chair, 'Avdelingsleder', 'meeting-chair', at));
    }
    if (isSchool || i % 4 === 0) {
      const teacher = postOf(`teacher-${i + 1}`, random, { ...rules, days: [300, 1_500], inSummer: false });
      teachers.set(unit.id, fill(teacher, isSchool ? 'Kontaktlærer' : 'Pedagogisk leder', 'teacher', at));
    }
  });
  const posts = Object.fromEntries(
    SERVICE_KEYS.map((service) => [
      service,
      Array.from({ length: counts[service] }, (_, i) => {
        // The first one leaves soon, so that every history has people who left with open actions.
        const days = i === 0 ? ([120, 300] as const) : ([250, 1_800] as const);
        const random = Random.of(seed, 'posts', service, i);
        const post = postOf(`${service}-${i + 1}`, random, { from: begins, until: asOf, days, inSummer: false });
        return fill(post, TITLES[service], 'service-member', { service });
      }),
    ]),
  ) as unknown as HistoryOrganisation['posts'];

  const cast: DemoPeople = {
    people,
    coordinator: 'coordinator',
    bfeLeader: 'bfe-leader',
    leaders,
    chairs: new Map(),
    teachers: new Map(),
    staff: { ppt: [], health: [], therapy: [], youth: [], 'child-welfare': [] },
    leavers: [],
  };
  return { units, people, cast, begins, posts, leaders, chairs, teachers };
}

/** Days on which the people or services of the unit change, after the beginning. */
export function changeDays(organisation: HistoryOrganisation, unit: HistoryUnit): readonly CalendarDate[] {
  const { begins, posts } = organisation;
  const ofPosts = [organisation.leaders, organisation.chairs, organisation.teachers].flatMap(
    (each) => each.get(unit.id) ?? [],
  );
  const ofServices = unit.serviceTerms.flatMap(({ service, post, from, to }) => [
    from,
    ...(to === null ? [] : [addDays(to, 1)]),
    ...posts[service][post]!.map((term) => term.from).filter((day) => day >= from && (to === null || day <= to)),
  ]);
  const days = new Set([...ofPosts.map(({ from }) => from), ...ofServices]);
  return [...days].filter((day) => day > (unit.opens ?? begins)).sort();
}
