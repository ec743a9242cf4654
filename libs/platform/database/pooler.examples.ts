import { createServer, type AddressInfo, type Socket } from 'node:net';
import { Client } from 'pg';

// A pooler as small as it can be: one session of the server, handed to its clients transaction by transaction, as
// PgBouncer does in transaction mode (named statements, LISTEN and settings of one client then meet those of another).

export interface TransactionPooler {
  /** Connection string by way of the pooler. */
  readonly url: string;
  close(): Promise<void>;
}

interface PoolerOptions {
  /** As PgBouncer does unless it is told to leave them out. */
  readonly refusesOptions?: boolean;
}

const SSL_REQUEST = 80_877_103;
const TERMINATE = 'X'.charCodeAt(0);
const READY = 'Z'.charCodeAt(0);
const OUTSIDE_TRANSACTION = 'I'.charCodeAt(0);

export async function openTransactionPooler(
  serverUrl: string,
  { refusesOptions = false }: PoolerOptions = {},
): Promise<TransactionPooler> {
  const session = new Client(serverUrl);
  // It is closed without a farewell below.
  session.on('error', () => undefined);
  await session.connect();
  const { stream: server } = (session as unknown as { connection: { stream: Socket } }).connection;
  server.removeAllListeners('data');
  let holder: Socket | undefined;
  const waiting: { readonly socket: Socket; readonly message: Buffer }[] = [];
  const serve = () => {
    while (waiting.length > 0) {
      const next = waiting.findIndex(({ socket }) => holder === undefined || holder === socket);
      if (next < 0) return;
      const [{ socket, message }] = waiting.splice(next, 1) as [(typeof waiting)[number]];
      holder = socket;
      server.write(message);
    }
  };
  const ofServer = messages(false, (message) => {
    holder?.write(message);
    if (message[0] !== READY || message[5] !== OUTSIDE_TRANSACTION) return;
    holder = undefined;
    serve();
  });
  server.on('data', ofServer);

  const sockets = new Set<Socket>();
  const listener = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    const ofClient = messages(true, (message, isStartUp) => {
      if (isStartUp && message.readInt32BE(4) === SSL_REQUEST) return void socket.write('N');
      if (isStartUp && refusesOptions && message.includes('options\0')) return void socket.end(REFUSAL);
      if (isStartUp) return void socket.write(WELCOME);
      if (message[0] === TERMINATE) return void socket.end();
      waiting.push({ socket, message });
      serve();
    });
    socket.on('data', ofClient);
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const url = new URL(serverUrl);
  url.host = `127.0.0.1:${(listener.address() as AddressInfo).port}`;
  return {
    url: url.href,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => listener.close(resolve));
      server.destroy();
    },
  };
}

/** Cuts a stream into messages of the protocol; the first of a client has no type. */
function messages(begins: boolean, take: (message: Buffer, isStartUp: boolean) => void) {
  let rest = Buffer.alloc(0);
  let isStartUp = begins;
  return (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const type = isStartUp ? 0 : 1;
      if (rest.length < type + 4) return;
      const length = type + rest.readInt32BE(type);
      if (rest.length < length) return;
      const message = Buffer.from(rest.subarray(0, length));
      rest = Buffer.from(rest.subarray(length));
      const first = isStartUp;
      if (first && message.readInt32BE(4) !== SSL_REQUEST) isStartUp = false;
      take(message, first);
    }
  };
}

const message = (type: string, body: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(type), length, body]);
};

const AUTHENTICATED = message('R', Buffer.alloc(4));
/** Process id and key for cancelling, which a pooler makes up. */
const KEY = message('K', Buffer.alloc(8, 1));
const WELCOME = Buffer.concat([AUTHENTICATED, KEY, message('Z', Buffer.from('I'))]);
const REFUSAL = message('E', Buffer.from('SFATAL\0VFATAL\0C08P01\0Munsupported startup parameter: options\0\0'));
