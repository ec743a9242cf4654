import { useTranslation } from 'react-i18next';
import { listed } from '#platform/kernel/plain';
import { currentLanguage } from '../../words/language.js';
import { numberInWords } from '../../words/numbers.js';
import type { DraftAction, DraftMatter } from './draft/draft.js';

/** Details below an action's line: helpers, resources, description. */
export type BelowTheLine = Pick<DraftAction, 'contributors' | 'resources' | 'approach' | 'wantedEffect' | 'matterId'>;

export interface Names {
  readonly person: (personId: string) => string;
  readonly service: (serviceId: string) => string;
}

/** «Mona Dahl, Helsestasjon», or only the name of a service. */
export const helperInWords = (
  { personId, serviceId }: DraftAction['contributors'][number],
  { person, service }: Names,
): string => [personId && person(personId), serviceId && service(serviceId)].filter(Boolean).join(', ');

/** «20 000 kr og 10 timer»; empty for none. */
export function useResourcesInWords(): (resources: DraftAction['resources']) => string {
  const { t } = useTranslation('meeting');
  const number = (value: number) => numberInWords(value, currentLanguage());
  return (resources) => {
    const { nok = null, hours = null } = resources ?? {};
    return listed(
      [
        nok !== null && t('more.kroner', { nok: number(nok) }),
        hours !== null && t('more.inHours', { count: hours, hours: number(hours) }),
      ],
      currentLanguage(),
    );
  };
}

/** The heading of a matter, or the topic of an anonymous one. */
export function useMatterInWords(): (matter: DraftMatter) => string {
  const { t } = useTranslation('meeting');
  return (matter) => {
    const topic = matter.topic ? t(`codes.topic.${matter.topic}`) : '';
    return matter.kind === 'anonymous' ? t('matter.anonymous', { topic }) : (matter.heading ?? topic);
  };
}

/** Details below an action's line with their names; empty ones are left out. */
export function useBelowTheLine(
  names: Names,
): (action: BelowTheLine, matters: readonly DraftMatter[]) => readonly (readonly [name: string, said: string])[] {
  const { t } = useTranslation('meeting');
  const resources = useResourcesInWords();
  const matterInWords = useMatterInWords();
  return ({ contributors, resources: given, approach, wantedEffect, matterId }, matters) => {
    const about = matters.find((matter) => matter.matterId === matterId);
    const texts = {
      contributors: contributors.map((it) => helperInWords(it, names)).join('; '),
      resources: resources(given),
      approach: approach ? t(`codes.approach.${approach}`) : '',
      wantedEffect: wantedEffect ?? '',
      matterId: about ? matterInWords(about) : '',
    };
    return Object.entries(texts)
      .filter(([, words]) => words !== '')
      .map(([name, words]) => [t(`more.${name}`), words]);
  };
}
