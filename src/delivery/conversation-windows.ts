/** What Teams takes from a bot in one conversation: messages within milliseconds. */
const windows = [
  { most: 7, within: 1_000 },
  { most: 8, within: 2_000 },
  { most: 60, within: 30_000 },
  { most: 1_800, within: 3_600_000 },
] as const;
const longest = 3_600_000;
/** Conversations that nothing was sent to for an hour are forgotten when there are more than so many. */
const mostKept = 5_000;

export interface ConversationWindows {
  /** Milliseconds until the next message to this conversation fits every window. */
  wait(conversation: string, now: number): number;
  sent(conversation: string, now: number): void;
}

export const withoutWindows: ConversationWindows = { wait: () => 0, sent: () => {} };

/** Counts what this process has sent to each conversation; times are milliseconds of its own steady time. */
export function createConversationWindows(): ConversationWindows {
  const sentAt = new Map<string, number[]>();

  function forgetOld(now: number): void {
    for (const [conversation, times] of sentAt) {
      if ((times.at(-1) ?? 0) <= now - longest) sentAt.delete(conversation);
    }
  }

  return {
    wait(conversation, now) {
      const times = sentAt.get(conversation) ?? [];
      const waits = windows.map(({ most, within }) => {
        const first = times.at(-most);
        return first === undefined ? 0 : first + within - now;
      });
      return Math.max(0, ...waits);
    },
    sent(conversation, now) {
      if (sentAt.size > mostKept) forgetOld(now);
      const times = sentAt.get(conversation) ?? [];
      const kept = times.filter((at) => at > now - longest);
      sentAt.set(conversation, [...kept, now]);
    },
  };
}
