const looksEveryMilliseconds = 500;
/** As it was when the process began: whoever ends while the bot is starting has ended, too. */
const parent = process.ppid;

/**
 * Tells once that the process which started this one has ended. npm passes SIGTERM to the shell that it runs a script
 * in, and that shell ends without passing it on: a bot under it hears nothing and would stay behind.
 */
export function whenParentEnded(tell: () => void): void {
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    tell();
  }, looksEveryMilliseconds);
  timer.unref();
}
