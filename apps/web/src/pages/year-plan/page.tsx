import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem.js';
import { Page } from '../../frame/page.js';
import { useHolds, useSession } from '../../frame/session.js';
import { ProblemShown } from '../../frame/states.js';

const OwnYear = lazy(async () => ({ default: (await import('./own-year.js')).OwnYear }));
const PlanForAll = lazy(async () => ({ default: (await import('./plan-for-all.js')).PlanForAll }));

/** The coordinator plans for every unit; whoever leads a unit or its meetings, for that one. */
export function Component() {
  const { t } = useTranslation('year-plan');
  const { who } = useSession();
  const isCoordinator = useHolds('coordinator');
  if (isCoordinator) return <PlanForAll />;
  const own = new Set(
    who.roles.flatMap(({ role, unitId }) =>
      unitId && (role === 'unit-leader' || role === 'meeting-chair') ? unitId : [],
    ),
  );
  if (own.size > 0) return <OwnYear unitIds={[...own]} />;
  return (
    <Page title={t('title')}>
      <ProblemShown problem={new Problem(403, 'forbidden', '', '')} />
    </Page>
  );
}
