import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem.js';
import { lazyPart } from '../../parts/lazy-part/lazy-part.js';
import { Page } from '../../shell/page.js';
import { rightOf } from '../../session/held-rights.js';
import { useMay, useSession } from '../../session/session.js';
import { Loading, ProblemShown } from '../../parts/states/states.js';

const OwnYear = lazyPart(async () => (await import('./own-year.js')).OwnYear);
const PlanForAll = lazyPart(async () => (await import('./plan-for-all.js')).PlanForAll);

/** The coordinator plans for all units; leaders and chairs for their own. */
export function Component() {
  const { t } = useTranslation('year-plan');
  const { who } = useSession();
  const plansForAll = useMay('plan.propose');
  const waiting = (
    <Page title={t('title')}>
      <Loading />
    </Page>
  );
  if (plansForAll) return <PlanForAll waiting={waiting} />;
  const own = new Set(rightOf(who, 'meeting.plan')?.unitIds);
  if (own.size > 0) return <OwnYear unitIds={[...own]} waiting={waiting} />;
  return (
    <Page title={t('title')}>
      <ProblemShown problem={new Problem(403, 'forbidden', '', '')} />
    </Page>
  );
}
