import type { Concept } from './concept.ts';

/** Talk that is about the conversation itself, and about this bot. */
export const smallTalkConcepts = {
  greeting: {
    weight: 2.5,
    background: true,
    words: `
      hi, hello, hey, hiya, hi ya, helo, hullo, heya, hey up, ey up, ay up, eyup, yo, howdy, morning,
      mornin, good morning, gm, good afternoon, afternoon, good evening, evening, greetings, hello there,
      hi there, hey there, morning all, alright, alrite, allright, all right, you alright, u alright, you
      ok, u ok, you okay, how are you, how are u, how r u, how are you doing, how are you today, hows it
      going, hows things, how do, whats up, wassup, sup mate, are you there, anyone there, you there, nice
      to meet you, gday, bore da, salaam, hi bot, hello bot, hey bot, hi all, hello all, hi everyone, good
      day, wotcha, long time no see, hey academy, hi academy, hello academy, morning academy, alright
      mate, alright there, hi mate, hey mate, morning mate, hello mate, alright pal, hows you, hows u,
      happy monday, happy friday, good morning to you, good afternoon to you, hello again, hi again, me
      again, its me, hi assistant, hello assistant, hope youre well, hope you are well, hope all is well,
      merry christmas, happy new year, to you, yoo, hii, hai, hiyer, now then, how is it going, how are
      things, hows your day, how is your day, hows it hanging, are you well, you well, hi there bot, hi
      hi, hello hello, hey hey, sup bot, whats up bot, what is up, morning everyone, hello everyone,
      afternoon everyone, evening everyone, hey everyone, hi team, morning team, hello team,
      hola`,
  },
  thanks: {
    weight: 2.5,
    background: true,
    words: `
      thanks, thank you, thankyou, thank u, thanku, thnx, thx, thks, tnx, thanx, ta, ta very much, cheers,
      ty, tysm, tyvm, tq, many thanks, thanks a lot, thanks so much, thanks very much, thanks for that,
      thanks for your help, thanks for the help, much appreciated, appreciated, appreciate it, appreciate
      that, i appreciate, brilliant, perfect, lovely, great, fab, fabulous, awesome, excellent, amazing,
      super, wonderful, fantastic, nice one, nice, cool, got it, gotcha, ok, okay, okie dokie, okey dokey,
      kk, sorted, thats sorted, thats great, thats helpful, that helps, helpful, really helpful, very
      helpful, thats all, that is all, youre a star, youre a lifesaver, you are a star, legend, lifesaver,
      life saver, good bot, well done, noted, understood, all good, will do, no problem, no worries, bye,
      goodbye, bye bye, see you, see ya, see you later, speak soon, have a good day, have a good weekend,
      bless you, grateful, good to know, mate, youve been a great help, a great help, great help, good
      job, clever bot, thanks a million, thanks a bunch, much obliged, obliged, ace, ace thanks, thats
      perfect, thats lovely, thats brilliant, thats fab, thats it, thats it for now, that was helpful,
      spot on, magic, wicked, smashing, champion, marvellous, superb, you rock, love it, perfect thanks,
      all sorted, all done, will do thanks, no thanks, no thank you, nope thats it, im good, im done,
      nothing else, nah im good, very kind, so kind, kind of you, owe you one, i owe you, really
      appreciate, thank you kindly, thank you ever so much, ever so much, thanks bot, thank you bot, great
      stuff, good stuff, nice work, great work, good work, big thanks, huge thanks, million, bunch, thanks
      again, cheers for that, cheers for the help, thats what i needed, thats all i needed, all i needed,
      just what i needed, that works, works for me, right thanks, makes sense, that makes sense, fair
      enough, fine, thats fine, okey doke, right okay, ok then, lol thanks, diamond, gem, youre a gem,
      hero, have a nice day, have a good one, enjoy your day, take care, see you soon, night, goodnight,
      good night, ttfn, tara, laters, appreciate the help, appreciate your help, thanks for help, cheers
      bot`,
  },
  aboutBot: {
    weight: 4,
    words: `
      what can you do, what can u do, what can you help with, what can you help me with, what do you do,
      what are you able to do, what are you, what r u, who are you, who r u, who am i talking to, who is
      this, what is this, whats this, are you a bot, are you a robot, are you a human, are you human, are
      you a person, are you a real person, are you real, are you ai, are you an ai, is this a bot, is this
      a real person, am i talking to a person, am i talking to a bot, how does this work, how this works,
      how does the bot work, how does it work, how do i use this, how do i use you, how to use this, how
      to use you, how do i use the bot, how do i use it, what can i ask, what can i ask you, what can i
      say, what can i type, what can i do here, what should i ask, what should i type, what questions,
      what questions can i ask, what sort of questions, what sort of things, what kind of things, what
      things can i ask, can you help, can u help, can you help me, can you help me with something, how can
      you help, how can you help me, how do i start, how do i get started, where do i start, what
      commands, what is this bot for, what is this for, whats this for, what are you for, what are you
      here for, what is this thing, what this bot does, what is the bot, whats this bot, what does this
      bot do, what does this do, what does the bot do, what does this app do, what is academy assistant,
      who made you, who built you, what do you know, what do you know about me, what information do you
      hold, what do you store, what data, what data do you hold, do you store, do you keep, who can see
      what i type, who sees what i type, who sees this, who can see this, can my manager see, can my
      manager see this, is this confidential, is this thing confidential, is this private, is this
      anonymous, is it confidential, are you confidential, dont know what to do here, dont know how to use
      this, not sure how this works, not sure what to do, not sure what to ask, examples of what i can
      ask, what are my options, what are the options, what can this do, what can this bot do, show me what
      you can do, tell me what you can do, what features, your name, whats your name, how do i talk to
      you, i need help using this, teach me, what else can you do, can you explain what you do, how do i
      use u, who am i chatting to, who am i chatting with, who am i speaking to, what do i type, how does
      this bot work, how this bot works, any tips on using this, tips on using, what does this bot, how to
      use this bot, what is it you do, what do u do, what can this, what is your purpose, whats your
      purpose, what kind of bot, are you real person, how can u help, how could you help, what are you
      good for, what help can you give, what support can you give, how can this bot help, how can the bot
      help, what am i able to do, what am i able to ask, what else can i ask, explain what you do, tell me
      about yourself, introduce yourself, how do i get help, where can i get help with this, what info can
      you give me, what information can you give me, show me how to use this, am i talking to a human, is
      there a human, can i speak to a human, speak to a human, real person, what can i do with this, what
      can i do, what kind of questions, what sort of questions can i ask, what kind of questions can i
      ask, what functions do you have, what features do you have, what functions, im new here, new here,
      im new to this, what can you tell me, what can u tell me, what could you do, how does this thing
      work, how does it all work, what else can you help with, how do i work this, how do i ask, show me
      what i can do, what i can do, what services do you offer, what services, services do you offer, what
      do you offer, what do you actually do, what do you even do, what do i use this for, hows this work,
      how is this work, hows it work, help me with, can i ask you something, can i ask a question, can i
      ask something, i have a question, got a question, quick question for you, have a question for you,
      how do you help,
      how do i start with this`,
  },
  ask: {
    weight: 0.8,
    words: 'ask, type, say, questions, question, tell me, features, functions',
  },
  use: {
    weight: 0.8,
    words: 'use, using, work, works, operate',
  },
  bot: {
    weight: 0.6,
    background: true,
    words: `
      bot, assistant, the assistant, this assistant, academy assistant, you, u, this thing, this bot, the
      bot, this app, the app, chatbot, this chat`,
  },
  able: {
    weight: 0.2,
    background: true,
    words: 'can, could, able, do, offer, provide, capable, services',
  },
  not: {
    weight: 0.5,
    background: true,
    words: `
      not, didnt, did not, dont, never, no, wont, cant, couldnt, wasnt, hasnt, havent, isnt`,
  },
  help: {
    weight: 3,
    words: `
      help, hlp, halp, help me, help pls, help please, commands, command list, menu, main menu, options,
      instructions, user guide, faq, im stuck, i am stuck, stuck, im lost, im confused, confused,
      examples, assist, need help, need some help, some help, give me a hand, get started, tutorial, how
      to use, support please, give us a hand, a hand, tips, guide, helpp, hellp, how to, what now,
      assistance, assist me, can you assist, sos, pls help, i need help, i need some help, need a hand,
      could do with some help, bit of help, show help, help menu, list commands, show commands, what next
      with this`,
  },
} as const satisfies Record<string, Concept>;
