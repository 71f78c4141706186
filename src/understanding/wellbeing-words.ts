import type { Concept } from './concept.ts';

/**
 * What people write when they are not all right. `distress`, anywhere in a message, makes it a wellbeing message and
 * outranks every other intent, so the list may be generous. `worn` does so only when somebody says it of themselves: a
 * printer can be knackered too. `low` does so only after a word of feeling: "feeling really down", not "down for ALS".
 */
export const wellbeingConcepts = {
  distress: {
    weight: 6,
    words: `
      im struggling, really struggling, struggling with everything, not coping, cant cope, cannot cope,
      cant cope anymore, couldnt cope, finding it hard to cope, hard to cope, struggling to cope,
      difficult to cope, overwhelmed, overwhelm, burnt out, burned out, burning out, burnout, burn out,
      burning myself out, stressed out, so stressed, stressing, stressing out, too stressed, work stress,
      not ok, not okay, im not alright, not alright, im not well in myself, not doing great, not doing
      well, not doing so well, not doing too well, not in a good place, in a bad place, bad place, dark
      place, rock bottom, really low, feeling low, feel low, low mood, feeling down, feel down, feeling
      really down, depressed, depression, anxiety, anxieties, panic attack, panic attacks, panicking,
      panicky, keep crying, been crying, in tears, tearful, burst into tears, cant sleep, cannot sleep,
      not sleeping, sleepless, losing sleep, insomnia, dreading work, dread coming, sick with worry,
      worried sick, too much for me, all too much, its too much, it is too much, everything is too much,
      becoming too much, getting too much, got too much, too much to cope, too much to bear, got on top of
      me, on top of me, getting on top, giving up, give up on everything, want to give up, feel like
      giving up, want to quit, want to leave my job, want to resign, thinking of quitting, thinking of
      leaving, thinking about quitting, thinking about leaving the profession, thinking of resigning, want
      out of this job, hate this job, hate my job, hate my life, hate work, hate coming, dont want to be
      here, dont want to be alive, dont want to live, dont want to wake up, dont want to go on, dont want
      to do this, want to die, wanna die, wish i was dead, wish i were dead, better off dead, better off
      without me, end it all, end my life, ending my life, kill myself, killing myself, take my own life,
      taking my own life, suicide, suicidal, self harm, self harming, self harmed, hurt myself, hurting
      myself, harm myself, harming myself, cutting myself, no point anymore, no point in living, cant go
      on, cannot go on, cant carry on, cannot carry on, cant do this, cannot do this, cant do it anymore,
      cant do it any more, cant do this anymore, cant take it, cant take any more, cant take anymore, cant
      take much more, cant handle, cannot handle, cant face, cannot face, cant keep up, cant keep doing,
      cant keep going, cant manage, cannot manage, cant get out of bed, cant breathe, cant switch off,
      cant concentrate, cant think straight, cant stop thinking, cant stop crying, drowning, going under,
      breaking point, breaking down, mental breakdown, nervous breakdown, falling apart, falling to
      pieces, fall apart, losing my mind, end of my tether, end of my rope, at my wits end, wits end, ive
      had enough, on my knees, running on empty, running on fumes, on empty, mental health, my mental
      health, wellbeing, well being, wellbeing support, counselling, counsellor, counseling, therapist,
      occupational health, employee assistance, samaritans, need someone to talk to, need to talk to
      someone, want to talk to someone, need to speak to someone, someone to talk to, feel alone, so
      alone, feel so alone, feeling isolated, tough time, rough time, difficult time, really bad day,
      tough week, awful week, terrible week, rough week, horrible week, feel awful, feel terrible, feeling
      awful, feeling terrible, feel horrible, feel rubbish, feeling rubbish, feel like rubbish, feel like
      a failure, feel useless, feeling useless, feel worthless, worthless, feel hopeless, feel sick,
      traumatised, traumatized, vicarious trauma, secondary trauma, shook me up, shaken up, distressed,
      distressing, distraught, bullied, bullying, bully, harassed, harassment, discriminated,
      discrimination, racism, racist, abused at work, scared to, im scared, afraid to come, afraid of,
      grieving, grief, bereaved, someone died, passed away, a child died, child on my caseload died, worn
      down, emotionally drained, tired of everything, always tired, tired all the time, compassion
      fatigue, not myself, dont feel myself, not feeling myself, not feeling good, not feeling great, not
      feeling well in myself, not feeling ok, feel like crying, want to cry, could cry, cry myself, under
      so much pressure, under a lot of pressure, under too much pressure, too much pressure, at my limit,
      reached my limit, reached breaking, keep my head above water, head above water, imposter syndrome,
      feel like a fraud, out of my depth, lost my confidence, no confidence, losing confidence, not good
      enough, feel broken, dont want to get up, hard to get up, not eating, drinking too much, im failing
      everyone, failing everyone, feel trapped, at the end of it, barely coping, just about coping, barely
      hanging on, hanging by a thread, having a wobble, having a meltdown, meltdown, ptsd, flashbacks,
      sobbing, wanting to cry, worried about myself, look after myself, feeling anxious, down in the
      dumps, unwell with stress, off with stress, signed off with stress, emotional support, emotional
      wellbeing, my own health, self care, in crisis now, trauma support, end it now, resilience support,
      feel numb, unsafe at work, shook me, overwhelmd, finding things hard, finding things really hard,
      finding things difficult, finding it hard, finding it really hard, finding it tough, finding it
      really tough, finding it difficult, finding it really difficult, finding this hard, finding this
      really hard, finding work hard, finding work really hard, finding the job hard, feel like im
      failing, feeling like im failing, im failing at, like a failure, going to break, gonna break, about
      to break, close to breaking, near breaking, making me ill, makes me ill, making me sick, making me
      unwell, making me miserable, affecting my health, affecting my mental, affecting my sleep, affecting
      me, really down, so down, feeling so down, quite down, dont think i can do this, dont think i can do
      this job, dont think i can carry on, not sure i can do this, not sure i can carry on, not sure i can
      cope, not cut out for, cant do this job, nobody cares, no one cares, noone cares, nobody would miss
      me, nobody would notice, killing me, kills me, want it all to stop, want it to stop, want to
      disappear, want to run away, cried in, cried at, cried myself, cried all, cried today, cried
      yesterday, made me cry, makes me cry, making me cry, through the roof, my anxiety, my stress, stress
      levels, my stress levels, stress is, stressed about, stressed with, so stressed out, im stressed,
      really stressed, very stressed, feeling stressed, feel stressed, bit stressed, getting stressed,
      super stressed, overwhelmed by, feeling overwhelmed, so overwhelmed, losing my confidence, dont feel
      good, dont feel well mentally, dont feel ok, dont feel okay, dont feel right in myself, not feeling
      right, not in a good way, in a bad way, in a state, in bits, in pieces, a wreck, a mess, im a mess,
      nervous wreck, emotional wreck, worn to, at rock bottom, hit rock bottom, spiralling, spiraling,
      falling behind and, everything feels, everything is going wrong, everythings going wrong, everything
      is getting on top, nothing i do, cant keep my head, keeping my head above, cant stop worrying,
      worrying all the time, lying awake, awake all night, up all night worrying, waking up at night,
      waking in the night, heart racing, chest feels tight, cant eat, not coping well, struggling to
      sleep, struggling mentally, struggling emotionally, struggling at work, struggling with work,
      struggling with my, struggling a bit, struggling a lot, really really struggling, having a hard
      time, having a difficult time, having a bad time, having a breakdown, had a breakdown, having a bad
      day, had a bad day, having an awful, had an awful, having a terrible, had a terrible, having a
      horrible, had a horrible, having a rubbish, having a really bad, had a really bad, having a really
      hard, had a really hard, having a really tough, had a really tough, having a really difficult,
      feeling hopeless, feeling worthless, feeling like giving up, ready to give up, ready to quit, about
      to quit, thinking of giving up, thinking about giving up, thinking of packing it in, pack it in,
      jack it in, chuck it in, throw in the towel, regret becoming a social worker, why did i become a
      social worker, wish i wasnt here, wish i hadnt, cant face work, cant face coming in, cant face going
      in, cant face today, cant face another, cant go in, cant go into work, scared to come in, scared to
      go in, dont want to come in, dont want to go in, dont want to come to work, dont want to go to work,
      dont know how much longer, dont know what to do anymore, dont know what to do any more, dont know
      how to cope, dont know how to carry on, how to cope, help me cope, cope with the stress, cope with
      stress, under a lot of stress, under so much stress, under stress, work is too much, job is too
      much, workload is too much, caseload is too much, way too much, much more i can take, more i can
      take, out of control, cant manage my, im sinking, so isolated, feel isolated, feeling lonely, so
      lonely, feel lonely, feel helpless, feeling helpless, completely drained, feel drained, feeling
      drained, so drained, mentally drained, mentally exhausted, emotionally exhausted, physically
      exhausted, absolutely exhausted, im exhausted, feel exhausted, feeling exhausted, so exhausted,
      absolutely shattered, im shattered, im knackered, absolutely knackered, feeling shattered, im
      broken, want to hurt myself, want to harm myself, thoughts of suicide, suicidal thoughts, dark
      thoughts, intrusive thoughts, not safe, bad thoughts, having thoughts, i need support im, wellbeing
      service, wellbeing help, wellbeing contacts, mental health support, mental health first aider,
      mental health help, support for my mental, support with my mental, emotionally struggling, emotional
      toll, taking its toll, taking a toll, toll on me, nobody to talk to, no one to talk to, noone to
      talk to, nobody i can talk to, someone i can talk to, somebody to talk to, anyone i can talk to,
      feel unsafe, feeling unsafe, being bullied, feel picked on, picked on, victimised, intimidated,
      humiliated, sexually harassed, humiliating, getting to me, gets to me, really getting to me, feel
      like quitting, feeling like quitting, not been sleeping, havent been sleeping, havent slept, not
      slept, barely sleeping, hardly sleeping, barely slept, havent eaten, go home and cry, want to go
      home, upset me, upsetting me, upset by, so upset, really upset, feel upset, im upset, feeling upset,
      tired of all, tired of this, sick of this, sick of it all, im so tired, feeling tired all, mess up
      and, going to mess up, frightened of, im frightened, scared im, worried im not coping, getting me
      down, gets me down, wearing me down, grinding me down, doing my head in, my head is spinning, head
      is all over, all over the place, cant think, cant function, not functioning, on the edge, on edge,
      close to the edge, at the edge, breaking me, destroying me, ruining my life, ruining my health, no
      life, no work life balance, work life balance, working every evening, working all weekend, not
      seeing my family, need time off, need help with my mental, need to see someone, want to see someone,
      want to scream, feel nothing, feel empty, feeling empty, emptiness, feel stuck, feeling stuck, feel
      lost, feeling lost, dont know where to turn, nowhere to turn, feel like crap, feel like shit,
      feeling crap, feeling shit, feel shit, feel bad, feeling bad, feel sad, feeling sad, im sad, so sad,
      really sad, feel ill, feeling ill with, feel scared, feeling scared, im really scared, feel anxious,
      feel ashamed, ashamed, feel guilty, feeling guilty, guilt, feel angry all, feel defeated, feeling
      defeated, hanging on, hard to keep going, hard to carry on, hard to get out of bed, hard to sleep,
      find it hard to, find it so hard, so hard right now, really hard right now, its so hard, its really
      hard, too hard, just too hard, things are really hard, things are hard, things are tough, things are
      bad, things arent good, things arent great, im not good, pretty rubbish, pretty low, bit low, bit
      down, bit overwhelmed, bit anxious, bit tearful, bit emotional, bit fragile, fragile, lost the will,
      no motivation, zero motivation, lost motivation, lost all motivation, unmotivated, detached, cant
      relax, cant unwind, cant stop shaking, blackout, heart attack, palpitations, migraine from stress,
      off with anxiety, nervous about everything, feel under pressure, feel pressured, so much pressure,
      dont feel supported emotionally, not supported emotionally, dreading going, dreading coming,
      dreading monday, dreading tomorrow, so tired of, cope, to cope, will to live, the will to live, take
      this anymore, take it anymore, take any more, take much more, do this anymore, do this any more, do
      it anymore, do it any more, do this job anymore, do this job any more, live anymore, live any more,
      go on like this, carry on like this, broken me, has broken me, breaking my, unhappy at work, so
      unhappy, really unhappy, unhappy in myself, unhappy in this job, im worried im, health is suffering,
      suffering, im suffering, health is bad, health is terrible, health is poor, health has, mental
      state, headspace, head space, not in the right headspace, wanting to give up, cry every day, crying
      every day, cry all the time, at my desk crying, dont want to be here any more, dont want to exist,
      dont want to be around, not want to be here, hate coming to work, hate being a social worker, not
      enjoying life, life isnt worth, isnt worth living, not worth living, what is the point anymore, a
      bit much, bit much, finding it all, become too much, verge of quitting, verge of tears, on the
      verge, verge of, doing so good, not doing good, not doing so good, not doing so great, i cry, cry
      every, cry at, cry after, mentally,
      walking out and never, walk out and never, never coming back, feel like walking out, walk away
      from it all,
      nobody would care, no one would care, nobody cares if i, no one cares if i`,
  },
  low: {
    weight: 1,
    words: `
      low, down, rubbish, bad, sad, awful, terrible, horrible, alone, ill, unwell, empty, broken, lost,
      stuck, flat, numb, guilty, ashamed, angry, hard, tough, difficult, useless, worthless, hopeless,
      defeated, deflated, trapped, sick, crap, shit, shitty, crappy, lousy, wretched, dreadful, poorly,
      rotten, vile, pathetic, stupid, small, invisible, unloved, dead, dead inside, weak, incompetent,
      inadequate, out of control, heavy, bleak, dark, raw, fragile, edgy, jittery, nervous, worried,
      scared, afraid, sleepy, weary, fatigued, unsafe, unable, disillusioned, jaded, spent, wrecked,
      ruined, crushed, beaten, flattened, tense, wired, restless, irritable, snappy, bitter, resentful,
      rejected, judged, pressured, suffocated, smothered, powerless, helpless`,
  },
  worn: {
    weight: 3,
    words: `
      anxious, ashamed, assaulted, at breaking, attacked, awful, awful day, bad day, bad time, bad week,
      breakdown, buried, crap, cried, crying, cut myself, devastated, dont feel safe, drained, dread,
      dreading, emotional, emotionally, exhausted, exhausting, fatigued, fed up, frazzled, frightened, had
      enough, hard day, hard time, hard week, heartbroken, helpless, hit a wall, hopeless, horrible day,
      in crisis, isolated, knackered, lonely, losing it, miserable, my head is, my heads, need a break,
      need some time off, nightmares, no energy, numb, overwhelming, pointless, rough day, run down, sad,
      scared, scared of, shaken, shattered, shit, shook up, sinking, snowed under, so low, so tired,
      stressed, stressful, struggle, struggling, swamped, terrible, terrible day, terrified, therapy,
      threatened, tired, tough day, trapped, under pressure, upset, upsetting, worn out, tough, failing,
      stress, anxiety, horrible, useless, lost it, shaky, teary, weepy, tearful, run ragged, wiped out,
      wiped, done in, frayed, burnt, burned, disheartened, demoralised, deflated, defeated, panicked,
      panic, overloaded, overworked, sleepless, drowning, discouraged, gutted, rough, crappy, grim,
      shaking, vulnerable, pressure, disconnected, not great, not good, tired of all, tired of all this,
      cry, weeping, sob`,
  },
} as const satisfies Record<string, Concept>;

/** Words by which people speak of themselves, just before a `worn` word or just after ("has broken me"). */
export const ofOneself: ReadonlySet<string> = new Set(
  'i im ive id am feel feeling feels felt we were everything its been makes making made me myself'.split(' '),
);

/** Words that make a `low` word a feeling. */
export const ofFeeling: ReadonlySet<string> = new Set('feel feeling feels felt'.split(' '));
