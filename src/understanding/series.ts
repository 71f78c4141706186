import type { ReviewStage } from './intents.ts';

/**
 * What people call each series of a programme, by the series' id. `as` says which concept the words also stand for:
 * a supervision is asked for with `next-supervision`, any other event with `whats-next`.
 */
export const seriesWords = [
  {
    series: 'reflective-supervision',
    as: 'supervision',
    words: `
      reflective, reflectives, reflective supervision, reflective supervisions, reflective sup, reflective
      supo, reflective session, reflective sessions, reflective 1:1, reflective one to one, reflective
      practice session, reflective meeting, reflective discussion, refl sup, refl supervision, ref sup,
      ref supervision`,
  },
  {
    series: 'case-supervision',
    as: 'supervision',
    words: `
      case supervision, case supervisions, case sup, case supo, case supervision session, case management
      supervision, casework supervision, case discussion, case discussions, case management`,
  },
  {
    series: 'personal-supervision',
    as: 'supervision',
    words: `
      personal supervision, personal supervisions, personal sup, personal supo, personal session,
      supervision with my tm, supervision with my team manager, supervision with my manager, supervision
      with my line manager, sup with my tm, supo with my tm, supo with my manager, 1:1 with my tm, 1:1
      with my manager, 1:1 with my team manager, one to one with my manager, one to one with my team
      manager, tm supervision, line management supervision, line manager supervision`,
  },
  {
    series: 'assessor-support',
    as: 'supervision',
    words: `
      assessor support, assessor session, assessor meeting, assessor support session, pe support, pe
      support session, pe session, pe meeting, practice educator support, practice educator session,
      practice educator support session, support session with my pe, support session with my practice
      educator, supervision with my pe, supervision with my practice educator, sup with my pe, supo with
      my pe, meeting with my pe, meeting with my practice educator, session with my pe, session with my
      practice educator`,
  },
  {
    series: 'peer-supervision',
    as: 'supervision',
    words: `
      peer supervision, peer sup, peer supo, peer group supervision, peer session, peer supervision
      session, peer group, peer support session`,
  },
  {
    series: 'group-supervision',
    as: 'supervision',
    words: 'group supervision, group sup, group supo, group supervision session',
  },
  {
    series: 'three-way-supervision',
    as: 'supervision',
    words: `
      three way, three way supervision, three way sup, 3 way, 3 way supervision, 3way, threeway, three way
      session, 3 way sup, three way meeting, 3 way meeting`,
  },
  {
    series: 'child-file-recording',
    as: 'event',
    words: `
      child file recording, childs file recording, recording on the childs file, file recording, two
      monthly recording`,
  },
  {
    series: 'case-mapping',
    as: 'event',
    words: 'case mapping, case mapping session, mapping session, case map',
  },
  {
    series: 'practice-reflective-meeting',
    as: 'event',
    words: 'practice reflective meeting, practice reflective, prm, reflective practice meeting',
  },
  { series: 'team-meeting', as: 'event', words: 'team meeting, team meetings, host team meeting, team mtg' },
  { series: 'scrum', as: 'event', words: 'scrum, scrums, scrum session, scrum meeting' },
  {
    series: 'development-day',
    as: 'event',
    words: 'development day, development days, dev day, training day, development and training day',
  },
  {
    series: 'team-development-session',
    as: 'event',
    words: 'team development session, team development, team development day',
  },
  {
    series: 'service-session',
    as: 'event',
    words: 'service session, service sessions, service day, quarterly session, service meeting',
  },
  {
    series: 'programme-end',
    as: 'ending',
    words: `
      programme end, programme end date, end of programme, end of the programme, end of my programme,
      finish the programme, finish my programme, programme finish, programme ends, end of my asye, end of
      asye, asye end date, asye end, end of my year, end of my assessed year, asye ends, asye finish,
      finish my asye, finish the asye, finish my assessed year, programme over, asye over, end my asye,
      complete my asye, programme finishes, finish my year, my year end, my year ends, my year finish`,
  },
  {
    series: 'probation-end',
    as: 'ending',
    words: `
      probation end, probation ends, probation end date, probation over, probation finish, end of my
      probation, end of probation, pass my probation, probation period end, probation review`,
  },
  {
    series: 'induction-end',
    as: 'ending',
    words: `
      induction end, induction ends, end of induction, end of my induction, induction over, induction
      finish`,
  },
  {
    series: 'cadence-decision',
    as: 'event',
    words: 'cadence decision, six month decision, frequency decision',
  },
] as const;

/** What people call each review, besides "3 month", "3-monthly" and "3m". */
export const stageWords: Readonly<Record<ReviewStage, string>> = {
  '3m': 'three month, three months, three monthly, three mth, first review, 1st review, initial review',
  '6m': 'six month, six months, six monthly, six mth, second review, 2nd review, midpoint, mid point, midway, halfway, half way, mid year, interim',
  '9m': 'nine month, nine months, nine monthly, nine mth, third review, 3rd review',
  '12m':
    'twelve month, twelve months, twelve monthly, twelve mth, final review, final assessment, fourth review, 4th review, annual review, end of year review, one year review, final',
};
