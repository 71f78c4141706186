/**
 * Preloaded into each Playground process, to keep it to what local mode promises. It would listen on every network
 * interface, and whoever reaches it acts as its person; it would write all that is said in its window to a log file,
 * unless it has a terminal. It ends when the bot that started it is gone.
 */
import { Server as HttpServer } from 'node:http';
import net from 'node:net';
import { portTaken, windowListens } from './playground-signals.ts';

type Listen = (this: net.Server, ...given: unknown[]) => net.Server;

const listenAnywhere = net.Server.prototype.listen as Listen;
const listenOnLoopback: Listen = function (port, ...rest) {
  if (typeof port !== 'number' || typeof rest[0] === 'string')
    return listenAnywhere.call(this, port, ...rest);
  // Its way of saying that the port was taken since it was found free: it would go to a random one.
  if (port === 0) process.exit(portTaken);
  if (this instanceof HttpServer) this.once('listening', () => process.send?.(windowListens));
  return listenAnywhere.call(this, port, '127.0.0.1', ...rest);
};
net.Server.prototype.listen = listenOnLoopback as typeof net.Server.prototype.listen;

Object.defineProperty(process.stdout, 'isTTY', { value: true });

process.on('disconnect', () => process.exit(0));
