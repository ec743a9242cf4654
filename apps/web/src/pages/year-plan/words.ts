import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../words/language.js';
import { longDay, shortDay, timeOfDay, weekOf } from '../../words/dates.js';
import type { Collision, Named, Proposed, Rule, DayAndTime } from './plan.js';

/** Texts of the plan. */
export function usePlanWords(named: Named, unitName: (unitId: string) => string) {
  const { t } = useTranslation('year-plan');
  const language = currentLanguage();
  const at = ({ on, startsAt }: DayAndTime) =>
    t('at', { day: longDay(on, language), time: timeOfDay(startsAt, language) });
  return {
    at,
    /** «Kari Lund sitter i møtet til Bondi skole kl. 12.30» */
    collision(it: Collision): string {
      switch (it.kind) {
        case 'person':
          return t('collision.person', {
            name: named.people.find(({ personId }) => personId === it.personId)?.name ?? t('collision.someone'),
            unit: unitName(it.unitId),
            time: timeOfDay(it.startsAt, language),
          });
        case 'unit':
          return t('collision.unit', { time: timeOfDay(it.startsAt, language) });
        case 'service':
          return t('collision.service', {
            name: named.services.find(({ serviceId }) => serviceId === it.serviceId)?.name ?? t('collision.aService'),
            week: weekOf(it.week),
            wanted: it.wanted,
            capacity: it.capacity,
          });
        case 'free-day':
          return t('collision.freeDay');
      }
    },
    /** Reason for another day than the rule's; null when it is the same. */
    why({ why, ruleDay, whyAway }: Proposed): string | null {
      if (why === 'chosen') return t('why.chosen');
      if (why !== 'rule-day-is-free') return null;
      return t('why.free', {
        day: shortDay(ruleDay, language),
        reason: whyAway?.reason ?? t(`away.${whyAway?.kind ?? 'past'}`),
      });
    },
    /** «2. onsdag kl. 12.30» */
    rule: ({ nth, weekday, startsAt }: Rule) =>
      t('rule.inWords', {
        nth: t(`nth.${nth === -1 ? 'last' : nth}`),
        weekday: t(`weekday.${weekday}`),
        time: timeOfDay(startsAt, language),
      }),
  };
}
export type PlanWords = ReturnType<typeof usePlanWords>;
