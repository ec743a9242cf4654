import { createBrowserRouter, Outlet, type RouteObject } from 'react-router';
import { BrokenPage } from './broken-page.js';
import { Inside } from './inside.js';

/** Every page within the frame; each is loaded when it is first opened. Addresses are Norwegian: they are sent to colleagues. */
const pages: RouteObject[] = [
  { index: true, lazy: () => import('../pages/start/page.js') },
  { path: 'oppfolging', lazy: () => import('../pages/follow-up/page.js') },
  { path: 'oppfolging/ring', lazy: () => import('../pages/calls/page.js') },
  { path: 'oppfolging/over-frist', lazy: () => import('../pages/overdue/page.js') },
  { path: 'oppfolging/uten-ansvarlig', lazy: () => import('../pages/orphans/page.js') },
  { path: 'moter', lazy: () => import('../pages/meetings/page.js') },
  { path: 'moter/:meetingId', lazy: () => import('../pages/meeting/page.js') },
  { path: 'tiltak', lazy: () => import('../pages/actions/page.js') },
  { path: 'tiltak/:actionId', lazy: () => import('../pages/action/page.js') },
  { path: 'arsplan', lazy: () => import('../pages/year-plan/page.js') },
  { path: 'enheter', lazy: () => import('../pages/units/page.js') },
  { path: 'enheter/:unitId', lazy: () => import('../pages/unit/page.js') },
  { path: 'import', lazy: () => import('../pages/import/page.js') },
  { path: 'protokoller', lazy: () => import('../pages/protocols/page.js') },
  { path: 'tjenester', lazy: () => import('../pages/services/page.js') },
  { path: 'tjenester/:serviceId', lazy: () => import('../pages/service/page.js') },
  { path: 'sok', lazy: () => import('../pages/search/page.js') },
  { path: '*', lazy: () => import('../pages/not-found/page.js') },
];

/** What anyone may read, signed in or not. */
const open: RouteObject[] = [
  { path: '/logg-inn', lazy: () => import('../pages/sign-in/page.js') },
  { path: '/tilgjengelighet', lazy: () => import('../pages/accessibility/page.js') },
];

export const router = createBrowserRouter([
  {
    element: <Outlet />,
    errorElement: <BrokenPage />,
    hydrateFallbackElement: <></>,
    children: [...open, { path: '/', element: <Inside />, errorElement: <BrokenPage />, children: pages }],
  },
]);
