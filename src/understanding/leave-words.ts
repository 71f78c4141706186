const saysOn =
  /^(?:(?:hi|hello|just to say|just to let you know|fyi|please note|btw) )*(?:i am|i m|im|ill be|i will be|going|ive got|i have|i have got|i ve got|i am going) (?:(?:on|away on|off on|going on|booked on) )?(?:some )?(?:my )?(?:annual leave|leave|holiday|hols|a\/l)\b/u;
/** “I'm off next week on a/l”: the leave may come last. */
const offOn =
  /^(?:(?:hi|hello|fyi|btw) )*(?:i am|i m|im|ill be|i will be) (?:off|away)\b.* on (?:annual leave|leave|holiday|a\/l|a l)$/u;
const otherLeave = /\b(?:maternity|paternity|sick|parental|adoption|compassionate|bereavement|study)\b/u;

/**
 * Whether somebody tells that they themselves will be on leave: then they are shown where their leave is kept, so that
 * no reminder comes meanwhile. A long absence that pauses the programme is another matter, and so is asking for leave.
 */
export function tellsOfOwnLeave(texts: readonly string[]): boolean {
  const line = texts.join(' ');
  return (
    (saysOn.test(line) || offOn.test(line)) && !otherLeave.test(line) && !/^i have .*\bleft\b/u.test(line)
  );
}
