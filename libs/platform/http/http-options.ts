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
  /** Folder of the built pages; not given where only the API is served. */
  readonly pages?: string;
}
export const HTTP_OPTIONS = Symbol('HttpOptions');

export const DEFAULT_HTTP_OPTIONS: HttpOptions = { secure: false, freshWithinMs: 5000, bodyLimit: 512 * 1024 };
