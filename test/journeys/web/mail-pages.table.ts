import type { SeenPage } from './seen-page.js';

/** The coordinator's pages about alerts and mail, and what the figures of a digest counted. */
export const MAIL_PAGES: readonly SeenPage[] = [
  {
    name: 'ladder',
    route: '/oppfolging/varsler/trinn',
    as: 'coordinator',
    then: (page) =>
      page
        .getByRole('button', { name: /^(Endre|Change)/ })
        .first()
        .click(),
  },
  { name: 'ladder-unit-leader', route: '/oppfolging/varsler/trinn', as: 'unit-leader' },
  { name: 'outbox', route: '/oppfolging/varsler/e-post', as: 'coordinator' },
  { name: 'outbox-refused', route: '/oppfolging/varsler/e-post', as: 'unit-leader', refuses: true },
  {
    name: 'sent-mail-of-none',
    route: '/oppfolging/varsler/e-post/:dispatchId',
    as: 'coordinator',
    path: () => '/oppfolging/varsler/e-post/018f0c5e-0000-4000-8000-000000000000',
    refuses: true,
  },
  { name: 'unreached', route: '/oppfolging/varsler/ikke-nadd', as: 'coordinator' },
  { name: 'unreached-refused', route: '/oppfolging/varsler/ikke-nadd', as: 'unit-leader', refuses: true },
  {
    name: 'digest-figure-meetings',
    route: '/oppsummering/:week/tall/:figure',
    as: 'service-unit-leader',
    path: () => '/oppsummering/2026-W47/tall/moter-holdt',
    printed: true,
  },
  {
    name: 'digest-figure-actions',
    route: '/oppsummering/:week/tall/:figure',
    as: 'service-unit-leader',
    path: () => '/oppsummering/2026-W47/tall/tiltak',
  },
  {
    name: 'digest-figure-unknown',
    route: '/oppsummering/:week/tall/:figure',
    as: 'service-unit-leader',
    path: () => '/oppsummering/2026-W47/tall/ukjent',
    refuses: true,
  },
];
