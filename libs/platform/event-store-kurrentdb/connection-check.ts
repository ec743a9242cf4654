import { readFileSync } from 'node:fs';
import { get as getHttp } from 'node:http';
import { get as getHttps, type RequestOptions } from 'node:https';
import type { KurrentAddress } from './address.js';

/** A KurrentDB that cannot be used; the reason is short and contains no secret. */
export class KurrentUnusable extends Error {
  override readonly name = 'KurrentUnusable';
}

/** Older versions are not tested, and lack features that the log needs. */
const OLDEST = [23, 10] as const;
const LONGEST_WAIT_MS = 5_000;

const UNKNOWN_CERTIFICATE =
  'its certificate is signed by an authority that is not known here: name its file by tlsCAFile in the address';
const WHY: ReadonlyMap<string, string> = new Map<string, string>(
  Object.entries({
    ECONNREFUSED: 'nothing answers there',
    ENOTFOUND: 'there is no such host',
    EAI_AGAIN: 'the name of the host cannot be looked up',
    EHOSTUNREACH: 'there is no way to that host',
    ENETUNREACH: 'there is no way to that host',
    ETIMEDOUT: 'it does not answer',
    EPROTO: 'it does not speak TLS: add tls=false to the address, or switch TLS on there',
    ECONNRESET: 'it hangs up, as a server does that speaks TLS: take tls=false out of the address',
    HPE_INVALID_CONSTANT: 'what answers there is no KurrentDB',
    DEPTH_ZERO_SELF_SIGNED_CERT: UNKNOWN_CERTIFICATE,
    SELF_SIGNED_CERT_IN_CHAIN: UNKNOWN_CERTIFICATE,
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNKNOWN_CERTIFICATE,
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNKNOWN_CERTIFICATE,
    CERT_HAS_EXPIRED: 'its certificate has expired',
    CERT_NOT_YET_VALID: 'its certificate is not valid yet',
    ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host name',
  }),
);

/**
 * Asks each host of the address until one answers; returns the server's version.
 * @throws KurrentUnusable when no host answers, or the server cannot be used
 */
export async function checkKurrentConnection(address: KurrentAddress): Promise<string> {
  let last: unknown;
  for (const host of address.hosts) {
    try {
      return usable(await ask(address, host));
    } catch (fault) {
      if (fault instanceof KurrentUnusable) throw fault;
      last = fault;
    }
  }
  const { code } = last as { readonly code?: string };
  throw new KurrentUnusable(WHY.get(code ?? '') ?? code ?? 'it does not answer', { cause: last });
}

/** The version, if it is supported. */
function usable({ status, body }: Answer): string {
  if (status === 401) throw new KurrentUnusable('the user or the password is wrong');
  const version = versionIn(body);
  if (version === undefined) throw new KurrentUnusable('what answers there is no KurrentDB');
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]))
    throw new KurrentUnusable(`it is version ${version}, and Samspill needs ${OLDEST.join('.')} or later`);
  return version;
}

/** The version, from the answer of EventStoreDB or KurrentDB. */
function versionIn(body: string): string | undefined {
  try {
    const answer = JSON.parse(body) as { readonly dbVersion?: unknown; readonly esVersion?: unknown };
    const version = answer.dbVersion ?? answer.esVersion;
    return typeof version === 'string' && /^\d+\.\d+/.test(version) ? version : undefined;
  } catch {
    return undefined;
  }
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

function ask({ tls, verifyCertificate, authorityFile, user }: KurrentAddress, host: string): Promise<Answer> {
  const options: RequestOptions = {
    timeout: LONGEST_WAIT_MS,
    headers: { connection: 'close' },
    ...(user && { auth: `${user.name}:${user.password}` }),
    ...(tls && { rejectUnauthorized: verifyCertificate }),
    ...(tls && authorityFile !== undefined && { ca: readAuthority(authorityFile) }),
  };
  return new Promise((resolve, reject) => {
    const request = (tls ? getHttps : getHttp)(`${tls ? 'https' : 'http'}://${host}/info`, options, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') }),
      );
    });
    request.on('timeout', () =>
      request.destroy(Object.assign(new Error('No answer within the time'), { code: 'ETIMEDOUT' })),
    );
    request.on('error', reject);
  });
}

function readAuthority(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new KurrentUnusable('the file that tlsCAFile names cannot be read');
  }
}
