import fc from 'fast-check';

// A mutant is dead at the first counterexample: looking for a smaller one would only take time. And it is tried on some
// of the examples, not on all of them: what only a rare one would find is for the tests themselves to find.
fc.configureGlobal({ endOnFailure: true, interruptAfterTimeLimit: 300 });
