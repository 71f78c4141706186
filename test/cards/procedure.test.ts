import { describe, expect, it } from 'vitest';
import { cards } from '../../src/cards/index.ts';
import type { ProcedureView } from '../../src/services/views.ts';
import { elementsOfType } from './card-tree.ts';

const example = (title: string): ProcedureView => {
  const found = cards.procedure.examples.find((one) => one.title === title);
  if (found === undefined) throw new Error(`no example “${title}”`);
  return found.data;
};

describe('the link to a plan', () => {
  const view = example('the formal request, to the Head of the Academy');
  const buttons = (url: string) =>
    elementsOfType(
      cards.procedure.render({ ...view, link: { title: 'Open the support plan', url } }),
      'Action.OpenUrl',
    ).map((action) => action.url);

  it('is a button that opens it in the council’s own store', () => {
    expect(buttons('https://documents.example.org/plans/1')).toEqual([
      'https://documents.example.org/plans/1',
    ]);
  });

  it.each(['http://documents.example.org/1', 'javascript:alert(1)', 'data:text/html,x', 'plan.docx', ''])(
    'is no button when it is %s',
    (url) => {
      expect(buttons(url)).toEqual([]);
    },
  );
});

describe('buttons', () => {
  const styles = (view: ProcedureView) =>
    elementsOfType(cards.procedure.render(view), 'Action.Execute').map(
      ({ title, style, associatedInputs }) => [title, style, associatedInputs],
    );

  it('put the usual step first, and send inputs only where something is asked', () => {
    expect(styles(example('the formal request, to the Head of the Academy'))).toEqual([
      ['Approve', 'positive', 'none'],
      ['Refuse', 'default', 'auto'],
      ['Ask for more', 'default', 'auto'],
    ]);
  });

  it('never ask anybody to take a request back', () => {
    expect(styles(example('a wish to move team, to the NQSW'))).toEqual([
      ['Withdraw my request', 'default', 'none'],
    ]);
  });
});
