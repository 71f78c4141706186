import { createServer } from 'node:net';

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

const portsTried = 200;

/** The first ports from `from` on that nobody on this machine listens on, in ascending order. */
export async function freePorts(from: number, count: number): Promise<readonly number[]> {
  const found: number[] = [];
  for (let port = from; port < from + portsTried && found.length < count; port += 1) {
    if (await isFree(port)) found.push(port);
  }
  return found;
}
