/** Teams shows "AI generated" beside a message with this entity (TEAMS §2.5). */
export const aiLabel = {
  type: 'https://schema.org/Message',
  '@type': 'Message',
  '@context': 'https://schema.org',
  additionalType: ['AIGeneratedContent'],
} as const;

/** What the SDK leaves of the label: its serializer knows three fields of an entity and drops the others. */
const remainder = JSON.stringify({ type: aiLabel.type });

/** Puts the label back into a message that the SDK has written out. Text cannot look like it: its quotes are escaped. */
export function withWholeLabel(body: string): string {
  return body.replace(remainder, JSON.stringify(aiLabel));
}
