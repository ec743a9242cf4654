import { z } from 'zod';

/** A mail server. Holds a password: never print it. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (`smtps:`). */
  readonly secure: boolean;
  /** `optional` accepts a connection without TLS, and any certificate. */
  readonly startTls: 'required' | 'optional';
  readonly user?: string;
  readonly password?: string;
  /** Connections of one process at the same time. */
  readonly connections: number;
  /** Mails that one process hands over in a minute at most; undefined for no limit. */
  readonly perMinute?: number;
}

/** How an installation sends mail. */
export interface MailEnvironment {
  /** Undefined: mails are written into the data folder. */
  readonly smtp?: SmtpServer;
  readonly from: { readonly name: string; readonly address: string };
  /** Address at which reports about undeliverable mail arrive and are given to `mail-in`, if there is one. */
  readonly bounces?: string;
}

const ADDRESS = String.raw`[^\s@<>"(),:;\\[\]]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?`;
const ONLY_ADDRESS = new RegExp(`^${ADDRESS}$`);
const NOBODY = { name: 'Samspill', address: 'samspill@localhost' };
/** `bounce+` with an id and a signature of 43 characters must fit into the 64 of a local part. */
const LONGEST_BOUNCE = 20;
const DEFAULT_CONNECTIONS = 5;

/** The variables of mail, for the table of all variables. */
export const MAIL_VARIABLES = {
  SMTP_URL: z
    .string()
    .refine((text) => smtpServer(text) !== undefined, {
      error:
        'SMTP_URL must be a mail server such as smtps://user:password@mail.example.no or smtp://mail.example.no:587; ' +
        'starttls=optional is for servers without a password.',
    })
    .optional()
    .describe('The mail server; without it mails are written into the data folder')
    .meta({ secret: true }),
  MAIL_FROM: z
    .string()
    .refine((text) => senderOf(text) !== undefined, {
      error: 'MAIL_FROM must be a name and an address such as Samspill <samspill@example.no>.',
    })
    .optional()
    .describe('Sender of all mail'),
  MAIL_BOUNCES: z
    .string()
    .regex(new RegExp(`^(?=.{1,${LONGEST_BOUNCE}}@)${ADDRESS}$`), {
      error: `MAIL_BOUNCES must be an address such as bounce@samspill.example.no, with at most ${LONGEST_BOUNCE} characters before the @.`,
    })
    .optional()
    .describe('Address whose mail, with anything after a +, is given to samspill mail-in'),
  MAIL_CONNECTIONS: wholeNumber('MAIL_CONNECTIONS', 50).describe(
    `Connections to the mail server of one process (${DEFAULT_CONNECTIONS})`,
  ),
  MAIL_PER_MINUTE: wholeNumber('MAIL_PER_MINUTE', 100_000).describe('Mails that one process sends in a minute at most'),
};

/** Hoisted, as the variables use it. */
function wholeNumber(name: string, most: number) {
  const error = `${name} must be a whole number from 1 to ${most}.`;
  return z
    .string()
    .regex(/^\d{1,6}$/, { error, abort: true })
    .transform(Number)
    .refine((number) => number >= 1 && number <= most, { error })
    .optional();
}

/** Values of `MAIL_VARIABLES` that are valid each by itself. */
export interface MailValues {
  readonly SMTP_URL?: string | undefined;
  readonly MAIL_FROM?: string | undefined;
  readonly MAIL_BOUNCES?: string | undefined;
  readonly MAIL_CONNECTIONS?: number | undefined;
  readonly MAIL_PER_MINUTE?: number | undefined;
}

/** Faults of variables that are valid each by itself, one sentence each. */
export const wrongMail = (given: Readonly<Record<string, unknown>>): readonly string[] =>
  given['SMTP_URL'] !== undefined && given['MAIL_FROM'] === undefined
    ? ['SMTP_URL needs MAIL_FROM, the sender of all mail, such as Samspill <samspill@example.no>.']
    : [];

export function mailEnvironment(values: MailValues): MailEnvironment {
  const { SMTP_URL, MAIL_FROM, MAIL_BOUNCES, MAIL_CONNECTIONS, MAIL_PER_MINUTE } = values;
  const server = SMTP_URL === undefined ? undefined : smtpServer(SMTP_URL);
  return {
    from: (MAIL_FROM === undefined ? undefined : senderOf(MAIL_FROM)) ?? NOBODY,
    ...(MAIL_BOUNCES !== undefined && { bounces: MAIL_BOUNCES }),
    ...(server && {
      smtp: {
        ...server,
        connections: MAIL_CONNECTIONS ?? DEFAULT_CONNECTIONS,
        ...(MAIL_PER_MINUTE !== undefined && { perMinute: MAIL_PER_MINUTE }),
      },
    }),
  };
}

/** `Name <address>` or an address alone; undefined for anything else. */
function senderOf(text: string): MailEnvironment['from'] | undefined {
  const from = text.endsWith('>') ? text.lastIndexOf('<') : -1;
  const name = text.slice(0, Math.max(from, 0)).trim();
  const address = from < 0 ? text : text.slice(from + 1, -1);
  if (!ONLY_ADDRESS.test(address) || /[<>"\p{Cc}]/u.test(name)) return undefined;
  return { name: name || NOBODY.name, address };
}

const isLoopback = (host: string): boolean => host === 'localhost' || host === '[::1]' || /^127(\.\d+){3}$/.test(host);

/** Undefined for an address that cannot be used; a password never goes over a connection that may lack TLS. */
function smtpServer(text: string): Omit<SmtpServer, 'connections'> | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^smtps?:$/.test(url.protocol) || url.hostname === '' || !/^\/?$/.test(url.pathname)) return undefined;
  const secure = url.protocol === 'smtps:';
  const given = url.searchParams.get('starttls');
  if ([...url.searchParams.keys()].some((key) => key !== 'starttls')) return undefined;
  const loopback = isLoopback(url.hostname);
  const startTls = given ?? (loopback ? 'optional' : 'required');
  if (startTls !== 'required' && startTls !== 'optional') return undefined;
  const [user, password] = [decoded(url.username), decoded(url.password)];
  if (user === undefined || password === undefined) return undefined;
  if (user !== '' && startTls === 'optional' && !secure && !loopback) return undefined;
  return {
    host: url.hostname.replaceAll(/[[\]]/g, ''),
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    startTls,
    ...(user !== '' && { user, password }),
  };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
