/** What the HTTP side of an installation is told once, at composition. */
export interface HttpOptions {
  /** `https://samspill.example.no` where a proxy stands in front; else the `Host` header says where we are. */
  readonly origin?: string;
  /** True where the browser reaches us by https: HSTS and `Secure` cookies. */
  readonly secure: boolean;
  /** How long a question with `?after=` waits for the read models. */
  readonly freshWithinMs: number;
  /** Largest body, in bytes. */
  readonly bodyLimit: number;
  /** A request whose body stops coming for so long is ended. */
  readonly bodyIdleMs: number;
  /** So many connections at a time; the longest idle gives way to one more. As many as the process may open, where it is not given. */
  readonly mostConnections?: number;
  /** Every refused right takes at least so long: the time must not tell whether something exists. */
  readonly refusalFloorMs: number;
  /** Folder of the built pages; not given where only the API is served. */
  readonly pages?: string;
}
export const HTTP_OPTIONS = Symbol('HttpOptions');

export const DEFAULT_HTTP_OPTIONS: HttpOptions = {
  secure: false,
  freshWithinMs: 5000,
  bodyLimit: 512 * 1024,
  bodyIdleMs: 20_000,
  refusalFloorMs: 10,
};
