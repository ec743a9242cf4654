import { Heading } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import type { FiledProtocol } from './filed-protocol.js';
import styles from './filed.module.css';

type Outcome = FiledProtocol['protocol']['earlierActions'][number];

/** Details of a decision about an earlier action; `text` is the action's current text. */
export function useOutcomeInWords(day: (on: string) => string): (it: Outcome, text: string | undefined) => string {
  const { t } = useTranslation(['meeting', 'filed']);
  const goesOn = ({ dueOn, followUpOn, reason }: { dueOn: string; followUpOn: string; reason: string }) =>
    t('filed:document.goesOn', { due: day(dueOn), followUp: day(followUpOn), reason });
  return (it, text: string | undefined): string => {
    switch (it.outcome) {
      case 'completed':
        return it.note ?? '';
      case 'on-track':
        return [t('filed:document.lookedAtAgain', { followUp: day(it.followUpOn) }), it.note]
          .filter(Boolean)
          .join(': ');
      case 'carried-on':
        return goesOn(it);
      case 'changed':
        // once carried out, the action itself contains it, so it is not repeated
        return [text === it.text ? '' : t('filed:document.became', { text: it.text }), goesOn(it)]
          .filter(Boolean)
          .join(' · ');
      case 'abandoned':
        return [t(`codes.abandonReason.${it.reason}`), it.note].filter(Boolean).join('. ');
    }
  };
}

/** Outcomes of earlier actions. */
export function EarlierOutcomes({
  data: { protocol, earlierTexts },
  nameOf,
  day,
}: {
  readonly data: FiledProtocol;
  readonly nameOf: (personId: string | null) => string;
  readonly day: (on: string) => string;
}) {
  const { t } = useTranslation(['meeting', 'filed']);
  const inWords = useOutcomeInWords(day);
  if (protocol.earlierActions.length === 0) return null;
  return (
    <>
      <Heading level={2} data-size="2xs">
        {t('section.earlierActions')}
      </Heading>
      <ul className={styles.earlier}>
        {protocol.earlierActions.map((it) => {
          const known = earlierTexts.find(({ actionId }) => actionId === it.actionId);
          return (
            <li key={it.actionId}>
              <span>{known?.text ?? t('earlier.gone')}</span>
              <strong>{t(`outcome.${it.outcome}`)}</strong>
              <small>{[known && nameOf(known.ownerId), inWords(it, known?.text)].filter(Boolean).join(' · ')}</small>
            </li>
          );
        })}
      </ul>
    </>
  );
}
