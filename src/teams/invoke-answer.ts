/** What an invoke is answered with. The HTTP status is always 200: any other shows as "Unable to reach app". */
export interface InvokeAnswer {
  readonly statusCode: 200 | 400;
  readonly type:
    | 'application/vnd.microsoft.card.adaptive'
    | 'application/vnd.microsoft.activity.message'
    | 'application/vnd.microsoft.error';
  readonly value: unknown;
}

/** Replaces the card for the person who pressed its button. Never one that refreshes itself: see the test. */
export function cardAnswer(card: Readonly<Record<string, unknown>>): InvokeAnswer {
  return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card };
}

export function messageAnswer(text: string): InvokeAnswer {
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text };
}

export function errorAnswer(code: string, message: string): InvokeAnswer {
  return { statusCode: 400, type: 'application/vnd.microsoft.error', value: { code, message } };
}
