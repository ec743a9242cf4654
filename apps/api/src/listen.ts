import type { NestExpressApplication } from '@nestjs/platform-express';
import { StartRefused } from '#platform/environment';

const WHY: ReadonlyMap<string, (host: string, port: number) => string> = new Map<
  string,
  (host: string, port: number) => string
>(
  Object.entries({
    EADDRINUSE: (host, port) =>
      `Port ${port} on ${host} is taken by another program: stop that one, or choose another with PORT.`,
    EACCES: (_, port) => `This user may not open port ${port}: choose one above 1023 with PORT.`,
    EADDRNOTAVAIL: (host) => `This machine has no address ${host}: choose another with HOST.`,
    ENOTFOUND: (host) => `There is no host called ${host}: choose another with HOST.`,
  }),
);

/**
 * Starts accepting requests.
 * @returns the address to show users, with the actual port when port 0 was requested
 * @throws StartRefused with one sentence when the port or the address is not available
 */
export async function listen(app: NestExpressApplication, host: string, port: number): Promise<string> {
  try {
    await app.listen(port, host);
  } catch (fault) {
    const why = WHY.get((fault as NodeJS.ErrnoException).code ?? '');
    if (why) throw new StartRefused(why(host, port));
    throw fault;
  }
  const taken = app.getHttpServer().address();
  const at = typeof taken === 'object' && taken !== null ? taken.port : port;
  return `http://${host.includes(':') ? `[${host}]` : host}:${at}`;
}
