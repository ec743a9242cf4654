import { Button, Tag } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../api/client.js';
import { useSending } from '../../api/use-once.js';
import { ProblemShown } from '../../parts/states/states.js';
import { useSession } from '../../session/session.js';
import { instantInWords } from '../../words/dates.js';
import { currentLanguage } from '../../words/language.js';
import styles from './own-sessions.module.css';
import { useDeviceWords, type OwnSession } from './use-device-words.js';

/** A place where the user is signed in, with the button that signs it out. */
export function SessionRow({
  session,
  onEnded,
}: {
  readonly session: OwnSession;
  readonly onEnded: (device: string) => Promise<void>;
}) {
  const { t } = useTranslation('own-sessions');
  const { today } = useSession().who;
  const { sessionId, current, beganAt, usedAt } = session;
  const device = useDeviceWords()(session);
  const inWords = (instant: string) => instantInWords(instant, currentLanguage(), today);
  const ending = useSending({
    mutationFn: () => answered(api.DELETE('/api/sessions/{sessionId}', { params: { path: { sessionId } } })),
    onSuccess: () => onEnded(device),
  });
  return (
    <li>
      <div className={styles.place}>
        <span className={styles.device}>
          {device}
          {current && <Tag data-color="accent">{t('current')}</Tag>}
        </span>
        <span className={styles.quiet}>{t('began', { when: inWords(beganAt) })}</span>
        {!current && <span className={styles.quiet}>{t('used', { when: inWords(usedAt) })}</span>}
        {ending.error && <ProblemShown problem={ending.error} />}
      </div>
      {!current && (
        <Button
          variant="secondary"
          data-size="sm"
          aria-label={t('endOf', { device, when: inWords(beganAt) })}
          aria-busy={ending.isPending}
          onClick={() => ending.mutate()}
        >
          {t('end')}
        </Button>
      )}
    </li>
  );
}
