import { createServer } from 'node:net';

/** A free port on the loopback address: the wanted one if possible. */
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
