/** What comes back with a card is written by whoever sent it: every field is bounded and stripped here. */
import { z } from 'zod';
import { plainText } from './display-text.ts';

function bounded(most: number) {
  return z
    .union([z.string(), z.number(), z.boolean()])
    .nullish()
    .transform((value) => plainText(String(value ?? '')).trim())
    .pipe(z.string().max(most));
}

/** An opaque id of ours: letters, digits and `. _ ~ : -`; '' where something is still to be chosen. */
export const idOrNone = bounded(64).pipe(z.string().regex(/^[\w.~:-]*$/));
export const id = idOrNone.pipe(z.string().min(1));

/** The value of a choice, or several of them joined by commas. */
export const code = bounded(64).pipe(z.string().regex(/^[\w.~:-]*$/));
export const codes = bounded(1000).pipe(z.string().regex(/^[\w.~:,-]*$/));

/** A short answer such as a date or a number, still to be judged by a service. */
export const shortAnswer = bounded(40);

/** A cohort or a person to look at: the name that the roster gives it, after its kind; '' for all of them. */
export const groupName = bounded(110);

/** A sentence. Its input takes 200 characters; a client that sends more than these is not a client of ours. */
export const sentence = bounded(500);

/** A line as long as its input takes, such as an e-mail address. */
export const typedLine = bounded(200);

/** Ids of people, as many as a session has places, joined by commas. */
export const people = bounded(6000).pipe(z.string().regex(/^[\w.~:,-]*$/));
