/** Outcomes that end a request wherever they are met. `id` is stable: pages and API name texts and docs by it. */
export abstract class ProductError extends Error {
  abstract readonly status: number;
  constructor(readonly id: string) {
    super(id);
    this.name = new.target.name;
  }
}

/** Not there, or not there for this viewer: the two look the same from outside. */
export class NotFound extends ProductError {
  readonly status = 404;
}

/** Was there and was taken back; addresses that led to it may be forgotten. */
export class Gone extends ProductError {
  readonly status = 410;
}

export class SignInRequired extends ProductError {
  readonly status = 401;
  constructor() {
    super("sign-in-required");
  }
}

export class Forbidden extends ProductError {
  readonly status = 403;
}

/** The address exists, but not for this method. */
export class MethodNotAllowed extends ProductError {
  readonly status = 405;
  constructor() {
    super("method-not-allowed");
  }
}

/** Something changed meanwhile; `details` carries what the page needs to show both sides. */
export class Conflict extends ProductError {
  readonly status = 409;
  constructor(
    id: string,
    readonly details: Record<string, unknown> = {},
  ) {
    super(id);
  }
}

/** The request cannot be read at all (as opposed to a form with wrong fields, which is answered with the form). */
export class BadRequest extends ProductError {
  readonly status = 400;
}

export class TooLarge extends ProductError {
  readonly status = 413;
}

/** An allowance is used up; see platform/rate-limits. `details` carries what the page needs to say why it is so small. */
export class TooManyRequests extends ProductError {
  readonly status = 429;
  constructor(
    id: string,
    readonly allowedAt: Date,
    readonly details: Record<string, unknown> = {},
  ) {
    super(id);
  }
}

/** The person must show once more that it is them. `ways` tells the page what to ask for. */
export class ProofRequired extends ProductError {
  readonly status = 403;
  constructor(
    id: string,
    readonly ways: Record<string, unknown> = {},
  ) {
    super(id);
  }
}
