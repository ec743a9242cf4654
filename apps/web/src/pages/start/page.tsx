import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/reads.js';
import { lazyPart } from '../../parts/lazy-part/lazy-part.js';
import { Page } from '../../shell/page.js';
import { useMay, useSession } from '../../session/session.js';
import { Loading } from '../../parts/states/states.js';
import { LATEST_DIGESTS } from './new-digests/latest-digests.js';
import { OF_ACTIONS } from '../../parts/action-row/texts-of-actions.js';
import { withTexts } from '../../words/with-texts.js';
import { startPartsOf, type StartPart } from './start-parts.js';

/** The components of the parts; each is loaded on demand. */
const PARTS: Readonly<Record<StartPart, ComponentType<{ readonly waiting?: ReactNode }>>> = {
  'get-started': lazyPart(
    async () => (await withTexts(() => import('./get-started/get-started.js'), 'readiness')).GetStarted,
  ),
  'new-digests': lazyPart(
    async () => (await withTexts(() => import('./new-digests/new-digests.js'), 'new-digests')).NewDigests,
  ),
  reminders: lazyPart(async () => (await withTexts(() => import('./reminders/reminders.js'), 'reminders')).Reminders),
  'alerts-to-you': lazyPart(
    async () =>
      (await withTexts(() => import('./alerts-to-you/alerts-to-you.js'), 'told-alerts', 'timeline', 'date-field'))
        .AlertsToYou,
  ),
  news: lazyPart(async () => (await withTexts(() => import('./news/news.js'), 'news')).News),
  'own-units': lazyPart(
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
  'own-services': lazyPart(
    async () =>
      (await withTexts(() => import('./start-service-leader/service-leader-start.js'), 'services', 'key-figures'))
        .ServiceLeaderStart,
  ),
  'follow-up': lazyPart(
    async () =>
      (await withTexts(() => import('./start-coordinator/coordinator-start.js'), 'start-coordinator')).CoordinatorStart,
  ),
  'own-actions': lazyPart(
    async () =>
      (await withTexts(() => import('./start-member/member-start.js'), 'start-member', ...OF_ACTIONS)).MemberStart,
  ),
  reader: lazyPart(
    async () =>
      (await withTexts(() => import('./start-reader/reader-start.js'), 'start-reader', 'key-figures')).ReaderStart,
  ),
};
const NoPage = lazyPart(
  async () => (await withTexts(() => import('./start-member/no-page.js'), 'start-member')).NoPage,
);

/** Start page by the rights and roles of the user. */
export function Component() {
  const { t } = useTranslation('start');
  const { who } = useSession();
  const parts = startPartsOf(who);
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
        {parts.map((part) => {
          const Part = PARTS[part];
          return <Part key={part} waiting={<Loading />} />;
        })}
      </div>
      {parts.length === 0 && <NoPage />}
    </Page>
  );
}
