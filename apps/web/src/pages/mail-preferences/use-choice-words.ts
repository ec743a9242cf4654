import { useTranslation } from 'react-i18next';
import type { Field } from '../../parts/changed-meanwhile/changed-meanwhile.js';
import { timeOfDay } from '../../words/dates.js';
import { currentLanguage } from '../../words/language.js';
import type { Chosen, Preferences } from './preferences.js';

interface ChoiceWords {
  /** «Nynorsk»; for null the municipality's: «Som kommunen (bokmål)». */
  readonly language: (language: Chosen['language']) => string;
  /** «onsdag»; for null the municipality's. */
  readonly weekday: (weekday: number | null) => string;
  /** «kl. 9.00» */
  readonly hour: (hour: number) => string;
  /** Every choice, to say that it was changed elsewhere. */
  readonly fields: readonly Field<Chosen>[];
}

/** The choices in words. */
export function useChoiceWords({
  municipality,
  isDigestMandatory,
  mayChooseDigest,
}: Pick<Preferences, 'municipality' | 'isDigestMandatory' | 'mayChooseDigest'>): ChoiceWords {
  const { t } = useTranslation('mail-preferences');
  const asMunicipality = (what: string) => t('asMunicipality', { what });
  const language = (of: Chosen['language']) =>
    of === null ? asMunicipality(t(`languages.${municipality.language}`)) : t(`languages.${of}`);
  const weekday = (of: number | null) =>
    of === null ? asMunicipality(t(`weekdays.${municipality.digestWeekday}`)) : t(`weekdays.${of}`);
  const hour = (of: number) => timeOfDay(`${String(of).padStart(2, '0')}:00`, currentLanguage());
  const yesOrNo = (is: boolean) => t(is ? 'yes' : 'no');
  const ofDigest: readonly Field<Chosen>[] = [
    [t('digest.weekday'), ({ digestWeekday }) => weekday(digestWeekday)],
    ...(mayChooseDigest
      ? [[t('digest.wants'), ({ wantsDigest }) => yesOrNo(wantsDigest)] as const satisfies Field<Chosen>]
      : []),
  ];
  return {
    language,
    weekday,
    hour,
    fields: [
      [t('language.label'), (it) => language(it.language)],
      [t('hours.label'), ({ hours }) => `${hour(hours.from)}–${hour(hours.until)}`],
      ...(isDigestMandatory || mayChooseDigest ? ofDigest : []),
      [t('news.wants'), ({ wantsNews }) => yesOrNo(wantsNews)],
    ],
  };
}
