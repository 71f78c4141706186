import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findIdentifier, type IdentifierKind } from '../../src/academy/identifier-guard.ts';

const refused: readonly (readonly [text: string, kind: IdentifierKind])[] = [
  ['Discussed J.S., DOB 12/03/2015, LCS 1234567', 'date-of-birth'],
  ['Discussed J.S. at length', 'initials'],
  ['Discussed J.S', 'initials'],
  ['Visit J. S. again', 'initials'],
  ['Talk to A.B.C. about contact', 'initials'],
  ['Visit for child JS next week', 'initials'],
  ['client KT to be seen', 'initials'],
  ['initials: MB', 'initials'],
  ['d.o.b. unknown', 'date-of-birth'],
  ['date of birth to be checked', 'date-of-birth'],
  ['born in Luton', 'date-of-birth'],
  ['12/03/2015', 'date-of-birth'],
  ['Seen on 12/03/2015', 'date-of-birth'],
  ['Assessment, 4-6-19', 'date-of-birth'],
  ['2016-04-02 assessment', 'date-of-birth'],
  ['the one from 12th March 2015', 'date-of-birth'],
  ['Update LCS 1234567', 'case-number'],
  ['lcs no. 4521', 'case-number'],
  ['lcs4521', 'case-number'],
  ['Mosaic ID: 88213', 'case-number'],
  ['case number 4412', 'case-number'],
  ['Liquidlogic ref AB-99812', 'case-number'],
  ['Ask about 7781234', 'long-number'],
  ['NHS number 943', 'nhs-number'],
  ['943 476 5919', 'nhs-number'],
  ['UPN A123456789012', 'pupil-number'],
  ['H801200001001', 'pupil-number'],
  ['Ring 07700 900123', 'phone-number'],
  ['Ring +44 7700 900123', 'phone-number'],
  ['Ring 01632 960 001', 'phone-number'],
  ['Visit LU1 2BQ', 'postcode'],
  ['visit lu12bq', 'postcode'],
  ['Letter to SW1A 1AA', 'postcode'],
  ['Visit 14 Acacia Avenue', 'address'],
  ['Write to someone.else@example.org', 'e-mail'],
  ['child: Tyler', 'named-child'],
  ['Child’s name: Tyler', 'named-child'],
  ['See child called Tyler', 'named-child'],
  ['Home visit with mum Sarah', 'named-child'],
  ['Plan for baby Leo', 'named-child'],
  ['Ring Tyler’s mum', 'named-child'],
  ["Ring Tyler's dad", 'named-child'],
  ['Direct work with the 6 year old', 'age'],
  ['Direct work with the six-year-old', 'age'],
  ['boy aged 7', 'age'],
  ['DOB12/03/2015', 'date-of-birth'],
  ['12 03 2015', 'date-of-birth'],
  ['baby, 14/03/2026', 'date-of-birth'],
  ['lcs id 12 34 567', 'case-number'],
  ['visit 22 high street', 'address'],
  ['Ring JS’s mum', 'initials'],
  ['Discussed JS and the plan', 'initials'],
  ['Call mum (Sarah) back', 'named-child'],
  ['Sarah (mum) wants contact', 'named-child'],
  ['direct work with a boy of 6', 'age'],
  ['Ｊ．Ｓ． in full-width letters', 'initials'],
  ['LCS 123\u200B4567', 'case-number'],
  ['Visit J.\u200BS. again', 'initials'],
  ['Visit LU1  2BQ', 'postcode'],
  ['Over lunch, direct work with the 6 year old', 'age'],
];

const kept: readonly string[] = [
  'Book on court skills training by 5 December',
  'Shadow a strategy meeting in w/c 3 Nov',
  'Read the Luton Practice Framework before the next session',
  'Arrange a visit to the family court with the IRO',
  'Complete the CRL for part 2 by 05/12/2026',
  'Finish the portfolio by Monday 7 December 2026',
  'Send the draft statement to the TM before 3 Nov 2026',
  'Meet on Tue 12 Jan 2027 at 10:00',
  'Book 3 days of study leave between 1 March 2027 and 5 March 2027',
  'Attend Child Protection conference training',
  'Read up on Child in Need plans and the Children Act 1989',
  'Observe a Child Protection conference with another social worker',
  'Join the Child Sexual Exploitation workshop',
  'Read Working Together 2023, chapter 3',
  'Use the reflective supervision template for every case discussion',
  'Ask the Senior Practitioner, e.g. about chronologies, i.e. how long they should be',
  'Practise writing analysis for section 47 enquiries',
  'Spend half a day a week (10%) on the PDP',
  'Talk to HR about the 37 hour contract',
  'Agree a plan B. Agree who leads it',
  'Review 30/11/2026',
  'Training 4 December 2026',
  'Record 24 hours of study this month',
  'Discussed QA and the CP process',
  'Build a three-year road map for learning',
  'S.P. to lead the Q.A. audit',
  'Update the chronology on LCS within 5 working days',
  'Record on Liquidlogic within 24 hours',
  'Bring two pieces of work to the action learning set at 2pm',
  'Catch up on 14 open tasks in the work tray',
  'Look at genograms and ecomaps; practise one with the PE',
  'Take annual leave 21-25 December',
  'Review caseload of 15 children with the Team Manager',
  'Prepare for the 6-month review',
  'Ask about the ASYE moderation panel',
  'Learn how family group conferences work',
  'Plan a joint visit with the health visitor',
  'Read about attachment in children under 5 years old',
  'Mother and baby placements: read the guidance',
  'Budget of £250000 explained by the Head of Service',
  'Third session moved to the 2nd week of term',
  'Keep to the 08:00-18:00 working day',
  'Meet with the PE for direct observation 2',
  'Practise explaining PLO to parents',
  'Ask the GP surgery how referrals work',
  'Contact CAMHS about their training offer',
  'Write up direct observation no. 2',
  'Do the e-learning on FGM and DV',
  'Read the U.K. guidance on age assessments',
  'Child A in the training case study is not needed',
  'Discuss Luton’s Practice Framework',
  'Look into the Early Career Standards from 1 April 2027',
  'Draft a letter to all parents of the group',
  'Speak to the Practice Educator on Thursday',
  'Manage time: block out Friday mornings',
  'Meet in room B1 2nd floor',
  'Ring the mother by 14/03/2027',
  '',
];

describe('The identifier guard', () => {
  it.each(refused)('refuses “%s” as %s', (text, kind) => {
    expect(findIdentifier(text)?.kind).toBe(kind);
  });

  it.each(kept)('lets “%s” through', (text) => {
    expect(findIdentifier(text)).toBeNull();
  });

  it('never repeats what was typed', () => {
    for (const [text] of refused) {
      const words = findIdentifier(text)?.words ?? '';
      expect(words).not.toContain(text);
      expect(words).toMatch(/^This looks like .+ These words have not been kept\. /);
    }
  });

  it('finds an identifier wherever it stands in a longer text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...refused), fc.constantFrom(...kept), ([text], around) => {
        expect(findIdentifier(`${around}. ${text}`)).not.toBeNull();
        expect(findIdentifier(`${text}; ${around}`)).not.toBeNull();
      }),
      { seed: 20260907, numRuns: 400 },
    );
  });

  it('stays quick on a long text made to be hard', () => {
    const hard = `${'a. A. '.repeat(400)}${'1 '.repeat(400)}${'Child '.repeat(400)}`;
    const before = performance.now();
    findIdentifier(hard);
    expect(performance.now() - before).toBeLessThan(1000);
  });
});
