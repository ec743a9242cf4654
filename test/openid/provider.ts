import { createServer, request as ask, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodeJwt, exportJWK, generateKeyPair, importJWK, SignJWT, type JWK, type JWTPayload } from 'jose';
import OidcProvider from 'oidc-provider';

export const CLIENT = { id: 'samspill', secret: 'a secret for specifications only' } as const;
/** The level of assurance that the provider gives every sign-in, unless the specification says otherwise. */
export const LEVEL = 'substantial';

/** Somebody with an account at the provider. Invented. */
export interface Account {
  readonly name?: string;
  readonly email?: string;
}

/** Path at which the provider finds the client's keys, as the client would publish them. */
const CLIENT_KEYS = '/client-keys';

/** Demands of the provider beyond those of every provider. */
export interface Demands {
  /** The public key with which the installation signs its assertions, in place of a secret. */
  readonly clientKey?: JWK;
  /** Whether a sign-in begins with a pushed request (PAR, RFC 9126) and in no other way. */
  readonly pushedRequests?: boolean;
}

/** Changes what the token endpoint answers, signed again with the provider's own key. */
export type ChangeClaims = (claims: JWTPayload) => JWTPayload;

/**
 * A certified OpenID provider on a port of its own, with real HTTP. It does not send wrong tokens by itself, so answers
 * of its token endpoint can be changed on the way and signed again with its own key.
 */
export class ProviderUnderTest {
  readonly accounts = new Map<string, Account>();
  /** The level that the next sign-ins reach. */
  level: string | undefined = LEVEL;
  /** Changes the next ID token. */
  change: ChangeClaims | undefined;
  /** Signs the next ID token in the provider's place. */
  forged: ((claims: JWTPayload, kid: string) => Promise<string>) | undefined;
  /** True while it answers nobody: connections end without an answer. */
  isDown = false;
  /** Paths of the requests that arrived, the last one last. */
  readonly asked: string[] = [];
  /** Query of the last request that began a sign-in. */
  lastBegun = new URLSearchParams();

  private provider!: OidcProvider;
  private key!: JWK;
  private keyNumber = 0;
  private inner!: Server;

  private constructor(
    private readonly outer: Server,
    readonly issuer: string,
    private readonly origin: string,
    private readonly demands: Demands,
  ) {}

  /** @param origin where the installation is, `http://127.0.0.1:…` */
  static async start(
    origin: string,
    accounts: Readonly<Record<string, Account>>,
    demands: Demands = {},
  ): Promise<ProviderUnderTest> {
    const outer = createServer();
    const port = await listen(outer);
    const provider = new ProviderUnderTest(outer, `http://127.0.0.1:${port}`, origin, demands);
    for (const [subject, account] of Object.entries(accounts)) provider.accounts.set(subject, account);
    provider.inner = createServer((request, response) => void provider.serve(request, response));
    await listen(provider.inner);
    outer.on('request', (request, response) => void provider.forward(request, response));
    await provider.rotateKeys();
    return provider;
  }

  async close(): Promise<void> {
    await Promise.all([this.outer, this.inner].map(shut));
  }

  /** From now on the provider signs with a new key, and publishes only that one. Accounts and sessions stay. */
  async rotateKeys(): Promise<void> {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    this.keyNumber += 1;
    this.key = { ...(await exportJWK(privateKey)), kid: `key-${this.keyNumber}`, alg: 'RS256', use: 'sig' };
    this.provider = this.make();
  }

  /** Signs claims as the provider does. */
  async sign(claims: JWTPayload, type?: string): Promise<string> {
    const { kid } = this.key;
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: kid!, ...(type !== undefined && { typ: type }) })
      .sign(await importJWK(this.key, 'RS256'));
  }

  private make(): OidcProvider {
    const { clientKey, pushedRequests = false } = this.demands;
    const provider = new OidcProvider(this.issuer, {
      clients: [
        {
          client_id: CLIENT.id,
          ...(clientKey
            ? {
                token_endpoint_auth_method: 'private_key_jwt',
                token_endpoint_auth_signing_alg: clientKey.alg,
                jwks_uri: `${this.issuer}${CLIENT_KEYS}`,
              }
            : { client_secret: CLIENT.secret }),
          redirect_uris: [`${this.origin}/openid/callback`],
          post_logout_redirect_uris: [`${this.origin}/logg-inn`],
          backchannel_logout_uri: `${this.origin}/openid/backchannel-logout`,
          backchannel_logout_session_required: true,
          require_auth_time: true,
          response_types: ['code'],
          grant_types: ['authorization_code'],
        },
      ],
      jwks: { keys: [this.key] },
      cookies: { keys: ['a key for specifications only'] },
      claims: {
        openid: ['sub'],
        profile: ['name'],
        email: ['email'],
        acr: null,
        sid: null,
        auth_time: null,
        iss: null,
      },
      acrValues: ['low', LEVEL],
      scopes: ['openid', 'profile', 'email'],
      pkce: { required: () => true },
      // Without the library's time limit, which a busy machine exceeds.
      fetch: (url: string, options: RequestInit) => fetch(url, { ...options, signal: null }),
      features: {
        devInteractions: { enabled: false },
        backchannelLogout: { enabled: true },
        pushedAuthorizationRequests: { enabled: pushedRequests, requirePushedAuthorizationRequests: pushedRequests },
      },
      interactions: { url: (_: unknown, { uid }: { readonly uid: string }) => `/interaction/${uid}` },
      findAccount: (_: unknown, subject: string) =>
        this.accounts.has(subject)
          ? { accountId: subject, claims: () => ({ sub: subject, ...this.accounts.get(subject) }) }
          : undefined,
      loadExistingGrant: async (context: GrantContext) => {
        const { client, session, provider: own } = context.oidc;
        const grant = new own.Grant({ clientId: client.clientId, accountId: session.accountId });
        grant.addOIDCScope('openid profile email');
        await grant.save();
        return grant;
      },
      renderError: (context: { type?: string; body?: string }, out: Readonly<Record<string, unknown>>) => {
        context.type = 'text';
        context.body = JSON.stringify(out);
      },
    });
    return provider;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url!, this.issuer).pathname;
    if (!path.startsWith('/interaction/')) return this.provider.callback()(request, response);
    if (request.method === 'GET') {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(LOGIN_PAGE);
      return;
    }
    const form = new URLSearchParams(await textOf(request));
    if (form.get('cancel') !== null)
      return this.provider.interactionFinished(request, response, { error: 'access_denied' });
    const accountId = form.get('account') ?? '';
    await this.provider.interactionFinished(request, response, {
      login: { accountId, ...(this.level !== undefined && { acr: this.level }) },
    });
  }

  /** Passes a request on, and changes the ID token on the way back if the specification asks for it. */
  private async forward(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bytesOf(request);
    if (this.isDown) return void request.socket.destroy();
    const { pathname, searchParams } = new URL(request.url!, this.issuer);
    this.asked.push(pathname);
    if (pathname === '/auth') this.lastBegun = searchParams;
    if (pathname === CLIENT_KEYS) {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ keys: [this.demands.clientKey] }));
      return;
    }
    const { port } = this.inner.address() as AddressInfo;
    const { url: path, method, headers } = request;
    const answer = await new Promise<IncomingMessage>((resolve, reject) =>
      ask({ host: '127.0.0.1', port, path, method, headers }, resolve).on('error', reject).end(body),
    );
    const content = await bytesOf(answer);
    const isTokens = path!.startsWith('/token') && answer.statusCode === 200;
    const sent = isTokens ? await this.changed(content) : content;
    const { 'content-length': _length, 'transfer-encoding': _encoding, ...rest } = answer.headers;
    response.writeHead(answer.statusCode!, { ...rest, 'content-length': sent.length });
    response.end(sent);
  }

  private async changed(content: Buffer): Promise<Buffer> {
    const { change, forged } = this;
    [this.change, this.forged] = [undefined, undefined];
    if (!change && !forged) return content;
    const tokens = JSON.parse(content.toString()) as { readonly id_token: string };
    const claims = decodeJwt(tokens.id_token);
    const idToken = forged ? await forged(claims, this.key.kid!) : await this.sign(change!(claims));
    return Buffer.from(JSON.stringify({ ...tokens, id_token: idToken }));
  }
}

interface GrantContext {
  readonly oidc: {
    readonly client: { readonly clientId: string };
    readonly session: { readonly accountId: string };
    readonly provider: OidcProvider;
  };
}

const LOGIN_PAGE = `<!doctype html><html lang="nb"><title>Logg inn</title>
<form method="post"><label>Konto <input name="account"></label><button>Logg inn</button></form>`;

export async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

export async function shut(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<unknown>((resolve) => server.close(resolve));
}

async function bytesOf(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
const textOf = async (stream: IncomingMessage): Promise<string> => (await bytesOf(stream)).toString();
