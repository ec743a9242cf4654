import { createServer } from 'node:net';

/** A port on the loopback address that nobody listens on: the wanted one where it is free, else any. */
export const freePort = async (wanted: number): Promise<number> =>
  (await canListen(wanted)) ?? (await canListen(0)) ?? Promise.reject(new Error('No free port on 127.0.0.1'));

const canListen = (port: number) =>
  new Promise<number | undefined>((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });
