import { lazy, Suspense, useState, type ComponentType, type ReactNode } from 'react';
import { BrowserRouter, matchRoutes, useRoutes, type RouteObject } from 'react-router';
import { UnlessBroken } from './broken-page.js';
import { SignedIn } from './signed-in.js';
import { OF_ACTIONS } from '../parts/action-row/texts-of-actions.js';
import { withTexts } from '../words/with-texts.js';

interface PageModule {
  readonly Component: ComponentType;
}
type Load = () => Promise<PageModule>;

/**
 * Every page in the layout; each is loaded with its texts when first opened. Paths are Norwegian, since users share
 * them.
 */
const PAGES = {
  '/': () => withTexts(() => import('../pages/start/page.js'), 'start'),
  '/kom-i-gang': () => withTexts(() => import('../pages/get-started/page.js'), 'get-started', 'readiness'),
  '/oppfolging': () => withTexts(() => import('../pages/follow-up/page.js'), 'follow-up', 'spreadsheet'),
  '/oppfolging/ring': () => withTexts(() => import('../pages/calls/page.js'), 'calls'),
  '/oppfolging/over-frist': () => withTexts(() => import('../pages/overdue/page.js'), 'overdue', 'timeline'),
  '/oppfolging/uten-ansvarlig': () =>
    withTexts(() => import('../pages/orphans/page.js'), 'orphans', 'action-answers', 'person-picker'),
  '/oppfolging/avtaler': () => withTexts(() => import('../pages/agreements/page.js'), 'agreements'),
  '/oppfolging/avvik': () => withTexts(() => import('../pages/refused-decisions/page.js'), 'refused-decisions'),
  '/oppfolging/varsler': () =>
    withTexts(() => import('../pages/alerts/page.js'), 'alerts', 'told-alerts', 'timeline', 'date-field'),
  '/oppfolging/varsler/trinn': () => withTexts(() => import('../pages/ladder/page.js'), 'ladder'),
  '/oppfolging/varsler/e-post': () => withTexts(() => import('../pages/outbox/page.js'), 'outbox', 'mail-words'),
  '/oppfolging/varsler/e-post/:dispatchId': () =>
    withTexts(() => import('../pages/sent-mail/page.js'), 'sent-mail', 'mail-words'),
  '/oppfolging/varsler/ikke-nadd': () => withTexts(() => import('../pages/unreached/page.js'), 'unreached'),
  '/moter': () => withTexts(() => import('../pages/meetings/page.js'), 'meetings', 'coming', 'date-field'),
  '/moter/kalender': () => withTexts(() => import('../pages/own-calendar/page.js'), 'own-calendar'),
  '/moter/:meetingId': () => withTexts(() => import('../pages/meeting/page.js'), 'meeting'),
  '/tiltak': () => withTexts(() => import('../pages/actions/page.js'), 'actions', 'spreadsheet', ...OF_ACTIONS),
  '/tiltak/:actionId': () => withTexts(() => import('../pages/action/page.js'), 'action', 'timeline', ...OF_ACTIONS),
  '/arsplan': () => withTexts(() => import('../pages/year-plan/page.js'), 'year-plan'),
  '/skolerute': () => withTexts(() => import('../pages/school-calendar/page.js'), 'school-calendar', 'date-field'),
  '/enheter': () => withTexts(() => import('../pages/units/page.js'), 'units'),
  '/organisasjon': () => withTexts(() => import('../pages/organisation/page.js'), 'organisation'),
  '/enheter/ny': () => withTexts(() => import('../pages/new-unit/page.js'), 'new-unit', 'unit-form', 'date-field'),
  '/enheter/:unitId': () =>
    withTexts(() => import('../pages/unit/page.js'), 'unit', 'unit-form', 'closing', ...OF_ACTIONS),
  '/enheter/faste-deltakere': () =>
    withTexts(() => import('../pages/standing-proposal/page.js'), 'standing-proposal', 'person-picker'),
  '/personer': () => withTexts(() => import('../pages/people/page.js'), 'people'),
  '/personer/:personId': () => withTexts(() => import('../pages/person/page.js'), 'person', ...OF_ACTIONS),
  '/innlogginger': () => withTexts(() => import('../pages/sign-ins/page.js'), 'sign-ins', 'person-picker'),
  '/hjelp': () => withTexts(() => import('../pages/help/page.js'), 'help'),
  '/hjelp/:name': () => withTexts(() => import('../pages/help/page.js'), 'help'),
  '/import': () => withTexts(() => import('../pages/import/page.js'), 'import'),
  '/protokoller': () => withTexts(() => import('../pages/protocols/page.js'), 'protocols'),
  '/tjenester': () => withTexts(() => import('../pages/services/page.js'), 'services', 'service-form'),
  '/tjenester/:serviceId': () =>
    withTexts(
      () => import('../pages/service/page.js'),
      'service',
      'services',
      'service-form',
      'closing',
      ...OF_ACTIONS,
    ),
  '/tjenester/:serviceId/enheter': () => withTexts(() => import('../pages/serving/page.js'), 'serving'),
  '/virksomheter/:serviceUnitId': () =>
    withTexts(
      () => import('../pages/service-unit/page.js'),
      'service-unit',
      'service-form',
      'closing',
      'date-field',
      'action-answers',
    ),
  '/statistikk': () =>
    withTexts(() => import('../pages/statistics/page.js'), 'statistics', 'key-figures', 'date-field'),
  '/statistikk/publiser': () => withTexts(() => import('../pages/statistics/publish/page.js'), 'publish', 'statistics'),
  '/statistikk/:indicator': () =>
    withTexts(() => import('../pages/statistics/indicator-page.js'), 'statistics', 'key-figures', 'date-field'),
  '/innstillinger': () => withTexts(() => import('../pages/settings/page.js'), 'settings'),
  '/innstillinger/kommunen': () => withTexts(() => import('../pages/municipality/page.js'), 'municipality'),
  '/innstillinger/regler/:group': () => withTexts(() => import('../pages/rules/page.js'), 'rules'),
  '/innstillinger/innlogginger': () => withTexts(() => import('../pages/own-sessions/page.js'), 'own-sessions'),
  '/innstillinger/varsler': () => withTexts(() => import('../pages/mail-preferences/page.js'), 'mail-preferences'),
  '/oppsummering': () => withTexts(() => import('../pages/digests/page.js'), 'digests'),
  '/oppsummering/neste': () => withTexts(() => import('../pages/digests/preview-page.js'), 'digests'),
  '/oppsummering/:week': () => withTexts(() => import('../pages/digests/digest-page.js'), 'digests'),
  '/oppsummering/:week/tall/:figure': () => withTexts(() => import('../pages/digests/figure-page.js'), 'digests'),
  '/sok': () => withTexts(() => import('../pages/search/page.js'), 'search'),
  '*': () => withTexts(() => import('../pages/not-found/page.js'), 'not-found'),
} satisfies Readonly<Record<string, Load>>;

/** Public pages, signed in or not. */
const OPEN = {
  '/logg-inn': () => withTexts(() => import('../pages/sign-in/page.js'), 'sign-in', 'sign-in-failure'),
  '/invitasjon': () => withTexts(() => import('../pages/invitation/page.js'), 'invitation', 'sign-in-failure'),
  '/bekreftet': () => withTexts(() => import('../pages/confirmed/page.js'), 'confirmed', 'sign-in-failure'),
  '/tilgjengelighet': () => withTexts(() => import('../pages/accessibility/page.js'), 'accessibility'),
} satisfies Readonly<Record<string, Load>>;

/** The page of a visit's first URL, once loaded. */
const first: { path?: string; Component?: ComponentType } = {};

/**
 * Navigation waits on the current page for the next one (`lazy`, in the router's transition). The first page of a visit
 * is loaded before anything is drawn, since React delays late content of a Suspense boundary for 300 ms.
 */
function routesOf(pages: Readonly<Record<string, Load>>): RouteObject[] {
  return Object.entries(pages).map(([path, load]) => {
    const GoneTo = lazy(async () => ({ default: (await load()).Component }));
    function OnePage() {
      // stable while shown: another component would remount the page
      const [Shown] = useState(() => (first.path === path && first.Component) || GoneTo);
      return <Shown />;
    }
    return { path, element: <OnePage /> };
  });
}

const ROUTES: RouteObject[] = [...routesOf(OPEN), { element: <SignedIn />, children: routesOf(PAGES) }];

/** The page of the URL, loaded concurrently with the session. */
export interface FirstPage {
  readonly isBehindSignIn: boolean;
  /** Never rejects: a failed load is reported where the page would be shown. */
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

/** The page of the current URL. */
export const Routed = () => (
  <BrowserRouter>
    <UnlessBroken>
      <Suspense>
        <Matched />
      </Suspense>
    </UnlessBroken>
  </BrowserRouter>
);
