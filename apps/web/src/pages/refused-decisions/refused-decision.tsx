import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listed } from '#platform/kernel/plain';
import type { Answer } from '../../api/reads.js';
import { useRefetchChanged } from '../../api/refetch-changed.js';
import { useAnnounce } from '../../parts/announcer/announcer.js';
import { currentLanguage } from '../../words/language.js';
import { fullDay } from '../../words/dates.js';
import styles from './refused-decisions.module.css';
import { SeenForm } from './seen-form.js';

type Refusal = Answer<'/api/refused-decisions'>['items'][number];

/** One difference between a protocol and an action: the statement, the reason of the refusal, and remedies. */
export function RefusedDecision({ refusal }: { readonly refusal: Refusal }) {
  const { t } = useTranslation('refused-decisions');
  const announce = useAnnounce();
  const refetchChanged = useRefetchChanged();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { refusalId, meetingId, heldOn, units, actionId, text, kind, reasons } = refusal;
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const day = fullDay(heldOn, currentLanguage());
  return (
    <li className={styles.refusal}>
      <Heading level={2} data-size="2xs">
        {text === null ? t('newAction') : <Link to={`/tiltak/${actionId}`}>{text}</Link>}
      </Heading>
      <p className={styles.quiet}>
        {listed(
          units.map(({ name, unitId }) => name ?? unitId),
          currentLanguage(),
        )}
      </p>
      <Paragraph>{t(`kinds.${kind}`)}</Paragraph>
      {reasons.length === 0 ? (
        <Paragraph>{t('noReason')}</Paragraph>
      ) : (
        reasons.map((reason) => <Paragraph key={reason}>{reason}</Paragraph>)
      )}
      <div className={styles.steps}>
        <Link to={`/moter/${meetingId}`}>{t('protocol', { day })}</Link>
        <Button ref={button} variant="secondary" data-size="sm" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('see')} <span className="only-for-readers">{text ?? t('newAction')}</span>
        </Button>
      </div>
      {open && (
        <SeenForm
          refusalId={refusalId}
          onCancel={close}
          onDone={async () => {
            announce(t('seen'));
            await refetchChanged('refuseddecision');
          }}
        />
      )}
    </li>
  );
}
