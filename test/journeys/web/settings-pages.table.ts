import type { SeenPage } from './seen-page.js';

// The check list of a new municipality, its settings, and forms of its units.

export const SETTINGS_PAGES: readonly SeenPage[] = [
  { name: 'get-started', route: '/kom-i-gang', as: 'coordinator' },
  { name: 'get-started-refused', route: '/kom-i-gang', as: 'unit-leader', refuses: true },
  { name: 'settings', route: '/innstillinger', as: 'coordinator' },
  { name: 'settings-elected', route: '/innstillinger', as: 'elected' },
  { name: 'municipality', route: '/innstillinger/kommunen', as: 'coordinator' },
  { name: 'municipality-refused', route: '/innstillinger/kommunen', as: 'director', refuses: true },
  ...['moter', 'frister', 'tiltak', 'barn', 'e-post'].map((group): SeenPage => ({
    name: `rules-${group}`,
    route: '/innstillinger/regler/:group',
    as: 'coordinator',
    path: () => `/innstillinger/regler/${group}`,
  })),
  {
    name: 'rules-refused',
    route: '/innstillinger/regler/:group',
    as: 'unit-leader',
    path: () => '/innstillinger/regler/frister',
    refuses: true,
  },
  {
    name: 'rules-faults',
    route: '/innstillinger/regler/:group',
    as: 'coordinator',
    path: () => '/innstillinger/regler/frister',
    then: async (page) => {
      await page.locator('main form input').first().fill('31');
      await page.locator('main form button[type="submit"]').click();
    },
  },
  { name: 'new-unit', route: '/enheter/ny', as: 'coordinator' },
  {
    name: 'new-unit-faults',
    route: '/enheter/ny',
    as: 'coordinator',
    then: (page) => page.locator('main form button[type="submit"]').click(),
  },
  { name: 'new-unit-refused', route: '/enheter/ny', as: 'teacher', refuses: true },
  ...(
    [
      ['details', /^(Endre opplysning|Change the details)/],
      ['obligation', /^(Endre møteplikt|Change whether)/],
      ['joint-meetings', /^(Endre felles møte|Change joint)/],
    ] as const
  ).map(([name, button]): SeenPage => ({
    name: `unit-${name}`,
    route: '/enheter/:unitId',
    as: 'coordinator',
    path: ({ unit }) => `/enheter/${unit}`,
    then: async (page) => {
      await page.getByRole('button', { name: button }).click();
      await page.locator('dialog[open]').waitFor();
    },
  })),
];
