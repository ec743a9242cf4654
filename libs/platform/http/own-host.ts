import type { RequestHandler } from 'express';
import { ProblemError } from './problem.js';

/** Names that only resolve to this machine: no other site can point its own name to them. */
const LOOPBACK = /^(localhost|[a-z0-9-]+\.localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])$/;

/**
 * Without a configured origin, `Host` must name this machine: a loopback name, or the address that the connection came
 * in by. Otherwise a page of another site whose name is made to point here (DNS rebinding) would have this server's
 * origin, and could sign in to the demo without a password.
 */
export function demandOwnHost(origin: string | undefined): RequestHandler {
  if (origin !== undefined) return (_request, _response, next) => next();
  return (request, _response, next) =>
    isOwnHost(request.headers.host, request.socket.localAddress) ? next() : next(new ProblemError('unknown-host'));
}

/** `host`: the header, with or without a port. `localAddress`: as Node reports it; IPv4 may be `::ffff:10.0.0.5`. */
export function isOwnHost(host: string | undefined, localAddress: string | undefined): boolean {
  // HTTP/1.0 and some probes send no Host; browsers always do.
  if (host === undefined || host === '') return true;
  if (!URL.canParse(`http://${host}`)) return false;
  const { hostname } = new URL(`http://${host}`);
  if (LOOPBACK.test(hostname)) return true;
  const address = localAddress?.replace(/^::ffff:/, '');
  return address !== undefined && (hostname === address || hostname === `[${address}]`);
}
