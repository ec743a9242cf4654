import { createServer, request as ask, type Server } from 'node:http';
import { listen, shut } from './provider.js';

/** An address that is known before the application behind it listens: the provider is told it first. */
export class ReverseProxy {
  private target: URL | undefined;

  private constructor(
    private readonly server: Server,
    readonly origin: string,
  ) {}

  static async start(): Promise<ReverseProxy> {
    const server = createServer();
    const proxy = new ReverseProxy(server, `http://127.0.0.1:${await listen(server)}`);
    server.on('request', (request, response) => {
      const { method, headers, url: path } = request;
      const { hostname: host, port } = proxy.target!;
      const passed = ask({ host, port, method, path, headers }, (answer) => {
        response.writeHead(answer.statusCode!, answer.headers);
        answer.pipe(response);
      });
      passed.on('error', () => response.destroy());
      request.pipe(passed);
    });
    return proxy;
  }

  /** @param address where the application listens */
  forwardTo(address: string): void {
    this.target = new URL(address);
  }

  close(): Promise<void> {
    return shut(this.server);
  }
}
