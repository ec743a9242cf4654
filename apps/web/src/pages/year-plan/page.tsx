import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem.js';
import { fetched } from '../../frame/fetched.js';
import { Page } from '../../frame/page.js';
import { useHolds, useSession } from '../../frame/session.js';
import { Loading, ProblemShown } from '../../frame/states.js';

const OwnYear = fetched(async () => (await import('./own-year.js')).OwnYear);
const PlanForAll = fetched(async () => (await import('./plan-for-all.js')).PlanForAll);

/** The coordinator plans for all units; leaders and chairs for their own. */
export function Component() {
  const { t } = useTranslation('year-plan');
  const { who } = useSession();
  const isCoordinator = useHolds('coordinator');
  const waiting = (
    <Page title={t('title')}>
      <Loading />
    </Page>
  );
  if (isCoordinator) return <PlanForAll waiting={waiting} />;
  const own = new Set(
    who.roles.flatMap(({ role, unitId }) =>
      unitId && (role === 'unit-leader' || role === 'meeting-chair') ? unitId : [],
    ),
  );
  if (own.size > 0) return <OwnYear unitIds={[...own]} waiting={waiting} />;
  return (
    <Page title={t('title')}>
      <ProblemShown problem={new Problem(403, 'forbidden', '', '')} />
    </Page>
  );
}
