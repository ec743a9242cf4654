import { isIPv6 } from 'node:net';
import { withoutTrailing } from '#platform/kernel';

/** Address and credentials of a KurrentDB. Contains a password: never print it, only `hosts`. */
export interface KurrentAddress {
  /** Connection string for the client: normalised, with the options that Samspill needs. */
  readonly connectionString: string;
  /** `host:port` of each node, for messages. */
  readonly hosts: readonly string[];
  readonly tls: boolean;
  /** False when the operator has turned certificate verification off. */
  readonly verifyCertificate: boolean;
  /** File with the certificate authority that signed the server's certificate. */
  readonly authorityFile?: string;
  readonly user?: { readonly name: string; readonly password: string };
}

/** The address is not one of a KurrentDB. The message gives the reason and contains nothing that may be a password. */
export class WrongKurrentAddress extends Error {
  override readonly name = 'WrongKurrentAddress';
}

const SCHEME = /^(?:kurrentdb|kurrent|kdb|esdb)(\+discover)?:\/\//;
const PORT = 2113;
/** Options allowed in the address, with the pattern of their values. */
const OPTIONS: ReadonlyMap<string, RegExp> = new Map<string, RegExp>(
  Object.entries({
    tls: /^(true|false)$/,
    tlsVerifyCert: /^(true|false)$/,
    tlsCAFile: /^.+$/,
    userCertFile: /^.+$/,
    userKeyFile: /^.+$/,
    connectionName: /^[\w.-]+$/,
    maxDiscoverAttempts: /^\d{1,4}$/,
    discoveryInterval: /^\d{1,6}$/,
    gossipTimeout: /^\d{1,3}$/,
    keepAliveInterval: /^\d{5,6}$/,
    keepAliveTimeout: /^\d{4,6}$/,
  }),
);
/**
 * Set whatever the address says: reading from the leader shows every acknowledged event to the next reader, and without
 * throwing on append failure the client reports a wrong revision for a stream that has moved on.
 */
const FIXED = { nodePreference: 'leader', throwOnAppendFailure: 'true' } as const;

/**
 * Parses and validates an address. The client's own parser repeats it, including the password, in warnings and errors.
 * @throws WrongKurrentAddress
 */
export function parseKurrentAddress(text: string): KurrentAddress {
  const scheme = SCHEME.exec(text);
  if (!scheme) wrong('it must begin with kurrentdb://, kurrentdb+discover:// or esdb://');
  const [beforeOptions = '', optionText = '', ...more] = text.slice(scheme[0].length).split('?');
  if (more.length > 0) wrong('it has more than one ?');
  const { user, hosts } = authority(withoutTrailing(beforeOptions, '/'));
  const options = optionsIn(optionText);
  const tls = options.get('tls') !== 'false';
  const signIn = user && `${encodeURIComponent(user.name)}:${encodeURIComponent(user.password)}@`;
  const query = [...options, ...Object.entries(FIXED)].map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  const authorityFile = options.get('tlsCAFile');
  return {
    connectionString: `kurrentdb${scheme[1] ?? ''}://${signIn ?? ''}${hosts.join(',')}?${query.join('&')}`,
    hosts,
    tls,
    verifyCertificate: options.get('tlsVerifyCert') !== 'false',
    ...(authorityFile !== undefined && { authorityFile }),
    ...(user && { user }),
  };
}

/** True if `parseKurrentAddress` accepts the text. */
export function isKurrentAddress(text: string): boolean {
  try {
    return parseKurrentAddress(text).hosts.length > 0;
  } catch (fault) {
    if (fault instanceof WrongKurrentAddress) return false;
    throw fault;
  }
}

function authority(text: string): Pick<KurrentAddress, 'user' | 'hosts'> {
  const at = text.lastIndexOf('@');
  const [name, password, ...rest] = at < 0 ? [] : text.slice(0, at).split(':');
  if (at >= 0 && (!name || !password || rest.length > 0))
    wrong('before the @ it needs user:password, with :, @ and % in them written as %3A, %40 and %25');
  const hosts = text
    .slice(at + 1)
    .split(',')
    .map(hostAndPort);
  return { hosts, ...(name && password && { user: { name: decoded(name), password: decoded(password) } }) };
}

function hostAndPort(text: string): string {
  const parts = /^(?<host>\[[^\]]+\]|[\w.-]+)(?::(?<port>\d{1,5}))?$/.exec(text)?.groups;
  const host = parts?.host;
  if (!host || (host.startsWith('[') && !isIPv6(host.slice(1, -1)))) wrong('it needs a host, such as localhost:2113');
  const port = Number(parts?.port ?? PORT);
  if (port < 1 || port > 65_535) wrong('its port must be from 1 to 65535');
  return `${host}:${port}`;
}

function optionsIn(text: string): Map<string, string> {
  const options = new Map<string, string>();
  for (const pair of text.split('&').filter((each) => each !== '')) {
    const [given = '', value = ''] = pair.split('=');
    const name = [...OPTIONS.keys()].find((each) => each.toLowerCase() === given.toLowerCase());
    if (Object.keys(FIXED).some((each) => each.toLowerCase() === given.toLowerCase())) continue;
    if (!name) wrong(`it has an option that is not known; there are ${[...OPTIONS.keys()].join(', ')}`);
    if (!OPTIONS.get(name)!.test(decoded(value))) wrong(`its option ${name} has a value that cannot be used`);
    options.set(name, decoded(value));
  }
  return options;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return wrong('a % in it must be written as %25');
  }
}

function wrong(why: string): never {
  throw new WrongKurrentAddress(`The address of KurrentDB cannot be used: ${why}.`);
}
