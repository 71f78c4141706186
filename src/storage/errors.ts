/** The bounds that both adapters hold a caller to. */
export type StorageLimit =
  | 'key-characters'
  | 'key-length'
  | 'body-not-json'
  | 'body-length'
  | 'schema-number'
  | 'operation-count'
  | 'transaction-size'
  | 'same-row-twice'
  | 'other-partition'
  | 'range-limit'
  | 'payload-characters'
  | 'payload-size'
  | 'visible-too-late'
  | 'lease-length'
  | 'receive-count'
  | 'poison-code';

/** What was asked for can never be stored: a fault of the caller, found before anything was written. */
export class StorageLimitError extends Error {
  override readonly name = 'StorageLimitError';
  readonly code = 'storage-limit';
  readonly limit: StorageLimit;

  constructor(limit: StorageLimit, message: string, options?: ErrorOptions) {
    super(message, options);
    this.limit = limit;
  }
}

/**
 * The store did not answer, or answered that it cannot serve now (every retry used up). Whether a write took
 * effect is unknown; asking again later is right. `reason` is the store's own code, never a key or a value.
 */
export class StorageUnavailableError extends Error {
  override readonly name = 'StorageUnavailableError';
  readonly code = 'storage-unavailable';
  readonly reason: string;

  constructor(reason: string, options?: ErrorOptions) {
    super(`The store cannot be used at present (${reason}).`, options);
    this.reason = reason;
  }
}

/** The store answered and will not do this however often it is asked: rights, a missing table, a damaged file. */
export class StorageRefusedError extends Error {
  override readonly name = 'StorageRefusedError';
  readonly code = 'storage-refused';
  readonly reason: string;

  constructor(reason: string, options?: ErrorOptions) {
    super(`The store refuses to work as it is set up (${reason}).`, options);
    this.reason = reason;
  }
}

/** The connection setting cannot be meant. The message says what to change and never repeats a key. */
export class StorageConfigurationError extends Error {
  override readonly name = 'StorageConfigurationError';
  readonly code = 'storage-configuration';
}
