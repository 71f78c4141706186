/** What all messages of this process have in common: the pace they keep, and its share of the tenant's quota. */
import { createPace, type Pace } from './delivery/pace.ts';
import { startQuota } from './delivery/quota.ts';
import { realTimers } from './delivery/timers.ts';
import type { Academy } from './open-academy.ts';

export interface Sending {
  readonly pace: Pace;
  /** Told of every call to Teams that waits for no turn. */
  readonly countCall: () => void;
  stop(): Promise<void>;
}

/** Teams takes 50 messages a second from one app in one tenant; some room is left for what it counts otherwise. */
const usualPerSecond = 45;
/** The Playground has no limits, and moving the clock by a year means many messages at once. */
const unlimited = 100_000;

/** `owner` names this process; `sends` says whether it has a worker, or only answers. */
export function startSending(academy: Academy, owner: string, sends: boolean): Sending {
  const { config, clock, log, ports } = academy;
  const timers = realTimers;
  const perSecond = config.messagesPerSecond ?? (config.identity === null ? null : usualPerSecond);
  if (perSecond === null) {
    const pace = createPace({ timers, perSecond: unlimited, perConversation: false });
    return { pace, countCall: () => {}, stop: async () => {} };
  }
  const onHeld = (milliseconds: number) => log.warn('delivery.held-back', { milliseconds });
  const pace = createPace({ timers, perSecond, onHeld });
  const quota = startQuota({
    heartbeats: ports.heartbeats,
    clock,
    timers,
    log,
    owner,
    perSecond,
    sends,
    onShare: pace.limitTo,
  });
  return {
    pace,
    countCall() {
      pace.sentAnswer();
      quota.sentAnswer();
    },
    stop: quota.stop,
  };
}
