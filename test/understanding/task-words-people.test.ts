import { describe, expect, it } from 'vitest';
import { enrolmentAsked } from '../../src/understanding/enrolment-words.ts';
import { taskRequest } from '../../src/understanding/task-words.ts';

const typed = `
cover for Amara                                 | cover
who covers me?                                  | cover
who is covering for me next week                | cover
arrange cover while I'm on leave                | cover
please arrange cover for my leave               | cover
end the cover                                   | cover
who covers for my senior prac                   |
need a duty worker to cover my visit            |
who covers the academy when helen is off        |
what does the induction cover                   |
does case supervision cover the child's plan    |
record the handover for Amara                   | handover
handover held                                   | handover
handover Amara to Owen                          |
handover for amara                              | handover
the handover of Amara Okoro                     | handover
handover of Amara to Owen                       |
handover for the court case of Amara on Monday  |
extend Amara's programme                        | enrolment extend
extension for Amara                             | enrolment extend
extend my ASYE                                  |
can my year be extended                         |
extend the deadline                             |
Tom has left                                    | enrolment leave
Amara is leaving on 30 November                 | enrolment leave
I am leaving                                    |
how many NQSWs have left                        |
withdraw Amara from the programme               | enrolment leave
take Ben off the programme                      | enrolment leave
withdraw my request from the team manager       |
the child has left home                         |
Priya returns on 1 February                     | enrolment return
Amara is coming back on Monday                  | enrolment return
Ben has completed the programme                 | enrolment complete
Nia started her programme                       | enrolment start
change Amara's enrolment                        | enrolment any
Amara's review                                  |
`
  .trim()
  .split('\n')
  .map((line) => line.split('|').map((part) => part.trim()));

describe('cover, handover and enrolment, as they are typed', () => {
  it.each(typed)('%s → %s', (text = '', wanted = '') => {
    const [form, step] = wanted.split(' ');
    expect(taskRequest(text)).toBe(form === '' ? undefined : form);
    if (form === 'enrolment') expect(enrolmentAsked(text)).toBe(step);
  });
});
