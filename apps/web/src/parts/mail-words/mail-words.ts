import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../words/language.js';
import { instantInWords } from '../../words/dates.js';
import { useSession } from '../../session/session.js';
import { MAIL_KINDS, type MailState, type SentMail } from './mail-kinds.js';

/** Words for what was sent, and for what became of it. */
export function useMailWords() {
  const { t } = useTranslation('mail-words');
  const { who } = useSession();
  const when = (instant: string) => instantInWords(instant, currentLanguage(), who.today);
  return {
    kindOf: (kind: string) => {
      const known = MAIL_KINDS.find((it) => it === kind);
      return known ? t(`kinds.${known}`) : t('kinds.other');
    },
    stateOf: (
      { state, attempts, retryAt, isHeld }: Pick<SentMail, 'state' | 'attempts' | 'retryAt' | 'isHeld'>,
      goesOut: boolean,
    ) => {
      if (isHeld) return t('states.held');
      if (state === 'accepted' && !goesOut) return t('states.inFolder');
      if (state === 'composed' && attempts > 0)
        return retryAt ? t('states.again', { when: when(retryAt) }) : t('states.againSoon');
      return t(`states.${state}`);
    },
    nameOfState: (state: MailState) => t(`states.${state}`),
    when,
  };
}
