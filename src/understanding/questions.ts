import type { Intent } from './intents.ts';

/**
 * How each question is asked, in the concepts of vocabulary.ts. To add a question: name it in intents.ts, say here
 * what it needs, add words to a list of the vocabulary if it has its own, and examples to
 * test/understanding/utterances.txt; `npm run bench` then shows what it is confused with.
 *
 * `asked` holds forms parted by commas. A form names concepts that must all be there (`a|b`: one of them); `!a`
 * forbids one. A leading `~` marks a form that is only a guess, which is asked back; `~~` one that is likely but no
 * more than that. Of two forms that explain as much of a message, the one that needed more of it is meant.
 * `alongside` are concepts that belong to the question without being needed: they do not count against it.
 */
export interface Question {
  readonly intent: Exclude<Intent, 'unknown' | 'wellbeing'>;
  readonly asked: string;
  readonly alongside: string;
}

export const questions: readonly Question[] = [
  {
    intent: 'next-review',
    asked: `
      review overdue mine, review next|when|due|status|plan|booking|progress, review stage,
      review show|any|start, review month|date|period, stage when|due, review person, ~~review`,
    alongside: `
      stage session next when due function person programme show what status any start plan had book
      overdue booking progress howMany who how doing month holding team reminder mine agenda should define
      howMuch thatDate bot able`,
  },
  {
    intent: 'next-supervision',
    asked: `
      seeing function period|date|next, session function period|date, seeing function,
      supervision holding|mine period, supervision next|when|due|plan|booking,
      supervision any|show|what|status, supervision period|date|month, function session next|when,
      function next|when seeing, seeing next|when function|person, ~~supervision person, ~~supervision`,
    alongside: `
      session next when due function person programme show what any start plan support seeing nqsw date
      had status holding booking book how team doing month period reminder mine agenda should`,
  },
  {
    intent: 'whats-next',
    asked: `
      plan period, next plan|programme what, agenda, next what|show|any|due|when,
      due what|show|any|period|month|date|who, period what|any|show, month what|show|any, date any|what,
      next person, event next|when|what|show|any|date|period|month, next due, ~~next any, ~~event, ~~due`,
    alongside: `
      next what show when any due person doing period month date session programme start how holding plan
      had who reminder status help team support open agenda mine should define`,
  },
  {
    intent: 'my-year',
    asked: `
      plan progress, had progress, plan show|programme|what|how|person, plan, programme show, programme
      progress, progress, ending when|what|how|show, ending, programme when progress, ~programme, show
      date programme`,
    alongside: `
      programme show what when how person doing next had any status date reminder progress due plan month
      report mine agenda define howMuch stage otherTeam`,
  },
  {
    intent: 'why-date',
    asked: `
      handbook thatDate, why period, why thatDate,
      why review|supervision|stage|event|ending|programme|learningSet, why due|next, why month|date,
      ~~why how, why thatDate show, ~~why when, why plan, ~why`,
    alongside: `
      thatDate when next due review supervision stage session programme how show what event ending
      learningSet person month date overdue plan team function move pause had booking progress change
      status period mine define agenda notHappened not use`,
  },
  {
    intent: 'learning-sets',
    asked: `
      places learningSet what|any, book booking learningSet, places learningSet,
      learningSet next|when|agenda, places learningSet howMuch|howMany, learningSet, book learningSet`,
    alongside: `
      next when what show any book how session start date month period open function plan due status
      person howMany team raise had places agenda should mine`,
  },
  {
    intent: 'my-bookings',
    asked: `
      booking learningSet, places learningSet had|status|holding !what !any, booking places,
      booking what|show|any, booking learningSet status|what|had, booking, booking who|how learningSet`,
    alongside: `
      learningSet show what any next status session when holding had record how start date open period
      places mine agenda`,
  },
  {
    intent: 'cancel-booking',
    asked: `
      cancel places, places learningSet cancel, cancel booking, cancel learningSet,
      cancel session booking, notHappened learningSet, notHappened booking, cancel book,
      cancel date !supervision !review !stage`,
    alongside: `
      learningSet booking session date period next cancel notHappened change book any person when start
      programme withdraw month places mine help able bot`,
  },
  {
    intent: 'present',
    asked: `
      present, present learningSet, present book, present who`,
    alongside: `
      learningSet book booking next who when session date start any how period month raise show children
      places mine agenda should open`,
  },
  {
    intent: 'move-team',
    asked: `
      moveRequest start how, move ask team, ask moveRequest, ~~otherTeam, otherTeam start, otherTeam move,
      unhappy team change, otherTeam holding, start team change, moveRequest, move team,
      start moveRequest, unhappy team move, unhappy moveRequest, ~~start move, ~move`,
    alongside: `
      team move start how next what why who raise change unhappy any concern record programme session show
      mine should doing otherTeam holding seeing ask able bot contacts not help aboutBot agenda due`,
  },
  {
    intent: 'move-team-status',
    asked: `
      moveRequest show, doing moveRequest, doing start move, status move start, moveRequest status,
      move team status, status start move, moveRequest person, moveRequest what|how|show|when status,
      move status, moveRequest when, moveRequest status function, moveRequest next when`,
    alongside: `
      team move status what how show when function person any start next who change had open due mine
      doing agenda otherTeam`,
  },
  {
    intent: 'withdraw-move',
    asked: `
      withdraw moveRequest, cancel moveRequest, withdraw move, cancel move, withdraw team,
      withdraw start move, withdraw`,
    alongside: 'moveRequest move team start cancel withdraw change record any mine otherTeam',
  },
  {
    intent: 'caseload',
    asked: `
      caseload cap mine !should, caseload person, howMuch children, howMuch children holding, caseload,
      caseload number, caseload change|record|show|what|how, caseload cap, children number
      holding|had|next, children number, children howMany, children cap, cap holding, holding number
      !hours, who caseload holding|cap`,
    alongside: `
      who children number holding howMany cap change record show what how person had any start next reportWord
      period month team status nqsw date due overdue doing mine howMuch should define unhappy`,
  },
  {
    intent: 'protected-time',
    asked: `
      protectedTime, protectedTime number|hours, protectedTime record|had|show|what|howMany,
      hours number protectedTime`,
    alongside: `
      hours number record had show what howMany period date month any person holding progress how next
      change start notHappened mine howMuch places define`,
  },
  {
    intent: 'raise-concern',
    asked: `
      unhappy function children|caseload, unhappy not supervision, raise concern,
      concern start|record|had, concern function, concern who,
      concern support|supervision|review|caseload|team|nqsw|programme|protectedTime|session,
      unhappy function, unhappy supervision|support|protectedTime|review|caseload|programme,
      concern holding|how|person, concern unhappy, unhappy raise, unhappy team, raise function,
      reportWord concern, raise caseload, support unhappy, ~concern, ~unhappy`,
    alongside: `
      concern raise start record had function support supervision review caseload team nqsw programme
      protectedTime session unhappy holding how who reportWord person any progress overdue notHappened
      doing change period due mine should places not children cap able ask bot contacts help aboutBot
      define`,
  },
  {
    intent: 'people',
    asked: `
      contacts, contacts who, who function, who review|supervision, who support, who function person,
      function show|what who, who caseload, who plan, function what, ~~function, who learningSet,
      who concern, who protectedTime, who team, who programme, who person !booking !open !doing`,
    alongside: `
      function review supervision support person team programme show what next stage when session doing
      caseload plan how nqsw protectedTime start learningSet had holding any mine define agenda contacts
      booking howMuch thatDate evidence able bot help`,
  },
  {
    intent: 'handbook',
    asked: `
      define cap caseload|children !mine !person, ~~cap what, ~~cap howMuch, how programme use,
      how review|supervision|learningSet use,
      howMuch should protectedTime|supervision|review|learningSet|caseload|children|event,
      howMuch evidence, howMuch review|learningSet !holding !had !places,
      should protectedTime|supervision|review|event|learningSet evidence|how|support,
      define evidence|learningSet|programme|protectedTime|handbook|concern !mine !when !next,
      define supervision|review|function|event|cap !mine !person !when !next !who !number,
      evidence should|define, ~~evidence, ~~handbook,
      handbook review|supervision|caseload|protectedTime|learningSet|evidence|programme|function|concern|moveRequest|ending|event|pause|overdue|stage|children|cap,
      evidence what|how|show|when|due|any|who, cap what caseload|children`,
    alongside: `
      review supervision caseload protectedTime learningSet evidence programme function concern
      moveRequest ending event pause stage children cap hours what how show session when next due team
      nqsw support plan period why start had who reminder any booking book move record raise progress
      number howMany overdue month present unhappy doing status reportWord howMuch should define mine
      places agenda use not able contacts`,
  },
  {
    intent: 'help',
    asked: `
      use bot, ask what able, what able bot, how use, ask how bot, aboutBot, help, help aboutBot`,
    alongside: `
      help aboutBot show what start any how why programme open due status mine define support should ask
      use bot able not`,
  },
  {
    intent: 'settings',
    asked: `
      reminder, reminder change, change plan reminder`,
    alongside: `
      change period date start any plan show how next when programme overdue record hours book due status
      had mine should agenda howMuch`,
  },
  {
    intent: 'record-supervision',
    asked: `
      not supervision person, supervision notHappened why, record supervision,
      record supervision had|person|date, had supervision, had supervision person, had supervision date,
      supervision notHappened, supervision notHappened person, notHappened session, record session,
      record person session, supervision reportWord, supervision person date had, had session person,
      seeing supervision person had, had event, record event, record had function, notHappened event,
      ~~notHappened person, ~notHappened`,
    alongside: `
      record had supervision session person date period notHappened function nqsw start number hours
      reportWord next event seeing month any change why move show due status cancel team children mine
      should agenda not help able bot`,
  },
  {
    intent: 'my-nqsws',
    asked: `
      nqsw, nqsw doing|show|what|how, doing person, doing nqsw, nqsw plan, team nqsw show, show status person, ~~nqsw status`,
    alongside: `
      doing show what how who team plan status progress any person period function programme holding next
      open support mine define agenda howMuch`,
  },
  {
    intent: 'overdue',
    asked: `
      overdue review !mine, overdue, overdue what|show|any|who, overdue supervision|record|nqsw,
      overdue person, overdue holding, overdue who`,
    alongside: `
      what show any who supervision review record nqsw person holding session function programme due
      period month next had howMany status team doing event notHappened reportWord plan start stage
      learningSet mine define agenda howMuch`,
  },
  {
    intent: 'concerns',
    asked: `
      concern status mine, concern howMuch, concern show, concern open, concern status, concern what,
      concern any !raise, concern open what person, concern status supervision|review|caseload|team|programme|person, holding concern any, concern doing how, caseload reminder any, concern howMany, concern status open, concern show open, status raise`,
    alongside: `
      show open status what any howMany raise period nqsw function next due team had person month overdue
      how report mine howMuch define should holding doing supervision review caseload programme`,
  },
  {
    intent: 'pause',
    asked: `
      pause, pause programme, pause person, pause date|month|period`,
    alongside: `
      programme date month period person start how any plan change holding had number review stage
      progress next nqsw due what mine should notHappened`,
  },
  {
    intent: 'report',
    asked: `
      report, report show|what|how|month|period, reportWord show|month|period, howMany supervision report,
      report supervision, ~~reportWord`,
    alongside: `
      show what how month period date supervision review caseload programme nqsw howMany doing team start
      session overdue any reportWord record plan number function next children concern mine howMuch define
      agenda`,
  },
  {
    intent: 'retention',
    asked: `
      retention, retention nqsw, retention show|what|how|howMany, retention why, retention programme`,
    alongside: `
      nqsw show what how howMany why programme report reportWord period month had progress team number any
      when date doing cap status record plan mine howMuch define holding`,
  },
  {
    intent: 'greeting',
    asked: `
      greeting`,
    alongside: 'greeting thanks any doing how period team mine bot',
  },
  {
    intent: 'thanks',
    asked: `
      thanks`,
    alongside: 'thanks greeting any help what show doing mine agenda',
  },
];
