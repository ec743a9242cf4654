import type { PersonId, ServiceId, UnitId } from '#platform/kernel';
import type { ToldCause, ToldStep } from '#alerts/contract';
import type { News } from '#news/contract';
import type { DigestNeed, DigestNews } from '../../contract/index.js';
import { bySeverity } from './severity.js';

/** Rows that a mail shows of a long list; the rest is a count and a link. */
export const MOST_LINES = 20;

/**
 * Lines about the causes that a person was told, most severe first; a cause that they were told in two roles is one
 * line.
 */
export function needsOf(told: readonly ToldStep[]): readonly DigestNeed[] {
  const byAlert = new Map(told.map((step) => [step.alertId, step]));
  return [...byAlert.values()].toSorted(bySeverity).map(needOf);
}

/** A cause as mails show it. Its ids are of their kinds already, since they come from events. */
export const needOf = ({
  kind,
  subjectId,
  unitIds,
  serviceIds,
  ownerId,
  month,
  countedFrom,
  age,
}: ToldCause): DigestNeed => ({
  kind,
  subjectId,
  unitIds: [...unitIds] as UnitId[],
  serviceIds: [...serviceIds] as ServiceId[],
  ownerId: ownerId as PersonId | null,
  month,
  countedFrom,
  age,
});

/** A change of the meeting plan for a person, without its reason. */
export function newsLine(news: News, personId: string): DigestNews {
  const unitIds = [...news.unitIds] as UnitId[];
  if (news.about === 'plan')
    return { newsId: news.newsId, what: 'plan', unitIds, meetings: news.meetings, before: null, after: null };
  const { newsId, before, after } = news;
  const isCall = news.what === 'called' && news.calledIds.includes(personId);
  const what = news.what === 'called' && !isCall ? 'planned' : news.what;
  return { newsId, what, unitIds, meetings: 1, before: appointment(before), after: appointment(after) };
}

const appointment = (
  moment: { readonly on: NonNullable<DigestNews['after']>['on']; readonly startsAt: string } | null,
) => moment && { on: moment.on, startsAt: moment.startsAt };
