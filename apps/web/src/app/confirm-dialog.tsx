import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.js';
import { reading } from '../api/reads.js';
import { useOnce } from '../api/use-once.js';
import { AskingButtons, AskingDialog } from '../parts/asking-dialog/asking-dialog.js';
import { whenConfirmedElsewhere } from '../parts/confirmed/confirmed-elsewhere.js';
import { Answered, ProblemShown } from '../parts/states/states.js';

/** Never remembered: a session that was confirmed some time ago is not any longer. */
const ASKING = { ...reading('/api/session/confirmation'), gcTime: 0, staleTime: 0 };

/**
 * The user proves who they are, over an unchanged page: in the demo by a click, otherwise at the provider in another tab.
 * The dialog ends by itself once that has happened.
 */
export function ConfirmDialog({ onEnd }: { readonly onEnd: (isConfirmed: boolean) => void }) {
  const { t } = useTranslation('shell');
  const dialog = useRef<HTMLDialogElement>(null);
  const once = useOnce();
  const [problem, setProblem] = useState<unknown>();
  const way = useQuery(ASKING);
  const { data, error, refetch } = way;
  // If the session has ended, the change is sent again too: its answer says so.
  const isOver = data?.isConfirmed === true || error?.isSignedOut === true;
  useEffect(() => {
    if (!isOver) return;
    dialog.current?.close();
    onEnd(true);
  }, [isOver, onEnd]);
  useEffect(() => whenConfirmedElsewhere(() => void refetch()), [refetch]);
  const confirm = async () => {
    setProblem(undefined);
    try {
      await answered(api.POST('/api/session/confirmation'));
      await refetch();
    } catch (fault) {
      setProblem(fault);
    }
  };
  return (
    <AskingDialog dialog={dialog} id="confirm-title" title={t('confirm.title')} onClose={() => onEnd(false)}>
      <Paragraph>{t('confirm.detail')}</Paragraph>
      <Answered of={way}>
        {({ provider, confirmAt }) => (
          <>
            {confirmAt !== null && <Paragraph>{t('confirm.inOtherTab')}</Paragraph>}
            <AskingButtons>
              {confirmAt === null ? (
                <Button onClick={() => void once(confirm)}>{t('confirm.itIsMe')}</Button>
              ) : (
                <Button asChild>
                  <a href={confirmAt} target="_blank" rel="noreferrer">
                    {t('confirm.signIn', { provider })}
                  </a>
                </Button>
              )}
              <Button variant="tertiary" onClick={() => dialog.current?.close()}>
                {t('confirm.cancel')}
              </Button>
            </AskingButtons>
          </>
        )}
      </Answered>
      {problem !== undefined && <ProblemShown problem={problem} />}
    </AskingDialog>
  );
}
