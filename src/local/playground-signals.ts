/** What a Playground process tells the bot that started it, between `loopback-only.ts` and `playground.ts`. */

/** Sent once the window's own server listens: whoever else answers on the port is not it. */
export const windowListens = 'window-listens';

/** Exit code when the port was taken by somebody else in the meantime. */
export const portTaken = 98;
