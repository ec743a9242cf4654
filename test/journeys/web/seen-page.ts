import type { Page } from 'playwright-core';
import type { Discovered, Persona } from './discover.js';

/** A page as a person sees it: one row of the table that `every-page.spec.ts` and the screenshots use. */
export interface SeenPage {
  /** Name in reports and of the picture's file. */
  readonly name: string;
  /** The route in `apps/web/src/app/routes.tsx` that answers: every route has at least one line here. */
  readonly route: string;
  /** The person who opens it; null: not signed in. */
  readonly as: Persona | null;
  /** The address to open; the route itself if nothing must be found first. */
  readonly path?: (found: Discovered) => string;
  /** Actions before the check: opening a panel, choosing a view. */
  readonly then?: (page: Page) => Promise<void>;
  /** True for a page that refuses: nothing is found, or the person has no access. */
  readonly refuses?: true;
  /** Also checked as printed. */
  readonly printed?: true;
}
