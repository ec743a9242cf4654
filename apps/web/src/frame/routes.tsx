import { lazy, Suspense, type ComponentType, type ReactNode } from 'react';
import { BrowserRouter, matchRoutes, useRoutes, type RouteObject } from 'react-router';
import { UnlessBroken } from './broken-page.js';
import { Inside } from './inside.js';
import { OF_ACTIONS } from './texts-of-actions.js';
import { withTexts } from './with-texts.js';

interface PageModule {
  readonly Component: ComponentType;
}
type Load = () => Promise<PageModule>;

/** Every page within the frame; each is loaded, with its texts, when it is first opened. Addresses are Norwegian: they are sent to colleagues. */
const PAGES: Readonly<Record<string, Load>> = {
  '/': () => withTexts(() => import('../pages/start/page.js'), 'start'),
  '/oppfolging': () => withTexts(() => import('../pages/follow-up/page.js'), 'follow-up'),
  '/oppfolging/ring': () => withTexts(() => import('../pages/calls/page.js'), 'calls'),
  '/oppfolging/over-frist': () => withTexts(() => import('../pages/overdue/page.js'), 'overdue', 'timeline'),
  '/oppfolging/uten-ansvarlig': () =>
    withTexts(() => import('../pages/orphans/page.js'), 'orphans', 'action-answers', 'person-picker'),
  '/moter': () => withTexts(() => import('../pages/meetings/page.js'), 'meetings', 'meeting'),
  '/moter/:meetingId': () => withTexts(() => import('../pages/meeting/page.js'), 'meeting', 'person-picker'),
  '/tiltak': () => withTexts(() => import('../pages/actions/page.js'), 'actions', ...OF_ACTIONS),
  '/tiltak/:actionId': () => withTexts(() => import('../pages/action/page.js'), 'action', 'timeline', ...OF_ACTIONS),
  '/arsplan': () => withTexts(() => import('../pages/year-plan/page.js'), 'year-plan'),
  '/enheter': () => withTexts(() => import('../pages/units/page.js'), 'units'),
  '/enheter/:unitId': () => withTexts(() => import('../pages/unit/page.js'), 'unit', ...OF_ACTIONS),
  '/import': () => withTexts(() => import('../pages/import/page.js'), 'import'),
  '/protokoller': () => withTexts(() => import('../pages/protocols/page.js'), 'protocols'),
  '/tjenester': () => withTexts(() => import('../pages/services/page.js'), 'services'),
  '/tjenester/:serviceId': () =>
    withTexts(() => import('../pages/service/page.js'), 'service', 'services', ...OF_ACTIONS),
  '/sok': () => withTexts(() => import('../pages/search/page.js'), 'search'),
  '*': () => withTexts(() => import('../pages/not-found/page.js'), 'not-found'),
};

/** What anyone may read, signed in or not. */
const OPEN: Readonly<Record<string, Load>> = {
  '/logg-inn': () => withTexts(() => import('../pages/sign-in/page.js'), 'sign-in'),
  '/tilgjengelighet': () => withTexts(() => import('../pages/accessibility/page.js'), 'accessibility'),
};

const routesOf = (pages: Readonly<Record<string, Load>>): RouteObject[] =>
  Object.entries(pages).map(([path, load]) => {
    const Page = lazy(async () => ({ default: (await load()).Component }));
    return { path, element: <Page /> };
  });

const ROUTES: RouteObject[] = [...routesOf(OPEN), { element: <Inside />, children: routesOf(PAGES) }];

/**
 * Asks for the page that the address names beside the question of who is signed in, not after it. Answers whether it is
 * one behind the sign-in.
 */
export function fetchFirstPage(): boolean {
  const pages = { ...OPEN, ...PAGES };
  const [found] =
    matchRoutes(
      Object.keys(pages).map((path) => ({ path })),
      location,
    ) ?? [];
  const path = found?.route.path ?? '*';
  // one that cannot be fetched is told of where it should have been shown
  void pages[path]!().catch(() => undefined);
  return !(path in OPEN);
}

const Matched = (): ReactNode => useRoutes(ROUTES);

/** The page that the address names. */
export const Routed = () => (
  <BrowserRouter>
    <UnlessBroken>
      <Suspense>
        <Matched />
      </Suspense>
    </UnlessBroken>
  </BrowserRouter>
);
