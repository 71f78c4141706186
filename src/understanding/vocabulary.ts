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
      'review, reviews, assessment review, asye review, progress review, review meeting, assessment meeting, reviewed, rspa, rvw, interim assessment, review point, review stage, assessment point, formal review, portfolio review',
  },
  stage: {
    weight: 2,
    words:
      'three month, six month, nine month, twelve month, first review, second review, third review, fourth review, final review, midpoint, mid point, midway, halfway, interim, final, annual',
  },
  supervision: {
    weight: 3,
    words:
      'supervision, supervisions, supo, supos, sup, sups, supe, supes, supv, superv, supvn, spvn, svn, supervision session, supervisory session, supervised, supervising, supervise, 1:1, 1:1s, 121, 121s, one to one, one to ones, one 2 one, 1 to 1, 1 to 1s, 1 2 1, 1 1, 1to1',
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
      'booking, bookings, booked, booked on, booked onto, booked in, reservation, reservations, signed up, signed up to, signed up for, place, places, spot, spots, space, spaces, waiting list, waitlist, wait list, reserved, enrolled, down for',
  },
  present: {
    weight: 3,
    words:
      'present, presenting, presenter, presentation, presenters, present a case, present my case, bring a case, bring my case, bringing a case, take a case, share a case, presenting slot, presenter slot, presentation slot, take a turn, do the case',
  },
  team: {
    weight: 2,
    words: 'team, teams, host team, another team, different team, other team, new team, host teams',
  },
  moveRequest: {
    weight: 4,
    words:
      'move request, move team request, team move request, transfer request, move team, moving team, move teams, moving teams, team move, team transfer, change team, change teams, changing team, changing teams, change of team, change host team, change host teams, switch team, switch teams, switching team, switching teams, swap team, swap teams, swapping team, swapping teams, moving to another team, move to another team, moving to a different team, move to a different team, transfer team, transfer teams, leave my team, leave this team, leave the team, out of this team, out of my team, join another team, join a different team, request to move, request to transfer, request to change team, request to change teams, ask to move, ask to transfer, asked to move, request for a transfer, request for a move, relocate, redeploy, redeployed, internal move, move on my team, team change, team swap, be in this team, be in my team, be on this team, move to a new team',
  },
  move: {
    weight: 3,
    words: 'move, moving, moved, transfer, transferring, transferred, switch, swap, go to, moves',
  },
  caseload: {
    weight: 3,
    words:
      'caseload, caseloads, case load, case loads, case number, case numbers, case count, number of cases, number of children, number of kids, amount of cases, workload number, cl',
  },
  children: {
    weight: 2,
    words:
      'cases, children, kids, child, case, young people, kiddies, allocated cases, allocated children, allocations of children, childrens cases',
  },
  cap: {
    weight: 2,
    words: 'cap, limit, maximum, max, allowed, supposed to have, ceiling, too many, threshold, over 15',
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
      'concern, concerns, issue, issues, problem, problems, complaint, complaints, complain, grievance, whistleblow, whistle blow, escalation, escalations, concerned, escalated concerns, escalated, raise something, dispute, bad experience, difficulty with',
  },
  unhappy: {
    weight: 3,
    words:
      'not happy, unhappy, isnt right, not right, isnt supporting, not supporting, not supportive, unsupported, unsupportive, not supported, worried, worry, worries, keeps cancelling, keep cancelling, keeps cancelled, always cancels, always cancelling, not getting, not getting on, not been getting, havent been getting, isnt giving, not giving, wont give, not listening, isnt listening, doesnt listen, unfair, unfairly, treating me, treats me, treated, let down, falling out, fallen out, fell out, not satisfied, dissatisfied, disagree, disagreement, not fair, keeps changing, doesnt turn up, never turns up, never available, ignoring me, ignores me, dont get on, dont feel supported, not receiving, frustrated',
  },
  support: { weight: 2, words: 'support, supporting, supports, supported' },
  function: {
    weight: 3,
    words:
      'practice educator, practice educators, practise educator, practice ed, prac ed, prac educator, pe, pes, educator, assessor, assessors, assessor mentor, senior practitioner, senior practitioners, senior prac, snr prac, snr practitioner, senior pract, senior, sp, sps, reflective supervisor, supervisor, supervisors, team manager, team managers, tm, tms, manager, managers, line manager, my boss, host manager, practice manager, deputy manager, deputy team manager, dtm, atm, assistant team manager, deputy, mentor, mentors, buddy, academy manager, academy managers, academy lead, practice lead, academy practice lead, head of academy, head of the academy, academy head, head of service, hos, head, coordinator, co ordinator, psw, principal social worker, duty senior, consultant practitioner, advanced practitioner, eswp, panel, assess, assesses, supervises, supervises me, mentors me, manages me, line manages, duty sp, service manager, runs the academy, in charge, in charge of the academy',
  },
  nqsw: {
    weight: 3,
    words:
      'nqsw, nqsws, nqsws allocated, newly qualified, newly qualifieds, newly qualified social worker, newly qualified social workers, new social workers, supervisees, supervisee, mentees, mentee, asyes, my list, my people, my board, my lot, my group, my cohort, my allocations, my allocated, my newly quals, newly quals, newlyquals, nqs, who do i supervise, who am i supervising, who do i assess, who am i assessing, who do i mentor, my social workers, everyone, whos on my list, my participants, my staff',
  },
  programme: {
    weight: 2,
    words:
      'programme, program, programmes, asye, academy, assessed year, assessed and supported year, aysye, course, scheme, the year, my year, social work academy, year, yr, nqsw programme',
  },
  plan: {
    weight: 2,
    words:
      'plan, timeline, time line, schedule, overview, year plan, at a glance, year at a glance, whole year, whole thing, full year, entire year, whole programme, full programme, everything, roadmap, journey, milestones, calendar, all dates, all my dates, every date, key dates, all of my dates, start to finish, on one page, big picture, my dates, year view, programme dates, list of dates, year ahead, important dates',
  },
  progress: {
    weight: 2,
    words:
      'progress, how far through, how far along, how far into, where am i up to, where i am up to, where am i at, how much is left, how much of, how am i getting on, how am i doing, so far, left to do, how long left, how long have i got left, end, ends, finish, finishing, complete my, last day, remaining, how am i progressing, on track',
  },
  ending: {
    weight: 3,
    words:
      'probation end, probation ends, probation over, probation finish, end of my probation, end of probation, my probation',
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
      'handbook, guidance, policy, policies, rules, rule, process, procedure, procedures, requirements, requirement, mandatory, compulsory, difference between, role of, purpose of, point of, expected of me, expectations, framework, template, how does the, how do the, what happens, what happens if, what happens at, what happens in, what happens during, what happens after, what happens when, what does a, what does an, what does the, what does my, what is an, what is a, what is the, what are the, whats a, whats an, whats the difference, what counts as, counts as, what is meant by, do i have to, do we have to, must i, am i required, should i bring, do i need to bring, bring to, prepare for, prep for, do i need for, need for my, need to do for, goes in, go in, should be in, how long is, how long does, how long are, how long should, how often, how frequently, how many, how much, how regularly, how long is the, who decides if, who decides whether, who attends, who comes to, who should be, what does it mean, what do we mean, meaning of, stand for, stands for, how are, explain how, explain what, explain the, tell me about, learn about, information on, info on, info about, information about, am i entitled, entitled, entitlement, eligible, can i work from home, work from home, wfh',
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
      'record, records, recording, log, logging, logged, write up, writing up, write it up, writeup, fill in, fill out, complete, completing, submit, submitting, enter, input, add, put in, mark, register, document, note down, save, key in, put through, type up, new record, recorded, form',
  },
  had: {
    weight: 1.5,
    words:
      'had, just had, done, did, just done, just did, saw, seen, held, met, met with, completed, finished, took place, happened, went ahead, has happened, have had, carried out, delivered, took, used, spent, taken, supervised today, just finished, just supervised, ive seen, done my',
  },
  notHappened: {
    weight: 3,
    words:
      'didnt happen, did not happen, didnt take place, did not take place, hasnt happened, has not happened, not happened, never happened, wont happen, wont be happening, isnt happening, didnt go ahead, did not go ahead, not going ahead, not go ahead, wont go ahead, isnt going ahead, didnt turn up, did not turn up, didnt show, didnt show up, no show, did not attend, didnt attend, dna, never turned up, never had, havent had, didnt have, did not have, was cancelled, got cancelled, had to cancel, been cancelled, cancelled, canceled, called off, fell through, postponed, postpone, rearrange, rearranged, rearranging, reschedule, rescheduled, rescheduling, cant make, cannot make, couldnt make, could not make, wont make, cant do, cannot do, couldnt do, cant attend, cannot attend, couldnt attend, unable to attend, unable to make, not able to make, wasnt able to make, missed, we missed, i missed, was off sick, off sick so, so no, put off, bumped, pushed back, not held, wasnt held, wasnt done, abandoned, cut short',
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
      'raise, raising, flag, flag up, escalate, escalating, make a, lodge, bring up, speak to someone, talk to someone, report a, share a, share my, share, take it further, take this further, speak up, speak up about, discuss, report something',
  },
  change: {
    weight: 1,
    words:
      'change, changing, update, updating, set, edit, amend, adjust, alter, correct, updated, changed, turn off, turn down, switch off, switch on, turn on, stop, mute, unmute, disable, enable, opt out, unsubscribe',
  },
  start: {
    weight: 1,
    words:
      'start, starting, begin, open, request, apply, apply for, ask for, asking for, put in for, submit a, make, initiate',
  },
} as const satisfies Record<string, Concept>;

/** How it is asked. */
const questions = {
  when: {
    weight: 1,
    words:
      'when, whens, wen, wens, whn, when is, what date, what day, which day, which date, date, dates, how long until, how long till, how long til, how long before, how many days, how many weeks, how many days until, how many days till, how many weeks until, how many weeks till, how soon, how far off, how far away, what time, what week, which week, which month, what month, whne, day, days left, time left, countdown, days until, weeks until, days till',
  },
  next: {
    weight: 1,
    words:
      'next, nxt, nex, neext, upcoming, coming up, up next, coming, soon, forthcoming, approaching, following, scheduled, arranged, ahead, in the diary, in my diary, lined up, planned, pencilled in, happening, taking place, diarised, near future, expecting',
  },
  due: {
    weight: 1.5,
    words:
      'due, meant to be, supposed to be, falls due, deadline, deadlines, need to do, to do list, to do, todo, todo list, todos, on the cards, should i be doing, supposed to do, meant to do, got to do, have to do, should i do, priority, priorities, actions, tasks, jobs',
  },
  any: {
    weight: 0.5,
    background: true,
    words: 'any, anything, something, nothing, some, thing, things, stuff, else',
  },
  who: {
    weight: 1.5,
    words:
      'who, whos, whose, who is, name, name of, names, email of, contact, contacts, contact details, get hold of, get in touch, reach, phone, number for, who do i speak to, who do i go to, who can i speak to, who can i ask, who should i, who can i talk to, who do i ask, who do i contact, who do i report to, who is supporting, on my side, whos who, support network, email address, covering for',
  },
  why: {
    weight: 3,
    words:
      'why, whys, y is, why is, why has, why did, why isnt, why not, how come, reason, reasons, whats the reason, work out, worked out, work that out, worked that out, calculated, calculate, calculation, explain why, explain, where does that, where did that, where does, where did you get, come from, came from, got that date, get that date, decided on, was that date decided, reasoning, rationale, based on, arrive at, arrived at, justify, how did you get, how do you know, looks wrong, seems wrong, that wrong, doesnt look right, picked, chosen, y',
  },
  thatDate: {
    weight: 1.5,
    words:
      'that date, this date, the date, that day, this day, the day, these dates, those dates, its date, that time, then, so late, so soon, so early, so far away, so far off, moved, shifted, pushed, changed, that one, the 1st, on that, on that date, on that day, on a, not earlier, not later, later than, earlier than, different date',
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
      'status, status of, news, any news, any update, update on, updates, up to with, up to, happening with, whats happening, where is, wheres, where are we, whats going on, going on with, got to, approved, approve, approval, decided, decision, heard back, heard, answered, outcome, outcome of, whose turn, been agreed, accepted, yet, dealt with, looked at, look at my, progressing, whats the latest, latest on, latest, resolved, how is my request, response, rejected, refused, turned down, gone through, go through, what stage, check my transfer, check my move',
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
      'holding, im on, i am on, now on, im up to, i am up to, gone up to, up to, now at, im at, am at, currently on, sitting on, sitting at, currently at, carrying, ive got, i have, i got, i now have, now have, been given, been allocated, i currently have, are on, is on, has, have, got, allocated, am i over, over my, over the, over',
  },
  seeing: { weight: 1, words: 'seeing, see, meet, meet with, meeting with, meeting up with, sit down with' },
  doing: { weight: 1, words: 'how is, hows, doing, getting on, getting along, coping with it, going' },
} as const satisfies Record<string, Concept>;

/** Talk that is about the conversation itself. */
const talk = {
  greeting: {
    weight: 2,
    background: true,
    words:
      'hi, hello, hey, hiya, hi ya, helo, hullo, heya, hey up, ey up, ay up, eyup, yo, howdy, morning, mornin, good morning, gm, good afternoon, afternoon, good evening, evening, greetings, hello there, hi there, hey there, morning all, alright, alrite, allright, all right, you alright, u alright, you ok, u ok, you okay, how are you, how are u, how r u, how are you doing, how are you today, hows it going, hows things, how do, whats up, wassup, sup mate, are you there, anyone there, you there, nice to meet you, gday, bore da, salaam, hi bot, hello bot, hey bot, hi all, hello all, hi everyone, good day, wotcha, long time no see',
  },
  thanks: {
    weight: 2,
    background: true,
    words:
      'thanks, thank you, thankyou, thank u, thanku, thnx, thx, thks, tnx, thanx, ta, ta very much, cheers, ty, tysm, tyvm, tq, many thanks, thanks a lot, thanks so much, thanks very much, thanks for that, thanks for your help, thanks for the help, much appreciated, appreciated, appreciate it, appreciate that, i appreciate, brilliant, perfect, lovely, great, fab, fabulous, awesome, excellent, amazing, super, wonderful, fantastic, nice one, nice, cool, got it, gotcha, ok, okay, okie dokie, okey dokey, kk, sound, sorted, thats sorted, thats great, thats helpful, that helps, helpful, really helpful, very helpful, thats all, that is all, youre a star, youre a lifesaver, you are a star, star, legend, lifesaver, life saver, good bot, well done, noted, understood, all good, will do, no problem, no worries, bye, goodbye, bye bye, see you, see ya, see you later, speak soon, have a good day, have a good weekend, bless you, grateful, good to know, top, mate, youve been a great help, a great help, great help, good job, clever bot',
  },
  aboutBot: {
    weight: 4,
    words:
      'what can you do, what can u do, what can you help with, what can you help me with, what do you do, what are you able to do, what are you, what r u, who are you, who r u, who am i talking to, who is this, what is this, whats this, are you a bot, are you a robot, are you a human, are you human, are you a person, are you a real person, are you real, are you ai, are you an ai, is this a bot, is this a real person, am i talking to a person, am i talking to a bot, how do you work, how does this work, how this works, how does the bot work, how does it work, how do i use this, how do i use you, how to use this, how to use you, how do i use the bot, how do i use it, what can i ask, what can i ask you, what can i say, what can i type, what can i do here, what should i ask, what should i type, what questions, what questions can i ask, what sort of questions, what sort of things, what kind of things, what things can i ask, can you help, can u help, can you help me, can you help me with something, how can you help, how can you help me, how do i start, how do i get started, where do i start, what commands, what is this bot for, what is this for, whats this for, what are you for, what are you here for, what is this thing, what this bot does, what is the bot, whats this bot, what does this bot do, what does this do, what does the bot do, what does this app do, what is academy assistant, who made you, who built you, what do you know, what do you know about me, what information do you hold, what do you store, what data, what data do you hold, do you store, do you keep, who can see what i type, who sees what i type, who sees this, who can see this, can my manager see, can my manager see this, is this confidential, is this thing confidential, is this private, is this anonymous, is it confidential, are you confidential, dont know what to do here, dont know how to use this, not sure how this works, not sure what to do, not sure what to ask, examples of what i can ask, what are my options, what are the options, what can this do, what can this bot do, show me what you can do, tell me what you can do, what features, your name, whats your name, how do i talk to you, i need help using this, teach me, what else can you do, can you explain what you do',
  },
  help: {
    weight: 3,
    words:
      'help, hlp, halp, help me, help pls, help please, commands, command list, menu, main menu, options, instructions, user guide, faq, im stuck, i am stuck, stuck, im lost, im confused, confused, examples, assist, need help, need some help, some help, give me a hand, get started, tutorial, how to use',
  },
} as const satisfies Record<string, Concept>;

export const spokenConcepts = { ...subjects, ...actions, ...questions, ...talk } as const;
