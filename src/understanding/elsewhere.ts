import type { Concept } from './concept.ts';

/**
 * What people ask that somebody else answers: casework, the law, human resources, the building, the world.
 * One of these in a clause means that the clause is not for the academy, whatever other words stand beside it.
 */
export const elsewhereConcepts = {
  casework: {
    weight: 8,
    words: `
      supervision order, supervision orders, care order, interim care order, supervised contact, contact
      centre, contact session, family time, child protection, child protection conference, child
      protection plan, cp conference, icpc, rcpc, cp review, cp plan, core group, core groups, strategy
      meeting, strat meeting, strategy discussion, section 47, section 17, section 20, section 31, s47,
      s17, s20, legal planning, plo, public law outline, court, court date, court hearing, court report,
      hearing, cafcass, guardian, lac review, lac, cla review, cla, looked after, looked after review,
      looked after child, child in care, child in need, cin review, cin plan, cin, iro, iro review, care
      plan, care plan review, care planning, placement, foster, foster carer, fostering, private
      fostering, adoption, kinship, mash, referral, refer a child, disclosed, disclosure, safeguarding,
      safeguarding concern, safeguarding concerns, concern about a child, concerns about a child, worried
      about a child, worried about a young person, concern about a family, concern for a child, case note,
      case notes, case recording system, home visit, home visits, statutory visit, visit a family, visits,
      the family, families, parents, the mum, the dad, child and family assessment, assessment for,
      genogram, proof read, proofread, liquidlogic, lcs, mosaic, qlik, tri x, the childs, a childs, childs
      address, phone number for the police, police, my statement, court statement, social circumstances,
      eph, viability, allocated worker, duty social worker, edt, out of hours, this case for, write a
      chronology, case summary, service user, service users, young person, my young person, pathway plan,
      eh assessment, early help, tac meeting, annual review meeting for, ehcp, pep meeting, domestic
      abuse, neglect case, angry parent, parent, make a referral, legal threshold, care proceedings,
      proceedings, the childs review, childs review, childs, child review, review for the child, sibling,
      siblings, life story, chronologies, risk assessment, mental capacity, best interests, deprivation of
      liberty, dols, care act, mental health act, section 2, section 3, direct payments, carers
      assessment, carers, nursing home, residential, respite, social history, sgo, special guardianship,
      kinship carer, reunification, rehabilitation home, exploitation, county lines, missing from home,
      missing episode, return home interview, strategy, lado, nrpf, uasc, asylum, immigration status, age
      assessment, parenting assessment, drug test, hair strand, contact with dad, contact with mum, birth
      mum, birth father, foster care, foster placement, write my assessment, do my assessment, my
      assessment for, family group conference, fgc, report been filed, social worker for, bruise, bruises,
      injuries, for mum, for dad, resistant family, close a case, close the case, directors, director of,
      review my assessment, review my essay, review my report, review my statement, review my work, review
      my cv, review this, review the attached, review my document, review a document,
      write in her supervision, write in his supervision, write in their supervision, say in her supervision, say in his supervision, say in their supervision, said in supervision,
      child is, the child is, lives with, living with nan, with nan,
      do my portfolio, write my portfolio, do my reflection, write my reflection, do my assignment,
      write my essay`,
  },
  office: {
    weight: 8,
    words: `
      annual leave, book leave, book annual leave, leave balance, flexi, flexitime, toil, payslip, pay
      slip, payroll, payday, pay day, get paid, paid, pay rise, salary, wage, wages, pension, mileage,
      expenses, claim expenses, car park, parking, park, meeting room, a room, desk, hot desk, wifi,
      password, laptop, computer, printer, it helpdesk, it support, helpdesk, printer is, phone is broken,
      new phone, mobile phone, id badge, badge, lanyard, canteen, kitchen, toilet, fire alarm, office
      open, recruitment, vacancy, vacancies, jobs going, apply for a senior, senior post, apply for a job,
      job application, dbs, reference for, union, dentist, doctors, gp appointment, car insurance, my car,
      tax code, sick note, sick today, call in sick, off sick today, teams call, outlook password, email
      signature, draft an email, write an email, email the, powerpoint, spreadsheet, excel, flu jab,
      uniform, swe registration fee, childcare voucher, day off, my cv, cv, duty rota, rota, transfer me
      to hr, hr, human resources, double booked, move desk, change desk, parking permit, permit, the
      office, office close, office hours, address of, postcode, phone number, extension number, teams not
      working, cant log in, log in to, login, vpn, bluetooth, holiday form, overtime, bonus, tax, student
      loan, smart card, sick pay,
      keeps crashing, crashing on me, keeps freezing,
      staff number, payroll number, business cards, pool car,
      put a meeting, meeting in my outlook, meeting invite, performance rating, appraisal, disciplinary,
      sickness record, sick record, personnel file, home number, mobile number`,
  },
  world: {
    weight: 8,
    words: `
      weather, rain, sunny, snow, forecast, temperature, football, match, league, cup final, cricket,
      rugby, united, arsenal, liverpool, england, the news, headlines, capital of, president, prime
      minister, government, election, politics, king, queen, brexit, joke, jokes, poem, poems, song, sing,
      story, limerick, essay, recipe, cook, cooking, dinner, lunch, breakfast, tea tonight, pizza, coffee,
      restaurant, pub, pint, beer, wine, takeaway, train, trains, bus, buses, tram, flight, flights,
      hotel, holiday, holidays, bank holiday, half term, birthday, film, films, movie, movies, telly, tv,
      netflix, book to read, good book, music, playlist, alarm, timer, taxi, uber, concert, tickets,
      ticket, gym, subscription, shopping, amazon, translate, translation, in french, in polish, in
      spanish, convert, currency, euros, pounds, dollars, bitcoin, stocks, lottery, horoscope, star sign,
      meaning of life, code, python, javascript, program in, homework, dog, dogs, cat, cats, banana, moon,
      planet, how tall, how old, invented, history of, the date today, todays date, what time is it, what
      is the time, what day is it, love me, marry me, are you alive, girlfriend, boyfriend, sexy, kids of
      my own, children of my own, my own kids, my own children, my kids, my children, my son, my daughter,
      off school, my mum, my dad, my nan, my wife, my husband, my sister, my brother, sisters, move house,
      moving house, house, crying laughing, crying with laughter, laughing, stress ball, dying for a,
      dying to, killing time, night out, internet, google, chatgpt, alexa, siri, video, game, games, quiz,
      crossword, wordle, capital city, population of, distance to, how many miles, miles, recommend, as a
      present, the present, a present, presents, birthday present, support arsenal, do you support, team
      do you, car needs, of the film, of this restaurant, product review, book review, film review, trip
      advisor, lovely weather, cancel my gym, at home, horse, fish, garden, trump, climate, tesco,
      sainsburys, asda, my phone, new car, nail appointment, haircut, plumber, electrician, mortgage,
      rent, landlord, council tax, bins, bin day, library, school run, nursery, wedding, my name is,
      strictly, eastenders, coronation street, episode, season, favourite colour, favourite, nearest,
      photosynthesis, roman empire, empire, turtles, monkey, dishwasher, database, delete all, all data,
      call me a, record a video, pregnant, baby, good name, spaghetti, chocolate, cake, biscuits, tea and,
      live in, people live, country, countries, continent, planets, space station, dinosaur, elephant,
      science, maths, physics, chemistry, biology, square root, times table, president of, world cup,
      olympics, formula 1, tennis, golf, oscar, celebrity, actor, singer, band, spotify, despacito,
      youtube, facebook, instagram, tiktok, twitter, what do you think, do you sleep, do you eat, do you
      dream, are you single, are you married, sing me, tell me a, rap, rhyme, riddle, trivia, fun fact,
      random fact, interesting fact, knock knock, ghost, aliens, god, religion, bible, vegan, diet,
      calories, exercise, yoga, marathon, insurance, bank account, loan, credit card, savings, shares,
      investment, petrol, diesel, mot, electric car, driving test, airport, passport, beach, spain,
      france, french, german, polish, spanish, italian, paris, london, new york, manchester, birmingham,
      leeds, when is christmas, is it christmas, christmas do, christmas party, christmas present, till
      christmas, until christmas, sky, grass, cheese, duck, goose, lasagne, cinema, shop close, attached
      document, minimum wage, clocks change, wrapping, pothole, crime, family guy, chat gpt, what model,
      is single, become a manager, dress code, sleeps till, on fire, luton town, what is love, dad joke,
      the war, war, perfect tense, tense, water, spider, mountain, podcast, beatles, mona lisa, pancake,
      waiter`,
  },
} as const satisfies Record<string, Concept>;
