import { describe, expect, it } from 'vitest';
import { roles } from '../../src/academy/roles.ts';
import { may, relations, verbs } from '../../src/services/permission.ts';

/*
 * Every cell of verb × role × relation. A row names what is granted; every cell that no row names is refused.
 *
 * verb                      | role                | relations
 */
const granted = `
ask-own-plan               | nqsw                | self
ask-own-nqsws              | senior-practitioner | reflective-supervisor assessor host-manager deputy-manager mentor
ask-own-nqsws              | practice-educator   | reflective-supervisor assessor host-manager deputy-manager mentor
ask-own-nqsws              | team-manager        | reflective-supervisor assessor host-manager deputy-manager mentor
ask-own-nqsws              | deputy-team-manager | reflective-supervisor assessor host-manager deputy-manager mentor
ask-own-nqsws              | mentor              | mentor
ask-own-nqsws              | academy-manager     | academy
record-supervision         | senior-practitioner | reflective-supervisor assessor host-manager deputy-manager
record-supervision         | practice-educator   | reflective-supervisor assessor host-manager deputy-manager
record-supervision         | team-manager        | reflective-supervisor assessor host-manager deputy-manager
record-supervision         | deputy-team-manager | deputy-manager
confirm-record             | nqsw                | self
report-caseload            | nqsw                | self
report-caseload            | senior-practitioner | reflective-supervisor
report-caseload            | practice-educator   | reflective-supervisor
report-caseload            | team-manager        | reflective-supervisor
confirm-caseload           | senior-practitioner | host-manager
confirm-caseload           | practice-educator   | host-manager
confirm-caseload           | team-manager        | host-manager
handle-alert               | academy-manager     | academy
change-settings            | nqsw                | academy
change-settings            | senior-practitioner | academy
change-settings            | practice-educator   | academy
change-settings            | team-manager        | academy
change-settings            | deputy-team-manager | academy
change-settings            | mentor              | academy
change-settings            | academy-manager     | academy
change-settings            | head-of-academy     | academy
answer-reminder            | nqsw                | self
answer-reminder            | senior-practitioner | reflective-supervisor assessor host-manager deputy-manager mentor
answer-reminder            | practice-educator   | reflective-supervisor assessor host-manager deputy-manager mentor
answer-reminder            | team-manager        | reflective-supervisor assessor host-manager deputy-manager mentor
answer-reminder            | deputy-team-manager | reflective-supervisor assessor host-manager deputy-manager mentor
answer-reminder            | mentor              | reflective-supervisor assessor host-manager deputy-manager mentor
answer-reminder            | academy-manager     | academy
answer-reminder            | head-of-academy     | academy
choose-escalation-channel  | academy-manager     | academy
manage-enrolment           | academy-manager     | academy
ask-pause                  | nqsw                | self
follow-pause               | nqsw                | self
follow-pause               | senior-practitioner | assessor host-manager
follow-pause               | practice-educator   | assessor host-manager
follow-pause               | team-manager        | assessor host-manager
follow-pause               | academy-manager     | academy
manage-pause               | academy-manager     | academy
manage-allocation          | academy-manager     | academy
arrange-cover              | senior-practitioner | reflective-supervisor assessor host-manager deputy-manager mentor
arrange-cover              | practice-educator   | reflective-supervisor assessor host-manager deputy-manager mentor
arrange-cover              | team-manager        | reflective-supervisor assessor host-manager deputy-manager mentor
arrange-cover              | deputy-team-manager | reflective-supervisor assessor host-manager deputy-manager mentor
arrange-cover              | mentor              | reflective-supervisor assessor host-manager deputy-manager mentor
arrange-cover              | academy-manager     | academy
record-handover            | senior-practitioner | reflective-supervisor assessor host-manager deputy-manager mentor
record-handover            | practice-educator   | reflective-supervisor assessor host-manager deputy-manager mentor
record-handover            | team-manager        | reflective-supervisor assessor host-manager deputy-manager mentor
record-handover            | deputy-team-manager | reflective-supervisor assessor host-manager deputy-manager mentor
record-handover            | mentor              | reflective-supervisor assessor host-manager deputy-manager mentor
record-handover            | academy-manager     | academy
record-date-held           | senior-practitioner | host-manager
record-date-held           | practice-educator   | host-manager
record-date-held           | team-manager        | host-manager deputy-manager
record-date-held           | deputy-team-manager | deputy-manager
record-attendance          | senior-practitioner | reflective-supervisor assessor host-manager deputy-manager mentor
record-attendance          | practice-educator   | reflective-supervisor assessor host-manager deputy-manager mentor
record-attendance          | team-manager        | reflective-supervisor assessor host-manager deputy-manager mentor
record-attendance          | deputy-team-manager | deputy-manager
record-attendance          | mentor              | mentor
record-attendance          | academy-manager     | academy
attest-attendance          | nqsw                | self
agree-day                  | nqsw                | self
agree-day                  | senior-practitioner | reflective-supervisor assessor host-manager deputy-manager
agree-day                  | practice-educator   | reflective-supervisor assessor host-manager deputy-manager
agree-day                  | team-manager        | reflective-supervisor assessor host-manager deputy-manager
agree-day                  | deputy-team-manager | deputy-manager
book-learning-set          | nqsw                | academy
book-learning-set          | senior-practitioner | academy
book-learning-set          | practice-educator   | academy
book-learning-set          | team-manager        | academy
book-learning-set          | deputy-team-manager | academy
book-learning-set          | mentor              | academy
plan-learning-set          | academy-manager     | academy
lead-learning-set          | academy-manager     | academy
lead-learning-set          | senior-practitioner | facilitator
lead-learning-set          | practice-educator   | facilitator
lead-learning-set          | team-manager        | facilitator
lead-learning-set          | deputy-team-manager | facilitator
lead-learning-set          | mentor              | facilitator
ask-move-request           | nqsw                | self
follow-move-request        | nqsw                | self
follow-move-request        | senior-practitioner | reflective-supervisor host-manager
follow-move-request        | practice-educator   | reflective-supervisor host-manager
follow-move-request        | team-manager        | reflective-supervisor host-manager
follow-move-request        | academy-manager     | academy
follow-move-request        | head-of-academy     | academy
raise-concern              | nqsw                | self
raise-concern              | senior-practitioner | reflective-supervisor assessor
raise-concern              | practice-educator   | reflective-supervisor assessor
raise-concern              | team-manager        | reflective-supervisor assessor
follow-concern             | nqsw                | self
follow-concern             | senior-practitioner | reflective-supervisor assessor host-manager
follow-concern             | practice-educator   | reflective-supervisor assessor host-manager
follow-concern             | team-manager        | reflective-supervisor assessor host-manager
follow-concern             | academy-manager     | academy
follow-concern             | head-of-academy     | academy
ask-person                 | nqsw                | self
answer-question            | senior-practitioner | academy
answer-question            | practice-educator   | academy
answer-question            | team-manager        | academy
answer-question            | deputy-team-manager | academy
answer-question            | mentor              | academy
answer-question            | academy-manager     | academy
record-review              | senior-practitioner | assessor
record-review              | practice-educator   | assessor
record-review              | team-manager        | assessor
correct-review             | senior-practitioner | assessor
correct-review             | practice-educator   | assessor
correct-review             | team-manager        | assessor
correct-review             | academy-manager     | academy
record-observation         | senior-practitioner | reflective-supervisor assessor host-manager
record-observation         | practice-educator   | reflective-supervisor assessor host-manager
record-observation         | team-manager        | reflective-supervisor assessor host-manager
see-assessment             | nqsw                | self
see-assessment             | senior-practitioner | assessor
see-assessment             | practice-educator   | assessor
see-assessment             | team-manager        | assessor
see-assessment             | academy-manager     | academy
mark-evidence              | nqsw                | self
mark-evidence              | senior-practitioner | assessor
mark-evidence              | practice-educator   | assessor
mark-evidence              | team-manager        | assessor
recommend-outcome          | senior-practitioner | assessor
recommend-outcome          | practice-educator   | assessor
recommend-outcome          | team-manager        | assessor
decide-outcome             | panel-member        | academy
decide-outcome             | academy-manager     | academy
record-appeal              | academy-manager     | academy
control-sending            | academy-manager     | academy
see-delivery               | academy-manager     | academy
see-academy                | academy-manager     | academy
see-induction              | nqsw                | self
see-induction              | senior-practitioner | reflective-supervisor
see-induction              | practice-educator   | reflective-supervisor
see-induction              | team-manager        | reflective-supervisor
see-induction              | academy-manager     | academy
cover-induction            | senior-practitioner | reflective-supervisor
cover-induction            | practice-educator   | reflective-supervisor
cover-induction            | team-manager        | reflective-supervisor
answer-probation           | senior-practitioner | host-manager
answer-probation           | practice-educator   | host-manager
answer-probation           | team-manager        | host-manager
log-audit                  | senior-practitioner | reflective-supervisor assessor
log-audit                  | practice-educator   | reflective-supervisor assessor
log-audit                  | team-manager        | reflective-supervisor assessor
log-audit                  | academy-manager     | academy
see-exit                   | nqsw                | self
see-exit                   | senior-practitioner | reflective-supervisor assessor host-manager
see-exit                   | practice-educator   | reflective-supervisor assessor host-manager
see-exit                   | team-manager        | reflective-supervisor assessor host-manager
see-exit                   | academy-manager     | academy
see-chronology             | nqsw                | self
see-chronology             | senior-practitioner | reflective-supervisor assessor
see-chronology             | practice-educator   | reflective-supervisor assessor
see-chronology             | team-manager        | reflective-supervisor assessor
see-chronology             | academy-manager     | academy
decide-cadence             | senior-practitioner | reflective-supervisor assessor host-manager
decide-cadence             | practice-educator   | reflective-supervisor assessor host-manager
decide-cadence             | team-manager        | reflective-supervisor assessor host-manager
attest                     | senior-practitioner | reflective-supervisor assessor host-manager deputy-manager
attest                     | practice-educator   | reflective-supervisor assessor host-manager deputy-manager
attest                     | team-manager        | reflective-supervisor assessor host-manager deputy-manager
attest                     | deputy-team-manager | deputy-manager
log-protected-time         | nqsw                | self
see-protected-time         | senior-practitioner | reflective-supervisor
see-protected-time         | practice-educator   | reflective-supervisor
see-protected-time         | team-manager        | reflective-supervisor
`;

const rows = new Set(
  granted
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [verb = '', role = '', standing = ''] = line.split('|').map((cell) => cell.trim());
      return standing.split(' ').map((relation) => `${verb}|${role}|${relation}`);
    }),
);

const cells = verbs.flatMap((verb) =>
  roles.flatMap((role) => relations.map((relation) => ({ verb, role, relation }))),
);

describe('who may do what', () => {
  it('is decided for every verb, role and relation, and refused wherever the table is silent', () => {
    const wrong = cells.filter(
      ({ verb, role, relation }) => may(verb, [role], [relation]) !== rows.has(`${verb}|${role}|${relation}`),
    );
    expect(wrong).toEqual([]);
    expect(cells).toHaveLength(verbs.length * roles.length * relations.length);
  });

  it('names only cells that exist', () => {
    const all = new Set(cells.map(({ verb, role, relation }) => `${verb}|${role}|${relation}`));
    expect([...rows].filter((row) => !all.has(row))).toEqual([]);
  });

  it('gives a person with two roles what either may do, and no role’s right through another role’s relation', () => {
    expect(may('record-supervision', ['nqsw', 'senior-practitioner'], ['reflective-supervisor'])).toBe(true);
    expect(may('report-caseload', ['nqsw', 'mentor'], ['reflective-supervisor'])).toBe(false);
    expect(may('ask-own-plan', ['academy-manager', 'head-of-academy'], ['self', 'academy'])).toBe(false);
  });

  it('refuses somebody without roles, and everybody without a relation', () => {
    for (const verb of verbs) {
      expect(may(verb, [], relations)).toBe(false);
      expect(may(verb, roles, ['none'])).toBe(false);
      expect(may(verb, roles, [])).toBe(false);
    }
  });
});
