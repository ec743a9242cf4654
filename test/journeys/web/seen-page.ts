import type { Page } from 'playwright-core';
import type { Discovered, Persona } from './discover.js';

/** A page as someone sees it: one line of the table that `every-page.spec.ts` and the screenshots go through. */
export interface SeenPage {
  /** What it is called in a report and as a picture's file name. */
  readonly name: string;
  /** The route in `apps/web/src/frame/routes.tsx` that answers: every route has at least one line here. */
  readonly route: string;
  /** Who looks; null: one who has not signed in. */
  readonly as: Persona | null;
  /** The address to open; the route itself where nothing must be found first. */
  readonly path?: (found: Discovered) => string;
  /** What is done before one looks: a panel opened, a view chosen. */
  readonly then?: (page: Page) => Promise<void>;
  /** True where the page is there to say no: nothing is found, or it is not for this person. */
  readonly refuses?: true;
  /** Also taken on paper. */
  readonly printed?: true;
}
