import { describe, expect, it } from 'vitest';
import { readLink } from '../../src/services/document-link.ts';
import { preset } from '../academy/support/luton.ts';

const luton = await preset('luton');
const ownStore = {
  ...luton,
  moveTeam: { ...luton.moveTeam, documentHosts: ['luton.sharepoint.example.org'] },
};

describe('the link to a document in the council’s own store', () => {
  it.each([
    'https://documents.example.org/plans/2026-014',
    'https://luton.sharepoint.example.org/:w:/s/Academy/EdXk3aBcd12345678901234567890?e=abc123',
    'https://luton.sharepoint.example.org/:w:/r/sites/Academy/_layouts/15/Doc.aspx?sourcedoc=%7B0A1C2D3E-4F50-6171-8283-94A5B6C7D8E9%7D&file=Support%20plan.docx',
    '  https://documents.example.org/support-plan  ',
  ])('takes %s', (typed) => {
    expect(readLink(luton, typed)).toEqual({ ok: true, link: typed.trim() });
  });

  it.each([
    ['', 'Paste the link'],
    ['plan.docx', 'beginning with https://'],
    ['http://documents.example.org/plan', 'beginning with https://'],
    ['javascript:alert(1)', 'beginning with https://'],
    ['https://', 'beginning with https://'],
    ['https://somebody:secret@documents/plan', 'user name and password'],
    [`https://documents.example.org/${'plan/'.repeat(90)}`, 'shorter link'],
  ])('refuses “%s” and keeps it to be mended', (typed, reason) => {
    expect(readLink(luton, typed)).toMatchObject({
      ok: false,
      keep: true,
      error: expect.stringContaining(reason),
    });
  });

  it.each([
    'https://documents.example.org/plans/J.S.-DOB-12/03/2015',
    'https://documents.example.org/LCS%201234567/plan',
    'https://documents.example.org/amara.okoro@example.org/plan',
  ])('refuses %s, which may point to a person, and keeps nothing of it', (typed) => {
    expect(readLink(luton, typed)).toMatchObject({ ok: false, keep: false });
  });

  it('keeps to the hosts that the council names', () => {
    expect(readLink(ownStore, 'https://luton.sharepoint.example.org/plan').ok).toBe(true);
    for (const other of [
      'https://evil.example.org/plan',
      'https://luton.sharepoint.example.org.evil.example.org/plan',
    ]) {
      const reading = readLink(ownStore, other);
      expect(reading).toMatchObject({
        ok: false,
        error: expect.stringContaining('luton.sharepoint.example.org'),
      });
    }
  });
});
