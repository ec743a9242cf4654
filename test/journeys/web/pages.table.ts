import { FORMS } from './forms.table.js';
import type { SeenPage } from './seen-page.js';

/** Every page that there is, as those see it whose page it is. */
export const PAGES: readonly SeenPage[] = [
  { name: 'sign-in', route: '/logg-inn', as: null },
  { name: 'accessibility-statement', route: '/tilgjengelighet', as: null },
  { name: 'start-coordinator', route: '/', as: 'coordinator' },
  { name: 'start-unit-leader', route: '/', as: 'unit-leader' },
  { name: 'start-service-member', route: '/', as: 'service-member' },
  { name: 'start-service-unit-leader', route: '/', as: 'service-unit-leader' },
  { name: 'start-teacher', route: '/', as: 'teacher' },
  { name: 'start-auditor', route: '/', as: 'auditor' },
  { name: 'follow-up', route: '/oppfolging', as: 'coordinator', printed: true },
  { name: 'follow-up-director', route: '/oppfolging', as: 'director' },
  { name: 'follow-up-refused', route: '/oppfolging', as: 'teacher', refuses: true },
  {
    name: 'board-panel',
    route: '/oppfolging',
    as: 'coordinator',
    path: ({ unit }) => `/oppfolging?enhet=${unit}`,
    then: (page) => page.getByRole('button', { name: /^(Minn på|Remind)$/ }).click(),
  },
  {
    name: 'board-as-table',
    route: '/oppfolging',
    as: 'service-unit-leader',
    path: () => '/oppfolging?vis=tabell&sorter=omrade',
  },
  { name: 'board-of-none', route: '/oppfolging', as: 'coordinator', path: () => '/oppfolging?omrade=ingen' },
  { name: 'calls', route: '/oppfolging/ring', as: 'coordinator', printed: true },
  { name: 'overdue', route: '/oppfolging/over-frist', as: 'coordinator' },
  { name: 'orphans', route: '/oppfolging/uten-ansvarlig', as: 'coordinator' },
  { name: 'calls-not-mine', route: '/oppfolging/ring', as: 'unit-leader', refuses: true },
  { name: 'meetings', route: '/moter', as: 'unit-leader', printed: true },
  { name: 'meetings-coordinator', route: '/moter', as: 'coordinator' },
  { name: 'meetings-service-member', route: '/moter', as: 'service-member' },
  {
    name: 'meetings-of-a-year',
    route: '/moter',
    as: 'service-member',
    path: ({ schoolYear }) => `/moter?ar=${schoolYear}`,
  },
  {
    name: 'meeting-planned',
    route: '/moter/:meetingId',
    as: 'unit-leader',
    path: ({ meeting }) => `/moter/${meeting.planned}`,
  },
  {
    name: 'meeting-draft',
    route: '/moter/:meetingId',
    as: 'unit-leader',
    path: ({ meeting }) => `/moter/${meeting.waiting}`,
  },
  {
    name: 'meeting-filed',
    route: '/moter/:meetingId',
    as: 'unit-leader',
    path: ({ meeting }) => `/moter/${meeting.filed}`,
    printed: true,
  },
  {
    name: 'meeting-refused',
    route: '/moter/:meetingId',
    as: 'unit-leader',
    path: ({ otherMeeting }) => `/moter/${otherMeeting}`,
    refuses: true,
  },
  { name: 'actions-service-member', route: '/tiltak', as: 'service-member' },
  {
    name: 'actions-unit-leader-ended',
    route: '/tiltak',
    as: 'unit-leader',
    path: () => '/tiltak?status=avsluttet',
  },
  { name: 'actions-coordinator', route: '/tiltak', as: 'coordinator', printed: true },
  {
    name: 'actions-form-open',
    route: '/tiltak',
    as: 'service-member',
    then: (page) => page.locator('[data-answer="more-time"]').first().click(),
  },
  {
    name: 'action-overdue',
    route: '/tiltak/:actionId',
    as: 'service-member',
    path: ({ action }) => `/tiltak/${action.overdue}`,
    printed: true,
  },
  {
    name: 'action-ended',
    route: '/tiltak/:actionId',
    as: 'coordinator',
    path: ({ action }) => `/tiltak/${action.ended}`,
  },
  {
    name: 'action-refused',
    route: '/tiltak/:actionId',
    as: 'director',
    path: ({ action }) => `/tiltak/${action.overdue}`,
    refuses: true,
  },
  { name: 'protocols', route: '/protokoller', as: 'coordinator' },
  { name: 'protocols-unit-leader', route: '/protokoller', as: 'unit-leader' },
  { name: 'year-plan', route: '/arsplan', as: 'coordinator', printed: true },
  { name: 'year-plan-unit-leader', route: '/arsplan', as: 'unit-leader' },
  { name: 'units', route: '/enheter', as: 'coordinator' },
  { name: 'unit', route: '/enheter/:unitId', as: 'coordinator', path: ({ unit }) => `/enheter/${unit}` },
  { name: 'own-unit', route: '/enheter/:unitId', as: 'unit-leader', path: ({ unit }) => `/enheter/${unit}` },
  { name: 'import', route: '/import', as: 'coordinator' },
  { name: 'import-refused', route: '/import', as: 'teacher', refuses: true },
  {
    name: 'year-plan-next',
    route: '/arsplan',
    as: 'coordinator',
    path: ({ schoolYear }) => `/arsplan?ar=${schoolYear + 1}`,
  },
  {
    name: 'year-plan-collisions',
    route: '/arsplan',
    as: 'coordinator',
    path: ({ schoolYear }) => `/arsplan?ar=${schoolYear + 1}&regel=2-3-1230&vis=kollisjoner`,
  },
  {
    name: 'year-plan-panel',
    route: '/arsplan',
    as: 'coordinator',
    path: ({ schoolYear }) => `/arsplan?ar=${schoolYear + 1}&regel=2-3-1230`,
    then: (page) =>
      page
        .getByRole('grid')
        .getByRole('button', { name: /kolliderer/ })
        .first()
        .click(),
  },
  {
    name: 'year-plan-unit-leader-next',
    route: '/arsplan',
    as: 'unit-leader',
    path: ({ schoolYear }) => `/arsplan?ar=${schoolYear + 1}`,
  },
  { name: 'year-plan-refused', route: '/arsplan', as: 'teacher', refuses: true },
  {
    name: 'unit-refused',
    route: '/enheter/:unitId',
    as: 'unit-leader',
    path: ({ otherUnit }) => `/enheter/${otherUnit}`,
    refuses: true,
  },
  { name: 'services', route: '/tjenester', as: 'service-unit-leader' },
  {
    name: 'service',
    route: '/tjenester/:serviceId',
    as: 'service-unit-leader',
    path: ({ service }) => `/tjenester/${service}`,
  },
  {
    name: 'search',
    route: '/sok',
    as: 'coordinator',
    then: async (page) => {
      await page.getByRole('searchbox').fill('skole');
      await page.getByRole('heading', { level: 2 }).first().waitFor();
    },
  },
  { name: 'not-found', route: '*', as: 'unit-leader', path: () => '/finnes-ikke', refuses: true },
  ...FORMS,
];
