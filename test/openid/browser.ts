/** A browser as far as sign-in needs one: keeps cookies for each origin and path, and follows redirects. */
export class Browser {
  private readonly jar = new Map<string, { readonly value: string; readonly path: string }>();

  /** Every address that was visited, the last one last. */
  readonly visited: string[] = [];

  async get(address: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return this.follow(address, { headers });
  }

  async post(address: string, form: Readonly<Record<string, string>>): Promise<Response> {
    return this.follow(address, { method: 'POST', body: new URLSearchParams(form) });
  }

  /** Sends JSON as the pages do. */
  async send(method: string, address: string, body?: unknown): Promise<Response> {
    const headers = { origin: new URL(address).origin, 'sec-fetch-site': 'same-origin' };
    const json = body !== undefined && { 'content-type': 'application/json' };
    return this.once(address, {
      method,
      headers: { ...headers, ...json },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }

  /** One request, without following its redirect. */
  async once(address: string, init: RequestInit = {}): Promise<Response> {
    const { origin, pathname } = new URL(address);
    const cookie = [...this.jar]
      .filter(([key, { path }]) => key.startsWith(`${origin} `) && isBelow(pathname, path))
      .map(([key, { value }]) => `${key.slice(origin.length + 1)}=${value}`)
      .join('; ');
    const headers = new Headers(init.headers);
    if (cookie !== '') headers.set('cookie', cookie);
    this.visited.push(address);
    const response = await fetch(address, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) this.keep(origin, line);
    return response;
  }

  /** Copies the cookies of another browser, as a thief of them would. */
  copyOf(other: Browser): this {
    for (const [key, value] of other.jar) this.jar.set(key, value);
    return this;
  }

  cookieNames(origin: string): readonly string[] {
    return [...this.jar.keys()]
      .filter((key) => key.startsWith(`${origin} `))
      .map((key) => key.slice(origin.length + 1));
  }

  private async follow(address: string, init: RequestInit): Promise<Response> {
    let response = await this.once(address, init);
    let at = address;
    for (let hops = 0; response.status >= 300 && response.status < 400 && hops < 10; hops += 1) {
      at = new URL(response.headers.get('location')!, at).href;
      response = await this.once(at);
    }
    return response;
  }

  private keep(origin: string, line: string): void {
    const [pair, ...attributes] = line.split(';').map((part) => part.trim());
    const [name, ...value] = pair!.split('=');
    const attribute = (wanted: string) =>
      attributes.find((it) => it.toLowerCase().startsWith(`${wanted}=`))?.slice(wanted.length + 1);
    const key = `${origin} ${name!}`;
    const expires = attribute('expires');
    const isOver = attribute('max-age') === '0' || (expires !== undefined && new Date(expires).getTime() <= 0);
    if (isOver) this.jar.delete(key);
    else this.jar.set(key, { value: value.join('='), path: attribute('path') ?? '/' });
  }
}

const isBelow = (path: string, folder: string): boolean =>
  folder === '/' || path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
