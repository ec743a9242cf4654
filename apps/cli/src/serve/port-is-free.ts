import { createServer } from 'node:net';
import { StartRefused } from '#platform/environment';

/** @throws StartRefused when another program listens there already */
export async function portIsFree(host: string, port: number): Promise<void> {
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, () => resolve());
    });
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EADDRINUSE') return;
    throw new StartRefused(
      `Port ${port} on ${host} is taken by another program: stop that one, or choose another with PORT.`,
    );
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}
