import { createRequire } from 'node:module';

// Widened to a string on purpose: the compiler follows a literal into the package's own TypeScript sources,
// which our options refuse. The interface is what we use of it.
const parserFile: string = 'adaptivecards/dist/adaptivecards.js';

interface PublicParser {
  readonly AdaptiveCard: new () => {
    parse(payload: object, context: object): void;
    validateProperties(): { readonly validationEvents: readonly { readonly message: string }[] };
  };
  readonly SerializationContext: new (
    version: object,
  ) => { readonly eventCount: number; getEventAt(at: number): { readonly message: string } };
  readonly Versions: { readonly v1_5: object };
}

const { AdaptiveCard, SerializationContext, Versions }: PublicParser = createRequire(import.meta.url)(
  parserFile,
);

/** A chart that Teams draws stands in for what every other client shows: that it is not known is what its fallback is for. */
const isKnownGap = (complaint: string) =>
  /^Unknown element type "Chart\.\w+"\. Fallback will be used/.test(complaint);

/** What the public Adaptive Cards parser says of a card when it is held to version 1.5. */
export function complaints(payload: object): string[] {
  const context = new SerializationContext(Versions.v1_5);
  const card = new AdaptiveCard();
  card.parse(payload, context);
  const parsing = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message);
  return [
    ...parsing.filter((one) => !isKnownGap(one)),
    ...card.validateProperties().validationEvents.map((event) => event.message),
  ];
}
