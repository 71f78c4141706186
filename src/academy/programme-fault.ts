/** One thing wrong with a programme file: where, and what to write instead. */
export interface ProgrammeFault {
  /** "series.case-supervision.cadence[0].every"; empty for the document as a whole. */
  readonly path: string;
  readonly message: string;
}
