import { expect, test } from "vitest";
import { Circuit } from "./circuit";

function circuitAt() {
  const clock = { time: 0, now: () => new Date(clock.time) };
  return { clock, circuit: new Circuit(clock) };
}

test("a failure or two are forgiven, the third opens", () => {
  const { circuit } = circuitAt();
  circuit.failed();
  circuit.failed();
  expect(circuit.isClosed).toBe(true);
  circuit.succeeded();
  circuit.failed();
  circuit.failed();
  expect(circuit.isClosed).toBe(true);
  circuit.failed();
  expect(circuit.isClosed).toBe(false);
});

test("an open circuit lets one probe through from time to time, ever more rarely", () => {
  const { circuit, clock } = circuitAt();
  circuit.open();
  expect(circuit.mayProbe()).toBe(false);
  clock.time += 2_000;
  expect(circuit.mayProbe()).toBe(true);
  expect(circuit.mayProbe()).toBe(false);
  circuit.open();
  clock.time += 2_000;
  expect(circuit.mayProbe()).toBe(false);
  clock.time += 2_000;
  expect(circuit.mayProbe()).toBe(true);
  for (let turn = 0; turn < 20; turn += 1) circuit.open();
  clock.time += 60_000;
  expect(circuit.mayProbe()).toBe(true);
});

test("a success closes it and forgets the waiting", () => {
  const { circuit, clock } = circuitAt();
  circuit.open();
  circuit.open();
  circuit.succeeded();
  expect(circuit.isClosed).toBe(true);
  circuit.open();
  clock.time += 2_000;
  expect(circuit.mayProbe()).toBe(true);
});
