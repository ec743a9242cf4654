import { tabStorage } from '../storage/storage.js';

/** Header with the version of the pages that the server has; their HTML has its own in a `meta` of the same name. */
const VERSION = 'samspill-pages';
const RELOADED = 'samspill.reloaded';

/**
 * Browsers keep the HTML of a page for a week (ADR 0365). Reloads a page whose HTML is of another version than the server
 * that gave this answer; the browser then requests the HTML anew. For the first answer of a page only, before anybody has
 * typed: whoever works in an open page is not interrupted.
 */
export function reloadIfOld(answer: Response): void {
  const served = answer.headers.get(VERSION);
  const own = ownVersion();
  if (served !== null && own !== undefined && served !== own) reloadOnce(served);
}

/** Reloads a page whose script could not be loaded: an old page's scripts are no longer on the server. */
export function reloadWithoutScript(): void {
  const reload = ({ target }: Event) => {
    if (target instanceof HTMLScriptElement) reloadOnce(`without script, ${ownVersion()}`);
  };
  // The error of an element does not bubble: it is seen only on its way down.
  addEventListener('error', reload, { capture: true });
}

const ownVersion = (): string | undefined =>
  document.querySelector<HTMLMetaElement>(`meta[name="${VERSION}"]`)?.content;

/** Not twice for the same reason: a proxy may keep the HTML itself, and two servers may differ during an upgrade. */
function reloadOnce(reason: string): void {
  const visit = `${location.pathname} ${reason}`;
  if (tabStorage.read(RELOADED) === visit) return;
  // Where the browser does not store it, the page could not tell that it was reloaded, and would be again and again.
  if (tabStorage.write(RELOADED, visit)) location.reload();
}
