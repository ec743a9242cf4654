import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useRead } from '../../api/reads.js';
import { currentLanguage } from '../../words/language.js';
import { Page } from '../../shell/page.js';
import { useSession } from '../../session/session.js';
import { Answered, Loading, ProblemShown } from '../../parts/states/states.js';
import { ActionAnswers } from '../../parts/action-answers/action-answers.js';
import type { Action } from '../../parts/action-answers/answers.js';
import { DeclinedLine } from '../../parts/action-row/declined-line.js';
import { ActionState } from '../../parts/action-row/action-state.js';
import { UnitLink } from '../../parts/unit-link/unit-link.js';
import { shortDay } from '../../words/dates.js';
import { ActionFacts } from './action-facts.js';
import { ActionHistory } from './action-history.js';
import styles from './action.module.css';

/** One action with all its fields, its meeting, its history and the commands open to the user. */
export function Component() {
  const { actionId = '' } = useParams();
  const { t } = useTranslation('action');
  const action = useRead('/api/actions/{actionId}', { path: { actionId } });
  if (action.data) return <ActionWhole key={actionId} action={action.data} />;
  return (
    <Page title={t('title')}>
      {action.error ? <ProblemShown problem={action.error} onAgain={() => void action.refetch()} /> : <Loading />}
    </Page>
  );
}

function ActionWhole({ action }: { readonly action: Action }) {
  const { t } = useTranslation('action');
  const { who } = useSession();
  const { actionId, units, offer, owner } = action;
  const day = (on: string) => shortDay(on, currentLanguage(), who.today);
  const timeline = useRead('/api/actions/{actionId}/timeline', { path: { actionId }, query: { size: 200 } });
  return (
    <Page
      title={action.text}
      lead={
        <>
          {units.map(({ unitId, name }, at) => (
            <span key={unitId}>
              {at > 0 && ', '}
              <UnitLink unitId={unitId}>{name}</UnitLink>
            </span>
          ))}
          {' · '}
          {action.endedOn === null ? t('dueOn', { day: day(action.dueOn) }) : t(`status.${action.status}`)}{' '}
          <ActionState action={action} today={who.today} />
        </>
      }
    >
      {offer && (
        <p className={styles.offer}>
          {offer.to.personId === who.personId
            ? t('offeredToYou', { name: owner.name ?? '', day: day(offer.on) })
            : t('offered', { name: offer.to.name ?? '', day: day(offer.on), owner: owner.name ?? '' })}
        </p>
      )}
      <DeclinedLine action={action} />
      <ActionAnswers action={action} whole />
      <div className={styles.parts}>
        <ActionFacts action={action} />
        <section aria-labelledby="history">
          <h2 id="history" className={styles.heading}>
            {t('history')}
          </h2>
          <Answered of={timeline}>{(answer) => <ActionHistory timeline={answer} action={action} />}</Answered>
        </section>
      </div>
    </Page>
  );
}
