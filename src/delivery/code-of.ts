/** A fault as a short stable word for logs and rows: its code, or else the name of its class; never its message. */
export function codeOf(fault: unknown): string {
  if (!(fault instanceof Error)) return 'unknown';
  const named = 'code' in fault && typeof fault.code === 'string' ? fault.code : fault.name;
  return named.replaceAll(/[^A-Za-z0-9_.-]/g, '-').slice(0, 60) || 'unknown';
}
