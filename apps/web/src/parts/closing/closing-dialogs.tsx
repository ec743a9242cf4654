import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LONGEST } from '#registry/contract/limits';
import { useRefetchChanged } from '../../api/refetch-changed.js';
import { useSeenPart, type IfMatch } from '../../api/seen-revision.js';
import { useAnnounce } from '../announcer/announcer.js';
import { currentLanguage } from '../../words/language.js';
import { useSession } from '../../session/session.js';
import { ChangedMeanwhile } from '../changed-meanwhile/changed-meanwhile.js';
import { LimitedText } from '../limited-text/limited-text.js';
import { DateField } from '../date-field/date-field.js';
import { fullDay, type Day } from '../../words/dates.js';
import { FormDialog } from '../form-dialog/form-dialog.js';
import { closingsOf, type Closable, type Closure } from './closable.js';
import { OpenConsequences } from './open-consequences.js';

interface DialogProps {
  readonly of: Closable;
  readonly onDone: () => void;
}

/** Carries a dialog out on the closures that its user has seen, and shows in it what others have changed meanwhile. */
function useChange(shown: Closable, onDone: () => void) {
  const { t } = useTranslation('closing');
  const announce = useAnnounce();
  const refetchChanged = useRefetchChanged();
  const of = useSeenPart(shown.closures, async () => {
    const now = await closingsOf(shown).known();
    return { revision: now?.revision ?? '0', part: now?.closures ?? [] };
  });
  const day = (on: Day | null | undefined) => (on ? fullDay(on, currentLanguage()) : '');
  const last = (all: Closable['closures']) => all.at(-1);
  const fields = [
    [t('lastDay'), (all: Closable['closures']) => day(last(all)?.lastDay)],
    [t('reason'), (all: Closable['closures']) => last(all)?.reason ?? ''],
    [t('firstDay'), (all: Closable['closures']) => day(last(all)?.reopens)],
  ] as const;
  const change = async (send: (headers: IfMatch) => Promise<unknown>, message: string) => {
    await send(await of.ifAsSeen());
    announce(message);
    await refetchChanged('unit', 'service', 'serviceunit', 'meeting', 'action');
    onDone();
  };
  return { change, changed: of.isChanged && <ChangedMeanwhile of={of} fields={fields} /> };
}

/** Closes after a day, or changes the day of a closure that has not begun. Shows what it leaves behind. */
export function CloseDialog({ of, closure, onDone }: DialogProps & { readonly closure: Closure | undefined }) {
  const { t } = useTranslation('closing');
  const { who } = useSession();
  const { change, changed } = useChange(of, onDone);
  const [on, setOn] = useState<Day | null>(closure?.lastDay ?? null);
  const [reason, setReason] = useState(closure?.reason ?? '');
  const [tried, setTried] = useState(false);
  const asksWhy = of.kind === 'unit';
  return (
    <FormDialog
      changed={changed}
      title={t(closure ? 'change' : `${of.kind}.close`)}
      detail={t(`${of.kind}.detail`)}
      submit={t('save')}
      onClose={onDone}
      onSubmit={async () => {
        setTried(true);
        if (on === null || (asksWhy && reason.trim() === '')) return;
        await change((headers) => closingsOf(of).close(on, reason, headers), t('saved'));
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
        <LimitedText
          label={t('reason')}
          most={LONGEST.reason}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
          error={tried && reason.trim() === '' ? t('reasonMissing') : undefined}
        />
      )}
      {on !== null && <OpenConsequences of={of} lastDay={on} isClosed={false} />}
    </FormDialog>
  );
}

/** Takes back a closure that has not begun. */
export function WithdrawDialog({ of, onDone }: DialogProps) {
  const { t } = useTranslation('closing');
  const { change, changed } = useChange(of, onDone);
  return (
    <FormDialog
      changed={changed}
      title={t('withdraw')}
      detail={t(`${of.kind}.withdrawDetail`)}
      submit={t('withdraw')}
      onClose={onDone}
      onSubmit={() => change((headers) => closingsOf(of).withdraw(headers), t('withdrawn'))}
    >
      {null}
    </FormDialog>
  );
}

/** Opens again from a day. */
export function ReopenDialog({ of, closure, onDone }: DialogProps & { readonly closure: Closure | undefined }) {
  const { t } = useTranslation('closing');
  const { who } = useSession();
  const { change, changed } = useChange(of, onDone);
  const [on, setOn] = useState<Day | null>(closure?.reopens ?? null);
  const [tried, setTried] = useState(false);
  return (
    <FormDialog
      changed={changed}
      title={t(`${of.kind}.reopen`)}
      submit={t('save')}
      onClose={onDone}
      onSubmit={async () => {
        setTried(true);
        if (on === null) return;
        await change((headers) => closingsOf(of).reopen(on, headers), t('saved'));
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
