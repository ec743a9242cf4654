import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answered, api } from '../../api/client.js';
import { useRead } from '../../api/reads.js';
import { useRefetchChanged } from '../../api/refetch-changed.js';
import { useSending } from '../../api/use-once.js';
import { useAnnounce } from '../../parts/announcer/announcer.js';
import { ProblemShown } from '../../parts/states/states.js';
import styles from './digests.module.css';

interface SendAgainProps {
  readonly week: string;
  /** Number of times that it was sent again. */
  readonly resent: number;
}

/** Sends a digest of one's own once more, as it was; nothing while there is no address to send it to. */
export function SendAgain({ week, resent }: SendAgainProps) {
  const { t } = useTranslation('digests');
  const announce = useAnnounce();
  const refetchChanged = useRefetchChanged();
  const preferences = useRead('/api/mail/preferences');
  const [asked, setAsked] = useState(false);
  const sending = useSending({
    mutationFn: () => answered(api.POST('/api/digests/{week}/resend', { params: { path: { week } } })),
    onSuccess: async () => {
      await refetchChanged('digest');
      setAsked(true);
      announce(t('again.asked'));
    },
  });
  const { data } = preferences;
  if (!data) return null;
  if (data.email === null)
    return (
      <Paragraph data-size="sm">
        {t('again.noAddress')} <Link to="/innstillinger/varsler">{t('again.whoMends')}</Link>
      </Paragraph>
    );
  return (
    <div className={styles.again}>
      <Button variant="secondary" data-size="sm" aria-busy={sending.isPending} onClick={() => sending.mutate()}>
        {t('again.do')}
      </Button>
      {asked && (
        <Paragraph key={resent} data-size="sm">
          {t('again.asked')}
        </Paragraph>
      )}
      {sending.error && <ProblemShown problem={sending.error} />}
    </div>
  );
}
