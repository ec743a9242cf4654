import { lazy, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../frame/page.js';
import { useSession, type Role } from '../../frame/session.js';
import { OF_ACTIONS } from '../../frame/texts-of-actions.js';
import { withTexts } from '../../frame/with-texts.js';

interface Part {
  readonly of: readonly Role[];
  readonly Part: ComponentType;
}

/** What each role sees, in the order of the day; one who holds several sees them all. Each is loaded for those who see it. */
const PARTS: readonly Part[] = [
  {
    of: ['unit-leader', 'meeting-chair'],
    Part: lazy(async () => ({
      default: (await withTexts(() => import('../reminders/reminders.js'), 'reminders')).Reminders,
    })),
  },
  {
    of: ['unit-leader', 'meeting-chair'],
    Part: lazy(async () => ({
      default: (
        await withTexts(() => import('../start-unit-leader/unit-leader-start.js'), 'start-unit-leader', ...OF_ACTIONS)
      ).UnitLeaderStart,
    })),
  },
  {
    of: ['service-unit-leader'],
    Part: lazy(async () => ({
      default: (await withTexts(() => import('../services/service-leader-start.js'), 'services')).ServiceLeaderStart,
    })),
  },
  {
    of: ['coordinator'],
    Part: lazy(async () => ({
      default: (await withTexts(() => import('../start-coordinator/coordinator-start.js'), 'start-coordinator'))
        .CoordinatorStart,
    })),
  },
  {
    of: ['service-member', 'teacher'],
    Part: lazy(async () => ({
      default: (await withTexts(() => import('../start-member/member-start.js'), 'start-member', ...OF_ACTIONS))
        .MemberStart,
    })),
  },
];
const NoPage = lazy(async () => ({
  default: (await withTexts(() => import('../start-member/no-page.js'), 'start-member')).NoPage,
}));

/** What needs the one who is signed in now; each role sees the system from its own side. */
export function Component() {
  const { t } = useTranslation('start');
  const { who } = useSession();
  const held = new Set(who.roles.map(({ role }) => role));
  const parts = PARTS.filter(({ of }) => of.some((role) => held.has(role)));
  return (
    <Page title={t('title')} lead={who.name}>
      {parts.map(({ Part }, i) => (
        <Part key={i} />
      ))}
      {parts.length === 0 && <NoPage />}
    </Page>
  );
}
