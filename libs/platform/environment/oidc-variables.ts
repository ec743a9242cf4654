import { createPrivateKey } from 'node:crypto';
import { z } from 'zod';

/** The provider at which people sign in. Holds a secret: never print it. */
export interface OidcEnvironment {
  /** The provider's identifier, as its discovery document has it. */
  readonly issuer: string;
  readonly clientId: string;
  /** The client's proof of itself: a shared secret, or a private key as JWK. */
  readonly credentials: { readonly secret: string } | { readonly key: PrivateJwk };
  /** Separated by spaces; `openid` is one of them. */
  readonly scopes: string;
  /** Accepted levels of assurance, the preferred one first; empty when any sign-in is accepted. */
  readonly acr: readonly string[];
  /** Accepted levels where a person confirms who they are, for sensitive operations; those of `acr` when empty. */
  readonly stepUpAcr: readonly string[];
  /** Name of the provider on the sign-in page. */
  readonly name: string;
}
export type PrivateJwk = z.infer<typeof PrivateJwk>;

const PrivateJwk = z.looseObject({
  kty: z.enum(['RSA', 'EC', 'OKP']),
  kid: z.string().optional(),
  alg: z.string().optional(),
  d: z.string(),
});
const SCOPES = 'openid profile email';

/** The variables of sign-in by OpenID Connect, for the table of all variables. */
export const OIDC_VARIABLES = {
  OIDC_ISSUER: z
    .string()
    .refine(isIssuer, {
      error:
        'OIDC_ISSUER must be the address of an OpenID provider such as https://auth.dataporten.no; http is for this machine only.',
    })
    .optional()
    .describe('The OpenID provider at which people sign in; without it there is only the demo’s sign-in'),
  OIDC_CLIENT_ID: z.string().optional().describe('What the provider calls this installation'),
  OIDC_CLIENT_SECRET: z.string().optional().meta({ secret: true }).describe('The secret that the provider gave for it'),
  OIDC_CLIENT_KEY: z
    .string()
    .refine((text) => privateJwk(text) !== undefined, {
      error: 'OIDC_CLIENT_KEY must be a private key as JWK (JSON with kty, kid and d).',
    })
    .optional()
    .meta({ secret: true })
    .describe('Instead of the secret: the private key whose public part is registered at the provider, as JWK'),
  OIDC_SCOPES: z
    .string()
    .refine((text) => text.split(/\s+/).includes('openid') && /^[\x21-\x7e]+( [\x21-\x7e]+)*$/.test(text), {
      error: `OIDC_SCOPES must be words separated by spaces, openid among them, such as ${SCOPES}.`,
    })
    .optional()
    .describe(`What is asked for at the provider (${SCOPES})`),
  OIDC_ACR: levels('OIDC_ACR').describe(
    'Levels of assurance that are accepted, the preferred one first; any, where it is not set',
  ),
  OIDC_STEP_UP_ACR: levels('OIDC_STEP_UP_ACR').describe(
    'Levels that are accepted for sensitive operations, where they are fewer than those of OIDC_ACR',
  ),
  OIDC_NAME: z
    .string()
    .regex(/^[^<>\p{Cc}]{1,40}$/u, { error: 'OIDC_NAME must be a name of at most 40 characters such as Feide.' })
    .optional()
    .describe('Name of the provider on the sign-in page; the name of its host, where it is not set'),
};

/** Hoisted, as the variables use it. */
function levels(name: string) {
  return z
    .string()
    .regex(/^[\x21-\x7e]+( [\x21-\x7e]+)*$/, {
      error: `${name} must be levels of assurance separated by spaces such as idporten-loa-substantial.`,
    })
    .optional();
}

/** Values of `OIDC_VARIABLES` that are valid each by itself. */
type OidcValues = { readonly [Name in keyof typeof OIDC_VARIABLES]?: string | undefined };

/** Faults of variables that are valid each by itself, one sentence each. */
export function wrongOidc(given: Readonly<Record<string, unknown>>): readonly string[] {
  const isSet = (name: string) => given[name] !== undefined;
  const others = Object.keys(OIDC_VARIABLES).filter((name) => name !== 'OIDC_ISSUER' && isSet(name));
  if (!isSet('OIDC_ISSUER'))
    return others.length === 0 ? [] : [`${others[0]!} is set without OIDC_ISSUER, the OpenID provider: set both.`];
  const wrong: string[] = [];
  if (!isSet('OIDC_CLIENT_ID'))
    wrong.push('OIDC_ISSUER needs OIDC_CLIENT_ID, the name of this client at the provider.');
  if (isSet('OIDC_CLIENT_SECRET') === isSet('OIDC_CLIENT_KEY'))
    wrong.push('OIDC_ISSUER needs either OIDC_CLIENT_SECRET or OIDC_CLIENT_KEY, and not both.');
  if (!isSet('SAMSPILL_ORIGIN'))
    wrong.push('OIDC_ISSUER needs SAMSPILL_ORIGIN, the address to which the provider sends people back.');
  else if (!isSecureEnough(String(given['SAMSPILL_ORIGIN'])))
    wrong.push('OIDC_ISSUER needs a SAMSPILL_ORIGIN that begins with https; http is for this machine only.');
  return wrong;
}

/** Undefined when signing in with OpenID Connect is not configured. */
export function oidcEnvironment(values: OidcValues): OidcEnvironment | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: secret, OIDC_CLIENT_KEY } = values;
  const key = OIDC_CLIENT_KEY === undefined ? undefined : privateJwk(OIDC_CLIENT_KEY);
  if (issuer === undefined || clientId === undefined) return undefined;
  const credentials = key ? { key } : secret === undefined ? undefined : { secret };
  return (
    credentials && {
      issuer,
      clientId,
      credentials,
      scopes: values.OIDC_SCOPES ?? SCOPES,
      acr: values.OIDC_ACR?.split(' ') ?? [],
      stepUpAcr: values.OIDC_STEP_UP_ACR?.split(' ') ?? [],
      name: values.OIDC_NAME ?? new URL(issuer).hostname,
    }
  );
}

function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { search, hash, username, password } = new URL(text);
  return isSecureEnough(text) && search === '' && hash === '' && username === '' && password === '';
}

/** Https, or http to this machine, which tests and demos use. */
export function isSecureEnough(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

const isLoopback = (host: string): boolean => host === 'localhost' || host === '[::1]' || /^127(\.\d+){3}$/.test(host);

/** Undefined for a text that is no private key. */
function privateJwk(text: string): PrivateJwk | undefined {
  try {
    const jwk = PrivateJwk.parse(JSON.parse(text));
    createPrivateKey({ key: jwk, format: 'jwk' });
    return jwk;
  } catch {
    return undefined;
  }
}
