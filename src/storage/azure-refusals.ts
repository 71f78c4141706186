/**
 * Azure's codes for a write that met another state of its row. Everything else it refuses is a fault of the
 * set-up; a missing table above all, which shares the status of a missing row.
 */
export const refusals: ReadonlyMap<string, 'exists' | 'changed' | 'gone'> = new Map([
  ['EntityAlreadyExists', 'exists'],
  ['UpdateConditionNotSatisfied', 'changed'],
  ['ConditionNotMet', 'changed'],
  ['ResourceNotFound', 'gone'],
  ['EntityNotFound', 'gone'],
]);
