/**
 * Preloaded into each Playground process, to keep it to what local mode promises. It would listen on every network
 * interface, and whoever reaches it acts as its person; it would write all that is said in its window to a log file,
 * unless it has a terminal. It ends when the bot that started it is gone.
 */
import net from 'node:net';

type Listen = (this: net.Server, ...given: unknown[]) => net.Server;

const listenAnywhere = net.Server.prototype.listen as Listen;
const listenOnLoopback: Listen = function (port, ...rest) {
  const namesOnlyAPort = typeof port === 'number' && typeof rest[0] !== 'string';
  return namesOnlyAPort
    ? listenAnywhere.call(this, port, '127.0.0.1', ...rest)
    : listenAnywhere.call(this, port, ...rest);
};
net.Server.prototype.listen = listenOnLoopback as typeof net.Server.prototype.listen;

Object.defineProperty(process.stdout, 'isTTY', { value: true });

process.on('disconnect', () => process.exit(0));
