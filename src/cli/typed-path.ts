import { resolve } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * A path as the person typed it. npm runs a script in the project's folder, so a path is meant from where npm itself
 * was started; the variable that says where is ignored when something else started us.
 */
export function typedPath(path: string, env: Environment): string {
  const startedBy = env.npm_lifecycle_event === 'academy' ? env.INIT_CWD : undefined;
  return resolve(startedBy ?? '', path);
}

/** The terminal as if PROGRAMME had named what `--programme` names; as it is where the option was not given. */
export function onProgramme<Typed extends { readonly env: Environment }>(
  terminal: Typed,
  programme: string | undefined,
): Typed {
  if (programme === undefined) return terminal;
  return { ...terminal, env: { ...terminal.env, PROGRAMME: typedProgramme(programme, terminal.env) } };
}

/** A preset's id stays as it is; a name with a slash or a dot is a file. */
export function typedProgramme(idOrPath: string, env: Environment): string {
  return /[/\\.]/.test(idOrPath) ? typedPath(idOrPath, env) : idOrPath;
}
