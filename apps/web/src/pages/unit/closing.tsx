import { Alert, Button, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isClosedOn, standingClosure } from '#registry/contract/closed-on';
import { currentLanguage } from '../../frame/language.js';
import { useHolds, useSession } from '../../frame/session.js';
import { fullDay } from '../../words/dates.js';
import { CloseDialog, ReopenDialog, WithdrawDialog } from './closing-dialogs.js';
import { LeftBehind } from './left-behind.js';
import { Part, type Overview } from './part.js';
import styles from './unit.module.css';

type Asked = 'close' | 'reopen' | 'withdraw';

/** Whether the unit closes, and when. The coordinator closes it, changes the day, withdraws it and reopens the unit. */
export function Closing({ unit }: { readonly unit: Overview }) {
  const { t } = useTranslation('unit');
  const { who } = useSession();
  const isCoordinator = useHolds('coordinator');
  const [asked, setAsked] = useState<Asked | null>(null);
  const closure = standingClosure(unit.closures, who.today);
  if (!closure && !isCoordinator) return null;
  const isClosed = isClosedOn(unit.closures, who.today);
  const day = (it: string) => fullDay(it, currentLanguage());
  const button = (what: Asked, text: string) => (
    <Button variant="secondary" data-size="sm" onClick={() => setAsked(what)}>
      {text}
    </Button>
  );
  const onDone = () => setAsked(null);
  return (
    <Part title={t('closing.title')}>
      {closure && (
        <Alert data-color={isClosed ? 'warning' : 'info'} data-size="sm">
          <Paragraph>{t(isClosed ? 'closing.closed' : 'closing.closes', { day: day(closure.lastDay) })}</Paragraph>
          {closure.reason && <Paragraph>{closure.reason}</Paragraph>}
          {closure.reopens && <Paragraph>{t('closing.reopens', { day: day(closure.reopens) })}</Paragraph>}
        </Alert>
      )}
      {isCoordinator && closure && <LeftBehind unitId={unit.unitId} lastDay={closure.lastDay} />}
      {isCoordinator && (
        <div className={styles.buttons}>
          {!closure && button('close', t('closing.close'))}
          {closure && !isClosed && button('close', t('closing.change'))}
          {closure && !isClosed && button('withdraw', t('closing.withdraw'))}
          {isClosed && button('reopen', t(closure?.reopens ? 'closing.changeReopening' : 'closing.reopen'))}
        </div>
      )}
      {asked === 'close' && <CloseDialog unit={unit} closure={closure} onDone={onDone} />}
      {asked === 'withdraw' && <WithdrawDialog unit={unit} onDone={onDone} />}
      {asked === 'reopen' && <ReopenDialog unit={unit} closure={closure} onDone={onDone} />}
    </Part>
  );
}
