import type { Concept } from './concept.ts';

/** How it is asked. */
export const askingConcepts = {
  when: {
    weight: 1,
    words: `
      when, whens, wen, wens, whn, when is, what date, what day, which day, which date, date, dates, how
      long until, how long till, how long til, how long before, how many days, how many weeks, how many
      days until, how many days till, how many weeks until, how many weeks till, how soon, how far off,
      how far away, what time, what week, which week, which month, what month, whne, day, days left, time
      left, countdown, days until, weeks until, days till, how long have i got, how long do i have, how
      long have i got before, how long do i have before, how long is it until, how long is it till, how
      long is it before`,
  },
  next: {
    weight: 1,
    words: `
      next, nxt, nex, neext, upcoming, coming up, up next, coming, soon, forthcoming, approaching,
      following, scheduled, arranged, ahead, in the diary, in my diary, lined up, planned, pencilled in,
      happening, taking place, diarised, near future, expecting, on the horizon, horizon, coming my way,
      next up, next few weeks, few weeks, focus on, next few days, in store, whats happening, whats on,
      comes next, next deadline, next event, next date, next one, next appointment, comes up, next task,
      task`,
  },
  due: {
    weight: 1.5,
    words: `
      due, meant to be, supposed to be, falls due, deadline, deadlines, need to do, to do list, to do,
      todo, todo list, todos, on the cards, should i be doing, supposed to do, meant to do, got to do,
      have to do, should i do, priority, priorities, actions, tasks, jobs, due by, get done, get done by,
      to complete, focus on, should i know about, need to know, to prepare, working on, left to do,
      meant to happen, supposed to happen,
      should be preparing, be getting ready,
      supposed to be doing, should be doing,
      am i supposed to be doing, am i meant to be doing`,
  },
  any: {
    weight: 0.5,
    background: true,
    words: 'any, anything, something, nothing, some, thing, things, stuff, else',
  },
  contacts: {
    weight: 2,
    words: `
      contacts, my contacts, contact list, contact details, whos who, who is who, support network, support
      team, my support team, on my side, around me, whos supporting, who is supporting, supporting me, key
      contacts, point of contact, main contact, useful contacts, key people, who can i contact, who do i
      contact, who should i contact, who do i go to, who can i go to, who do i turn to, who do i speak to,
      who can i speak to, who do i ask, who do i report to, who should i contact about, who looks after,
      responsible for my, who do i ask about, do i report to, report to, who can i contact if`,
  },
  who: {
    weight: 1.5,
    words: `
      who, whos, whose, who is, name, name of, names, email of, contact, contacts, contact details, get
      hold of, get in touch, reach, phone, number for, who do i speak to, who do i go to, who can i speak
      to, who can i ask, who should i, who can i talk to, who do i ask, who do i contact, who do i report
      to, who is supporting, on my side, whos who, support network, email address, covering for, contact
      number, email for, email please, email, details for, details of, responsible for, in charge of, main
      contact, point of contact, named, assigned, allocated to me, looks after, looking after me,
      telephone, extension for, who have i got, who do i have, who has been, who will be, who leads, who
      does, who runs,
      who do i ring, who do i call, who should i ring, who should i call, who can i ring, who can i
      call, who do i phone, who do i message,
      whos in charge of my, who is in charge of my`,
  },
  why: {
    weight: 3,
    words: `
      why, whys, y is, why is, why has, why did, why isnt, why not, how come, reason, reasons, whats the
      reason, work out, worked out, work that out, worked that out, calculated, calculate, calculation,
      explain why, explain, where does that, where did that, where does, where did you get, come from,
      came from, got that date, get that date, was that date decided, reasoning, rationale, based on,
      arrive at, arrived at, justify, how did you get, how do you know, looks wrong, seems wrong, that
      wrong, doesnt look right, picked, chosen, y, picked that, pick that, made you pick, chose, choose,
      who decided, whats behind, how was this, how was that, calculate my, calculated my, explain how,
      reason for, reason behind, what made, what makes, justify the, say that, on what basis, logic, logic
      behind, worked that, get that, get this, got this date, come up with, came up with, show me how,
      show your working, break down, decided that, end up, understand why, dont get why, not sure why,
      confused about the date, wrong date, seems odd, explain the, how do you work out, work out the date,
      work out the dates, thinking behind, behind that, behind the date, whats the thinking, thinking
      behind that, what determines, determines, what sets, why did it, was set, is set, gets set, were
      set, are set, get set, been put, put on that, falls on, fall on, lands on, land on,
      come to that date, came to that date, come to that, come to this date, get to that date, got to
      that date`,
  },
  thatDate: {
    weight: 1.5,
    words: `
      that date, this date, the date, that day, this day, the day, these dates, those dates, its date,
      that time, then, so late, so soon, so early, so far away, so far off, moved, shifted, pushed,
      changed, that one, the 1st, on that, on that date, on that day, on a, not earlier, not later, later
      than, earlier than, different date, the 2nd, the 3rd, the 4th, the 5th, the 6th, the 7th, the 8th,
      the 9th, not on, not before, not after, so long, so far, rather than, instead of, on a monday, on a
      tuesday, on a wednesday, on a thursday, on a friday, brought forward, changed date, new date, my
      date, date changed, date moved, been moved, week earlier, day earlier, week later, a week earlier, a
      week later, month later, earlier, sooner, before christmas, after christmas, before easter, after
      easter, pushed back, the dates, review date, the review date, it move, it moved, it change, it
      changed, move it`,
  },
  show: {
    weight: 0.5,
    words: `
      show, show me, list, list of, give me, see, view, display, tell me, look at, pull up, bring up, run,
      download, generate, send me, get me, produce, open up, find, summary, summary of, print, show us,
      what do i have, what have i got, what i have got, check`,
  },
  what: {
    weight: 0.5,
    words: 'what, whats, wot, wots, wat, wats, which, wht',
  },
  how: {
    weight: 0.5,
    words: `
      how, hows, how do i, how can i, how would i, how to, how do you, how did you, how is, how are my,
      how do we, howz`,
  },
  status: {
    weight: 2,
    words: `
      status, status of, news, any news, any update, update on, updates, up to with, up to, happening
      with, whats happening, where is, wheres, where are we, whats going on, going on with, got to,
      approved, approve, approval, decided, decision, heard back, heard, answered, outcome, outcome of,
      whose turn, been agreed, accepted, yet, dealt with, looked at, look at my, progressing, whats the
      latest, latest on, latest, resolved, how is my request, response, rejected, refused, turned down,
      gone through, go through, what stage,
      said yes, said no, hold up, whats the hold up, holding up, what step, which step, what stage is,
      has anyone replied, anyone replied,
      agreed to my, agreed to the, agreed to, replied to, replied about, responded to, where has, where
      have,
      picked up my, has anyone picked up, anyone picked up, been picked up,
      had an answer, had any answer, an answer about, had a reply, heard anything about`,
  },
  mine: {
    weight: 0.2,
    background: true,
    words: 'my, mine, our, ours, myself',
  },
  howMuch: {
    weight: 1,
    words: 'how much, how many, what amount of, number of',
  },
  should: {
    weight: 1,
    words: `
      should, should i, do i get, do we get, do nqsws get, do you get, do nqsws have, are there, is there,
      do i need, do we need, does an nqsw, must, am i entitled to, will i have, will i get, am i supposed
      to, are we supposed to, are required, is required, can an nqsw, an nqsw, a newly qualified, for
      nqsws, expected, allowed to`,
  },
  define: {
    weight: 1,
    words: `
      what is a, what is an, what is, whats a, whats an, what are, what does, what do, what exactly is,
      what is meant by, meaning, mean, means, definition, explain, describe, who is an, how are, tell me
      about, learn about, information on, info on, info about, information about, explain the, explain
      what, explain how, tell me more about, more about, details on, find out about, understand what,
      what even is, what even is a, what even is an, what even are, what actually is, what actually is
      a, what actually is an`,
  },
  agenda: {
    weight: 2.5,
    words: `
      coming up, upcoming, up next, next up, on the horizon, lined up, in the diary, in my diary, in
      store, to do list, todo list, to do, my plate, whats on, what is on, whats happening, what is
      happening, in my calendar, agenda, week ahead, month ahead, on this week, on next week, on today,
      next few weeks, few weeks, next few days, next thing, next things, next dates, next step, next
      steps, coming my way, whats next, wots next, whats nxt, what is next, next for me, what comes next,
      next on my list, whats after this, plan for this week, plan for the week, plan for today, plan for
      next week, needs doing, need doing, next task, next tasks, next job, next milestone, need to be
      doing, i need to do, have to do this, got to do this, left to do, left this week, left this month,
      what is left, whats left, on my list, jobs to do, things to do, stuff to do, my tasks, my actions,
      action points, tasks due, on my calendar, coming months, coming weeks, coming days, week look like,
      month look like, week looking like, month looking like, plan for this, whats the plan, what is the
      plan, anything booked in, booked in this week, due in the next, in the pipeline, pipeline, on my
      radar, next item, next items, need to do before, to do before, to do by, on the agenda, next
      activity, next commitment, next commitments,
      what happens next, whats happening next, quick rundown, rundown, run down of, run through of, be
      preparing`,
  },
  open: {
    weight: 1.5,
    words: `
      open, current concerns, active, live, unresolved, ongoing, outstanding concerns, raised, i raised,
      with me, been raised,
      waiting for me, waiting on me`,
  },
  howMany: {
    weight: 1,
    words: `
      how many have, how many do, how many cases, how many children, how many kids, how many does, how
      many am i, how many young people, how big is, how high is, how many of my, what percentage, what
      proportion, percentage`,
  },
  holding: {
    weight: 2,
    words: `
      holding, im on, i am on, now on, im up to, i am up to, gone up to, up to, now at, im at, am at,
      currently on, sitting on, sitting at, currently at, carrying, ive got, i have, i got, i now have,
      now have, been given, been allocated, i currently have, are on, is on, has, have, got, allocated, am
      i over, over my, over the, over, stands at, standing at, gone down to, went down to, went up to,
      come down to, dropped to, down to, risen to, jumped to, increased to, reduced to, hit, reached,
      meant to have, currently got, ive now got, have now got, im holding, im carrying, im currently on,
      im now on, im now at, im sitting at, am now holding, ive, weve`,
  },
  seeing: {
    weight: 1,
    words: 'seeing, see, meet, meet with, meeting with, meeting up with, sit down with',
  },
  doing: {
    weight: 1,
    words: 'how is, hows, doing, getting on, getting along, coping with it, going',
  },
} as const satisfies Record<string, Concept>;
