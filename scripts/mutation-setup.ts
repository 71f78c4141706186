import fc from 'fast-check';

// A mutant is dead at the first counterexample: looking for a smaller one would only take time.
fc.configureGlobal({ endOnFailure: true });
