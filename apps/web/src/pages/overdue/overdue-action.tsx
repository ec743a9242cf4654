import { Button } from '@digdir/designsystemet-react';
import { ChevronDownIcon, ChevronUpIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead, type Answer } from '../../api/reads.js';
import { currentLanguage } from '../../words/language.js';
import { useSession } from '../../session/session.js';
import { Answered } from '../../parts/states/states.js';
import { Timeline } from '../../parts/timeline/timeline.js';
import { addDays, shortDay } from '../../words/dates.js';
import styles from './overdue.module.css';

type UnitAlert = Answer<'/api/follow-up'>['items'][number]['matters'][number];

/** One action with its age; its history is loaded when it is opened. */
export function OverdueAction({ alert }: { readonly alert: UnitAlert }) {
  const { t } = useTranslation(['overdue', 'parts']);
  const { who } = useSession();
  const [open, setOpen] = useState(false);
  const { subjectId, about, owner, since, ageInWorkingDays } = alert;
  return (
    <li className={styles.action}>
      <div className={styles.what}>
        <Link to={`/tiltak/${subjectId}`}>{about}</Link>
        <span className={styles.quiet}>{owner?.name}</span>
      </div>
      <div className={styles.age}>
        {t('parts:overdueBy', { count: ageInWorkingDays })}
        <span className={styles.quiet}>
          {t('dueOn', { day: shortDay(addDays(since, -1), currentLanguage(), who.today) })}
        </span>
      </div>
      <div className={styles.history}>
        <Button variant="tertiary" data-size="sm" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? <ChevronUpIcon aria-hidden /> : <ChevronDownIcon aria-hidden />}
          {t('history')} <span className="only-for-readers">{about}</span>
        </Button>
        {open && <History actionId={subjectId} label={about ?? ''} />}
      </div>
    </li>
  );
}

function History({ actionId, label }: { readonly actionId: string; readonly label: string }) {
  const history = useRead('/api/actions/{actionId}/timeline', { path: { actionId } });
  return (
    <Answered of={history}>
      {({ items }) => (
        <Timeline
          label={label}
          happenings={items.map(({ revision, on, text, by, note }) => ({
            key: revision,
            on,
            what: text,
            by: by?.name ?? null,
            note,
          }))}
        />
      )}
    </Answered>
  );
}
