import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/reads.js';
import { lazyPart } from '../../parts/lazy-part/lazy-part.js';
import { Page } from '../../shell/page.js';
import { rightOf, useMay, useSession, type Right, type Role } from '../../session/session.js';
import { Loading } from '../../parts/states/states.js';
import { LATEST_DIGESTS } from './new-digests/latest-digests.js';
import { OF_ACTIONS } from '../../parts/action-row/texts-of-actions.js';
import { withTexts } from '../../words/with-texts.js';

interface Part {
  /** Roles that see it, or the right that it takes. */
  readonly of: readonly Role[] | Right;
  readonly Part: ComponentType<{ readonly waiting?: ReactNode }>;
}

/** Parts of each role in the order of the day; users with several roles see all of them. Each is loaded on demand. */
const PARTS: readonly Part[] = [
  {
    of: 'registry.manage',
    Part: lazyPart(async () => (await withTexts(() => import('./get-started/get-started.js'), 'readiness')).GetStarted),
  },
  {
    of: 'mail.receive',
    Part: lazyPart(
      async () => (await withTexts(() => import('./new-digests/new-digests.js'), 'new-digests')).NewDigests,
    ),
  },
  {
    of: 'reminders.read',
    Part: lazyPart(async () => (await withTexts(() => import('./reminders/reminders.js'), 'reminders')).Reminders),
  },
  {
    of: ['unit-leader', 'meeting-chair', 'service-unit-leader', 'service-member', 'teacher'],
    Part: lazyPart(
      async () =>
        (await withTexts(() => import('./alerts-to-you/alerts-to-you.js'), 'told-alerts', 'timeline', 'date-field'))
          .AlertsToYou,
    ),
  },
  {
    of: 'news.read',
    Part: lazyPart(async () => (await withTexts(() => import('./news/news.js'), 'news')).News),
  },
  {
    of: ['unit-leader', 'meeting-chair'],
    Part: lazyPart(
      async () =>
        (
          await withTexts(
            () => import('./start-unit-leader/unit-leader-start.js'),
            'start-unit-leader',
            'key-figures',
            ...OF_ACTIONS,
          )
        ).UnitLeaderStart,
    ),
  },
  {
    of: ['service-unit-leader'],
    Part: lazyPart(
      async () =>
        (await withTexts(() => import('./start-service-leader/service-leader-start.js'), 'services', 'key-figures'))
          .ServiceLeaderStart,
    ),
  },
  {
    of: ['coordinator'],
    Part: lazyPart(
      async () =>
        (await withTexts(() => import('./start-coordinator/coordinator-start.js'), 'start-coordinator'))
          .CoordinatorStart,
    ),
  },
  {
    of: ['service-member', 'teacher'],
    Part: lazyPart(
      async () =>
        (await withTexts(() => import('./start-member/member-start.js'), 'start-member', ...OF_ACTIONS)).MemberStart,
    ),
  },
  {
    of: ['director', 'elected'],
    Part: lazyPart(
      async () =>
        (await withTexts(() => import('./start-reader/reader-start.js'), 'start-reader', 'key-figures')).ReaderStart,
    ),
  },
];
const NoPage = lazyPart(
  async () => (await withTexts(() => import('./start-member/no-page.js'), 'start-member')).NoPage,
);

/** Start page by the roles of the user. */
export function Component() {
  const { t } = useTranslation('start');
  const { who } = useSession();
  const held = new Set(who.roles.map(({ role }) => role));
  const parts = PARTS.filter(({ of }) =>
    typeof of === 'string' ? rightOf(who, of) !== undefined : of.some((role) => held.has(role)),
  );
  // The check list, digests and news come above the rest, which is loaded meanwhile and shown with them, so that nothing moves while the
  // user reads.
  const digests = useRead('/api/digests', LATEST_DIGESTS, { enabled: useMay('mail.receive') });
  const news = useRead('/api/news', {}, { enabled: useMay('news.read') });
  const readiness = useRead('/api/readiness', {}, { enabled: useMay('registry.manage') });
  const isLoading = digests.isLoading || news.isLoading || readiness.isLoading;
  return (
    <Page title={t('title')} lead={who.name}>
      {isLoading && <Loading />}
      <div hidden={isLoading}>
        {parts.map(({ Part }, i) => (
          <Part key={i} waiting={<Loading />} />
        ))}
      </div>
      {parts.length === 0 && <NoPage />}
    </Page>
  );
}
