import { lazy, Suspense, useState, type ComponentType, type ReactNode } from 'react';
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
const PAGES = {
  '/': () => withTexts(() => import('../pages/start/page.js'), 'start'),
  '/oppfolging': () => withTexts(() => import('../pages/follow-up/page.js'), 'follow-up', 'spreadsheet'),
  '/oppfolging/ring': () => withTexts(() => import('../pages/calls/page.js'), 'calls'),
  '/oppfolging/over-frist': () => withTexts(() => import('../pages/overdue/page.js'), 'overdue', 'timeline'),
  '/oppfolging/uten-ansvarlig': () =>
    withTexts(() => import('../pages/orphans/page.js'), 'orphans', 'action-answers', 'person-picker'),
  '/oppfolging/avvik': () => withTexts(() => import('../pages/refused-decisions/page.js'), 'refused-decisions'),
  '/moter': () => withTexts(() => import('../pages/meetings/page.js'), 'meetings', 'coming', 'date-field'),
  '/moter/:meetingId': () => withTexts(() => import('../pages/meeting/page.js'), 'meeting'),
  '/tiltak': () => withTexts(() => import('../pages/actions/page.js'), 'actions', 'spreadsheet', ...OF_ACTIONS),
  '/tiltak/:actionId': () => withTexts(() => import('../pages/action/page.js'), 'action', 'timeline', ...OF_ACTIONS),
  '/arsplan': () => withTexts(() => import('../pages/year-plan/page.js'), 'year-plan'),
  '/skolerute': () => withTexts(() => import('../pages/school-calendar/page.js'), 'school-calendar', 'date-field'),
  '/enheter': () => withTexts(() => import('../pages/units/page.js'), 'units'),
  '/enheter/:unitId': () =>
    withTexts(() => import('../pages/unit/page.js'), 'unit', 'closing', 'coming', ...OF_ACTIONS),
  '/personer/:personId': () => withTexts(() => import('../pages/person/page.js'), 'person', ...OF_ACTIONS),
  '/hjelp': () => withTexts(() => import('../pages/help/page.js'), 'help'),
  '/hjelp/:name': () => withTexts(() => import('../pages/help/page.js'), 'help'),
  '/import': () => withTexts(() => import('../pages/import/page.js'), 'import'),
  '/protokoller': () => withTexts(() => import('../pages/protocols/page.js'), 'protocols'),
  '/tjenester': () => withTexts(() => import('../pages/services/page.js'), 'services'),
  '/tjenester/:serviceId': () =>
    withTexts(() => import('../pages/service/page.js'), 'service', 'services', 'closing', 'coming', ...OF_ACTIONS),
  '/virksomheter/:serviceUnitId': () =>
    withTexts(() => import('../pages/service-unit/page.js'), 'service-unit', 'closing', 'coming', 'date-field'),
  '/sok': () => withTexts(() => import('../pages/search/page.js'), 'search'),
  '*': () => withTexts(() => import('../pages/not-found/page.js'), 'not-found'),
} satisfies Readonly<Record<string, Load>>;

/** What anyone may read, signed in or not. */
const OPEN = {
  '/logg-inn': () => withTexts(() => import('../pages/sign-in/page.js'), 'sign-in'),
  '/tilgjengelighet': () => withTexts(() => import('../pages/accessibility/page.js'), 'accessibility'),
} satisfies Readonly<Record<string, Load>>;

/** The page of a visit's first address, once it is there. */
const first: { path?: string; Component?: ComponentType } = {};

/**
 * A page that is gone to is waited for where one was (`lazy`, in the router's transition). The first of a visit is there
 * before anything is drawn: what a Suspense boundary shows late is held back by React for 300 ms.
 */
function routesOf(pages: Readonly<Record<string, Load>>): RouteObject[] {
  return Object.entries(pages).map(([path, load]) => {
    const GoneTo = lazy(async () => ({ default: (await load()).Component }));
    function OnePage() {
      // the same for as long as it is shown: another component would begin the page anew
      const [Shown] = useState(() => (first.path === path && first.Component) || GoneTo);
      return <Shown />;
    }
    return { path, element: <OnePage /> };
  });
}

const ROUTES: RouteObject[] = [...routesOf(OPEN), { element: <Inside />, children: routesOf(PAGES) }];

/** The page that the address names, asked for beside the question of who is signed in, not after it. */
export interface FirstPage {
  readonly isBehindSignIn: boolean;
  /** Never rejected: a page that cannot be fetched is told of where it should have been shown. */
  readonly arrived: Promise<void>;
}

export function fetchFirstPage(): FirstPage {
  const pages: ReadonlyMap<string, Load> = new Map<string, Load>(Object.entries({ ...OPEN, ...PAGES }));
  const [found] =
    matchRoutes(
      [...pages.keys()].map((path) => ({ path })),
      location,
    ) ?? [];
  const path = found?.route.path ?? '*';
  const arrived = pages.get(path)!().then(
    ({ Component }) => void Object.assign(first, { path, Component }),
    () => undefined,
  );
  return { isBehindSignIn: !Object.hasOwn(OPEN, path), arrived };
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
