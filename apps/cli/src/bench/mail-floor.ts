import { createTransport } from 'nodemailer';

/** A mail that was composed before. */
export interface ComposedMail {
  readonly from: string;
  readonly to: string;
  readonly bytes: Buffer;
}

/** Seconds in which the mail library alone hands these mails to a server. */
export async function secondsOfLibrary(
  port: number,
  connections: number,
  batches: AsyncIterable<readonly ComposedMail[]>,
): Promise<number> {
  const transport = createTransport({
    ...{ host: '127.0.0.1', port, secure: false, ignoreTLS: true },
    ...{ pool: true, maxConnections: connections, maxMessages: Infinity },
  });
  let seconds = 0;
  try {
    for await (const batch of batches) {
      const began = performance.now();
      await Promise.all(batch.map(({ from, to, bytes }) => transport.sendMail({ envelope: { from, to }, raw: bytes })));
      seconds += (performance.now() - began) / 1000;
    }
  } finally {
    transport.close();
  }
  return seconds;
}
