const NOWHERE = 'http://nowhere.invalid';

/**
 * The page to return to after signing in, if it is one of this installation; `/` otherwise. Browsers read `//host`,
 * `/\host` and tabs in addresses in their own way, so the address is read as they do, and must not leave the origin.
 */
export function localPath(given: string | undefined): string {
  if (given === undefined || !given.startsWith('/') || given.length > 500 || /[\\\p{Cc}]/u.test(given)) return '/';
  if (!URL.canParse(given, NOWHERE)) return '/';
  const { origin, pathname, search, hash } = new URL(given, NOWHERE);
  return origin === NOWHERE && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : '/';
}
