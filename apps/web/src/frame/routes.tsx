import { createBrowserRouter, Outlet, type RouteObject } from 'react-router';
import { BrokenPage } from './broken-page.js';
import { Inside } from './inside.js';
import { OF_ACTIONS } from './texts-of-actions.js';
import { withTexts } from './with-texts.js';

/** Every page within the frame; each is loaded, with its texts, when it is first opened. Addresses are Norwegian: they are sent to colleagues. */
const pages: RouteObject[] = [
  { index: true, lazy: () => withTexts(() => import('../pages/start/page.js'), 'start') },
  { path: 'oppfolging', lazy: () => withTexts(() => import('../pages/follow-up/page.js'), 'follow-up') },
  { path: 'oppfolging/ring', lazy: () => withTexts(() => import('../pages/calls/page.js'), 'calls') },
  {
    path: 'oppfolging/over-frist',
    lazy: () => withTexts(() => import('../pages/overdue/page.js'), 'overdue', 'timeline'),
  },
  {
    path: 'oppfolging/uten-ansvarlig',
    lazy: () => withTexts(() => import('../pages/orphans/page.js'), 'orphans', 'action-answers', 'person-picker'),
  },
  { path: 'moter', lazy: () => withTexts(() => import('../pages/meetings/page.js'), 'meetings', 'meeting') },
  {
    path: 'moter/:meetingId',
    lazy: () => withTexts(() => import('../pages/meeting/page.js'), 'meeting', 'person-picker'),
  },
  { path: 'tiltak', lazy: () => withTexts(() => import('../pages/actions/page.js'), 'actions', ...OF_ACTIONS) },
  {
    path: 'tiltak/:actionId',
    lazy: () => withTexts(() => import('../pages/action/page.js'), 'action', 'timeline', ...OF_ACTIONS),
  },
  { path: 'arsplan', lazy: () => withTexts(() => import('../pages/year-plan/page.js'), 'year-plan') },
  { path: 'enheter', lazy: () => withTexts(() => import('../pages/units/page.js'), 'units') },
  { path: 'enheter/:unitId', lazy: () => withTexts(() => import('../pages/unit/page.js'), 'unit', ...OF_ACTIONS) },
  { path: 'import', lazy: () => withTexts(() => import('../pages/import/page.js'), 'import') },
  { path: 'protokoller', lazy: () => withTexts(() => import('../pages/protocols/page.js'), 'protocols') },
  { path: 'tjenester', lazy: () => withTexts(() => import('../pages/services/page.js'), 'services') },
  {
    path: 'tjenester/:serviceId',
    lazy: () => withTexts(() => import('../pages/service/page.js'), 'service', 'services', ...OF_ACTIONS),
  },
  { path: 'sok', lazy: () => withTexts(() => import('../pages/search/page.js'), 'search') },
  { path: '*', lazy: () => withTexts(() => import('../pages/not-found/page.js'), 'not-found') },
];

/** What anyone may read, signed in or not. */
const open: RouteObject[] = [
  { path: '/logg-inn', lazy: () => withTexts(() => import('../pages/sign-in/page.js'), 'sign-in') },
  { path: '/tilgjengelighet', lazy: () => withTexts(() => import('../pages/accessibility/page.js'), 'accessibility') },
];

export const router = createBrowserRouter([
  {
    element: <Outlet />,
    errorElement: <BrokenPage />,
    hydrateFallbackElement: <></>,
    children: [...open, { path: '/', element: <Inside />, errorElement: <BrokenPage />, children: pages }],
  },
]);
