import { z } from 'zod';
import { LOGIN_VARIABLES } from './login-kinds.js';

/** The variable that permits connections without TLS, for the table of all variables. */
export const PLAINTEXT_VARIABLES = {
  PLAINTEXT_HOSTS: z
    .string()
    .regex(/^[\w.:-]+(\s*,\s*[\w.:-]+)*$/, {
      error: 'PLAINTEXT_HOSTS must be host names separated by commas, without ports, such as postgres,redis.',
    })
    .optional()
    .describe('Hosts to which production connects without TLS, such as those of a private network of containers'),
};

interface Connection {
  /** Hosts of the address; undefined when they cannot be told. */
  readonly hosts: (address: string) => readonly string[] | undefined;
  readonly isEncrypted: (address: string) => boolean;
  /** The instruction that encrypts it. */
  readonly remedy: string;
}

const parameter = (address: string, name: string): string | null =>
  new URLSearchParams(address.split('?')[1] ?? '').get(name);
/** The hosts between the password and the path; several with commas, as KurrentDB's. */
function hostsIn(address: string): readonly string[] | undefined {
  const authority = /^[a-z+]+:\/\/(?:[^/?#]*@)?([^/?#]*)/i.exec(address)?.[1];
  try {
    return authority?.split(',').map((host) => decodeURIComponent(host).replace(/:\d*$/, '').replaceAll(/[[\]]/g, ''));
  } catch {
    // A wrong escape, such as a password with an unescaped «%» and «/».
    return undefined;
  }
}

/** PostgreSQL takes further hosts from a parameter. */
function hostsOfPostgres(address: string): readonly string[] | undefined {
  const hosts = hostsIn(address);
  return hosts && [...hosts, ...(parameter(address, 'host')?.split(',') ?? [])];
}

const POSTGRES: Connection = {
  hosts: hostsOfPostgres,
  isEncrypted: (address) => /^(require|verify-ca|verify-full)$/.test(parameter(address, 'sslmode') ?? ''),
  remedy: 'add sslmode=verify-full to it',
};
const CONNECTIONS = {
  DATABASE_URL: POSTGRES,
  [LOGIN_VARIABLES.api]: POSTGRES,
  [LOGIN_VARIABLES.worker]: POSTGRES,
  [LOGIN_VARIABLES.operator]: POSTGRES,
  KURRENTDB_URL: {
    hosts: hostsIn,
    isEncrypted: (address) => parameter(address, 'tls') !== 'false',
    remedy: 'take tls=false away',
  },
  REDIS_URL: {
    hosts: hostsIn,
    isEncrypted: (address) => address.startsWith('rediss:'),
    remedy: 'begin it with rediss:',
  },
  SMTP_URL: {
    hosts: hostsIn,
    isEncrypted: (address) => address.startsWith('smtps:') || parameter(address, 'starttls') !== 'optional',
    remedy: 'take starttls=optional away',
  },
} satisfies Readonly<Record<string, Connection>>;

/** A socket of this machine, or one of its own names. */
const isThisMachine = (host: string): boolean =>
  host === '' || host.startsWith('/') || host === 'localhost' || host === '::1' || /^127(\.\d+){3}$/.test(host);

/**
 * In production, the variables that lead to another machine without TLS, one sentence each: what goes there, passwords
 * among it, could be read on the way. Shows no part of an address.
 */
export function unencryptedConnections(given: Readonly<Record<string, string>>): readonly string[] {
  if (given['NODE_ENV'] !== 'production') return [];
  const allowed = new Set((given['PLAINTEXT_HOSTS'] ?? '').split(',').map((host) => host.trim()));
  return Object.entries(CONNECTIONS).flatMap(([name, { hosts, isEncrypted, remedy }]) => {
    const address = given[name];
    if (address === undefined || isEncrypted(address)) return [];
    if (hosts(address)?.every((host) => isThisMachine(host) || allowed.has(host))) return [];
    return [
      `NODE_ENV is production, and ${name} leads to another machine without TLS: ${remedy}, or name the host in PLAINTEXT_HOSTS if nobody else is on its network.`,
    ];
  });
}
