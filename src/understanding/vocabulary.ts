/**
 * The words people use, gathered into concepts. A question (questions.ts) is written in concepts, so a new spelling
 * or synonym is one word here and nothing else. Phrases are separated by commas, lower case, without apostrophes;
 * the longest phrase that fits wins, plurals in -s and slips of the keyboard are found by themselves.
 *
 * `weight` is how much a concept says about what was meant: it counts for a question that expects it and against
 * one that leaves it unexplained. A `background` concept never counts against anything.
 */
export interface Concept {
  readonly weight: number;
  readonly background?: true;
  readonly words: string;
}

/** What a message can be about. */
const subjects = {
  review: {
    weight: 3,
    words:
      'review, reviews, assessment review, asye review, progress review, review meeting, assessment meeting, reviewed, rspa, rvw, interim assessment, review point, review stage, assessment point, formal review, portfolio review, next assessment, assessment due, assessment date',
  },
  stage: {
    weight: 2,
    words:
      'three month, six month, nine month, twelve month, first review, second review, third review, fourth review, final review, midpoint, mid point, midway, halfway, interim, final, annual',
  },
  supervision: {
    weight: 3,
    words:
      'supervision, supervisions, supo, supos, sup, sups, supe, supes, supv, superv, supvn, spvn, svn, supervision session, supervisory session, supervised, supervising, supervise, 1:1, 1:1s, 121, 121s, one to one, one to ones, one 2 one, 1 to 1, 1 to 1s, 1 2 1, 1 1, 1to1, sup sesh, supo sesh',
  },
  session: {
    weight: 1,
    words: 'session, sessions, meeting, meetings, mtg, catch up, catchup, slot, appointment, appt',
  },
  learningSet: {
    weight: 3,
    words:
      'als, action learning set, action learning sets, action learning, action learning session, action learning group, learning set, learning sets, action set, action sets, als session, als sessions, learning set session, learning group',
  },
  booking: {
    weight: 2,
    words:
      'booking, bookings, booked, booked on, booked onto, booked in, reservation, reservations, signed up, signed up to, signed up for, waiting list, waitlist, wait list, reserved, enrolled, down for',
  },
  places: {
    weight: 2,
    words:
      'place, places, spot, spots, space, spaces, available, availability, free, vacancies left, room on',
  },
  present: {
    weight: 3,
    words:
      'present, presenting, presenter, presentation, presenters, present a case, present my case, bring a case, bring my case, bringing a case, take a case, share a case, presenting slot, presenter slot, presentation slot, take a turn, do the case',
  },
  team: {
    weight: 2,
    words:
      'team, teams, host team, host teams, current team, cin team, assessment team, duty team, safeguarding team, children looked after team, cp team, court team, adolescent team, fostering team, disability team, early help team',
  },
  moveRequest: {
    weight: 4,
    words:
      'move request, move team request, team move request, transfer request, move team, moving team, move teams, moving teams, team move, team transfer, change team, change teams, changing team, changing teams, change of team, change host team, change host teams, switch team, switch teams, switching team, switching teams, swap team, swap teams, swapping team, swapping teams, moving to another team, move to another team, moving to a different team, move to a different team, transfer team, transfer teams, leave my team, leave this team, leave the team, out of this team, out of my team, join another team, join a different team, request to move, request to transfer, request to change team, request to change teams, ask to move, ask to transfer, asked to move, request for a transfer, request for a move, relocate, redeploy, redeployed, internal move, move on my team, team change, team swap, be in this team, be in my team, be on this team, move to a new team, swap to, switch to, transfer to, transfer to another, moved to another, moved to a different, another host team, leave team, to a new team, to another team, to a different team, team transfers, joining another team, different team please, go to another team, go to a different team, be with a different team, work in a different team, work in another team, work for another team, change where i work, change my team, change my host team, switch my team, swap my team, leaving my team, leave my host team, moving host team, moving on to another, not enjoying my team, hate my team, dont like my team, unhappy in my team, not happy in my team, isnt right for me, not the right team, wrong team, apply for a team move, moves between teams, request moving, a transfer, want a transfer, like a transfer, get a transfer, a team transfer, a change of team, a different host team, prefer to be in another, rather be in another, be in another team, be in a different team, swap to the, switch to the, transfer to the, team is right for me, team isnt right, team is not right, team is wrong for me, this team isnt for me, team is not for me',
  },
  otherTeam: {
    weight: 3,
    words:
      'another team, different team, other team, new team, another host team, different host team, change in my team',
  },
  move: {
    weight: 3,
    words: 'move, moving, moved, transfer, transferring, transferred, switch, swap, go to, moves',
  },
  caseload: {
    weight: 3,
    words:
      'caseload, caseloads, case load, case loads, case number, case numbers, case count, number of cases, number of children, number of kids, amount of cases, workload number, cl, how many cases have i, how many cases do i, how many children have i, how many children do i, how many kids have i, how many cases am i, how many children am i',
  },
  children: {
    weight: 2,
    words:
      'cases, children, kids, child, case, young people, kiddies, allocated cases, allocated children, allocations of children, childrens cases',
  },
  cap: {
    weight: 2,
    words:
      'cap, limit, maximum, max, allowed, supposed to have, ceiling, too many, threshold, over 15, meant to have, should i have, should have, can i have, can i hold, allowed to have, allowed to hold, how high, most cases, most children, too high',
  },
  protectedTime: {
    weight: 3,
    words:
      'protected time, protected hours, protected development time, protected learning time, protected study time, protected, study time, study leave, study day, study hours, development time, development hours, learning time, learning hours, reading time, reflection time, cpd, cpd time, cpd hours, 10 percent, ten percent, portfolio time',
  },
  hours: { weight: 1, words: 'hour, hours, hrs, hr, minutes, mins, half a day, half day, full day' },
  concern: {
    weight: 3,
    words:
      'concern, concerns, issue, issues, problem, problems, complaint, complaints, complain, grievance, whistleblow, whistle blow, escalation, escalations, concerned, escalated concerns, escalated, raise something, dispute, bad experience, difficulty with, whistleblowing, whistleblower, whistle blowing, something wrong, somethings wrong, somethings not right, something isnt right, something is wrong, raise it, something serious, bad practice, poor practice, formal complaint, informal complaint, make a complaint, file a complaint, escalate something, escalate this, flag something, raise this, bothering me',
  },
  unhappy: {
    weight: 3,
    words:
      'not happy, unhappy, isnt right, not right, isnt supporting, not supporting, not supportive, unsupported, unsupportive, not supported, worried, worry, worries, keeps cancelling, keep cancelling, keeps cancelled, always cancels, always cancelling, not getting, not getting on, not been getting, havent been getting, isnt giving, not giving, wont give, not listening, isnt listening, doesnt listen, unfair, unfairly, treating me, treats me, treated, let down, falling out, fallen out, fell out, not satisfied, dissatisfied, disagree, disagreement, not fair, keeps changing, doesnt turn up, never turns up, never available, ignoring me, ignores me, dont get on, dont feel supported, not receiving, frustrated, not being supported, how im being supported, no support, lack of support, lacking support, poor support, lack of supervision, not had supervision, havent had supervision, not had any supervision, no one is supporting, rude, bullying me, ignored, overlooked, too high, unmanageable, unreasonable, never has time, has no time, doesnt have time, no time for me, not enough, not good enough support, cancelling on me, let me down, lets me down, letting me down, not following, isnt following, refuses, refusing, wont let me, stopping me, clashing, clash, clashes, personality clash, dont trust, lost trust, blocking, not been given, havent been given, annoyed, annoyed with, fed up with, sick of, unsupportive of, inappropriate, inconsistent, too many cases, too many children, too much work, not getting on in, promised, giving me too many, overloading me, not doing their job, unprofessional, how im being treated, how i am being treated, being treated, how im treated, not enough support, not enough supervision, no proper supervision, keeps giving me, keep giving me, wont stop, keeps ignoring, keeps pushing, puts me down, shouts at me, shouted at me, undermines me, undermining me, unfairly treated, taking advantage, dont think my supervision, good enough, listening to my, nobody is listening, no one is listening, not listening to',
  },
  support: { weight: 2, words: 'support, supporting, supports, supported' },
  function: {
    weight: 3,
    words:
      'practice educator, practice educators, practise educator, practice ed, prac ed, prac educator, pe, pes, educator, assessor, assessors, assessor mentor, senior practitioner, senior practitioners, senior prac, snr prac, snr practitioner, senior pract, senior, sp, sps, reflective supervisor, supervisor, supervisors, team manager, team managers, tm, tms, manager, managers, line manager, my boss, host manager, practice manager, deputy manager, deputy team manager, dtm, atm, assistant team manager, deputy, mentor, mentors, buddy, academy manager, academy managers, academy lead, practice lead, academy practice lead, head of academy, head of the academy, academy head, head of service, hos, head, coordinator, co ordinator, psw, principal social worker, duty senior, consultant practitioner, advanced practitioner, eswp, panel, assess, assesses, supervises, supervises me, mentors me, manages me, line manages, duty sp, service manager, runs the academy, in charge, in charge of the academy, who leads, my pe, assessing me, mentoring me, managing me, supervising me, assessing, mentoring, supports me, line managing',
  },
  nqsw: {
    weight: 3,
    words:
      'nqsw, nqsws, nqsws allocated, newly qualified, newly qualifieds, newly qualified social worker, newly qualified social workers, new social workers, supervisees, supervisee, mentees, mentee, asyes, my list, my people, my board, my lot, my group, my cohort, my allocations, my allocated, my newly quals, newly quals, newlyquals, nqs, who do i supervise, who am i supervising, who do i assess, who am i assessing, who do i mentor, my social workers, everyone, whos on my list, my participants, my staff',
  },
  programme: {
    weight: 2,
    words:
      'programme, program, programmes, asye, academy, assessed year, assessed and supported year, aysye, course, scheme, the year, social work academy, year, yr, nqsw programme',
  },
  plan: {
    weight: 2,
    words:
      'plan, timeline, time line, schedule, overview, year plan, at a glance, year at a glance, whole year, whole thing, full year, entire year, whole programme, full programme, everything, roadmap, journey, milestones, calendar, all dates, all my dates, every date, key dates, all of my dates, start to finish, on one page, big picture, my dates, year view, programme dates, list of dates, year ahead, important dates, full schedule, my schedule, my timeline, my year, my plan, my asye plan, my asye year, my full year, my whole year, my academy year, see my year, year to view, my asye journey, my assessed year, my programme, my roadmap, all my milestones, year planner, 12 month plan, twelve month plan, my key dates, show yr, my yr, year so far, rest of my year, rest of the year, my asye, year on a page, in one place, all in one place, one place, full timeline, full plan, entire plan, entire programme, do this year, do in my year, year to date, whole picture, year in full, on one card, one card, year card, full picture, my 12 months, my twelve months, reviews and supervisions, reviews and supervision, supervisions and reviews',
  },
  progress: {
    weight: 2,
    words:
      'progress, how far through, how far along, how far into, where am i up to, where i am up to, where am i at, how much is left, how much of, how am i getting on, how am i doing, so far, how long left, how long have i got left, end, ends, finish, finishing, complete my, last day, remaining, how am i progressing, on track, where am i in, where am i with, how long is left, how long do i have left, how far am i, how far have i got, how far have i come, how many months left, how many weeks left, how many months in, halfway through, nearly finished, when will i finish, when do i finish, when does it finish, come to an end, over, done with, where i am, months have i got left, weeks have i got left, months do i have left, weeks do i have left, months are left, weeks are left, how many months have i got, where have i got to, how long have i been, what month am i in, what month am i on, which month am i in, what week am i on, what week am i in, how many weeks in, stage of my asye, stage of the programme, what point am i, how much longer, where do i stand, months have i got, months left, weeks left, year left, time have i got left, how many weeks am i in, how many months am i in, weeks am i in, months am i in, weeks am i into, months am i into',
  },
  ending: {
    weight: 3,
    words:
      'probation end, probation ends, probation over, probation finish, end of my probation, end of probation',
  },
  overdue: {
    weight: 3,
    words:
      'overdue, over due, behind, outstanding, late, missed, up to date, not been done, hasnt been done, not done, havent done, forgotten to do, fallen behind, past due, catch up on, lapsed, gone past, still to be recorded, not recorded, unrecorded, late with, missing',
  },
  report: {
    weight: 3,
    words:
      'monthly report, monthly reports, monthly pack, month report, months report, report pack, kpi, kpis, performance report, performance figures, compliance, compliance figures, compliance report, dashboard, figures, stats, statistics, numbers for, performance, performance and accountability, on time, academy report, cohort report, board pack, board report, quarterly report, data pack, management information, metrics, pack',
  },
  reportWord: { weight: 2, words: 'report, reports' },
  retention: {
    weight: 4,
    words:
      'retention, retention rate, retention rates, retention figures, retention report, retained, retain, leavers, leaver, turnover, attrition, 85 percent, 85% target, people leave, have stayed, stayed, still with us, still here, kept, have left, left the council, left us, staying on, completed and stayed, left since, nqsws left',
  },
  reminder: {
    weight: 3,
    words:
      'reminder, reminders, notification, notifications, alerts, settings, setting, preferences, preference, digest, daily digest, weekly digest, summary instead, reminding me, remind me so, remind me less, remind me earlier, remind me later, pings, pinging me, messages from you, messaging me, nudges, nudge, nudging me, work pattern, working pattern, working days, non working days, non working day, dont work, dnt work, part time days, day off, days off, outlook calendar, ics, to my calendar, to my outlook, outlook, time of day, snooze, quiet hours, work mondays, email me instead',
  },
  pause: {
    weight: 3,
    words:
      'pause, paused, pausing, on hold, suspend, suspended, suspension, suspending, extend, extended, extension, extending, maternity, maternity leave, mat leave, paternity, paternity leave, pat leave, adoption leave, parental leave, shared parental leave, sick leave, long term sick, long term sickness, off sick for, off for, be off for, signed off, career break, take a break from, break from, compassionate leave, time out, time out from, bereavement leave, defer, deferral, freeze, sabbatical, stop the clock, come back from leave, back from leave, return from leave',
  },
  handbook: {
    weight: 3,
    words:
      'handbook, guidance, policy, policies, rules, rule, process, procedure, procedures, requirements, requirement, mandatory, compulsory, difference between, role of, purpose of, point of, expected of me, expectations, framework, template, how does the, how do the, what happens, what happens if, what happens at, what happens in, what happens during, what happens after, what happens when, what does a, what does an, whats the difference, what counts as, counts as, do i have to, do we have to, must i, am i required, should i bring, do i need to bring, bring to, prepare for, prep for, do i need for, need for my, need to do for, goes in, go in, should be in, how long is, how long does, how long are, how long should, how often, how frequently, how regularly, how long is the, who decides if, who decides whether, who attends, who comes to, who should be, what does it mean, what do we mean, meaning of, stand for, stands for, am i entitled, entitled, entitlement, eligible, work from home, wfh, whats meant by, what is meant by',
  },
  evidence: {
    weight: 3,
    words:
      'portfolio, critical reflection, critical reflection log, crl, crls, pdp, personal development plan, learning agreement, support agreement, observation, observations, direct observation, direct observations, induction, probation, standards, pqs, kss, ecs, post qualifying standards, early career standards, knowledge and skills, feedback from families, service user feedback, professional feedback, moderation, moderated, appeal, appeals, fail, failed, failing, pass, passing, passed, assessed, assessment criteria, evidence, documents, paperwork, forms, chronology of support, reflective log, self assessment, swe, hcpc, consolidation, shadowing, shadow, increment',
  },
} as const satisfies Record<string, Concept>;

/** What somebody wants done, or says was done. */
const actions = {
  record: {
    weight: 2,
    words:
      'record, records, recording, log, logging, logged, write up, writing up, write it up, writeup, fill in, fill out, complete, completing, submit, submitting, enter, input, add, put in, mark, register, document, note down, save, key in, put through, type up, new record, recorded, form, recordin, add notes, supervision notes, notes, note, record of, log of, report a supervision, register a, tick off, put down, confirm, document a',
  },
  had: {
    weight: 1.5,
    words:
      'had, just had, done, did, just done, just did, saw, seen, held, met, met with, completed, finished, took place, happened, went ahead, has happened, have had, carried out, delivered, took, used, spent, taken, supervised today, just finished, just supervised, ive seen, done my, ive had, ive done, have done, weve had, we had, we did, we met, we have had, ive finished, ive completed, weve done, been done, has been done, was done, is done, all done, sat down with, caught up with, ran, ran a, attended, facilitated, chaired, provided, gave, supervised',
  },
  notHappened: {
    weight: 3,
    words:
      'didnt happen, did not happen, didnt take place, did not take place, hasnt happened, has not happened, not happened, never happened, wont happen, wont be happening, isnt happening, didnt go ahead, did not go ahead, not going ahead, not go ahead, wont go ahead, isnt going ahead, didnt turn up, did not turn up, didnt show, didnt show up, no show, did not attend, didnt attend, dna, never turned up, never had, havent had, didnt have, did not have, was cancelled, got cancelled, had to cancel, been cancelled, cancelled, canceled, called off, fell through, postponed, postpone, rearrange, rearranged, rearranging, reschedule, rescheduled, rescheduling, cant make, cannot make, couldnt make, could not make, wont make, cant do, cannot do, couldnt do, cant attend, cannot attend, couldnt attend, unable to attend, unable to make, not able to make, wasnt able to make, missed, we missed, i missed, was off sick, off sick so, so no, put off, bumped, not held, wasnt held, wasnt done, abandoned, cut short, no supervision, not take place, poorly, was ill, was unwell, was sick, off ill, on leave, on annual leave, annual leave, got called away, called away, called out, had an emergency, ran out of time, we forgot, skipped, stood me up, didnt make it, did not make it, failed to attend, not attend, not attended, non attendance, wasnt there, fell off, never took place, had to move, had to rearrange, need to rearrange, need to reschedule, need to cancel, want to cancel, had to postpone, cancelled on me, cancel supervision, cancel my supervision, cancel our supervision, cancelled supervision, cancelled our supervision, cancelled my supervision, no supo, not happening, didnt come, did not come, didnt manage, did not manage, couldnt manage, didnt get round to, didnt get to, didnt do, did not do, didnt arrive, didnt appear, didnt join, didnt log on, didnt have time for, didnt get chance, never came, never showed, not had my, wasnt able to do, stood up, got postponed, got moved, got rearranged, had to be cancelled, had to be postponed, had to be moved, has been cancelled, has been postponed, was postponed, was rearranged, is cancelled, is off, cancels, couldnt meet, could not meet, didnt meet, did not meet, unable to meet, cant meet, missed supervision, a missed supervision, missed session, cancelled session, missed supervisions',
  },
  book: {
    weight: 2,
    words:
      'book, booking me, book me, book on, book onto, book me on, book me onto, book in, book me in, reserve, reserve me, join, sign up, sign me up, sign up for, put me down, put me on, put my name down, attend, get on, get me on, enrol, enroll, register for, register me, want to go, go along, get a place, have a place, attend the, come along',
  },
  cancel: {
    weight: 3,
    words:
      'cancel, cancelling, cancel my, unbook, un book, remove me, take me off, drop out, dropping out, pull out, pulling out, call off, scrap, give up my, give my place, give my place to, no longer need, no longer want, no longer going, no longer able, cant come, cant go, cant make it to, cant make it, wont be able, wont be coming, not able to come, not able to attend, not coming, not going, unable to come, remove my, delete my, release my place, free up my',
  },
  withdraw: {
    weight: 3,
    words:
      'withdraw, withdrawing, withdrawn, retract, take back, changed my mind, change my mind, changing my mind, dont want to move, no longer want to move, stay with my team, stay in my team, stay in my current team, stay where i am, staying in my team, staying put, rather stay, want to stay, decided to stay, stay put, stay after all, forget my, drop my, stop my, pull my, rescind, dont want to change team, dont want to change teams, dont want to transfer, dont want to switch',
  },
  raise: {
    weight: 2,
    words:
      'raise, raising, flag, flag up, escalate, escalating, make a, lodge, bring up, speak to someone, talk to someone, report a, share a, share my, share, take it further, take this further, speak up, speak up about, discuss, report something, whistleblow, whistle blow, whistleblowing, whistle blowing, make a complaint, file a complaint, complain, grievance, raise it, something wrong, somethings wrong, something isnt right, somethings not right, raise something, escalate something, escalate this, flag something, raise this, bothering me, report a problem, report an issue, report a concern',
  },
  change: {
    weight: 1,
    words:
      'change, changing, update, updating, set, edit, amend, adjust, alter, correct, updated, changed, turn off, turn down, switch off, switch on, turn on, stop, mute, unmute, disable, enable, opt out, unsubscribe',
  },
  start: {
    weight: 1,
    words:
      'start, starting, begin, open, request, apply, apply for, ask for, asking for, put in for, make, initiate',
  },
} as const satisfies Record<string, Concept>;

/** How it is asked. */
const questions = {
  when: {
    weight: 1,
    words:
      'when, whens, wen, wens, whn, when is, what date, what day, which day, which date, date, dates, how long until, how long till, how long til, how long before, how many days, how many weeks, how many days until, how many days till, how many weeks until, how many weeks till, how soon, how far off, how far away, what time, what week, which week, which month, what month, whne, day, days left, time left, countdown, days until, weeks until, days till, how long have i got, how long do i have, how long have i got before, how long do i have before, how long is it until, how long is it till, how long is it before',
  },
  next: {
    weight: 1,
    words:
      'next, nxt, nex, neext, upcoming, coming up, up next, coming, soon, forthcoming, approaching, following, scheduled, arranged, ahead, in the diary, in my diary, lined up, planned, pencilled in, happening, taking place, diarised, near future, expecting, on the horizon, horizon, coming my way, next up, next few weeks, few weeks, focus on, next few days, in store, whats happening, whats on, comes next, next deadline, next event, next date, next one, next appointment, comes up, next task, task',
  },
  due: {
    weight: 1.5,
    words:
      'due, meant to be, supposed to be, falls due, deadline, deadlines, need to do, to do list, to do, todo, todo list, todos, on the cards, should i be doing, supposed to do, meant to do, got to do, have to do, should i do, priority, priorities, actions, tasks, jobs, due by, get done, get done by, to complete, focus on, should i know about, need to know, to prepare, working on, left to do',
  },
  any: {
    weight: 0.5,
    background: true,
    words: 'any, anything, something, nothing, some, thing, things, stuff, else',
  },
  contacts: {
    weight: 2,
    words:
      'contacts, my contacts, contact list, contact details, whos who, who is who, support network, support team, my support team, on my side, around me, whos supporting, who is supporting, supporting me, key contacts, point of contact, main contact, useful contacts, key people, who can i contact, who do i contact, who should i contact, who do i go to, who can i go to, who do i turn to, who do i speak to, who can i speak to, who do i ask, who do i report to, who should i contact about, who looks after, responsible for my, who do i ask about, do i report to, report to, who can i contact if',
  },
  who: {
    weight: 1.5,
    words:
      'who, whos, whose, who is, name, name of, names, email of, contact, contacts, contact details, get hold of, get in touch, reach, phone, number for, who do i speak to, who do i go to, who can i speak to, who can i ask, who should i, who can i talk to, who do i ask, who do i contact, who do i report to, who is supporting, on my side, whos who, support network, email address, covering for, contact number, email for, email please, email, details for, details of, responsible for, in charge of, main contact, point of contact, named, assigned, allocated to me, looks after, looking after me, telephone, extension for, who have i got, who do i have, who has been, who will be, who leads, who does, who runs',
  },
  why: {
    weight: 3,
    words:
      'why, whys, y is, why is, why has, why did, why isnt, why not, how come, reason, reasons, whats the reason, work out, worked out, work that out, worked that out, calculated, calculate, calculation, explain why, explain, where does that, where did that, where does, where did you get, come from, came from, got that date, get that date, was that date decided, reasoning, rationale, based on, arrive at, arrived at, justify, how did you get, how do you know, looks wrong, seems wrong, that wrong, doesnt look right, picked, chosen, y, picked that, pick that, made you pick, chose, choose, who decided, whats behind, how was this, how was that, calculate my, calculated my, explain how, reason for, reason behind, what made, what makes, justify the, say that, on what basis, logic, logic behind, worked that, get that, get this, got this date, come up with, came up with, show me how, show your working, break down, decided that, end up, understand why, dont get why, not sure why, confused about the date, wrong date, seems odd, explain the, how do you work out, work out the date, work out the dates, thinking behind, behind that, behind the date, whats the thinking, thinking behind that, what determines, determines, what sets, why did it',
  },
  thatDate: {
    weight: 1.5,
    words:
      'that date, this date, the date, that day, this day, the day, these dates, those dates, its date, that time, then, so late, so soon, so early, so far away, so far off, moved, shifted, pushed, changed, that one, the 1st, on that, on that date, on that day, on a, not earlier, not later, later than, earlier than, different date, the 2nd, the 3rd, the 4th, the 5th, the 6th, the 7th, the 8th, the 9th, not on, not before, not after, so long, so far, rather than, instead of, on a monday, on a tuesday, on a wednesday, on a thursday, on a friday, brought forward, changed date, new date, my date, date changed, date moved, been moved, week earlier, day earlier, week later, a week earlier, a week later, month later, earlier, sooner, before christmas, after christmas, before easter, after easter, pushed back, the dates, review date, the review date, it move, it moved, it change, it changed, move it',
  },
  show: {
    weight: 0.5,
    words:
      'show, show me, list, list of, give me, see, view, display, tell me, look at, pull up, bring up, run, download, generate, send me, get me, produce, open up, find, summary, summary of, print, show us, what do i have, what have i got, what i have got, check',
  },
  what: { weight: 0.5, words: 'what, whats, wot, wots, wat, wats, which, wht' },
  how: {
    weight: 0.5,
    words:
      'how, hows, how do i, how can i, how would i, how to, how do you, how did you, how is, how are my, how do we, howz',
  },
  status: {
    weight: 2,
    words:
      'status, status of, news, any news, any update, update on, updates, up to with, up to, happening with, whats happening, where is, wheres, where are we, whats going on, going on with, got to, approved, approve, approval, decided, decision, heard back, heard, answered, outcome, outcome of, whose turn, been agreed, accepted, yet, dealt with, looked at, look at my, progressing, whats the latest, latest on, latest, resolved, how is my request, response, rejected, refused, turned down, gone through, go through, what stage',
  },
  mine: { weight: 0.2, background: true, words: 'my, mine, our, ours, myself' },
  howMuch: { weight: 1, words: 'how much, how many, what amount of, number of' },
  should: {
    weight: 1,
    words:
      'should, should i, do i get, do we get, do nqsws get, do you get, do nqsws have, are there, is there, do i need, do we need, does an nqsw, must, am i entitled to, will i have, will i get, am i supposed to, are we supposed to, are required, is required, can an nqsw, an nqsw, a newly qualified, for nqsws, expected, allowed to',
  },
  define: {
    weight: 1,
    words:
      'what is a, what is an, what is, whats a, whats an, what are, what does, what do, what exactly is, what is meant by, meaning, mean, means, definition, explain, describe, who is an, how are, tell me about, learn about, information on, info on, info about, information about, explain the, explain what, explain how, tell me more about, more about, details on, find out about, understand what',
  },
  agenda: {
    weight: 2.5,
    words:
      'coming up, upcoming, up next, next up, on the horizon, lined up, in the diary, in my diary, in store, to do list, todo list, to do, my plate, whats on, what is on, whats happening, what is happening, in my calendar, agenda, week ahead, month ahead, on this week, on next week, on today, next few weeks, few weeks, next few days, next thing, next things, next dates, next step, next steps, coming my way, whats next, wots next, whats nxt, what is next, next for me, what comes next, next on my list, whats after this, plan for this week, plan for the week, plan for today, plan for next week, needs doing, need doing, next task, next tasks, next job, next milestone, need to be doing, i need to do, have to do this, got to do this, left to do, left this week, left this month, what is left, whats left, on my list, jobs to do, things to do, stuff to do, my tasks, my actions, action points, tasks due, on my calendar, coming months, coming weeks, coming days, week look like, month look like, week looking like, month looking like, plan for this, whats the plan, what is the plan, anything booked in, booked in this week, due in the next, in the pipeline, pipeline',
  },
  open: {
    weight: 1.5,
    words:
      'open, current concerns, active, live, unresolved, ongoing, outstanding concerns, raised, i raised, with me, been raised',
  },
  howMany: {
    weight: 1,
    words:
      'how many have, how many do, how many cases, how many children, how many kids, how many does, how many am i, how many young people, how big is, how high is, how many of my, what percentage, what proportion, percentage',
  },
  holding: {
    weight: 2,
    words:
      'holding, im on, i am on, now on, im up to, i am up to, gone up to, up to, now at, im at, am at, currently on, sitting on, sitting at, currently at, carrying, ive got, i have, i got, i now have, now have, been given, been allocated, i currently have, are on, is on, has, have, got, allocated, am i over, over my, over the, over, stands at, standing at, gone down to, went down to, went up to, come down to, dropped to, down to, risen to, jumped to, increased to, reduced to, hit, reached, meant to have, currently got, ive now got, have now got, im holding, im carrying, im currently on, im now on, im now at, im sitting at, am now holding, ive, weve',
  },
  seeing: { weight: 1, words: 'seeing, see, meet, meet with, meeting with, meeting up with, sit down with' },
  doing: { weight: 1, words: 'how is, hows, doing, getting on, getting along, coping with it, going' },
} as const satisfies Record<string, Concept>;

/** Talk that is about the conversation itself. */
const talk = {
  greeting: {
    weight: 2.5,
    background: true,
    words:
      'hi, hello, hey, hiya, hi ya, helo, hullo, heya, hey up, ey up, ay up, eyup, yo, howdy, morning, mornin, good morning, gm, good afternoon, afternoon, good evening, evening, greetings, hello there, hi there, hey there, morning all, alright, alrite, allright, all right, you alright, u alright, you ok, u ok, you okay, how are you, how are u, how r u, how are you doing, how are you today, hows it going, hows things, how do, whats up, wassup, sup mate, are you there, anyone there, you there, nice to meet you, gday, bore da, salaam, hi bot, hello bot, hey bot, hi all, hello all, hi everyone, good day, wotcha, long time no see, hey academy, hi academy, hello academy, morning academy, alright mate, alright there, hi mate, hey mate, morning mate, hello mate, alright pal, hows you, hows u, happy monday, happy friday, good morning to you, good afternoon to you, hello again, hi again, me again, its me, hi assistant, hello assistant, hope youre well, hope you are well, hope all is well, merry christmas, happy new year, to you, yoo, hii, hai, hiyer, now then, how is it going, how are things, hows your day, how is your day, hows it hanging, are you well, you well, hi there bot, hi hi, hello hello, hey hey, sup bot, whats up bot, what is up, morning everyone, hello everyone, afternoon everyone, evening everyone, hey everyone, hi team, morning team, hello team',
  },
  thanks: {
    weight: 2.5,
    background: true,
    words:
      'thanks, thank you, thankyou, thank u, thanku, thnx, thx, thks, tnx, thanx, ta, ta very much, cheers, ty, tysm, tyvm, tq, many thanks, thanks a lot, thanks so much, thanks very much, thanks for that, thanks for your help, thanks for the help, much appreciated, appreciated, appreciate it, appreciate that, i appreciate, brilliant, perfect, lovely, great, fab, fabulous, awesome, excellent, amazing, super, wonderful, fantastic, nice one, nice, cool, got it, gotcha, ok, okay, okie dokie, okey dokey, kk, sorted, thats sorted, thats great, thats helpful, that helps, helpful, really helpful, very helpful, thats all, that is all, youre a star, youre a lifesaver, you are a star, legend, lifesaver, life saver, good bot, well done, noted, understood, all good, will do, no problem, no worries, bye, goodbye, bye bye, see you, see ya, see you later, speak soon, have a good day, have a good weekend, bless you, grateful, good to know, mate, youve been a great help, a great help, great help, good job, clever bot, thanks a million, thanks a bunch, much obliged, obliged, ace, ace thanks, thats perfect, thats lovely, thats brilliant, thats fab, thats it, thats it for now, that was helpful, spot on, magic, wicked, smashing, champion, marvellous, superb, you rock, love it, perfect thanks, all sorted, all done, will do thanks, no thanks, no thank you, nope thats it, im good, im done, nothing else, nah im good, very kind, so kind, kind of you, owe you one, i owe you, really appreciate, thank you kindly, thank you ever so much, ever so much, thanks bot, thank you bot, great stuff, good stuff, nice work, great work, good work, big thanks, huge thanks, million, bunch, thanks again, cheers for that, cheers for the help, thats what i needed, thats all i needed, all i needed, just what i needed, that works, works for me, right thanks, makes sense, that makes sense, fair enough, fine, thats fine, okey doke, right okay, ok then, lol thanks, diamond, gem, youre a gem, hero, have a nice day, have a good one, enjoy your day, take care, see you soon, night, goodnight, good night, ttfn, tara, laters, appreciate the help, appreciate your help, thanks for help, cheers bot',
  },
  aboutBot: {
    weight: 4,
    words:
      'what can you do, what can u do, what can you help with, what can you help me with, what do you do, what are you able to do, what are you, what r u, who are you, who r u, who am i talking to, who is this, what is this, whats this, are you a bot, are you a robot, are you a human, are you human, are you a person, are you a real person, are you real, are you ai, are you an ai, is this a bot, is this a real person, am i talking to a person, am i talking to a bot, how does this work, how this works, how does the bot work, how does it work, how do i use this, how do i use you, how to use this, how to use you, how do i use the bot, how do i use it, what can i ask, what can i ask you, what can i say, what can i type, what can i do here, what should i ask, what should i type, what questions, what questions can i ask, what sort of questions, what sort of things, what kind of things, what things can i ask, can you help, can u help, can you help me, can you help me with something, how can you help, how can you help me, how do i start, how do i get started, where do i start, what commands, what is this bot for, what is this for, whats this for, what are you for, what are you here for, what is this thing, what this bot does, what is the bot, whats this bot, what does this bot do, what does this do, what does the bot do, what does this app do, what is academy assistant, who made you, who built you, what do you know, what do you know about me, what information do you hold, what do you store, what data, what data do you hold, do you store, do you keep, who can see what i type, who sees what i type, who sees this, who can see this, can my manager see, can my manager see this, is this confidential, is this thing confidential, is this private, is this anonymous, is it confidential, are you confidential, dont know what to do here, dont know how to use this, not sure how this works, not sure what to do, not sure what to ask, examples of what i can ask, what are my options, what are the options, what can this do, what can this bot do, show me what you can do, tell me what you can do, what features, your name, whats your name, how do i talk to you, i need help using this, teach me, what else can you do, can you explain what you do, how do i use u, who am i chatting to, who am i chatting with, who am i speaking to, what do i type, how does this bot work, how this bot works, any tips on using this, tips on using, what does this bot, how to use this bot, what is it you do, what do u do, what can this, what is your purpose, whats your purpose, what kind of bot, are you real person, how can u help, how could you help, what are you good for, what help can you give, what support can you give, how can this bot help, how can the bot help, what am i able to do, what am i able to ask, what else can i ask, explain what you do, tell me about yourself, introduce yourself, how do i get help, where can i get help with this, what info can you give me, what information can you give me, show me how to use this, am i talking to a human, is there a human, can i speak to a human, speak to a human, real person, what can i do with this, what can i do, what kind of questions, what sort of questions can i ask, what kind of questions can i ask, what functions do you have, what features do you have, what functions, im new here, new here, im new to this, what can you tell me, what can u tell me, what could you do, how does this thing work, how does it all work, what else can you help with, how do i work this, how do i ask, show me what i can do, what i can do, what services do you offer, what services, services do you offer, what do you offer, what do you actually do, what do you even do, what do i use this for, hows this work, how is this work, hows it work, help me with',
  },
  ask: { weight: 0.8, words: 'ask, type, say, questions, question, tell me, features, functions' },
  use: { weight: 0.8, words: 'use, using, work, works, operate' },
  bot: {
    weight: 0.6,
    background: true,
    words:
      'bot, assistant, the assistant, this assistant, academy assistant, you, u, this thing, this bot, the bot, this app, the app, chatbot, this chat',
  },
  able: { weight: 0.2, background: true, words: 'can, could, able, do, offer, provide, capable, services' },
  not: {
    weight: 0.5,
    background: true,
    words: 'not, didnt, did not, dont, never, no, wont, cant, couldnt, wasnt, hasnt, havent, isnt',
  },
  help: {
    weight: 3,
    words:
      'help, hlp, halp, help me, help pls, help please, commands, command list, menu, main menu, options, instructions, user guide, faq, im stuck, i am stuck, stuck, im lost, im confused, confused, examples, assist, need help, need some help, some help, give me a hand, get started, tutorial, how to use, support please, give us a hand, a hand, tips, guide, helpp, hellp, how to, what now, assistance, assist me, can you assist, sos, pls help, i need help, i need some help, need a hand, could do with some help, bit of help, show help, help menu, list commands, show commands, what next with this',
  },
} as const satisfies Record<string, Concept>;

export const spokenConcepts = { ...subjects, ...actions, ...questions, ...talk } as const;
