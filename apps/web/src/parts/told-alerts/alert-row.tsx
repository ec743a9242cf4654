import { Button, Tag } from '@digdir/designsystemet-react';
import { ChevronDownIcon, ChevronUpIcon } from '@navikt/aksel-icons';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { listed } from '#platform/kernel/plain';
import { useMayEverywhere, useSession } from '../../session/session.js';
import { currentLanguage } from '../../words/language.js';
import { shortDay } from '../../words/dates.js';
import { lazyPart } from '../lazy-part/lazy-part.js';
import type { AlertStep } from './alert-dialog.js';
import { AlertHistory } from './alert-history.js';
import { alertPlace, type ToldAlert } from './alert-place.js';
import { useAlertWords } from './alert-words.js';
import styles from './told-alerts.module.css';

// Loaded when it is opened.
const AlertDialog = lazyPart(async () => (await import('./alert-dialog.js')).AlertDialog);

interface AlertRowProps {
  readonly alert: ToldAlert;
  /** Stands before the row, such as a box to choose it. */
  readonly before?: ReactNode;
}

/** One alert: the matter, its age, whom the last step told, its history, and what the user may do about it. */
export function AlertRow({ alert, before }: AlertRowProps) {
  const { t, ageOf } = useAlertWords();
  const { who } = useSession();
  const [doing, setDoing] = useState<AlertStep>();
  const [open, setOpen] = useState(false);
  const steps = useStepsOf(alert);
  const { about, text, kind, units, service, owner, age, snoozedUntil, isHandled } = alert;
  const language = currentLanguage();
  const unitNames = units.map(({ name, unitId }) => name ?? unitId);
  const ownerName = owner && t(kind === 'orphan' ? 'lastOwner' : 'owner', { name: owner.name ?? t('unnamed') });
  const place = [listed(unitNames, language), service?.name, ownerName].filter(Boolean);
  const isAside = snoozedUntil !== null && snoozedUntil > who.today;
  return (
    <li className={styles.alert}>
      {before}
      <div className={styles.what}>
        <Link to={alertPlace(alert)}>{about ?? text}</Link>
        {about !== null && <span>{text}</span>}
        <span className={styles.quiet}>{place.join(' · ')}</span>
        <Told alert={alert} />
        {(isAside || isHandled) && (
          <span className={styles.tags}>
            {isAside && <Tag data-size="sm">{t('aside', { day: shortDay(snoozedUntil, language, who.today) })}</Tag>}
            {isHandled && <Tag data-size="sm">{t('handled')}</Tag>}
          </span>
        )}
      </div>
      <strong className={styles.age}>{ageOf(age)}</strong>
      <div className={styles.steps}>
        {steps.map((step) => (
          <Button key={step} variant="secondary" data-size="sm" onClick={() => setDoing(step)}>
            {t(`${step}.open`)} <span className="only-for-readers">{about ?? text}</span>
          </Button>
        ))}
        <Button variant="tertiary" data-size="sm" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? <ChevronUpIcon aria-hidden /> : <ChevronDownIcon aria-hidden />}
          {t('history.title')} <span className="only-for-readers">{about ?? text}</span>
        </Button>
      </div>
      {open && (
        <div className={styles.history}>
          <AlertHistory alert={alert} />
        </div>
      )}
      {doing && <AlertDialog alert={alert} step={doing} onDone={() => setDoing(undefined)} />}
    </li>
  );
}

/** The last step that was told: when, to whom, and after how many working days. */
function Told({ alert: { isWaiting, step, toldOn, toldTo } }: { readonly alert: ToldAlert }) {
  const { t, stepOf, receiversOf } = useAlertWords();
  const { who } = useSession();
  if (step === null || toldOn === null) return isWaiting ? <span className={styles.quiet}>{t('notTold')}</span> : null;
  const day = shortDay(toldOn, currentLanguage(), who.today);
  return <span className={styles.quiet}>{t('told', { step: stepOf(step), who: receiversOf(toldTo), day })}</span>;
}

/** The steps that the user may take; the API decides, and this hides those that it would refuse. */
function useStepsOf({ kind, maySnooze, mayHandle, isMine, step, owner }: ToldAlert): readonly AlertStep[] {
  const answersAll = useMayEverywhere('alerts.answer');
  return [
    ...(mayHandle && owner && kind !== 'orphan' ? (['ask'] as const) : []),
    ...(mayHandle ? (['handle'] as const) : []),
    ...(maySnooze ? (['snooze'] as const) : []),
    ...(step !== null && (isMine || answersAll) ? (['note'] as const) : []),
  ];
}
