import { lazy, Suspense, type ComponentType, type ReactNode } from 'react';
import { BrowserRouter, matchRoutes, useRoutes, type RouteObject } from 'react-router';
import { UnlessBroken } from './broken-page.js';
import { Inside } from './inside.js';

interface PageModule {
  readonly Component: ComponentType;
}
type Load = () => Promise<PageModule>;

/** Every page within the frame; each is loaded when it is first opened. Addresses are Norwegian: they are sent to colleagues. */
const PAGES: Readonly<Record<string, Load>> = {
  '/': () => import('../pages/start/page.js'),
  '/oppfolging': () => import('../pages/follow-up/page.js'),
  '/oppfolging/ring': () => import('../pages/calls/page.js'),
  '/oppfolging/over-frist': () => import('../pages/overdue/page.js'),
  '/oppfolging/uten-ansvarlig': () => import('../pages/orphans/page.js'),
  '/moter': () => import('../pages/meetings/page.js'),
  '/moter/:meetingId': () => import('../pages/meeting/page.js'),
  '/tiltak': () => import('../pages/actions/page.js'),
  '/tiltak/:actionId': () => import('../pages/action/page.js'),
  '/arsplan': () => import('../pages/year-plan/page.js'),
  '/enheter': () => import('../pages/units/page.js'),
  '/enheter/:unitId': () => import('../pages/unit/page.js'),
  '/import': () => import('../pages/import/page.js'),
  '/protokoller': () => import('../pages/protocols/page.js'),
  '/tjenester': () => import('../pages/services/page.js'),
  '/tjenester/:serviceId': () => import('../pages/service/page.js'),
  '/sok': () => import('../pages/search/page.js'),
  '*': () => import('../pages/not-found/page.js'),
};

/** What anyone may read, signed in or not. */
const OPEN: Readonly<Record<string, Load>> = {
  '/logg-inn': () => import('../pages/sign-in/page.js'),
  '/tilgjengelighet': () => import('../pages/accessibility/page.js'),
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
