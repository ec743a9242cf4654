/** Options of the HTTP part of an installation, set once at composition. */
export interface HttpOptions {
  /** `https://samspill.example.no`, the public origin behind a proxy; otherwise the `Host` header gives it. */
  readonly origin?: string;
  /** Addresses and networks of proxies whose `X-Forwarded-For` is believed; none if empty. */
  readonly trustedProxies: readonly string[];
  /** True when browsers connect by https: enables HSTS and `Secure` cookies. */
  readonly secure: boolean;
  /** Time limit of a query's wait for `?after=`, in ms. */
  readonly freshWithinMs: number;
  /** Largest body, in bytes. */
  readonly bodyLimit: number;
  /** A request whose body sends nothing for this long is ended, in ms. */
  readonly bodyIdleMs: number;
  /** Most connections at a time; a new one replaces the longest idle. If undefined, as many as the process may open. */
  readonly mostConnections?: number;
  /** Shortest time of a refused right, in ms: the time must not reveal whether something exists. */
  readonly refusalFloorMs: number;
  /** `mailto:` or `https:` address for reports about weaknesses, for `security.txt`. */
  readonly securityContact?: string;
  /** Folder of the built pages; undefined to serve only the API. */
  readonly pages?: string;
}
export const HTTP_OPTIONS = Symbol('HttpOptions');

export const DEFAULT_HTTP_OPTIONS: HttpOptions = {
  secure: false,
  trustedProxies: [],
  freshWithinMs: 5000,
  bodyLimit: 512 * 1024,
  bodyIdleMs: 20_000,
  refusalFloorMs: 10,
};
