import { open, mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Letter } from '../dispatch/claims.js';
import type { Handover } from '../dispatch/dispatch.js';
import { MailTransport } from './mail-transport.js';

/**
 * Writes each mail into a folder, `<dispatch>.eml`, for installations without a mail server: nothing leaves the machine.
 * A mail that is written twice is one file.
 */
export class FolderTransport extends MailTransport {
  readonly connections = 4;

  constructor(private readonly folder: string) {
    super();
  }

  turn(signal: AbortSignal): Promise<boolean> {
    return Promise.resolve(!signal.aborted);
  }

  async handOver({ bytes }: Letter, dispatchId: string): Promise<Handover> {
    const path = join(this.folder, `${dispatchId}.eml`);
    try {
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      const file = await open(`${path}.new`, 'w', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(`${path}.new`, path);
      return { accepted: true, response: 'written' };
    } catch (fault) {
      const { code = 'unknown fault' } = fault as NodeJS.ErrnoException;
      return { refused: 'for-now', of: 'server', code: null, response: `the folder cannot be written (${code})` };
    }
  }

  /** Nothing is open between two mails. */
  async close(): Promise<void> {}
}
