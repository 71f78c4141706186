/**
 * The part of the SDK's connector client that this product uses. Named here so that the SDK's own types stay in
 * `connection.ts`, and so that leaving the SDK is this folder's work alone.
 */
export interface AttemptOptions {
  readonly abortSignal: AbortSignal;
}

export interface Connector {
  readonly conversations: {
    sendToConversation(
      conversationId: string,
      activity: WireActivity,
      options: AttemptOptions,
    ): Promise<{ readonly id?: string | undefined }>;
    replyToActivity(
      conversationId: string,
      activityId: string,
      activity: WireActivity,
      options: AttemptOptions,
    ): Promise<{ readonly id?: string | undefined }>;
    updateActivity(
      conversationId: string,
      activityId: string,
      activity: WireActivity,
      options: AttemptOptions,
    ): Promise<{ readonly id?: string | undefined }>;
    createConversation(
      parameters: NewConversation,
      options: AttemptOptions,
    ): Promise<{ readonly id?: string | undefined; readonly activityId?: string | undefined }>;
    getConversationMember(
      conversationId: string,
      memberId: string,
      options: AttemptOptions,
    ): Promise<unknown>;
  };
}

/** A message on its way out. */
export interface WireActivity {
  readonly type: 'message';
  readonly id?: string;
  readonly text?: string;
  readonly textFormat?: 'plain';
  readonly summary?: string;
  readonly attachments?: { contentType: string; content: unknown }[];
  readonly replyToId?: string;
  readonly channelData?: Readonly<Record<string, unknown>>;
}

export interface NewConversation {
  readonly isGroup: boolean;
  readonly bot: { readonly id: string };
  readonly members?: { readonly id: string }[];
  readonly tenantId: string;
  readonly channelData: Readonly<Record<string, unknown>>;
  readonly activity?: WireActivity;
}

/** Opens a connector for a service URL that the host list allows. */
export type OpenConnector = (serviceUrl: string) => Promise<Connector>;
