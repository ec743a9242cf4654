import { resolve } from 'node:path';
import { z } from 'zod';
import { clockStartingAt, systemClock, type Clock } from '#platform/kernel';
import { MAIL_VARIABLES, mailEnvironment, wrongMail, type MailEnvironment } from './mail-variables.js';
import { LOGIN_KINDS, LOGIN_VARIABLES, type LoginKind } from './login-kinds.js';
import { SESSION_VARIABLES, sessionEnvironment, type SessionEnvironment } from './session-variables.js';
import { OIDC_VARIABLES, oidcEnvironment, wrongOidc, type OidcEnvironment } from './oidc-variables.js';
import { RATE_VARIABLES, rateEnvironment, trustedProxies, type RateEnvironment } from './rate-variables.js';
import { fileVariableOf, withSecretFiles } from './secret-files.js';
import { setVariables } from './set-variables.js';
import { StartRefused } from './start-refused.js';
import { PLAINTEXT_VARIABLES, unencryptedConnections } from './unencrypted-connections.js';

/** The installation's settings, read from the environment and validated once, at the start. */
export interface Environment {
  readonly host: string;
  /** 0 means any free port. */
  readonly port: number;
  /** Absolute path of the data folder. */
  readonly dataFolder: string;
  /** The owner's login in the operator's PostgreSQL, for migrations. Contains a password: never print it. */
  readonly databaseUrl?: string;
  /** The other logins there. Without any of these addresses the embedded PostgreSQL is used. */
  readonly databaseLogins: Readonly<Partial<Record<LoginKind, string>>>;
  /** Stores the log in KurrentDB instead of PostgreSQL. Contains a password: never print it. */
  readonly kurrentUrl?: string;
  /** Name of the log in KurrentDB, if other than `samspill`. */
  readonly kurrentLog?: string;
  /** Keeps the queues of jobs in Redis instead of PostgreSQL. May contain a password: never print it. */
  readonly redisUrl?: string;
  readonly mail: MailEnvironment;
  readonly clock: Clock;
  readonly logLevel: LogLevel;
  /** Key that signs links; if undefined, one is generated in the data folder. A secret: never print it. */
  readonly sessionKey?: string;
  /** The key before: what it signed is still accepted. A secret: never print it. */
  readonly previousSessionKey?: string;
  readonly session: SessionEnvironment;
  readonly rates: RateEnvironment;
  /** Addresses and networks of proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
  /** `https://samspill.example.no`, the public origin of an installation behind a proxy. */
  readonly origin?: string;
  /** `mailto:` or `https:` address for reports about weaknesses. */
  readonly securityContact?: string;
  /** Sign-in by OpenID Connect; undefined for the demo's sign-in. Holds a secret: never print it. */
  readonly oidc?: OidcEnvironment;
  /** `NODE_ENV=production`: no persona picker and no set clock. */
  readonly production: boolean;
}

export type LogLevel = z.infer<typeof LogLevel>;
const LogLevel = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']);

/**
 * `describe` is the help text of a variable, `error` the sentence printed when the start is refused. A variable marked
 * `secret` can also be given as a file, by `<NAME>_FILE`.
 */
const Variables = z.object({
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, { error: 'HOST must be an address or a host name such as 127.0.0.1.' })
    .default('127.0.0.1')
    .describe('Address to listen on'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, { error: portIsWrong, abort: true })
    .transform(Number)
    .refine((port) => port <= 65_535, { error: portIsWrong })
    .default(3000)
    .describe('Port to listen on; 0 takes any free port'),
  SAMSPILL_DATA: z.string().default('.samspill').describe('Folder of everything that Samspill keeps'),
  DATABASE_URL: postgresAddress('DATABASE_URL').describe(
    'A PostgreSQL of your own instead of the embedded one: its owner, for migrate and start',
  ),
  DATABASE_URL_API: postgresAddress('DATABASE_URL_API').describe('The login of the API there, made by migrate'),
  DATABASE_URL_WORKER: postgresAddress('DATABASE_URL_WORKER').describe(
    'The login of the worker and of commands that write',
  ),
  DATABASE_URL_OPERATOR: postgresAddress('DATABASE_URL_OPERATOR').describe(
    "The operators' login: verify, rebuild, events, halts",
  ),
  KURRENTDB_URL: z
    .string()
    .regex(/^(kurrentdb|kurrent|kdb|esdb)(\+discover)?:\/\/[^\s/]+/, {
      error: 'KURRENTDB_URL must be a KurrentDB address such as kurrentdb://user:password@host:2113?tls=true.',
    })
    .optional()
    .describe('A KurrentDB (EventStoreDB) that keeps the log; everything else stays in PostgreSQL')
    .meta({ secret: true }),
  KURRENTDB_LOG: z
    .string()
    .regex(/^[a-z][a-z0-9]{0,39}$/, {
      error: 'KURRENTDB_LOG must be one word of small letters and digits such as samspill.',
    })
    .optional()
    .describe('Name of the log in KurrentDB (samspill): two installations on one server need two'),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\/[^\s/]+(\/\d*)?$/, {
      error: 'REDIS_URL must be a Redis address such as redis://:password@host:6379, or rediss://… with TLS.',
    })
    .optional()
    .describe('A Redis for the queues of jobs, instead of tables in PostgreSQL; the same for every worker')
    .meta({ secret: true }),
  ...MAIL_VARIABLES,
  SAMSPILL_CLOCK: z.iso
    .datetime({
      offset: true,
      error: 'SAMSPILL_CLOCK must be a time with its offset such as 2026-11-21T07:00:00+01:00.',
    })
    .optional()
    .describe('Starts the clock there: demo and tests only'),
  SESSION_KEY: z
    .string()
    .min(32, { error: 'SESSION_KEY must be at least 32 characters.' })
    .optional()
    .describe(
      'What links in mails and calendar addresses are signed with; the same for every process of an installation',
    )
    .meta({ secret: true }),
  SESSION_KEY_PREVIOUS: z
    .string()
    .min(32, { error: 'SESSION_KEY_PREVIOUS must be at least 32 characters.' })
    .optional()
    .describe('The key before a change of SESSION_KEY: what it signed is accepted until this is taken away')
    .meta({ secret: true }),
  ...SESSION_VARIABLES,
  ...RATE_VARIABLES,
  SAMSPILL_ORIGIN: z
    .string()
    .regex(/^https?:\/\/[\w.:-]+$/, {
      error: 'SAMSPILL_ORIGIN must be an address without a path such as https://samspill.example.no.',
    })
    .optional()
    .describe('Where browsers find Samspill, when a proxy stands in front'),
  ...OIDC_VARIABLES,
  ...PLAINTEXT_VARIABLES,
  SECURITY_CONTACT: z
    .string()
    .regex(/^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/, {
      error: 'SECURITY_CONTACT must be an address such as mailto:sikkerhet@example.no or https://example.no/sikkerhet.',
    })
    .optional()
    .describe('Whom to tell about a weakness, for /.well-known/security.txt'),
  LOG_LEVEL: z
    .enum(LogLevel.options, { error: `LOG_LEVEL must be one of ${LogLevel.options.join(', ')}.` })
    .default('info')
    .describe('How much is logged'),
  NODE_ENV: z.string().optional().describe('production: no demo, no set clock, and sign-in by OpenID Connect only'),
});

/** Hoisted, as the variables use it. */
function postgresAddress(name: string) {
  return z
    .string()
    .regex(/^postgres(ql)?:\/\/[^\s/]+/, {
      error: `${name} must be a PostgreSQL address such as postgres://user:password@host:5432/database.`,
    })
    .optional()
    .meta({ secret: true });
}

/** Variables that hold a secret. */
const SECRETS: readonly string[] = Object.entries(Variables.shape)
  .filter(([, schema]) => schema.meta()?.['secret'] === true)
  .map(([name]) => name);

/**
 * Reads the environment, and the files of secrets that it names. A variable that is empty or blank counts as unset. Throws
 * `StartRefused` with one sentence for each wrong variable; a value is shown only if it cannot be a secret.
 */
export function readEnvironment(
  variables: Readonly<Record<string, string | undefined>> = process.env,
  folder: string = process.cwd(),
): Environment {
  const { given, wrong: wrongFiles } = withSecretFiles(setVariables(variables), SECRETS, folder);
  const parsed = Variables.safeParse(given);
  const wrong = [
    ...wrongFiles,
    ...(parsed.error?.issues.map(({ message }) => message) ?? []),
    ...wrongMail(given),
    ...wrongOidc(given),
    ...unencryptedConnections(given),
  ];
  if (given['NODE_ENV'] === 'production' && given['SAMSPILL_CLOCK'] !== undefined) {
    wrong.push('SAMSPILL_CLOCK is for demo and tests and cannot be set together with NODE_ENV=production.');
  }
  if (!parsed.success || wrong.length > 0) throw new StartRefused(wrong.join('\n'));
  const { KURRENTDB_URL, KURRENTDB_LOG, REDIS_URL } = parsed.data;
  const { HOST, PORT, SAMSPILL_DATA, DATABASE_URL, SAMSPILL_CLOCK, SESSION_KEY, SAMSPILL_ORIGIN, LOG_LEVEL, NODE_ENV } =
    parsed.data;
  const { SECURITY_CONTACT, SESSION_KEY_PREVIOUS } = parsed.data;
  const oidc = oidcEnvironment(parsed.data);
  return {
    host: HOST,
    port: PORT,
    dataFolder: resolve(folder, SAMSPILL_DATA),
    ...(DATABASE_URL !== undefined && { databaseUrl: DATABASE_URL }),
    databaseLogins: Object.fromEntries(
      LOGIN_KINDS.map((kind) => [kind, parsed.data[LOGIN_VARIABLES[kind]]]).filter(([, url]) => url !== undefined),
    ) as Environment['databaseLogins'],
    ...(KURRENTDB_URL !== undefined && { kurrentUrl: KURRENTDB_URL }),
    ...(KURRENTDB_LOG !== undefined && { kurrentLog: KURRENTDB_LOG }),
    ...(REDIS_URL !== undefined && { redisUrl: REDIS_URL }),
    mail: mailEnvironment(parsed.data),
    clock: SAMSPILL_CLOCK === undefined ? systemClock : clockStartingAt(new Date(SAMSPILL_CLOCK)),
    ...(SESSION_KEY !== undefined && { sessionKey: SESSION_KEY }),
    ...(SESSION_KEY_PREVIOUS !== undefined && { previousSessionKey: SESSION_KEY_PREVIOUS }),
    session: sessionEnvironment(parsed.data),
    rates: rateEnvironment(parsed.data),
    trustedProxies: trustedProxies(parsed.data.TRUSTED_PROXIES, SAMSPILL_ORIGIN),
    ...(SAMSPILL_ORIGIN !== undefined && { origin: SAMSPILL_ORIGIN }),
    ...(SECURITY_CONTACT !== undefined && { securityContact: SECURITY_CONTACT }),
    ...(oidc && { oidc }),
    logLevel: LOG_LEVEL,
    production: NODE_ENV === 'production',
  };
}

/** The variables and what they mean, for `--help` and for the documentation's table. */
export const ENVIRONMENT_HELP: readonly { readonly name: string; readonly meaning: string }[] = Object.entries(
  Variables.shape,
).flatMap(([name, schema]) => [
  { name, meaning: schema.description ?? '' },
  ...(SECRETS.includes(name) ? [{ name: fileVariableOf(name), meaning: `File with the value of ${name}` }] : []),
]);

function portIsWrong({ input }: { readonly input?: unknown }): string {
  return `PORT must be a whole number from 0 to 65535, not ${String(input)}.`;
}
