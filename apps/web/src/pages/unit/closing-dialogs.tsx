import { Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../api/client.js';
import { isProblem } from '../../api/problem.js';
import { read, useRefresh } from '../../api/reads.js';
import { useAnnounce } from '../../frame/announcer.js';
import { useSession } from '../../frame/session.js';
import { DateField } from '../../parts/date-field/date-field.js';
import type { Day } from '../../words/dates.js';
import { FormDialog } from '../meeting/coming/form-dialog.js';
import { LeftBehind } from './left-behind.js';
import type { Overview } from './part.js';

type Closure = Overview['closures'][number];
interface DialogProps {
  readonly unit: Overview;
  readonly onDone: () => void;
}

/** The revision to write on, where the closures are still those that are shown; otherwise one that is refused. */
async function seenRevision({ unitId, closures }: Overview): Promise<string> {
  const now = await read('/api/units/{unitId}', { path: { unitId } });
  return JSON.stringify(now.closures) === JSON.stringify(closures) ? `"${now.revision}"` : '"0"';
}

function useChange(unit: Overview, onDone: () => void) {
  const announce = useAnnounce();
  const refresh = useRefresh();
  /** The unit as it was when the dialog was opened. */
  const [seen] = useState(unit);
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

/** Closes the unit after a day, or changes the day of a closure that has not begun. Shows what it leaves behind. */
export function CloseDialog({ unit, closure, onDone }: DialogProps & { readonly closure: Closure | undefined }) {
  const { t } = useTranslation('unit');
  const { who } = useSession();
  const change = useChange(unit, onDone);
  const [on, setOn] = useState<Day | null>(closure?.lastDay ?? null);
  const [reason, setReason] = useState(closure?.reason ?? '');
  const [tried, setTried] = useState(false);
  const params = { path: { unitId: unit.unitId } };
  return (
    <FormDialog
      title={t(closure ? 'closing.change' : 'closing.close')}
      detail={t('closing.detail')}
      submit={t('closing.save')}
      onClose={onDone}
      onSubmit={async () => {
        setTried(true);
        if (on === null || reason.trim() === '') return;
        await change(
          (ifMatch) =>
            answered(
              api.PUT('/api/units/{unitId}/closure', {
                params,
                headers: { 'If-Match': ifMatch },
                body: { on, reason },
              }),
            ),
          t('closing.saved'),
        );
      }}
    >
      <DateField
        label={t('closing.lastDay')}
        value={on}
        around={{ today: who.today, prefer: 'nearest' }}
        error={tried && on === null ? t('closing.dayMissing') : undefined}
        onDay={setOn}
      />
      <Textfield
        label={t('closing.reason')}
        maxLength={500}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        error={tried && reason.trim() === '' ? t('closing.reasonMissing') : undefined}
      />
      {on !== null && <LeftBehind unitId={unit.unitId} lastDay={on} />}
    </FormDialog>
  );
}

/** Takes back a closure that has not begun. */
export function WithdrawDialog({ unit, onDone }: DialogProps) {
  const { t } = useTranslation('unit');
  const change = useChange(unit, onDone);
  const params = { path: { unitId: unit.unitId } };
  return (
    <FormDialog
      title={t('closing.withdraw')}
      detail={t('closing.withdrawDetail')}
      submit={t('closing.withdraw')}
      onClose={onDone}
      onSubmit={() =>
        change(
          (ifMatch) =>
            answered(api.DELETE('/api/units/{unitId}/closure', { params, headers: { 'If-Match': ifMatch } })),
          t('closing.withdrawn'),
        )
      }
    >
      {null}
    </FormDialog>
  );
}

/** Opens a closed unit again from a day. */
export function ReopenDialog({ unit, closure, onDone }: DialogProps & { readonly closure: Closure | undefined }) {
  const { t } = useTranslation('unit');
  const { who } = useSession();
  const change = useChange(unit, onDone);
  const [on, setOn] = useState<Day | null>(closure?.reopens ?? null);
  const [tried, setTried] = useState(false);
  const params = { path: { unitId: unit.unitId } };
  return (
    <FormDialog
      title={t('closing.reopen')}
      submit={t('closing.save')}
      onClose={onDone}
      onSubmit={async () => {
        setTried(true);
        if (on === null) return;
        await change(
          (ifMatch) =>
            answered(
              api.PUT('/api/units/{unitId}/reopening', { params, headers: { 'If-Match': ifMatch }, body: { on } }),
            ),
          t('closing.saved'),
        );
      }}
    >
      <DateField
        label={t('closing.firstDay')}
        value={on}
        around={{ today: who.today, prefer: 'nearest' }}
        error={tried && on === null ? t('closing.dayMissing') : undefined}
        onDay={setOn}
      />
    </FormDialog>
  );
}
