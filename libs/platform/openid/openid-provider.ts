import * as client from 'openid-client';
import type { Clock } from '#platform/kernel';
import { isSecureEnough, type OidcEnvironment } from '#platform/environment';
import { CLOCK_TOLERANCE } from './clock-tolerance.js';
import { credentialsOf } from './credentials.js';
import { failureOf } from './failure-of.js';
import { LogoutTokens, type EndedAtProvider } from './logout-tokens.js';
import type { PendingSignIn, Profile, ProvenIdentity } from './proven-identity.js';
import { SignInFailed } from './sign-in-failed.js';

/** Paths to which the provider sends browsers, below the installation's origin. */
export const CALLBACK_PATH = '/openid/callback';
export const SIGNED_OUT_PATH = '/logg-inn';

const TIMEOUT_SECONDS = 10;
/** The provider's document is read again after this time, so that changed endpoints are noticed without a restart. */
const FRESH_MS = 60 * 60 * 1000;
const LONGEST_TEXT = 200;

type Metadata = client.ServerMetadata;

/**
 * The OpenID provider of the installation, by the code flow with PKCE. The provider may be down at the start: its
 * document is asked for when it is needed, until it has come. Keys are read at each sign-in, so that the provider may
 * change them at any time.
 */
export class OpenIdProvider {
  private known: { readonly metadata: Metadata; readonly at: number } | undefined;
  private asking: Promise<Metadata> | undefined;
  private logoutTokens: LogoutTokens | undefined;

  /** @param origin the installation's own address, such as `https://samspill.example.no` */
  constructor(
    private readonly settings: OidcEnvironment,
    private readonly origin: string,
    private readonly clock: Clock,
  ) {}

  get name(): string {
    return this.settings.name;
  }

  get issuer(): string {
    return this.settings.issuer;
  }

  /** Whether the provider's document is known, or can be read now. */
  async isAvailable(): Promise<boolean> {
    return this.metadata().then(
      () => true,
      () => false,
    );
  }

  /**
   * Begins a sign-in. In a confirmation the person authenticates again, also where the provider still knows
   * them, and at the level that sensitive operations demand.
   * @returns the address at the provider, and what the browser must bring back
   * @throws SignInFailed when the provider does not answer
   */
  async begin({ isConfirmation = false } = {}): Promise<{ readonly url: URL; readonly pending: PendingSignIn }> {
    const pending = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier: client.randomPKCECodeVerifier(),
      ...(isConfirmation && { renewedSince: secondsOf(this.clock.now()) }),
    };
    const { scopes } = this.settings;
    const acr = this.levels(isConfirmation);
    const configuration = await this.configuration();
    const parameters = {
      redirect_uri: `${this.origin}${CALLBACK_PATH}`,
      scope: scopes,
      state: pending.state,
      nonce: pending.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(pending.verifier),
      code_challenge_method: 'S256',
      ...(acr.length > 0 && { acr_values: acr.join(' ') }),
      // Two ways to say the same: some providers know only one of them.
      ...(isConfirmation && { prompt: 'login', max_age: '0' }),
    };
    const isPushed = configuration.serverMetadata().require_pushed_authorization_requests === true;
    const url = isPushed
      ? await client.buildAuthorizationUrlWithPAR(configuration, parameters).catch((fault: unknown) => {
          throw failureOf(fault);
        })
      : client.buildAuthorizationUrl(configuration, parameters);
    return { url, pending };
  }

  /**
   * Ends a sign-in with the provider's answer: exchanges the code and checks the ID token (signature, issuer, audience,
   * nonce, times, level of assurance, and in a confirmation that the person authenticated again).
   * @param search the query of the callback as the browser sent it, with `?`
   * @throws SignInFailed
   */
  async finish(search: string, { state, nonce, verifier, renewedSince }: PendingSignIn): Promise<ProvenIdentity> {
    const configuration = await this.configuration();
    const answer = new URL(`${this.origin}${CALLBACK_PATH}${search}`);
    const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
    const tokens = await client.authorizationCodeGrant(configuration, answer, checks).catch((fault: unknown) => {
      throw failureOf(fault);
    });
    const claims = tokens.claims();
    if (!claims || tokens.id_token === undefined) throw new SignInFailed('untrusted', 'no ID token');
    const { iss, sub, sid, acr, auth_time: time } = claims;
    const isConfirmation = renewedSince !== undefined;
    if (!reaches(this.levels(isConfirmation), acr)) throw new SignInFailed('level', 'acr');
    const authenticatedAt = this.authenticationTime(time);
    if (isConfirmation && !(authenticatedAt && secondsOf(authenticatedAt) >= renewedSince - CLOCK_TOLERANCE))
      throw new SignInFailed('not-renewed', 'auth_time');
    return {
      issuer: iss,
      subject: sub,
      ...(typeof sid === 'string' && { sid }),
      ...(authenticatedAt && reaches(this.levels(true), acr) && { authenticatedAt }),
      idToken: tokens.id_token,
      profile: await this.profile(configuration, tokens.access_token, claims),
    };
  }

  /**
   * Checks a logout token that arrived over the back channel.
   * @throws SignInFailed `untrusted` for a token that this provider did not make for this installation
   */
  async endedBy(logoutToken: string): Promise<EndedAtProvider> {
    const metadata = await this.metadata();
    this.logoutTokens ??= new LogoutTokens(this.settings.clientId, this.clock);
    return this.logoutTokens.verify(logoutToken, metadata);
  }

  /**
   * The address at which the browser signs out at the provider; undefined when the provider has no such address, or is
   * down.
   */
  async signOutUrl(idToken: string | undefined): Promise<string | undefined> {
    const configuration = await this.configuration().catch(() => undefined);
    if (configuration?.serverMetadata().end_session_endpoint === undefined) return undefined;
    return client.buildEndSessionUrl(configuration, {
      post_logout_redirect_uri: `${this.origin}${SIGNED_OUT_PATH}`,
      ...(idToken !== undefined && { id_token_hint: idToken }),
    }).href;
  }

  /**
   * Accepted levels of assurance; of a confirmation those that sensitive operations demand. Empty when any is accepted.
   */
  private levels(isConfirmation: boolean): readonly string[] {
    const { acr, stepUpAcr } = this.settings;
    return isConfirmation && stepUpAcr.length > 0 ? stepUpAcr : acr;
  }

  /**
   * The claim `auth_time`, never later than now; undefined if it is missing, or further ahead than clocks may differ.
   */
  private authenticationTime(seconds: unknown): Date | undefined {
    const now = this.clock.now();
    if (typeof seconds !== 'number' || !(seconds >= 0 && seconds <= secondsOf(now) + CLOCK_TOLERANCE)) return undefined;
    return new Date(Math.min(seconds * 1000, now.getTime()));
  }

  /** Name and mail address from the ID token, or from the user info where that lacks them. */
  private async profile(
    configuration: client.Configuration,
    accessToken: string,
    claims: client.IDToken,
  ): Promise<Profile> {
    const own = profileIn(claims);
    if ((own.name !== null && own.email !== null) || configuration.serverMetadata().userinfo_endpoint === undefined)
      return own;
    // Without the user info, the coordinator sees fewer details: no reason to refuse the sign-in.
    const more = await client.fetchUserInfo(configuration, accessToken, claims.sub).catch(() => undefined);
    if (!more) return own;
    const { name, email } = profileIn(more);
    return { name: own.name ?? name, email: own.email ?? email };
  }

  /**
   * A configuration with the difference between the injected clock and the machine's, and without remembered keys: the
   * library holds both in it.
   */
  private async configuration(): Promise<client.Configuration> {
    const metadata = await this.metadata();
    const { clientId, credentials } = this.settings;
    const configuration = new client.Configuration(
      metadata,
      clientId,
      {
        [client.clockSkew]: Math.round((this.clock.now().getTime() - machineTime()) / 1000),
        [client.clockTolerance]: CLOCK_TOLERANCE,
      },
      await credentialsOf(credentials, metadata),
    );
    configuration.timeout = TIMEOUT_SECONDS;
    client.enableNonRepudiationChecks(configuration);
    if (this.isOnThisMachine) client.allowInsecureRequests(configuration);
    return configuration;
  }

  private async metadata(): Promise<Metadata> {
    if (this.known && performance.now() - this.known.at < FRESH_MS) return this.known.metadata;
    this.asking ??= this.discover().finally(() => (this.asking = undefined));
    try {
      return await this.asking;
    } catch (fault) {
      if (this.known) return this.known.metadata;
      throw failureOf(fault);
    }
  }

  private async discover(): Promise<Metadata> {
    const { issuer, clientId } = this.settings;
    const execute = this.isOnThisMachine ? [client.allowInsecureRequests] : [];
    const found = await client.discovery(new URL(issuer), clientId, undefined, undefined, {
      timeout: TIMEOUT_SECONDS,
      execute,
    });
    const metadata = found.serverMetadata();
    this.known = { metadata, at: performance.now() };
    return metadata;
  }

  private get isOnThisMachine(): boolean {
    return this.settings.issuer.startsWith('http:') && isSecureEnough(this.settings.issuer);
  }
}

/** The time that the library reads, in ms. */
const machineTime = (): number => performance.timeOrigin + performance.now();

const secondsOf = (moment: Date): number => Math.floor(moment.getTime() / 1000);

const reaches = (levels: readonly string[], acr: unknown): boolean =>
  levels.length === 0 || (typeof acr === 'string' && levels.includes(acr));

function profileIn(claims: Readonly<Record<string, unknown>>): Profile {
  const text = (value: unknown) => {
    const shown = typeof value === 'string' ? value.replaceAll(/\p{Cc}+/gu, ' ').trim() : '';
    return shown === '' || shown.length > LONGEST_TEXT ? null : shown;
  };
  const whole = [claims['given_name'], claims['family_name']].map(text).filter((part) => part !== null);
  return { name: text(claims['name']) ?? (whole.length > 0 ? whole.join(' ') : null), email: text(claims['email']) };
}
