/** Words that carry no meaning of their own here: they neither help a question nor speak against it. */
export const glueWords = words(`
  a an the i im ive id ill me my mine myself we us our ours you your youre u ur it its is are am was were be been being
  isnt arent wasnt werent do does doing did dont doesnt didnt have has had havent hasnt hadnt having can could cant
  couldnt cannot would wouldnt will wont shall should shouldnt may might must to of in on at by for from with about into
  onto over up out off and or but so if then than that this these those there here as also too please pls plz plse
  pleeease kindly just only really very much quite bit little lot again now still already ever never not no yes yeah yep
  yh nope nah need needs want wants wanna gonna gotta would like love know knows wonder wondering wondered think thinking
  tell say says said ask asking asked let lets get gets getting got give gives go goes going come comes make makes take
  see look looking looks find show remind reminder check quick quickly question q query sorry hope hoping well oh ah er
  erm um hmm actually basically maybe perhaps possible possibly able since until till til before after because cuz coz cos
  bc when where how what which who whom whose why all any every each some more most less own per via re etc btw fyi
  asap rn atm today tonight current currently moment via regarding around roughly exactly specific specifically own
  forgotten forget remember mind hoping bot assistant team academy r ya yer im whens theres thats ones one first last
  start started new another other same different correct right anyway though tho however id hed shed theyd weve youve
  theyve he she they them him her his their theirs it'd cause while during within without between towards against
  sure believe guess suppose seem seems supposed meant confirm double work working works person people someone anyone
  somebody anybody everybody both either neither else enough ok thing things stuff way ways kind sort bit please-
  onwards forward soon later earlier early late long short far near time times thinking trying try tried keep keeps kept
  put set use used using call called wait waiting hang hold holding lost miss pop drop send sent pass quick dear
  good great best better nice happy glad ideally preferably normally usually always often sometimes recently lately
  next today's yet such own mean means meaning ready available official officially properly end there's im'
  w mind slipped memory earth heaven diary purpose folks everyone
  as soon possible info information details detail exact about couple few letting partner pal buddy several plenty lots lot
  today morning afternoon weeks days week months honest honestly tbh fyi basically literally genuinely truly simply
`);

/**
 * Ordinary words that a hurried eye could take for one of ours ("text" for "next", "tram" for "team"): they are
 * left as they are, and count as words that the question does not explain.
 */
export const ordinaryWords = words(`
  text nest exit test tests best rest west vest hence hen then than them theme when men man wine went sent rent tent
  movie movies love lived live lives lover loved dove cove more made mode model morning mourning tea teas teal tear tears
  tram term terms seam steam stream beam meat seat heat beat read reads reader reading road roads load loads loading
  loaded lead leads leader leading house horse hose host hosts hosted ghost lost post posts posted past paste cost
  case cases base vase cast coast caste child chill children chicken kitchen kitten kid kind kids kinds kill
  view views viewer preview renew renewed revise revised relieve reveal revenge reviewer interview interviews
  recent recently decent record records recorder report reports reporter resort support supper super superb
  supervisor supervisory superior superman superstar supermarket superdrug supply supplies sup soup soap pup cup cups cap caps map maps tap taps gap
  sale sales also alas gals pals als as has was gas class glass pass mass bass hello hell help held heap heal heel hold
  yelp kelp thank tank tanks think thinks things thick plan plane planes planet plans plain plant plants clan play played
  plays player playing pay pays paid lay day days dad bad sad mad had hat what that chat chats cat bat rat
  year years dear fear hear heard heart near pear rear tear wear bear beard yearn earn learn learns learned learning
  learner leave leaves leaving leaf let lets set sets seat sat sit site sites bet get met net pet wet yet jet
  book books booked boot boots boat look looks looked cook hook took took brook cancel cancels cancer candle channel counsel
  consent concert concerts concept concepts concern conceive present presents percent prevent prevented parent parents
  patent patient patients pants page pages pace peace piece price prices prize pause cause causes because clause pulse
  purse nurse course courses source sources force horse worse word words work works world worked
  extend extends extent expend expand intend attend attends attention intention invention mention mentions
  retention detention tension pension pensions session sessions mission missions vision visions division decision
  revision provision precision prevision supervision television passion fashion
  missed mist missing kissing kiss miss late lake lane date dates data hate mate mates gate rate rates fate ate
  dale done bone gone one tone none phone phones zone lone alone stone due dues dye sue blue glue clue true
  behind behave remind remains remain remained remainder reminder render gender tender lender sender
  settings sitting sittings getting setting betting letting wetting mute minute minutes mint hint print
  who why way whey whom how now know knew cow low law row show shoe shop shops shot short shout should shoulder
  open oven pen often even ever over never seven eleven event events evening
  fail fall falls fell fill full fully tail sail mail mall nail hail rail pail bail ball call calls called
  move moved moving mover movers remove removed removing removal improve improved prove proved
  transfer transform transport translate transit swap swam swim swan snap stop stops step steps shop switch witch
  withdraw withdrew withdrawal with width within without
  raise raised rise arise praise phrase phase phases flag flags flat flats frag drag
  issue issues tissue tissues problem problems probably probable complain complaint complete completely compliment company
  overdue overdo overview overtime override cope copes copy copies hope hopes hoped rope pope cops coping copying
  stress stressed dress dressed press pressed depressed impressed expressed address addressed addresses street
  low slow flow blow glow below cry cries try tries dry fry die dies died diet dying buying lying tying trying
  drown drowning brown crown grown down town frown
  tired tried fired hired wired tied tide side ride wide
  menu men menus manual annual manage managed manages manager managers manner danger stranger ranger teenager
  mentor mental metal meter member members memory remember december number numbers numb
  senior senor seniors sensor junior dinner deputy deputise duty dirty city educator educate educated education educational
  practice practices practical practised assess access accessed assessed success process princess assess assets asset
  possessed possess progress programme program programs programmer problem podcast protect protected protects project
  projects product production protest contract contact contacts contract contacted contain content contents context
  handbook handbag notebook facebook network homework framework portfolio induction introduction instruction instructions
  reduction production conduction probation operation observation reservation conversation conservation
  standard standards understand understanding stand stands brand hand hands land band sand
  policy police polite politics politic process role roles rule rules rude tule mule pole hole whole
  hour hours our ours four tour your yours pour flour flower tower power shower lower
  sick stick stuck stack pick picked quick trick brick click clock lock lucky luck kick sink sing ring king wing
  reason reasons season seasons treason person persons prison region
  caring carry carried married hurry worry worried story stories glory sorry lorry
  chats chart charts charge change changes changed exchange chance chances orange range ranges
  status statue statues state states stated station stations statement static statistic
  student students study studies studied steady stay stays stayed stand stood story store stores
  safe save saved saves safety sofa wife life like likes liked like bike bikes hike lake
  hospital hotel hostel total vital digital capital cabinet minister ministry
  light night right might sight fight tight eight weight height slight
  friend friends trend trends spend spends spent send sends lend mend end ends ended bend
  food foot good goods wood mood hood book blood floor door doors poor room rooms roof root
  water later latter letter letters better butter matter matters pattern batter bitter
  money monkey honey month months mouth mouths south north moth mother brother father other others another
  market marked mark marks park parks dark bark shark large
  paper papers paperwork pepper proper property prosper
  strange strategy strategic street straight struggle struggles juggle smuggle
  weekly weak week weeks seek seen been keen green queen screen between
  weather whether feather leather father rather gather together
  wonder wander winter winner winter under hunter counter
  yellow fellow follow follows followed hollow pillow willow allow allowed allows
  ice nice rice twice dice price slice spice voice choice device advice office officer service services
  fast first thirst burst list lists listen listed last least east feast beast breast
  file files filed filing feel feels felt field fields fine find finds finding fund funds fun funny
  form forms format former formal inform information information reform perform performs performance
  pack packs back black track rack lack snack package packet packed jacket pocket
  head heads dead bread read ahead heat lead leads instead spread
  brief briefs belief relief chief thief grief
  joint point points paint saint giant appoint appointment disappointment
  total totals model hotel level levels lever clever
  camp cars card cards care cared cares career careers carer carers core corner score store
  sample simple apple people couple purple example examples
  wear where were here there everywhere somewhere nowhere
  quiet quit quite quote quilt built build building guild guilty guide
  green agreed agree agrees agreement degree degrees
  private privacy pirate pilot plot slot slots shot spot spots sport sports spirit
  sweet tweet meet meets meeting meetings feet fleet sheet
  boss loss toss cross across moss class classic
  area are era idea ideas deal deals real really ideal
  reflect reflects reflected reflection reflections reject rejected select selected elect election
  yard hard card guard ward award reward forward
  sorted stored started stated rated dated hated
  pain main rain train trains gain again brain drain grain chain
  mouse mice house houses blouse spouse
  early yearly nearly clearly really rarely
  bother bottle battle settle cattle kettle little title table tables able cable stable
  image imagine engine magic magazine
  bus buses busy bush push rush brush crush
  web site email emails mail mails email's
  cold gold sold told fold bold old hold
  wall walk walked talk talked talks chalk tall ball call
  flu glue blue clue true
  drive driver driving arrive arrived alive
  winning evening opening meaning cleaning leaning training raining draining
  hire tire wire fire fires entire
  wash cash crash trash dash smash
  born worn torn corn horn
  shift gift lift left loft soft
  tech teach teacher teaches reach each beach peach speech
  debate rebate create created relate related release
  mess message messages massage passage
  bread broad board boards broadband
  party parts part start smart chart art
  lunch launch punch bunch branch
  dust must just trust particular special certain whole
  fruit suit suits
  block clock blog blogs log logo logs dog dogs fog
`);

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter((word) => word !== ''));
}
