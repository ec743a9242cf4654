import type { LargeMunicipality } from './ten-school-years.js';
import type { TimedInteractions, Work } from './timed-interactions.js';

/** The role that views a page; null when nobody has signed in. */
export type Viewer = 'coordinator' | 'leader' | 'serviceLeader' | null;

/** A page to measure: its viewer, its path, and the interactions there. */
export interface MeasuredPage {
  readonly name: string;
  readonly as: Viewer;
  readonly path: (of: LargeMunicipality) => string;
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

/** Every page of the three main roles, with the interactions on each. */
export const MEASURED_PAGES: readonly MeasuredPage[] = [
  // the personas to sign in as exist only in the demo, so this page has no interactions here
  seen(null)('sign-in', '/logg-inn'),
  coordinator('start, coordinator', '/', menu, follow),
  coordinator('follow-up', '/oppfolging', filter(), filter(2), walkGrid),
  coordinator('whom to call', '/oppfolging/ring', filter(), turnPage),
  coordinator('over due', '/oppfolging/over-frist', filter(), unfold(history)),
  coordinator('without owner', '/oppfolging/uten-ansvarlig', menu),
  coordinator('year plan', '/arsplan', filter(2), walkGrid),
  coordinator('year plan, next year', '/arsplan?ar=2027', filter(2), walkGrid),
  coordinator('meetings', '/moter', turnPage, follow),
  coordinator('actions', '/tiltak?eier=alle', turnPage, filter(1), answer),
  coordinator('protocols', '/protokoller', turnPage, filter(1), filter()),
  coordinator(
    'units',
    '/enheter',
    filter(),
    typeIn(({ page }) => page.locator('main input[type=search]'), 'moen'),
  ),
  coordinator('unit', ({ unitId }) => `/enheter/${unitId}`, follow),
  coordinator('import', '/import', menu),
  coordinator('search', '/sok', seek),
  leader('start, unit leader', '/', menu, follow),
  leader('protocol draft', ({ waitingMeeting }) => `/moter/${waitingMeeting}`, write),
  leader('protocol, filed', ({ filedMeeting }) => `/moter/${filedMeeting}`, menu),
  leader('year plan, one unit', '/arsplan', filter()),
  leader('action', ({ action }) => `/tiltak/${action}`, menu),
  serviceLeader('start, service leader', '/', follow),
  serviceLeader('services', '/tjenester', unfold('summary')),
  serviceLeader('service', ({ serviceId }) => `/tjenester/${serviceId}`, filter(), unfold('summary')),
];
