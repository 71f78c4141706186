import type { Concept } from './concept.ts';

/** What somebody wants done, or says was done. */
export const actionConcepts = {
  record: {
    weight: 2,
    words: `
      record, records, recording, log, logging, logged, write up, writing up, write it up, writeup, fill
      in, fill out, complete, completing, submit, submitting, enter, input, add, put in, mark, register,
      document, note down, save, key in, put through, type up, new record, recorded, form, recordin, add
      notes, supervision notes, notes, note, record of, log of, report a supervision, register a, tick
      off, put down, confirm, document a`,
  },
  had: {
    weight: 1.5,
    words: `
      had, just had, done, did, just done, just did, saw, seen, held, met, met with, completed, finished,
      took place, happened, went ahead, has happened, have had, carried out, delivered, took, used, spent,
      taken, supervised today, just finished, just supervised, ive seen, done my, ive had, ive done, have
      done, weve had, we had, we did, we met, we have had, ive finished, ive completed, weve done, been
      done, has been done, was done, is done, all done, sat down with, caught up with, ran, ran a,
      attended, facilitated, chaired, provided, gave, supervised,
      ive just seen, just seen, i just saw`,
  },
  notHappened: {
    weight: 3,
    words: `
      didnt happen, did not happen, didnt take place, did not take place, hasnt happened, has not
      happened, not happened, never happened, wont happen, wont be happening, isnt happening, didnt go
      ahead, did not go ahead, not going ahead, not go ahead, wont go ahead, isnt going ahead, didnt turn
      up, did not turn up, didnt show, didnt show up, no show, did not attend, didnt attend, dna, never
      turned up, never had, havent had, didnt have, did not have, was cancelled, got cancelled, had to
      cancel, been cancelled, cancelled, canceled, called off, fell through, postponed, postpone,
      rearrange, rearranged, rearranging, reschedule, rescheduled, rescheduling, cant make, cannot make,
      couldnt make, could not make, wont make, cant do, cannot do, couldnt do, cant attend, cannot attend,
      couldnt attend, unable to attend, unable to make, not able to make, wasnt able to make, missed, we
      missed, i missed, was off sick, off sick so, so no, put off, bumped, not held, wasnt held, wasnt
      done, abandoned, cut short, no supervision, not take place, poorly, was ill, was unwell, was sick,
      off ill, on leave, on annual leave, annual leave, got called away, called away, called out, had an
      emergency, ran out of time, we forgot, skipped, stood me up, didnt make it, did not make it, failed
      to attend, not attend, not attended, non attendance, wasnt there, fell off, never took place, had to
      move, had to rearrange, need to rearrange, need to reschedule, need to cancel, want to cancel, had
      to postpone, cancelled on me, cancel supervision, cancel my supervision, cancel our supervision,
      cancelled supervision, cancelled our supervision, cancelled my supervision, no supo, not happening,
      didnt come, did not come, didnt manage, did not manage, couldnt manage, didnt get round to, didnt
      get to, didnt do, did not do, didnt arrive, didnt appear, didnt join, didnt log on, didnt have time
      for, didnt get chance, never came, never showed, not had my, wasnt able to do, stood up, got
      postponed, got moved, got rearranged, had to be cancelled, had to be postponed, had to be moved, has
      been cancelled, has been postponed, was postponed, was rearranged, is cancelled, is off, cancels,
      couldnt meet, could not meet, didnt meet, did not meet, unable to meet, cant meet, missed
      supervision, a missed supervision, missed session, cancelled session, missed supervisions,
      dnad, dnaed,
      no showed, noshow, noshowed`,
  },
  book: {
    weight: 2,
    words: `
      book, booking me, book me, book on, book onto, book me on, book me onto, book in, book me in,
      reserve, reserve me, join, sign up, sign me up, sign up for, put me down, put me on, put my name
      down, attend, get on, get me on, enrol, enroll, register for, register me, want to go, go along, get
      a place, have a place, attend the, come along`,
  },
  cancel: {
    weight: 3,
    words: `
      cancel, cancelling, cancel my, unbook, un book, remove me, take me off, drop out, dropping out, pull
      out, pulling out, call off, scrap, give up my, give my place, give my place to, no longer need, no
      longer want, no longer going, no longer able, cant come, cant go, cant make it to, cant make it,
      wont be able, wont be coming, not able to come, not able to attend, not coming, not going, unable to
      come, remove my, delete my, release my place, free up my,
      drop me from, drop me off,
      give my als, give my spot, give away my, someone else can have my, somebody else can have my, pass
      on my place,
      withdraw me from the, withdraw me from, unbook me, un book me`,
  },
  withdraw: {
    weight: 3,
    words: `
      withdraw, withdrawing, withdrawn, retract, take back, changed my mind, change my mind, changing my
      mind, dont want to move, no longer want to move, stay with my team, stay in my team, stay in my
      current team, stay where i am, staying in my team, staying put, rather stay, want to stay, decided
      to stay, stay put, stay after all, forget my, drop my, stop my, pull my, rescind, dont want to
      change team, dont want to change teams, dont want to transfer, dont want to switch,
      forget about the team, forget the team move, forget about moving, scrap the move, scrap my move,
      drop the move, forget the move,
      decided not to move, decided against moving, not to move after all, dont want to move after all,
      dont go ahead with my, do not go ahead with my, dont go ahead with the`,
  },
  raise: {
    weight: 2,
    words: `
      raise, raising, flag, flag up, escalate, escalating, make a, lodge, bring up, speak to someone, talk
      to someone, report a, share a, share my, share, take it further, take this further, speak up, speak
      up about, discuss, report something, whistleblow, whistle blow, whistleblowing, whistle blowing,
      make a complaint, file a complaint, complain, grievance, raise it, something wrong, somethings
      wrong, something isnt right, somethings not right, raise something, escalate something, escalate
      this, flag something, raise this, bothering me, report a problem, report an issue, report a concern`,
  },
  change: {
    weight: 1,
    words: `
      change, changing, update, updating, set, edit, amend, adjust, alter, correct, updated, changed, turn
      off, turn down, switch off, switch on, turn on, stop, mute, unmute, disable, enable, opt out,
      unsubscribe`,
  },
  start: {
    weight: 1,
    words: `
      start, starting, begin, open, request, apply, apply for, ask for, asking for, put in for, make,
      initiate`,
  },
} as const satisfies Record<string, Concept>;
