import type { RequestHandler } from 'express';

/**
 * Ends requests whose body stops: after `idleMs` without a byte the client gets 408 and the connection is closed. A
 * large file over a slow connection keeps sending and is not affected. `keepAliveMs`: the server's own time limit for
 * the next request on a connection, 0 for none; asked each time, since a limit that the server does not know of would cut
 * the next request while it is answered.
 */
export function endUnfinishedBodies(idleMs: number, keepAliveMs: () => number): RequestHandler {
  return (request, response, next) => {
    if (request.complete || !carriesBody(request.headers)) return next();
    const { socket } = request;
    request.setTimeout(idleMs, () => {
      if (request.complete) return;
      if (!response.headersSent) response.writeHead(408, { Connection: 'close' }).end();
      socket.destroySoon();
    });
    // After an answer before the body's end, Node is already waiting for the next request on this connection.
    request.once('end', () => socket.setTimeout(response.writableFinished ? keepAliveMs() : 0));
    next();
  };
}

const carriesBody = (headers: Readonly<Record<string, unknown>>): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
