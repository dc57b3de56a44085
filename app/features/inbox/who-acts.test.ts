import { expect, test } from "vitest";
import { usualTargets } from "./response";
import { type ProblemFacts, whoActs } from "./who-acts";

const at = (hour: number) => new Date(Date.UTC(2026, 10, 2, hour));
const facts: ProblemFacts = {
  status: "open",
  statusChangedAt: at(8),
  createdAt: at(8),
  areaId: 1,
  isByTeam: false,
  waits: [],
  letter: null,
};
const acts = (change: Partial<ProblemFacts>, targets = usualTargets) =>
  whoActs({ ...facts, ...change }, targets);

test("a problem nobody answered waits for the team, with the target its area has", () => {
  const day = { unit: "days", count: 1 };
  expect(acts({})).toEqual({ who: "team", since: at(8), target: day });
  expect(acts({ waits: [{ kind: "answer", since: at(8) }] })).toEqual({
    who: "team",
    since: at(8),
    target: day,
  });
  expect(acts({}, { ...usualTargets, areaHours: { 1: 4 } })).toMatchObject({
    target: { unit: "hours", count: 4 },
  });
  expect(acts({}, { ...usualTargets, answerHours: 0 })).toMatchObject({ target: null });
  expect(acts({}, { ...usualTargets, week: null, answerHours: 24 })).toMatchObject({
    target: { unit: "plainHours", count: 24 },
  });
});

test("who was asked something is waited for until they write", () => {
  const letter = { type: "needs-information", at: at(10) };
  expect(acts({ letter })).toEqual({ who: "reporter", since: at(10) });
  expect(acts({ letter, waits: [{ kind: "follow-up", since: at(12) }] })).toMatchObject({
    who: "team",
    since: at(12),
  });
});

test("an inbox that is a moment behind does not make an answered problem wait", () => {
  const letter = { type: "answer", at: at(10) };
  expect(acts({ letter, waits: [{ kind: "answer", since: at(8) }] })).toEqual({
    who: "answered",
    since: at(10),
  });
});

test("a status by which the team said that it works on it says so", () => {
  const letter = { type: "known-issue", at: at(10) };
  for (const status of ["known-issue", "investigating", "acknowledged"])
    expect(acts({ status, letter, statusChangedAt: at(11) })).toEqual({ who: "working", since: at(11) });
  expect(acts({ status: "known-issue" })).toMatchObject({ who: "working" });
  expect(acts({ status: "acknowledged" })).toMatchObject({ who: "team" });
});

test("what is settled waits for nobody", () => {
  for (const status of ["solved", "closed", "answered"]) expect(acts({ status })).toEqual({ who: "nobody" });
  expect(acts({ isByTeam: true })).toEqual({ who: "nobody" });
});
