/** Constants, never made from input: the client puts them into addresses as they are. */
export interface IndexNames {
  main: string;
  /** Staff notes only, so that a mistake in a filter cannot show or count one. */
  staff: string;
  /** One document that says what the others were made with. */
  state: string;
}

export function indexNames(prefix: string): IndexNames {
  if (!/^[a-z0-9-]{1,40}$/.test(prefix)) throw new Error("an index prefix has small letters, digits and -");
  return { main: prefix, staff: `${prefix}_staff`, state: `${prefix}_state` };
}

/** Where a rebuild is made before it changes places with `name`. */
export function freshName(name: string): string {
  return `${name}__fresh`;
}
