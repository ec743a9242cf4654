import { Button, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../api/client.js';
import { useRefetchChanged } from '../../api/refetch-changed.js';
import { useAnnounce } from '../../parts/announcer/announcer.js';
import { FormDialog } from '../../parts/form-dialog/form-dialog.js';
import styles from './own-calendar.module.css';

/** The address of the subscription: to copy it, to get another, and to end it. */
export function Subscription({ url }: { readonly url: string }) {
  const { t } = useTranslation('own-calendar');
  const announce = useAnnounce();
  const refetchChanged = useRefetchChanged();
  const field = useRef<HTMLInputElement>(null);
  const [asking, setAsking] = useState<'renew' | 'end'>();
  const [copied, setCopied] = useState<string>();
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(url);
      setCopied(t('copied'));
    } catch {
      // No secure origin, or the browser refuses: the address is selected, for the user to copy it.
      setCopied(t('notCopied'));
    }
  };
  const change = async () => {
    const isNew = asking === 'renew';
    await answered(isNew ? api.POST('/api/calendar-feed') : api.DELETE('/api/calendar-feed'));
    announce(t(isNew ? 'renew.done' : 'end.done'));
    await refetchChanged('calendarfeed');
    setAsking(undefined);
    setCopied(undefined);
  };
  return (
    <div className={styles.subscription}>
      <Textfield
        ref={field}
        label={t('address')}
        description={t('addressHow')}
        readOnly
        value={url}
        onFocus={({ target }) => target.select()}
      />
      <div className={styles.buttons}>
        <Button onClick={() => void copy()}>{t('copy')}</Button>
        <Button variant="secondary" onClick={() => setAsking('renew')}>
          {t('renew.open')}
        </Button>
        <Button variant="tertiary" data-color="danger" onClick={() => setAsking('end')}>
          {t('end.open')}
        </Button>
      </div>
      <Paragraph role="status">{copied}</Paragraph>
      {asking && (
        <FormDialog
          title={t(`${asking}.title`)}
          detail={t(`${asking}.detail`)}
          submit={t(`${asking}.do`)}
          danger={asking === 'end'}
          onClose={() => setAsking(undefined)}
          onSubmit={change}
        >
          {null}
        </FormDialog>
      )}
    </div>
  );
}
