import type { Request } from 'express';

/** Headers that proxies add to forwarded requests. `x-forwarded-*` is matched by its prefix. */
const BY_PROXIES: ReadonlySet<string> = new Set([
  'forwarded',
  'via',
  'x-real-ip',
  'x-client-ip',
  'x-cluster-client-ip',
  'x-original-host',
  'x-original-url',
  'x-proxyuser-ip',
  'client-ip',
  'true-client-ip',
  'cf-connecting-ip',
  'fastly-client-ip',
  'fly-client-ip',
]);
const BY_PROXIES_PREFIXES = ['x-forwarded-', 'x-original-forwarded-', 'x-envoy-', 'x-amzn-', 'x-azure-'];

/**
 * True when a proxy forwarded this request: it has a proxy's header, or the public address in `Host`. `origin`: the
 * public origin, undefined without a proxy.
 */
export function isForwarded(request: Pick<Request, 'headers'>, origin: string | undefined): boolean {
  const names = Object.keys(request.headers);
  if (names.some((name) => BY_PROXIES.has(name) || BY_PROXIES_PREFIXES.some((prefix) => name.startsWith(prefix))))
    return true;
  return origin !== undefined && request.headers.host?.toLowerCase() === new URL(origin).host;
}
