import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listed } from '#platform/kernel/plain';
import { useRead, type Answer } from '../../api/reads.js';
import { useRefetchChanged } from '../../api/refetch-changed.js';
import { useAnnounce } from '../../parts/announcer/announcer.js';
import { currentLanguage } from '../../words/language.js';
import { useSession } from '../../session/session.js';
import { Answered } from '../../parts/states/states.js';
import { HandOverForm } from '../../parts/action-answers/hand-over-form.js';
import { shortDay } from '../../words/dates.js';
import styles from './orphans.module.css';

type Orphan = Answer<'/api/orphans'>['items'][number];

/** One orphaned action, with a form to hand it over. */
export function OrphanedAction({ orphan }: { readonly orphan: Orphan }) {
  const { t } = useTranslation('orphans');
  const { who } = useSession();
  const announce = useAnnounce();
  const refetchChanged = useRefetchChanged();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { actionId, text, units, owner, why, lastDay, dueOn, overdue, offer } = orphan;
  const day = (on: string) => shortDay(on, currentLanguage(), who.today);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const done = (message: string) => {
    close();
    announce(message);
    void refetchChanged('action');
  };
  return (
    <li className={styles.action}>
      <div className={styles.what}>
        <Link to={`/tiltak/${actionId}`}>{text}</Link>
        <span className={styles.quiet}>
          {listed(
            units.map(({ name, unitId }) => name ?? unitId),
            currentLanguage(),
          )}
        </span>
        <span className={styles.quiet}>
          {lastDay === null
            ? t(`why.${why}.unknown`, { name: owner.name ?? t('unknown') })
            : t(`why.${why}.on`, { name: owner.name ?? t('unknown'), day: day(lastDay) })}
        </span>
      </div>
      <div className={styles.due} data-overdue={overdue}>
        {t(overdue ? 'overdue' : 'due', { day: day(dueOn) })}
      </div>
      {offer && (
        <Paragraph data-size="sm" className={styles.offer}>
          {t('offered', { name: offer.to.name ?? t('unknown'), day: day(offer.on) })}
        </Paragraph>
      )}
      <div className={styles.steps}>
        <Button ref={button} variant="secondary" data-size="sm" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(offer ? 'offerAnother' : 'offer')} <span className="only-for-readers">{text}</span>
        </Button>
        {open && <HandOver actionId={actionId} onDone={done} onCancel={close} />}
      </div>
    </li>
  );
}

/** The whole action is read first, since the form names the owner until acceptance. */
function HandOver(props: {
  readonly actionId: string;
  readonly onDone: (message: string) => void;
  readonly onCancel: () => void;
}) {
  const { actionId, onDone, onCancel } = props;
  const action = useRead('/api/actions/{actionId}', { path: { actionId } });
  return <Answered of={action}>{(it) => <HandOverForm action={it} onDone={onDone} onCancel={onCancel} />}</Answered>;
}
