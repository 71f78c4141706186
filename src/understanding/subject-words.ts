import type { Concept } from './concept.ts';

/** What a message can be about. */
export const subjectConcepts = {
  review: {
    weight: 3,
    words: `
      review, reviews, assessment review, asye review, progress review, review meeting, assessment
      meeting, reviewed, rspa, rvw, interim assessment, review point, revue, revew, review stage, assessment point,
      formal review, portfolio review, next assessment, assessment due, assessment date,
      rev, revs,
      reviewing me, is reviewing me, reviewing`,
  },
  stage: {
    weight: 2,
    words: `
      three month, six month, nine month, twelve month, first review, second review, third review, fourth
      review, final review, midpoint, mid point, midway, halfway, interim, final, annual`,
  },
  supervision: {
    weight: 3,
    words: `
      supervision, supervisions, supo, supos, sup, sups, supe, supes, supv, superv, supvn, spvn, svn,
      supervision session, supervisory session, supervised, supervising, supervise, 1:1, 1:1s, 121, 121s,
      one to one, one to ones, one 2 one, 1 to 1, 1 to 1s, 1 2 1, 1 1, 1to1, sup sesh, supo sesh`,
  },
  session: {
    weight: 1,
    words: `
      session, sessions, meeting, meetings, mtg, catch up, catchup, slot, appointment, appt`,
  },
  learningSet: {
    weight: 3,
    words: `
      als, action learning set, action learning sets, action learning, action learning session, action
      learning group, learning set, learning sets, action set, action sets, als session, als sessions,
      learning set session, learning group`,
  },
  booking: {
    weight: 2,
    words: `
      booking, bookings, booked, booked on, booked onto, booked in, reservation, reservations, signed up,
      signed up to, signed up for, waiting list, waitlist, wait list, reserved, enrolled, down for,
      on the list, on the list for, go through,
      did i book, have i booked, did i sign up, am i booked,
      als im on, als am i on, learning set im on, learning set am i on, which als im on, which learning
      set im on,
      am i going to, am i attending, i am attending, which ones am i going to,
      my als places, my als place, my learning set places, my learning set place`,
  },
  places: {
    weight: 2,
    words: `
      place, places, spot, spots, space, spaces, available, availability, free, vacancies left, room on`,
  },
  present: {
    weight: 3,
    words: `
      present, presenting, presenter, presentation, presenters, present a case, present my case, bring a
      case, bring my case, bringing a case, take a case, share a case, presenting slot, presenter slot,
      presentation slot, take a turn, do the case,
      bring the case, bring a case this time`,
  },
  team: {
    weight: 2,
    words: `
      team, teams, host team, host teams, current team, cin team, assessment team, duty team, safeguarding
      team, children looked after team, cp team, court team, adolescent team, fostering team, disability
      team, early help team`,
  },
  moveRequest: {
    weight: 4,
    words: `
      move request, move team request, team move request, transfer request, move team, moving team, move
      teams, moving teams, team move, team transfer, change team, change teams, changing team, changing
      teams, change of team, change host team, change host teams, switch team, switch teams, switching
      team, switching teams, swap team, swap teams, swapping team, swapping teams, moving to another team,
      move to another team, moving to a different team, move to a different team, transfer team, transfer
      teams, leave my team, leave this team, leave the team, out of this team, out of my team, join
      another team, join a different team, request to move, request to transfer, request to change team,
      request to change teams, ask to move, ask to transfer, asked to move, request for a transfer,
      request for a move, relocate, redeploy, redeployed, internal move, move on my team, team change,
      team swap, be in this team, be in my team, be on this team, move to a new team, swap to, switch to,
      transfer to, transfer to another, moved to another, moved to a different, another host team, leave
      team, to a new team, to another team, to a different team, team transfers, joining another team,
      different team please, go to another team, go to a different team, be with a different team, work in
      a different team, work in another team, work for another team, change where i work, change my team,
      change my host team, switch my team, swap my team, leaving my team, leave my host team, moving host
      team, moving on to another, not enjoying my team, hate my team, dont like my team, unhappy in my
      team, not happy in my team, isnt right for me, not the right team, wrong team, apply for a team
      move, moves between teams, request moving, a transfer, want a transfer, like a transfer, get a
      transfer, a team transfer, a change of team, a different host team, prefer to be in another, rather
      be in another, be in another team, be in a different team, swap to the, switch to the, transfer to
      the, team is right for me, team isnt right, team is not right, team is wrong for me, this team isnt
      for me, team is not for me, no longer want to be in, dont want to be in this team, dont want to be
      on this team, not want to be in,
      can i be moved, want to be moved, like to be moved, me moving, change of teams,
      if i can move,
      changing host team, changing host teams, want a different team, want a different one,
      could i be moved to, can i be moved to, be moved to,
      process to move team, process to change team, process for moving team`,
  },
  otherTeam: {
    weight: 3,
    words: `
      another team, different team, other team, new team, another host team, different host team, change
      in my team`,
  },
  move: {
    weight: 3,
    words: `
      move, moving, moved, transfer, transferring, transferred, switch, swap, go to, moves`,
  },
  caseload: {
    weight: 3,
    words: `
      caseload, caseloads, case load, case loads, case number, case numbers, case count, number of cases,
      number of children, number of kids, amount of cases, workload number, cl, how many cases have i, how
      many cases do i, how many children have i, how many children do i, how many kids have i, how many
      cases am i, how many children am i,
      my numbers, over my numbers,
      who has too many cases, who has too many children, whos got too many cases, who has got too many
      cases`,
  },
  children: {
    weight: 2,
    words: `
      cases, children, kids, child, case, young people, kiddies, allocated cases, allocated children,
      allocations of children, childrens cases`,
  },
  cap: {
    weight: 2,
    words: `
      cap, limit, maximum, max, allowed, supposed to have, ceiling, too many, threshold, over 15, meant to
      have, should i have, should have, can i have, can i hold, allowed to have, allowed to hold, how
      high, most cases, most children, too high,
      i can hold, i can have, i can carry`,
  },
  protectedTime: {
    weight: 3,
    words: `
      protected time, protected hours, protected development time, protected learning time, protected
      study time, protected, study time, study leave, study day, study hours, development time,
      development hours, learning time, learning hours, reading time, reflection time, cpd, cpd time, cpd
      hours, 10 percent, ten percent, portfolio time,
      portfolio work,
      my half day`,
  },
  hours: {
    weight: 1,
    words: 'hour, hours, hrs, hr, minutes, mins, half a day, half day, full day',
  },
  concern: {
    weight: 3,
    words: `
      concern, concerns, issue, issues, problem, problems, complaint, complaints, complain, grievance,
      whistleblow, whistle blow, escalation, escalations, concerned, escalated concerns, escalated, raise
      something, dispute, bad experience, difficulty with, whistleblowing, whistleblower, whistle blowing,
      something wrong, somethings wrong, somethings not right, something isnt right, something is wrong,
      raise it, something serious, bad practice, poor practice, formal complaint, informal complaint, make
      a complaint, file a complaint, escalate something, escalate this, flag something, raise this,
      bothering me, difficulty, difficulties, trouble with, having trouble with, having difficulties,
      speak up about something, something thats not right, open alerts, caseload alerts, any alerts, live
      alerts, current alerts, outstanding alerts, unresolved alerts, overdue alerts, alerts are open,
      which alerts, unacknowledged alerts, alerts havent been acknowledged, alerts not
      acknowledged`,
  },
  unhappy: {
    weight: 3,
    words: `
      not happy, unhappy, isnt right, not right, isnt supporting, not supporting, not supportive,
      unsupported, unsupportive, not supported, worried, worry, worries, keeps cancelling, keep
      cancelling, keeps cancelled, always cancels, always cancelling, not getting, not getting on, not
      been getting, havent been getting, isnt giving, not giving, wont give, not listening, isnt
      listening, doesnt listen, unfair, unfairly, treating me, treats me, treated, let down, falling out,
      fallen out, fell out, not satisfied, dissatisfied, disagree, disagreement, not fair, keeps changing,
      doesnt turn up, never turns up, never available, ignoring me, ignores me, dont get on, dont feel
      supported, not receiving, frustrated, not being supported, how im being supported, no support, lack
      of support, lacking support, poor support, lack of supervision, not had supervision, havent had
      supervision, not had any supervision, no one is supporting, rude, bullying me, ignored, overlooked,
      too high, unmanageable, unreasonable, never has time, has no time, doesnt have time, no time for me,
      not enough, not good enough support, cancelling on me, let me down, lets me down, letting me down,
      not following, isnt following, refuses, refusing, wont let me, stopping me, clashing, clash,
      clashes, personality clash, dont trust, lost trust, blocking, not been given, havent been given,
      annoyed, annoyed with, fed up with, sick of, unsupportive of, inappropriate, inconsistent, too many
      cases, too many children, too much work, not getting on in, promised, giving me too many,
      overloading me, not doing their job, unprofessional, how im being treated, how i am being treated,
      being treated, how im treated, not enough support, not enough supervision, no proper supervision,
      keeps giving me, keep giving me, wont stop, keeps ignoring, keeps pushing, puts me down, shouts at
      me, shouted at me, undermines me, undermining me, unfairly treated, taking advantage, dont think my
      supervision, good enough, listening to my, nobody is listening, no one is listening, not listening
      to`,
  },
  support: {
    weight: 2,
    words: 'support, supporting, supports, supported',
  },
  function: {
    weight: 3,
    words: `
      practice educator, practice educators, practise educator, practice ed, prac ed, prac educator, pe,
      pes, educator, assessor, assessors, assessor mentor, senior practitioner, senior practitioners,
      senior prac, snr prac, snr practitioner, senior pract, senior, sp, sps, reflective supervisor,
      supervisor, supervisors, team manager, team managers, tm, tms, manager, managers, line manager, my
      boss, host manager, practice manager, deputy manager, deputy team manager, dtm, atm, assistant team
      manager, deputy, mentor, mentors, buddy, academy manager, academy managers, academy lead, practice
      lead, academy practice lead, head of academy, head of the academy, academy head, head of service,
      hos, head, coordinator, co ordinator, psw, principal social worker, duty senior, consultant
      practitioner, advanced practitioner, eswp, panel, assess, assesses, supervises, supervises me,
      mentors me, manages me, line manages, duty sp, service manager, runs the academy, in charge, in
      charge of the academy, who leads, my pe, assessing me, mentoring me, managing me, supervising me,
      assessing, mentoring, supports me, line managing`,
  },
  nqsw: {
    weight: 3,
    words: `
      nqsw, nqsws, nqsws allocated, newly qualified, newly qualifieds, newly qualified social worker,
      newly qualified social workers, new social workers, supervisees, supervisee, mentees, mentee, asyes,
      my list, my people, my board, my lot, my group, my cohort, my allocations, my allocated, my newly
      quals, newly quals, newlyquals, nqs, who do i supervise, who am i supervising, who do i assess, who
      am i assessing, who do i mentor, my social workers, everyone, whos on my list, my participants, my
      staff,
      my lot getting on, my lot doing, the cohort, across the cohort, whole cohort, the whole cohort,
      what is my span, my span, how many nqsws do we have,
      show cohort, show the cohort, list the cohort, caseload of nqsws, list of nqsws, list everyone,
      everybody i support, everyone i support, people i support, the people i supervise, everyone i
      supervise`,
  },
  programme: {
    weight: 2,
    words: `
      programme, program, programmes, asye, academy, assessed year, assessed and supported year, aysye,
      course, scheme, the year, social work academy, year, yr, nqsw programme`,
  },
  plan: {
    weight: 2,
    words: `
      plan, timeline, time line, schedule, overview, year plan, at a glance, year at a glance, whole year,
      whole thing, full year, entire year, whole programme, full programme, everything, roadmap, journey,
      milestones, calendar, all dates, all my dates, every date, key dates, all of my dates, start to
      finish, on one page, big picture, my dates, year view, programme dates, list of dates, year ahead,
      important dates, full schedule, my schedule, my timeline, my year, my plan, my asye plan, my asye
      year, my full year, my whole year, my academy year, see my year, year to view, my asye journey, my
      assessed year, my programme, my roadmap, all my milestones, year planner, 12 month plan, twelve
      month plan, my key dates, show yr, my yr, year so far, rest of my year, rest of the year, my asye,
      year on a page, in one place, all in one place, one place, full timeline, full plan, entire plan,
      entire programme, do this year, do in my year, year to date, whole picture, year in full, on one
      card, one card, year card, full picture, my 12 months, my twelve months, reviews and supervisions,
      reviews and supervision, supervisions and reviews,
      full run of dates, run of dates,
      whole timeline, my whole timeline`,
  },
  progress: {
    weight: 2,
    words: `
      progress, how far through, how far along, how far into, where am i up to, where i am up to, where am
      i at, how much is left, how much of, how am i getting on, how am i doing, so far, how long left, how
      long have i got left, end, ends, finish, finishing, complete my, last day, remaining, how am i
      progressing, on track, where am i in, where am i with, how long is left, how long do i have left,
      how far am i, how far have i got, how far have i come, how many months left, how many weeks left,
      how many months in, halfway through, nearly finished, when will i finish, when do i finish, when
      does it finish, come to an end, over, done with, where i am, months have i got left, weeks have i
      got left, months do i have left, weeks do i have left, months are left, weeks are left, how many
      months have i got, where have i got to, how long have i been, what month am i in, what month am i
      on, which month am i in, what week am i on, what week am i in, how many weeks in, stage of my asye,
      stage of the programme, what point am i, how much longer, where do i stand, months have i got,
      off track, months left, weeks left, year left, time have i got left, how many weeks am i in, how many months am
      i in, weeks am i in, months am i in, weeks am i into, months am i into, what have i completed, what
      have i done, have i completed, completed so far, done so far, where im at, where i am at, where im
      up to, until i finish, till i finish, before i finish,
      nearly done, almost done, almost finished, nearly there, be finished with, finished with, left of
      my year, left of the year, left of my asye, whats left of my year, whats left of my asye, when
      will i be finished, when will i be done,
      what stage am i at, what stage am i on, stage am i at, stage am i on,
      up to in her year, up to in his year, up to in their year, up to in my year, up to in the year,
      which month of asye, what month of asye, month of my asye, qualify out of`,
  },
  ending: {
    weight: 3,
    words: `
      probation end, probation ends, probation over, probation finish, end of my probation, end of
      probation,
      probation up`,
  },
  overdue: {
    weight: 3,
    words: `
      overdue, over due, behind, outstanding, late, missed, up to date, not been done, hasnt been done,
      not done, havent done, forgotten to do, fallen behind, past due, catch up on, lapsed, gone past,
      still to be recorded, not recorded, unrecorded, late with, missing,
      hasnt had their, havent had their, hasnt had supervision, hasnt been seen, hasnt been recorded, havent been recorded, what do i need to record,
      what have i got to record, anything to record, left to record, still to record, still need to record,
      did we miss, did i miss, have we missed, have i missed, did we miss any, did i miss any,
      need recording, needs recording, still need recording, still needs recording, waiting to be
      recorded, need to be recorded, needs to be recorded, need writing up, needs writing up, forget to
      record, forgotten to record, forgot to record anything,
      what have i forgotten, have i forgotten, have i forgotten anything,
      who has not had, who hasnt had, who have not had, who havent had, has not been recorded, have not
      been recorded, what has not been recorded`,
  },
  report: {
    weight: 3,
    words: `
      monthly report, monthly reports, monthly pack, month report, months report, report pack, kpi, kpis,
      performance report, performance figures, compliance, compliance figures, compliance report,
      dashboard, figures, stats, statistics, numbers for, performance, performance and accountability, on
      time, academy report, cohort report, board pack, board report, quarterly report, data pack,
      management information, metrics, pack,
      months numbers, last months numbers,
      percent of supervisions, percentage of supervisions, proportion of supervisions`,
  },
  reportWord: {
    weight: 2,
    words: 'report, reports',
  },
  retention: {
    weight: 4,
    words: `
      retention, retention rate, retention rates, retention figures, retention report, retained, retain,
      leavers, leaver, turnover, attrition, 85 percent, 85% target, people leave, have stayed, stayed,
      still with us, still here, kept, have left, left the council, left us, staying on, completed and
      stayed, left since, nqsws left,
      people leaving, people are leaving, leaving the academy, leave the academy,
      people staying, staying after, stay after asye, stay on after, stayed on,
      nqsws stay, people stay, how many stay`,
  },
  reminder: {
    weight: 3,
    words: `
      reminder, reminders, notification, notifications, alerts, settings, setting, preferences,
      preference, digest, daily digest, weekly digest, summary instead, reminding me, remind me so, remind
      me less, remind me earlier, remind me later, pings, pinging me, messages from you, messaging me,
      nudges, nudge, nudging me, work pattern, working pattern, working days, non working days, non
      working day, dont work, dnt work, part time days, day off, days off, outlook calendar, ics, to my
      calendar, to my outlook, outlook, time of day, snooze, quiet hours, work mondays, email me instead,
      when you message me, message me, messages me, weekly instead, get these weekly, these weekly, get them weekly, ping me,
      send fewer, too many notifications, so many messages, too many messages, fewer messages, less messages,
      remind me at, remind me in the morning, remind me on,
      one email a week, one message a week, message a week, rather get one, weekly summary,
      weekly messages, switch me to weekly, mute, unmute, mute you, be quiet,
      remind me a week, remind me a day, remind me two days, remind me sooner, notifications off,
      notifications on,
      turn them down, i only work, i work mon, i work monday, i work tuesday, days i work`,
  },
  pause: {
    weight: 3,
    words: `
      pause, paused, pausing, on hold, suspend, suspended, suspension, suspending, extend, extended,
      extension, extending, maternity, maternity leave, mat leave, paternity, paternity leave, pat leave,
      adoption leave, parental leave, shared parental leave, sick leave, long term sick, long term
      sickness, off sick for, off for, be off for, signed off, career break, take a break from, break
      from, compassionate leave, time out, time out from, bereavement leave, defer, deferral, freeze,
      sabbatical, stop the clock, come back from leave, back from leave, return from leave,
      jury service, does it pause,
      months out, weeks out of, time out of, while shes off, while hes off, while theyre off`,
  },
  handbook: {
    weight: 3,
    words: `
      handbook, guidance, policy, policies, rules, rule, process, procedure, procedures, requirements,
      requirement, mandatory, compulsory, difference between, role of, purpose of, point of, expected of
      me, expectations, framework, template, how does the, how do the, what happens, what happens if, what
      happens at, what happens in, what happens during, what happens after, what happens when, what does
      a, what does an, whats the difference, what counts as, counts as, do i have to, do we have to, must
      i, am i required, should i bring, do i need to bring, bring to, prepare for, prep for, do i need
      for, need for my, need to do for, goes in, go in, should be in, how long is, how long does, how long
      are, how long should, how often, how frequently, how regularly, how long is the, who decides if, who
      decides whether, who attends, who comes to, who should be, what does it mean, what do we mean,
      meaning of, stand for, stands for, am i entitled, entitled, entitlement, eligible, work from home,
      wfh, whats meant by, what is meant by,
      carry over, carried over, what do i do if, what should i do if, who writes,
      weekly or fortnightly, get recorded, gets recorded, work if im part, co worker, coworker, practice week,
      what training, who does the assessment, responsible for my cases, how long do i present,
      work from home in,
      do i need to be,
      does part time, if im part time, part time make, being part time, working part time, do part
      timers, does working part time,
      asye part time, part time asye, signs off, who signs off, do agency workers, agency workers do,
      expected of a, expected of an, whats expected of, what is expected of, does sick leave extend,
      does leave extend, does sickness extend, does maternity extend, should happen in, what should
      happen, what should happen in,
      can my manager be, be my assessor, need consent, needs consent,
      what if i disagree, cap go up, limit go up`,
  },
  evidence: {
    weight: 3,
    words: `
      portfolio, critical reflection, critical reflection log, crl, crls, pdp, personal development plan,
      learning agreement, support agreement, observation, observations, direct observation, direct
      observations, induction, probation, standards, pqs, kss, ecs, post qualifying standards, early
      career standards, knowledge and skills, feedback from families, service user feedback, professional
      feedback, moderation, moderated, appeal, appeals, fail, failed, failing, pass, passing, passed,
      assessed, assessment criteria, evidence, documents, paperwork, forms, chronology of support,
      reflective log, self assessment, swe, hcpc, consolidation, shadowing, shadow, increment, observed, to be observed`,
  },
} as const satisfies Record<string, Concept>;
