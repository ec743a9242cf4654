import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isClosedOn, standingClosure } from '#registry/contract/closed-on';
import { currentLanguage } from '../../words/language.js';
import { useMay, useSession } from '../../session/session.js';
import { fullDay } from '../../words/dates.js';
import { CancelledMeetings } from './cancelled-meetings.js';
import type { Closable } from './closable.js';
import { CloseDialog, ReopenDialog, WithdrawDialog } from './closing-dialogs.js';
import { ClosureHistory } from './closure-history.js';
import { OpenConsequences } from './open-consequences.js';
import styles from './closing.module.css';

type Asked = 'close' | 'reopen' | 'withdraw';

/**
 * Closures of a unit, service or service unit. The coordinator closes it, changes the day, withdraws the closure or
 * reopens it.
 */
export function Closing({ of }: { readonly of: Closable }) {
  const { t } = useTranslation('closing');
  const { who } = useSession();
  const mayClose = useMay('registry.manage');
  const [question, setQuestion] = useState<Asked | null>(null);
  const closure = standingClosure(of.closures, who.today);
  const earlier = of.closures.filter((it) => it !== closure);
  if (of.closures.length === 0 && !mayClose) return null;
  const isClosed = isClosedOn(of.closures, who.today);
  const day = (it: string) => fullDay(it, currentLanguage());
  const button = (what: Asked, text: string) => (
    <Button variant="secondary" data-size="sm" onClick={() => setQuestion(what)}>
      {text}
    </Button>
  );
  const onDone = () => setQuestion(null);
  return (
    <section className={styles.closing} aria-labelledby="closing">
      <Heading level={2} data-size="2xs" id="closing">
        {t('title')}
      </Heading>
      {closure && (
        <Alert data-color={isClosed ? 'warning' : 'info'} data-size="sm">
          <Paragraph>{t(isClosed ? 'closed' : 'closes', { day: day(closure.lastDay) })}</Paragraph>
          {closure.reason && <Paragraph>{closure.reason}</Paragraph>}
          {closure.reopens && <Paragraph>{t('reopens', { day: day(closure.reopens) })}</Paragraph>}
        </Alert>
      )}
      {mayClose && closure && <OpenConsequences of={of} lastDay={closure.lastDay} isClosed={isClosed} />}
      {mayClose && (
        <div className={styles.buttons}>
          {!closure && button('close', t(`${of.kind}.close`))}
          {closure && !isClosed && button('close', t('change'))}
          {closure && !isClosed && button('withdraw', t('withdraw'))}
          {isClosed && button('reopen', t(closure?.reopens ? 'changeReopening' : `${of.kind}.reopen`))}
        </div>
      )}
      {mayClose && !closure && of.kind === 'unit' && <CancelledMeetings unitId={of.id} />}
      {earlier.length > 0 && (
        <ul className={styles.plain}>
          {earlier.map(({ lastDay, reopens, reason }) => (
            <li key={lastDay}>
              {t('earlier', { lastDay: day(lastDay), reopens: reopens ? day(reopens) : '' })}
              {reason && <span className={styles.quiet}> {reason}</span>}
            </li>
          ))}
        </ul>
      )}
      <ClosureHistory of={of} />
      {question === 'close' && <CloseDialog of={of} closure={closure} onDone={onDone} />}
      {question === 'withdraw' && <WithdrawDialog of={of} onDone={onDone} />}
      {question === 'reopen' && <ReopenDialog of={of} closure={closure} onDone={onDone} />}
    </section>
  );
}
