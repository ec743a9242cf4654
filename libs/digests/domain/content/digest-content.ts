import type { CalendarDate } from '#platform/kernel';
import type { ToldStep } from '#alerts/contract';
import type { News } from '#news/contract';
import type { EarlyFigures } from '#statistics/contract';
import type { DigestContent, DigestWeek, MailLanguage } from '../../contract/index.js';
import { digestFigures, type FigureFacts } from './digest-figures.js';
import { MOST_LINES, needsOf, newsLine } from './lines.js';
import type { DigestReceiver } from './reach.js';

/** Facts that all digests of a municipality on a day have in common. */
export interface DigestDay extends FigureFacts {
  readonly now: Date;
  readonly origin: string;
  readonly template: number;
  readonly municipality: DigestContent['municipality'];
  /** Names of units, services, service units and people. */
  readonly nameOf: (id: string) => string | undefined;
}

/** Facts of which one person's digest is made. */
export interface DigestOf {
  readonly personId: string;
  readonly receiver: DigestReceiver;
  readonly language: MailLanguage;
  readonly week: DigestWeek;
  /** The day on which it was due. */
  readonly dueOn: CalendarDate;
  readonly told: readonly ToldStep[];
  readonly news: readonly News[];
  /** Early intervention, in the first digest of a month; null otherwise. */
  readonly early: EarlyFigures | null;
}

/**
 * Makes contents, and remembers figures by their reach, since many receivers of a municipality share one. Receivers of the
 * same kind of whom nothing is asked, and who have no news, get the very same content.
 */
export function digestMaker(common: DigestDay): (of: DigestOf) => DigestContent {
  const figures = new Map<string, ReturnType<typeof digestFigures>>();
  const contents = new Map<string, DigestContent>();
  const make = (of: DigestOf) => {
    const { reach } = of.receiver;
    return digestContent(
      common,
      of,
      remembered(figures, JSON.stringify(reach), () => digestFigures(common, reach)),
    );
  };
  return (of) => {
    const { told, news, receiver, language, week, dueOn } = of;
    if (told.length + news.length > 0) return make(of);
    return remembered(contents, JSON.stringify({ receiver, language, week, dueOn }), () => make(of));
  };
}

function remembered<T>(known: Map<string, T>, key: string, make: () => T): T {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

function digestContent(
  { day, now, origin, template, municipality, nameOf }: DigestDay,
  { personId, receiver, language, week, dueOn, told, news, early }: DigestOf,
  figures: ReturnType<typeof digestFigures>,
): DigestContent {
  const needs = needsOf(told);
  const { roles, reach, vacant } = receiver;
  const named = { ...figures, actions: { ...figures.actions, services: byName(figures.actions.services, nameOf) } };
  const content = {
    week,
    on: day,
    asOf: now.toISOString(),
    isLate: day > dueOn,
    language,
    template,
    origin,
    municipality,
    roles: [...roles],
    vacant: [...vacant],
    reach,
    needs: needs.slice(0, MOST_LINES),
    needsCount: needs.length,
    news: news.slice(0, MOST_LINES).map((item) => newsLine(item, personId)),
    newsCount: news.length,
    ...named,
    // It is about the municipality: too wide for the leader of a unit.
    early: roles.some((role) => role !== 'unit-leader') ? early : null,
  };
  return { ...content, names: namesIn(content, nameOf) };
}

const collator = new Intl.Collator('nb');

/** By name; those of no service last. */
function byName(services: DigestContent['actions']['services'], nameOf: DigestDay['nameOf']) {
  const name = (id: string | null) => (id === null ? '' : (nameOf(id) ?? ''));
  return services.toSorted(
    (a, b) =>
      Number(a.serviceId === null) - Number(b.serviceId === null) ||
      collator.compare(name(a.serviceId), name(b.serviceId)),
  );
}

/** Names of everything that the content names, and of nothing else. */
function namesIn(content: Omit<DigestContent, 'names'>, nameOf: DigestDay['nameOf']): DigestContent['names'] {
  const ids = new Set<string>([
    ...content.vacant,
    ...content.needs.flatMap(({ unitIds, serviceIds, ownerId }) => [
      ...unitIds,
      ...serviceIds,
      ...(ownerId ? [ownerId] : []),
    ]),
    ...content.news.flatMap(({ unitIds }) => unitIds),
    ...content.meetings.unplanned.map(({ unitId }) => unitId),
    ...content.protocols.missing.flatMap(({ unitIds }) => unitIds),
    ...content.actions.services.flatMap(({ serviceId }) => serviceId ?? []),
    ...content.good.unitsOnTrack,
    ...content.good.completedInTime.map(({ serviceId }) => serviceId),
  ]);
  return Object.fromEntries([...ids].toSorted().flatMap((id) => (nameOf(id) === undefined ? [] : [[id, nameOf(id)!]])));
}
