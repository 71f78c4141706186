import { z } from 'zod';
import { findIdentifier } from '../academy/identifier-guard.ts';
import { type LearningSet, placeOf } from '../academy/learning-set.ts';
import type { Programme } from '../academy/programme.ts';
import type { Asker } from './asker.ts';
import { bookableSet, takeStep } from './book-learning-set.ts';
import { timeWords } from './learning-set-parts.ts';
import { rotationOf } from './learning-set-rotation.ts';
import type { Needs } from './needs.ts';
import { notForYou } from './short-answers.ts';
import type { Submissions } from './submissions.ts';
import type { Reply } from './turn.ts';
import type { PresentFormView, View } from './views.ts';

type PresentErrors = PresentFormView['errors'];
const noErrors: PresentErrors = { topic: null, minutes: null };
const longestTopic = 120;

async function presentForm(
  needs: Needs,
  set: LearningSet,
  filled: { readonly topic: string; readonly minutes: string },
  errors: PresentErrors = noErrors,
): Promise<View> {
  const { least, most } = needs.programme.learningSets.presentationMinutes;
  return {
    card: 'present-form',
    summary: `Present: ${set.terms.title}`,
    data: {
      sessionId: set.id,
      heading: `Present: ${set.terms.title}`,
      when: timeWords(set, needs.programme.timeZone),
      rotation: await rotationOf(needs, set),
      ...filled,
      least,
      most,
      errors,
    },
  };
}

/** The form for a topic, as it stands when one has been given already (FEATURES Q6). */
export async function openPresent(
  needs: Needs,
  asker: Asker,
  sessionId: string,
  at: 'pressed' | 'new' = 'pressed',
): Promise<Reply> {
  const versioned = await bookableSet(needs, asker, sessionId);
  if (versioned === undefined) return notForYou(needs.programme);
  const presents = placeOf(versioned.set, asker.person.id)?.presents;
  const { most } = needs.programme.learningSets.presentationMinutes;
  const filled = { topic: presents?.topic ?? '', minutes: String(presents?.minutes ?? most) };
  return { kind: 'view', view: await presentForm(needs, versioned.set, filled), at };
}

function topicError(topic: string): string | null {
  if (topic === '') return 'Give your topic in a few words.';
  const found = findIdentifier(topic);
  if (found !== null) return found.words;
  return topic.length > longestTopic ? `Keep it to ${longestTopic} characters.` : null;
}

function minutesError({ learningSets: { presentationMinutes } }: Programme, minutes: string): string | null {
  const { least, most } = presentationMinutes;
  const wanted = z.coerce
    .number()
    .int()
    .min(least)
    .max(most)
    .safeParse(minutes === '' ? undefined : minutes);
  return wanted.success ? null : `Give ${least} to ${most} whole minutes.`;
}

/** A topic that has passed the guard, or the form again without the words that were refused. */
export async function submitPresent(
  needs: Needs,
  asker: Asker,
  { sessionId, topic, minutes }: Submissions['learning-set-present'],
): Promise<Reply> {
  const errors = { topic: topicError(topic), minutes: minutesError(needs.programme, minutes) };
  if (errors.topic === null && errors.minutes === null) {
    const presentation = { topic, minutes: Number(minutes) };
    return takeStep(needs, asker, sessionId, { step: 'present', personId: asker.person.id, presentation });
  }
  const versioned = await bookableSet(needs, asker, sessionId);
  if (versioned === undefined) return notForYou(needs.programme);
  const kept = { topic: findIdentifier(topic) === null ? topic : '', minutes };
  return { kind: 'view', view: await presentForm(needs, versioned.set, kept, errors), at: 'pressed' };
}
