import { spawn } from 'node:child_process';

/** Accepts every mail and keeps none; in a process of its own, so that it shares no memory with what is measured. */
const SERVER = `
require('node:net').createServer((socket) => {
  let inData = false, rest = '';
  socket.setNoDelay(true);
  socket.on('error', () => undefined);
  socket.write('220 sink\\r\\n');
  socket.on('data', (chunk) => {
    rest += chunk.toString('latin1');
    for (;;) {
      if (inData) {
        const end = rest.indexOf('\\r\\n.\\r\\n');
        if (end < 0) { rest = rest.slice(-4); return; }
        rest = rest.slice(end + 5); inData = false; socket.write('250 taken\\r\\n');
      }
      const line = rest.indexOf('\\r\\n');
      if (line < 0) return;
      const command = rest.slice(0, 4).toUpperCase();
      rest = rest.slice(line + 2);
      if (command === 'DATA') { inData = true; socket.write('354 go on\\r\\n'); }
      else if (command === 'QUIT') socket.end('221 bye\\r\\n');
      else socket.write('250 ok\\r\\n');
    }
  });
}).listen(0, '127.0.0.1', function () { process.stdout.write(String(this.address().port) + '\\n'); });`;

export interface MailSink {
  readonly port: number;
  stop(): void;
}

export async function startMailSink(): Promise<MailSink> {
  const child = spawn(process.execPath, ['-e', SERVER], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.stdout.once('data', (text: Buffer) => resolve(Number(text.toString())));
  });
  return { port, stop: () => void child.kill() };
}
