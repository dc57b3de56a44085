import fc from "fast-check";

// The same values in every run, so that a commit that passed passes again; others are asked for by number
// (docs/decisions/0020).
fc.configureGlobal({ seed: Number(process.env.HEARBACK_TEST_SEED ?? 20_261_129) });
