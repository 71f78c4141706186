/**
 * Preloaded into each Playground process. The Playground listens on every network interface, and whoever reaches
 * it acts as its person: here it is kept to this machine, and ended when the bot that started it is gone.
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

process.on('disconnect', () => process.exit(0));
