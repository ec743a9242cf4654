import type { RequestHandler } from 'express';

/**
 * Ends requests whose body stops coming: after `idleMs` without a byte the client is answered 408 and the connection is
 * closed. A large file over a slow line keeps sending and is not touched. `keepAliveMs`: the server's own wait for the
 * next request on a connection.
 */
export function endUnfinishedBodies(idleMs: number, keepAliveMs: number): RequestHandler {
  return (request, response, next) => {
    if (request.complete || !carriesBody(request.headers)) return next();
    const { socket } = request;
    request.setTimeout(idleMs, () => {
      if (request.complete) return;
      if (!response.headersSent) response.writeHead(408, { Connection: 'close' }).end();
      socket.destroySoon();
    });
    // Where the answer came before the body's end, Node has begun to wait for the next request on this connection.
    request.once('end', () => socket.setTimeout(response.writableFinished ? keepAliveMs : 0));
    next();
  };
}

const carriesBody = (headers: Readonly<Record<string, unknown>>): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
