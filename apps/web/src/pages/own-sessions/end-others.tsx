import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../api/client.js';
import { FormDialog } from '../../parts/form-dialog/form-dialog.js';

/** Signs the user out everywhere but here, after asking. */
export function EndOthers({ onEnded }: { readonly onEnded: () => Promise<void> }) {
  const { t } = useTranslation('own-sessions');
  const [isAsking, setAsking] = useState(false);
  const end = async () => {
    await answered(api.DELETE('/api/sessions'));
    setAsking(false);
    await onEnded();
  };
  return (
    <div>
      <Button variant="secondary" data-color="danger" onClick={() => setAsking(true)}>
        {t('others.open')}
      </Button>
      {isAsking && (
        <FormDialog
          danger
          title={t('others.title')}
          detail={t('others.detail')}
          submit={t('others.do')}
          onClose={() => setAsking(false)}
          onSubmit={end}
        >
          {null}
        </FormDialog>
      )}
    </div>
  );
}
