/** A page of `routes.tsx` with what can be requested before it has loaded. */
export interface EarlyPage {
  /** As in the table of routes: `/moter/:meetingId`. */
  readonly path: string;
  readonly source: string;
  readonly isBehindSignIn: boolean;
  /** API addresses with `{1}` for the first parameter of the path. */
  readonly reads: readonly string[];
}
export function earlyPages(): readonly EarlyPage[];
