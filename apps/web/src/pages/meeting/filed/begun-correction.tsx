import { Alert, Button, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../session/session.js';
import { browserStorage } from '../../../storage/storage.js';
import { CorrectionReason } from '../draft/correction-reason.js';
import { LocalCopies } from '../draft/local-copies.js';
import styles from './filed.module.css';

/** A correction that this person has begun on this machine, to continue or drop; nothing without one. */
export function BegunCorrection({ of, onGoOn }: { readonly of: string; readonly onGoOn: () => void }) {
  const { t } = useTranslation('filed');
  const { who } = useSession();
  const [copies] = useState(
    () => new LocalCopies(browserStorage, { personId: who.personId, meetingId: of, windowId: 'reading' }, who.today),
  );
  const [kept] = useState(() => new CorrectionReason(browserStorage, { personId: who.personId, of }, who.today));
  const [isBegun, setBegun] = useState(() => kept.reason !== '' || copies.left().length > 0);
  if (!isBegun) return null;
  return (
    <Alert data-color="info" className="not-on-paper">
      <Paragraph>{t('begun.detail')}</Paragraph>
      <div className={styles.begun}>
        <Button data-size="sm" onClick={onGoOn}>
          {t('begun.goOn')}
        </Button>
        <Button
          data-size="sm"
          variant="tertiary"
          onClick={() => {
            copies.clear();
            kept.keep('');
            setBegun(false);
            document.getElementById('content')?.focus();
          }}
        >
          {t('begun.drop')}
        </Button>
      </div>
    </Alert>
  );
}
