import { afterAll, beforeAll, expect, test } from "vitest";
import routes, { type Row } from "~/routes";
import { anArea } from "../factories/areas";
import { testSite } from "../setup/site";
import { type Sample, samplesOf } from "./access/addresses";
import { changedTables, type Digest, digest } from "./access/digest";
import { expectedChange, expectedRead, type Outcome, outcomeOf } from "./access/expected";
import { makeScene, type Scene } from "./access/scene";
import { makeVisitors, type Visitor } from "./access/visitors";

// Every row of the table of URLs, asked by everybody in every way. What is expected comes from app/routes.ts and from
// access/addresses.ts, never from an answer.
const site = await testSite();
const { platform } = site;
const area = await anArea(platform, { slug: "technical" });
const visitors = await makeVisitors(platform);
const everybody = Object.values(visitors);
// Those to whom hidden things differ: a token and a suspended account are nobody wherever they are first asked.
const different = everybody.filter(({ actor, name }) => actor !== null || name === "anonymous");
const author = visitors.author.actor!;
const people = { author, staff: visitors.staff.actor!, admin: visitors.admin.actor! };
let made = 0;
const newScene = () =>
  makeScene(platform, people, { area, word: (place) => `${place.replaceAll(" ", "-")}-${++made}` });

let cells = 0;
const unexpected: string[] = [];
let scene: Scene;
/** What the database holds after the last refused form. */
let kept: Digest | undefined;
beforeAll(async () => {
  scene = await newScene();
}, 120_000);
afterAll(() => {
  process.stdout.write(`access: ${cells} cells run, ${unexpected.length} unexpected\n`);
});

const rows = routes.map((row) => [`/${row.path ?? ""}`, row] as const);
const page = { Accept: "text/html" };
const script = { Accept: "application/json" };

test.each(rows)("%s is read by those it is for", async (_path, row) => {
  const wrong: string[] = [];
  for (const [at, sample] of samplesOf(row, scene, people).entries()) {
    for (const visitor of at === 0 ? everybody : different) {
      const wanted = expectedRead(row, sample, visitor);
      const isHidden = wanted === "missing" && sample.missing !== undefined;
      for (const ask of waysToRead(visitor, { ...sample, isFirst: at === 0, isHidden })) {
        const { outcome, text, how } = await ask(sample.path, visitor);
        note(wrong, { how, sample, visitor, wanted, outcome });
        if (!isHidden) continue;
        const other = await ask(sample.missing!, visitor);
        if (plain(text, sample.path) !== plain(other.text, sample.missing!))
          note(wrong, { how: `${how} beside what never was`, sample, visitor, wanted, outcome: "differs" });
      }
    }
  }
  expect(wrong).toEqual([]);
});

/** A page is drawn for each who may see another one; what only leaves the drawing out is asked by everybody. */
function waysToRead(
  visitor: Visitor,
  { isFirst, isHidden, isStream }: { isFirst: boolean; isHidden: boolean; isStream: boolean },
) {
  if (isStream) return [readPage, readHead];
  if (!isFirst) return isHidden ? [readPage, readData] : [readData];
  if (!different.includes(visitor)) return [readData];
  return ["anonymous", "member", "admin"].includes(visitor.name)
    ? [readPage, readData, readHead]
    : [readPage, readData];
}

test.each(rows)("%s takes no form from those it is not for, and keeps nothing of it", async (_path, row) => {
  const wrong: string[] = [];
  const before = kept ?? (await digest(platform));
  for (const [at, sample] of samplesOf(row, scene, people).entries()) {
    for (const visitor of at === 0 ? everybody : different) {
      const wanted = expectedChange(row, sample, visitor);
      if (wanted !== "open") {
        for (const method of ["POST", "DELETE"] as const) {
          const sent = await send(sample, visitor, method);
          const twin =
            wanted === "missing" && sample.missing
              ? await send({ ...sample, path: sample.missing }, visitor, method)
              : null;
          // A form that lacks something comes back before anything is looked up, for what is there and what is not.
          const isLookedUp = !twin || twin.outcome === "missing";
          note(wrong, { how: method, sample, visitor, wanted, outcome: isLookedUp ? sent.outcome : wanted });
          const isAlike = !twin || plain(sent.text, sample.path) === plain(twin.text, sample.missing!);
          if (!isAlike)
            note(wrong, {
              how: `${method} beside what never was`,
              sample,
              visitor,
              wanted,
              outcome: "differs",
            });
        }
      }
      if (at > 0) continue;
      const foreign = await sendFromElsewhere(sample.path, visitor);
      note(wrong, { how: "POST from elsewhere", sample, visitor, wanted: "refused", outcome: foreign });
    }
  }
  kept = await digest(platform);
  const changed = changedTables(before, kept);
  if (changed.length > 0) wrong.push(`refused forms changed ${changed.join(", ")}`);
  expect(wrong).toEqual([]);
});

test.each(everybody)("whom a row lets in may send: $name", async (visitor) => {
  const wrong: string[] = [];
  scene = await newScene();
  // What takes something away comes last, the way out at the very end.
  const last = ["id/delete", "delete", "merge", "sign-out"];
  // A session ends with most of what guards an account, so it is ended first.
  const order = ({ path = "" }: Row) =>
    path.endsWith("sessions/:handle") ? -2 : last.findIndex((word) => path.includes(word));
  for (const row of routes.toSorted((one, other) => order(one) - order(other))) {
    for (const sample of samplesOf(row, scene, people).slice(0, 1)) {
      if (expectedChange(row, sample, visitor) !== "open") continue;
      const { outcome } = await send(sample, visitor, "POST");
      // Some addresses take nothing but the taking away.
      const isOther = outcome === "no-such-method";
      const given = isOther ? (await send(sample, visitor, "DELETE")).outcome : outcome;
      note(wrong, { how: "POST", sample, visitor, wanted: "open", outcome: given });
      await visitor.signIn();
    }
  }
  expect(wrong).toEqual([]);
});

test("the matrix is as large as it should be", () => {
  expect(cells).toBeGreaterThan(2_000);
  expect(unexpected).toEqual([]);
});

interface Cell {
  how: string;
  sample: Sample;
  visitor: Visitor;
  wanted: Outcome;
  outcome: string | number;
}

function note(wrong: string[], { how, sample, visitor, wanted, outcome }: Cell): void {
  cells++;
  if (outcome === wanted) return;
  const line = `${how} ${sample.path} (${sample.what}) as ${visitor.name}: ${wanted} expected, ${outcome} came`;
  wrong.push(line);
  unexpected.push(line);
}

interface Answered {
  how: string;
  outcome: Outcome | number;
  text: string;
}

async function answered(how: string, asked: Promise<Response>): Promise<Answered> {
  const response = await asked;
  const isStream = (response.headers.get("content-type") ?? "").startsWith("text/event-stream");
  if (isStream) await response.body?.cancel();
  const text = isStream ? "" : await response.text();
  return { how, outcome: outcomeOf(response, text), text };
}

const readPage = (path: string, { headers }: Visitor) =>
  answered("GET", site.get(path, { headers: { ...page, ...headers } }));

const readData = (path: string, { headers }: Visitor) =>
  answered(
    "GET .data",
    site.get(path === "/" ? "/_root.data" : path.replace(/(\?|$)/, ".data$1"), { headers }),
  );

const readHead = (path: string, { headers }: Visitor) =>
  answered("HEAD", site.send(path, { method: "HEAD" }, { headers: { ...page, ...headers } }));

type Sent = Pick<Sample, "path" | "form">;

function send({ path, form }: Sent, { headers }: Visitor, method: "POST" | "DELETE"): Promise<Answered> {
  const fields: Record<string, string> = method === "POST" ? form : { ...form, _method: method };
  return answered(method, site.post(path, fields, { headers: { ...script, ...headers } }));
}

async function sendFromElsewhere(path: string, { headers }: Visitor): Promise<Outcome | number> {
  const origin = { Origin: "https://elsewhere.test" };
  const asked = site.post(
    path,
    {},
    { headers: { Cookie: "session=none", ...script, ...headers, ...origin } },
  );
  return (await answered("POST from elsewhere", asked)).outcome;
}

/** A page without what differs between any two: the address asked for and the number of the request. */
function plain(text: string, path: string): string {
  return text
    .replaceAll(encodeURIComponent(path), "")
    .replaceAll(path, "")
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "");
}
