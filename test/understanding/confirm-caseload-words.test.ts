import { describe, expect, it } from 'vitest';
import { taskRequest } from '../../src/understanding/task-words.ts';

describe('confirming a caseload, as it is typed', () => {
  it.each([
    "confirm Amara's caseload",
    'please confirm the caseload of Ben',
    'confirm caseloads',
    'I’d like to confirm caseloads for the team',
  ])('“%s” asks for the form', (text) => {
    expect(taskRequest(text)).toBe('confirm-caseload');
  });

  it.each([
    'I can confirm my caseload is 14',
    'confirm caseload 14',
    "Amara's caseload is 14",
    'who confirms caseloads?',
    'how do I confirm a caseload',
    'confirm my place',
    'caseload',
  ])('“%s” does not', (text) => {
    expect(taskRequest(text)).not.toBe('confirm-caseload');
  });
});
