import { useTranslation } from 'react-i18next';
import type { Answer } from '../../api/reads.js';

export type OwnSession = Answer<'/api/sessions'>['items'][number];

/** Names that are the same in every language. */
const BROWSERS: Readonly<Record<NonNullable<OwnSession['browser']>, string>> = {
  edge: 'Edge',
  opera: 'Opera',
  samsung: 'Samsung Internet',
  firefox: 'Firefox',
  chrome: 'Chrome',
  safari: 'Safari',
};

/** «Edge på Windows» */
export function useDeviceWords(): (session: Pick<OwnSession, 'browser' | 'system'>) => string {
  const { t } = useTranslation('own-sessions');
  return ({ browser, system }) => {
    const names = [browser && BROWSERS[browser], system && t(`systems.${system}`)] as const;
    if (names[0] && names[1]) return t('device.both', { browser: names[0], system: names[1] });
    return names[0] || names[1] || t('device.unknown');
  };
}
