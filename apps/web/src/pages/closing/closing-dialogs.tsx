import { Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../api/problem.js';
import { useRefresh } from '../../api/reads.js';
import { useAnnounce } from '../../frame/announcer.js';
import { useSession } from '../../frame/session.js';
import { DateField } from '../../parts/date-field/date-field.js';
import type { Day } from '../../words/dates.js';
import { FormDialog } from '../meeting/coming/form-dialog.js';
import { closingsOf, seenRevision, type Closable, type Closure } from './closable.js';
import { LeftBehind } from './left-behind.js';

interface DialogProps {
  readonly of: Closable;
  readonly onDone: () => void;
}

function useChange(of: Closable, onDone: () => void) {
  const announce = useAnnounce();
  const refresh = useRefresh();
  /** As it was when the dialog was opened. */
  const [seen] = useState(of);
  return async (change: (ifMatch: string) => Promise<unknown>, told: string) => {
    try {
      await change(await seenRevision(seen));
    } catch (fault) {
      // the page then shows what somebody else has decided, behind the form that says so
      if (isProblem(fault) && fault.isStale) await refresh();
      throw fault;
    }
    announce(told);
    await refresh();
    onDone();
  };
}

/** Closes after a day, or changes the day of a closure that has not begun. Shows what it leaves behind. */
export function CloseDialog({ of, closure, onDone }: DialogProps & { readonly closure: Closure | undefined }) {
  const { t } = useTranslation('closing');
  const { who } = useSession();
  const change = useChange(of, onDone);
  const [on, setOn] = useState<Day | null>(closure?.lastDay ?? null);
  const [reason, setReason] = useState(closure?.reason ?? '');
  const [tried, setTried] = useState(false);
  const asksWhy = of.kind === 'unit';
  return (
    <FormDialog
      title={t(closure ? 'change' : `${of.kind}.close`)}
      detail={t(`${of.kind}.detail`)}
      submit={t('save')}
      onClose={onDone}
      onSubmit={async () => {
        setTried(true);
        if (on === null || (asksWhy && reason.trim() === '')) return;
        await change((ifMatch) => closingsOf(of).close(on, reason, ifMatch), t('saved'));
      }}
    >
      <DateField
        label={t('lastDay')}
        value={on}
        around={{ today: who.today, prefer: 'nearest' }}
        error={tried && on === null ? t('dayMissing') : undefined}
        onDay={setOn}
      />
      {asksWhy && (
        <Textfield
          label={t('reason')}
          maxLength={500}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
          error={tried && reason.trim() === '' ? t('reasonMissing') : undefined}
        />
      )}
      {on !== null && <LeftBehind of={of} lastDay={on} isClosed={false} />}
    </FormDialog>
  );
}

/** Takes back a closure that has not begun. */
export function WithdrawDialog({ of, onDone }: DialogProps) {
  const { t } = useTranslation('closing');
  const change = useChange(of, onDone);
  return (
    <FormDialog
      title={t('withdraw')}
      detail={t(`${of.kind}.withdrawDetail`)}
      submit={t('withdraw')}
      onClose={onDone}
      onSubmit={() => change((ifMatch) => closingsOf(of).withdraw(ifMatch), t('withdrawn'))}
    >
      {null}
    </FormDialog>
  );
}

/** Opens again from a day. */
export function ReopenDialog({ of, closure, onDone }: DialogProps & { readonly closure: Closure | undefined }) {
  const { t } = useTranslation('closing');
  const { who } = useSession();
  const change = useChange(of, onDone);
  const [on, setOn] = useState<Day | null>(closure?.reopens ?? null);
  const [tried, setTried] = useState(false);
  return (
    <FormDialog
      title={t(`${of.kind}.reopen`)}
      submit={t('save')}
      onClose={onDone}
      onSubmit={async () => {
        setTried(true);
        if (on === null) return;
        await change((ifMatch) => closingsOf(of).reopen(on, ifMatch), t('saved'));
      }}
    >
      <DateField
        label={t('firstDay')}
        value={on}
        around={{ today: who.today, prefer: 'nearest' }}
        error={tried && on === null ? t('dayMissing') : undefined}
        onDay={setOn}
      />
    </FormDialog>
  );
}
