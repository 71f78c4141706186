/** What all messages of this process have in common: the pace they keep, and its share of the tenant's quota. */
import { createPace, type Pace } from './delivery/pace.ts';
import { startQuota } from './delivery/quota.ts';
import { realTimers, type Timers } from './delivery/timers.ts';
import type { Academy } from './open-academy.ts';
import type { CallWatch } from './teams/outbound.ts';

export interface Sending {
  readonly pace: Pace;
  /** Told of the calls to Teams that wait for no turn. */
  readonly answers: CallWatch;
  stop(): Promise<void>;
}

/** Teams takes 50 messages a second from one app in one tenant; some room is left for what it counts otherwise. */
const usualPerSecond = 45;
/** The Playground has no limits, and moving the clock by a year means many messages at once. */
const unlimited = 100_000;

/** `owner` names this process; `sends` says whether it has a worker, or only answers. */
export function startSending(
  academy: Academy,
  owner: string,
  sends: boolean,
  paceTimers: Timers = realTimers,
): Sending {
  const { config, clock, log, ports } = academy;
  const perSecond = config.messagesPerSecond ?? (config.identity === null ? null : usualPerSecond);
  if (perSecond === null) {
    const pace = createPace({ timers: paceTimers, perSecond: unlimited, perConversation: false });
    return { pace, answers: { called() {}, refused() {} }, stop: async () => {} };
  }
  const onHeld = (milliseconds: number) => log.warn('delivery.held-back', { milliseconds });
  const pace = createPace({ timers: paceTimers, perSecond, onHeld });
  const quota = startQuota({
    heartbeats: ports.heartbeats,
    clock,
    timers: realTimers,
    log,
    owner,
    perSecond,
    sends,
    onShare: pace.limitTo,
  });
  return {
    pace,
    answers: {
      called() {
        pace.sentAnswer();
        quota.sentAnswer();
      },
      refused: () => pace.answerRefused(),
    },
    stop: quota.stop,
  };
}
