import { createHmac } from 'node:crypto';
import type { DataSource } from 'typeorm';

/**
 * Names identities without telling them: an id is a keyed hash of issuer and subject, because some providers derive the
 * subject from the national identity number, which a plain hash would not hide. The key is made with the database and
 * stays in it, so that the log alone, also where it is kept on another server, tells nothing (ADR 0337).
 */
export abstract class IdentityIds {
  /** The same identity has the same id in every municipality of the installation, and after every restart. */
  abstract of(issuer: string, subject: string): Promise<string>;
}

export class PostgresIdentityIds extends IdentityIds {
  private key: Promise<Buffer> | undefined;

  constructor(private readonly source: DataSource) {
    super();
  }

  async of(issuer: string, subject: string): Promise<string> {
    this.key ??= this.read();
    try {
      return uuidOf(
        createHmac('sha256', await this.key)
          .update(JSON.stringify([issuer, subject]))
          .digest(),
      );
    } catch (fault) {
      this.key = undefined;
      throw fault;
    }
  }

  private async read(): Promise<Buffer> {
    const [row] = await this.source.query<readonly { readonly key: Buffer }[]>('select key from openid_identity_key');
    if (!row) throw new Error('The key of identities is missing from the database');
    return row.key;
  }
}

/** A UUID of version 8 (RFC 9562) with 122 bits of the hash. */
function uuidOf(hash: Buffer): string {
  const bytes = Buffer.from(hash.subarray(0, 16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
