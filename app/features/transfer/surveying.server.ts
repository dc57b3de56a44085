import { createHash } from "node:crypto";
import { basename } from "node:path";
import { archiveLines } from "./archive-lines.server";
import { isBot } from "./handles";
import type { Person } from "./people.server";
import { readRecord } from "./read-record";
import type { SkippedRecord } from "./report";
import { BadRecord, type SourcePerson, type SourceTopic } from "./source-topic";

const recordsPerReport = 25;

export interface SurveyedTopic {
  number: number;
  digest: string;
}

/** What a first reading finds out about one tracker, so that the second can write with everything known. */
export interface Survey {
  people: Map<string, Person>;
  staff: Set<string>;
  topics: Map<number, SurveyedTopic>;
}

export interface Surveys {
  bySource: Map<string, Survey>;
  records: number;
  skipped: SkippedRecord[];
}

/** Reads archives without writing: who is in them, who is the team, which topics there are, which lines are bad. */
export async function surveyArchives(
  paths: readonly string[],
  onRead: (label: string, records: number) => void = () => {},
): Promise<Surveys> {
  const surveys: Surveys = { bySource: new Map(), records: 0, skipped: [] };
  for (const path of paths) {
    for await (const { line, topic, reason } of readTopics(path)) {
      if (surveys.records % recordsPerReport === 0) onRead(basename(path), surveys.records);
      if (!topic) surveys.skipped.push({ file: basename(path), line, reason });
      else if (!add(surveys, topic)) {
        surveys.skipped.push({ file: basename(path), line, reason: `number ${topic.number} came before` });
      }
    }
  }
  for (const { people, staff } of surveys.bySource.values()) {
    for (const login of staff) {
      const person = people.get(login.toLowerCase());
      if (person) person.isStaff = true;
    }
  }
  return surveys;
}

type ReadTopic = { line: number } & (
  { topic: SourceTopic; reason?: undefined } | { topic: null; reason: string }
);

/** The topics of one archive in its order; a bad record comes as its reason. Throws DamagedArchive. */
export async function* readTopics(path: string): AsyncGenerator<ReadTopic> {
  // A record that does not say its tracker belongs to the one before it.
  let source = basename(path).replace(/\..*$/, "");
  for await (const { line, text } of archiveLines(path)) {
    try {
      const topic = readRecord(text, source);
      source = topic.source;
      yield { line, topic };
    } catch (error) {
      if (!(error instanceof BadRecord)) throw error;
      yield { line, topic: null, reason: error.message };
    }
  }
}

/** Who stands for all deleted accounts of a tracker. */
function deletedAccount(): Person {
  return { login: "", name: "", isStaff: false, since: new Date() };
}

function notePerson({ people }: Survey, { login, name }: SourcePerson, at: Date): void {
  const key = login.toLowerCase();
  const known = people.get(key);
  if (!known) people.set(key, { login, name, isStaff: false, since: at });
  else if (at < known.since) known.since = at;
}

function add(surveys: Surveys, topic: SourceTopic): boolean {
  const survey = surveys.bySource.get(topic.source) ?? {
    people: new Map([["", deletedAccount()]]),
    staff: new Set(),
    topics: new Map(),
  };
  surveys.bySource.set(topic.source, survey);
  if (survey.topics.has(topic.number)) return false;
  survey.topics.set(topic.number, { number: topic.number, digest: digestOf(topic) });
  surveys.records++;
  notePerson(survey, topic.author, topic.createdAt);
  for (const reply of topic.replies) notePerson(survey, reply.author, reply.createdAt);
  for (const login of topic.staff) if (login !== "" && !isBot(login)) survey.staff.add(login);
  return true;
}

/** Changes when anything we take over changes. */
export function digestOf({ staff: _staff, ...topic }: SourceTopic): string {
  return createHash("sha256").update(JSON.stringify(topic)).digest("base64url");
}
