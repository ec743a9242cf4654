import type { SeenPage } from './seen-page.js';

/** The pages of signing in, and of those who wait to be let in. */
export const SIGN_IN_PAGES: readonly SeenPage[] = [
  { name: 'sign-in', route: '/logg-inn', as: null },
  { name: 'invitation', route: '/invitasjon', as: null },
  { name: 'confirmed', route: '/bekreftet', as: null },
  { name: 'not-confirmed', route: '/bekreftet', as: null, path: () => '/bekreftet?feil=not-renewed' },
  { name: 'sign-ins', route: '/innlogginger', as: 'coordinator' },
  { name: 'sign-ins-refused', route: '/innlogginger', as: 'teacher', refuses: true },
];
