import type { SeenPage } from './seen-page.js';

/** The registers that the coordinator keeps by hand, and the organisation that they tell. */
export const REGISTER_PAGES: readonly SeenPage[] = [
  { name: 'units', route: '/enheter', as: 'coordinator' },
  { name: 'people', route: '/personer', as: 'coordinator', printed: true },
  { name: 'people-without-role', route: '/personer', as: 'coordinator', path: () => '/personer?status=uten' },
  { name: 'people-unit-leader', route: '/personer', as: 'unit-leader' },
  { name: 'people-refused', route: '/personer', as: 'elected', refuses: true },
  { name: 'standing-proposal', route: '/enheter/faste-deltakere', as: 'coordinator', printed: true },
  { name: 'standing-proposal-refused', route: '/enheter/faste-deltakere', as: 'unit-leader', refuses: true },
  {
    name: 'serving',
    route: '/tjenester/:serviceId/enheter',
    as: 'coordinator',
    path: ({ service }) => `/tjenester/${service}/enheter`,
    printed: true,
  },
  {
    name: 'serving-refused',
    route: '/tjenester/:serviceId/enheter',
    as: 'service-unit-leader',
    path: ({ service }) => `/tjenester/${service}/enheter`,
    refuses: true,
  },
  { name: 'organisation', route: '/organisasjon', as: 'coordinator', printed: true },
  { name: 'organisation-teacher', route: '/organisasjon', as: 'teacher' },
  { name: 'organisation-refused', route: '/organisasjon', as: 'elected', refuses: true },
];
