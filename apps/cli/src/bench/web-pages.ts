import type { MunicipalityWithMail } from './morning-of-mail.js';
import type { TimedInteractions, Work } from './timed-interactions.js';

/** The role that views a page; null when nobody has signed in. */
export type Viewer = 'coordinator' | 'leader' | 'serviceLeader' | null;

/** A page to measure: its viewer, its path, and the interactions there. */
export interface MeasuredPage {
  readonly name: string;
  readonly as: Viewer;
  readonly path: (of: MunicipalityWithMail) => string;
  readonly work: Work;
}

const several =
  (...works: readonly Work[]): Work =>
  async (interactions) => {
    for (const work of works) await work(interactions);
  };

/** Opens and closes the user menu, which every page has. */
const menu: Work = async (interactions) => {
  await interactions.click(interactions.page.locator('header button[popovertarget]'));
  await interactions.press('Escape');
};

/** Chooses in a list of choices by keyboard, as in a filter; every key sends a new request. */
const filter =
  (nth = 0): Work =>
  async (interactions) => {
    await interactions.focus(interactions.page.locator('main select').nth(nth));
    await interactions.press('ArrowDown', 'ArrowUp', 'ArrowDown', 'ArrowUp');
  };

/** Moves through a grid of units and months by keyboard, opens a unit next to it, and closes it again. */
const walkGrid: Work = async (interactions) => {
  await interactions.focus(interactions.page.locator('main [role=grid] [tabindex="0"]').first());
  await interactions.press(
    'ArrowDown',
    'ArrowRight',
    'ArrowRight',
    'PageDown',
    'PageDown',
    'ArrowUp',
    'Enter',
    'Escape',
  );
};

/** Goes to the next page of the list and back. */
const turnPage: Work = async (interactions) => {
  const turns = interactions.page.locator('main nav').last().getByRole('button');
  await interactions.click(turns.last());
  await interactions.click(turns.first());
};

/** Expands a collapsed section and collapses it again. */
const unfold =
  (closed: string): Work =>
  async (interactions) => {
    const button = interactions.page.locator(`main ${closed}`).first();
    await interactions.click(button);
    await interactions.click(button);
  };

/** Opens the form for an answer to an action, types in it, and leaves it. */
const answer: Work = async (interactions) => {
  await interactions.click(interactions.page.locator('main [data-answer][aria-expanded]').first());
  await interactions.type('Avtalt');
  await interactions.press('Escape');
};

const typeIn =
  (field: (interactions: TimedInteractions) => ReturnType<TimedInteractions['page']['locator']>, text: string): Work =>
  async (interactions) => {
    await interactions.focus(field(interactions));
    await interactions.type(text);
  };

/** Types a term that every protocol contains, and waits for the results. */
const seek: Work = async (interactions) => {
  await typeIn(({ page }) => page.locator('#sought'), 'overgang')(interactions);
  await interactions.page.locator('[aria-labelledby^="found-"]').first().waitFor();
};

/** Types the heading of a matter and the agreed work, one key at a time. */
const write = several(
  ...['Kort overskrift, uten navn', 'Hva skal gjøres?'].map((field) =>
    typeIn(({ page }) => page.getByPlaceholder(field).first(), 'Overgang til skolen'),
  ),
);

/** Follows the first link in the main content to another page; the last interaction of a visit. */
const follow: Work = async (interactions) => {
  await interactions.click(interactions.page.locator('main a[href^="/"]:not([href^="/api/"])').first());
};

const seen =
  (as: Viewer) =>
  (name: string, path: string | MeasuredPage['path'], ...work: readonly Work[]): MeasuredPage => ({
    name,
    as,
    path: typeof path === 'string' ? () => path : path,
    work: several(...work),
  });
const [coordinator, leader, serviceLeader] = [seen('coordinator'), seen('leader'), seen('serviceLeader')];
const history = 'button[aria-expanded]';
/** The week of the log's last day. */
const WEEK = '2026-W47';

/**
 * Every page of the three main roles, with the interactions on each; a specification finds what is missing
 * (`test/routes/measured-pages.spec.ts`).
 */
export const MEASURED_PAGES: readonly MeasuredPage[] = [
  // the personas to sign in as exist only in the demo, so this page has no interactions here
  seen(null)('sign-in', '/logg-inn'),
  seen(null)('invitation', '/invitasjon'),
  seen(null)('identity confirmed', '/bekreftet'),
  seen(null)('accessibility statement', '/tilgjengelighet'),
  coordinator('start, coordinator', '/', menu, follow),
  coordinator('get started', '/kom-i-gang', menu),
  coordinator('follow-up', '/oppfolging', filter(), filter(2), walkGrid),
  coordinator('whom to call', '/oppfolging/ring', filter(), turnPage),
  coordinator('over due', '/oppfolging/over-frist', filter(), unfold(history)),
  coordinator('without owner', '/oppfolging/uten-ansvarlig', menu),
  coordinator('agreements', '/oppfolging/avtaler', menu),
  coordinator('refused decisions', '/oppfolging/avvik', menu),
  coordinator('alerts', '/oppfolging/varsler', menu),
  coordinator('alert steps', '/oppfolging/varsler/trinn', menu),
  coordinator('outbox', '/oppfolging/varsler/e-post', menu),
  coordinator('sent mail', ({ mail }) => `/oppfolging/varsler/e-post/${mail}`, menu),
  coordinator('not reached', '/oppfolging/varsler/ikke-nadd', menu),
  coordinator('year plan', '/arsplan', filter(2), walkGrid),
  coordinator('year plan, next year', '/arsplan?ar=2027', filter(2), walkGrid),
  coordinator('school calendar', '/skolerute', menu),
  coordinator('meetings', '/moter', turnPage, follow),
  coordinator('actions', '/tiltak?eier=alle', turnPage, filter(1), answer),
  coordinator('protocols', '/protokoller', turnPage, filter(1), filter()),
  coordinator(
    'units',
    '/enheter',
    filter(),
    typeIn(({ page }) => page.locator('main input[type=search]'), 'moen'),
  ),
  coordinator('new unit', '/enheter/ny', menu),
  coordinator('standing participants', '/enheter/faste-deltakere', menu),
  coordinator('unit', ({ unitId }) => `/enheter/${unitId}`, follow),
  coordinator('organisation', '/organisasjon', menu),
  coordinator('people', '/personer', menu),
  coordinator('person', ({ leader: personId }) => `/personer/${personId}`, menu),
  coordinator('sign-ins', '/innlogginger', menu),
  coordinator('units of a service', ({ serviceId }) => `/tjenester/${serviceId}/enheter`, menu),
  coordinator('service unit', ({ serviceUnitId }) => `/virksomheter/${serviceUnitId}`, menu),
  coordinator('statistics', '/statistikk', menu),
  coordinator('indicator', '/statistikk/7', menu),
  coordinator('publish', '/statistikk/publiser', menu),
  coordinator('settings', '/innstillinger', menu),
  coordinator('municipality', '/innstillinger/kommunen', menu),
  coordinator('rules', '/innstillinger/regler/frister', menu),
  coordinator('digest of next week', '/oppsummering/neste', menu),
  coordinator('import', '/import', menu),
  coordinator('search', '/sok', seek),
  leader('start, unit leader', '/', menu, follow),
  leader('meetings, one unit', '/moter', menu),
  leader('calendar feed', '/moter/kalender', menu),
  leader('protocol draft', ({ waitingMeeting }) => `/moter/${waitingMeeting}`, write),
  leader('protocol, filed', ({ filedMeeting }) => `/moter/${filedMeeting}`, menu),
  leader('year plan, one unit', '/arsplan', filter()),
  leader('actions, one unit', '/tiltak', menu),
  leader('action', ({ action }) => `/tiltak/${action}`, menu),
  leader('alerts, one unit', '/oppfolging/varsler', menu),
  leader('statistics, one unit', '/statistikk', menu),
  leader('help', '/hjelp', menu),
  leader('help page', '/hjelp/levere-protokoll', menu),
  leader('own sign-ins', '/innstillinger/innlogginger', menu),
  leader('own mail', '/innstillinger/varsler', menu),
  serviceLeader('start, service leader', '/', follow),
  serviceLeader('services', '/tjenester', unfold('summary')),
  serviceLeader('service', ({ serviceId }) => `/tjenester/${serviceId}`, filter(), unfold('summary')),
  serviceLeader('digests', '/oppsummering', menu),
  serviceLeader('digest', `/oppsummering/${WEEK}`, menu),
  serviceLeader('figure of a digest', `/oppsummering/${WEEK}/tall/tiltak`, menu),
];
