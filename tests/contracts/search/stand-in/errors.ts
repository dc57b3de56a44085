/** An answer with an error. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(code);
  }
}

/** A task that ends badly. */
export class TaskError extends Error {
  constructor(
    readonly code: string,
    readonly type: string,
  ) {
    super(code);
  }
}
