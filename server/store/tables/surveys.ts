// The survey's tables in the hall's database: what has left the box, and the questions with when they applied.
import type { Database } from 'better-sqlite3'
import type { Element, Leaving, StoredAnswer, StoredSurveys, Tally } from '../../survey/stored.ts'
import { safely } from '../errors.ts'
import { names as ofNames } from '../queries/facts.ts'
import { answers, moved, profiles, quarters, questions, tallies, words } from '../queries/surveys.ts'
import { prepare, type RowOf } from '../statement.ts'

export function surveyTables(db: Database): StoredSurveys {
  const allQuestions = prepare(db, questions.all)
  const addQuestions = prepare(db, questions.add)
  const addAnswer = prepare(db, answers.add)
  const answersOf = prepare(db, answers.of)
  const answerById = prepare(db, answers.byId)
  const excludeAnswer = prepare(db, answers.exclude)
  const talliesOf = prepare(db, tallies.of)
  const addTally = prepare(db, tallies.add)
  const wordsOf = prepare(db, words.of)
  const addWords = prepare(db, words.add)
  const profilesOf = prepare(db, profiles.of)
  const addProfile = prepare(db, profiles.add)
  const lastMoved = prepare(db, moved.last)
  const putMoved = prepare(db, moved.put)
  const quartersOf = prepare(db, quarters.of)
  const addQuarter = prepare(db, quarters.add)
  const namesUpTo = prepare(db, ofNames.lastBefore)

  const add = db.transaction((batch: string, leaving: Leaving) => {
    if (lastMoved.get({})?.batch === batch) return
    for (const { id, month, service, agency, questions: number, scores } of leaving.answers)
      addAnswer.run({ id, month, service, agency, questions: number, scores: JSON.stringify(scores) })
    for (const tally of talliesIn(leaving)) addTally.run(tally)
    for (const { id, month, service, agency, text } of leaving.words)
      addWords.run({ id, month, service, agency, text })
    for (const [question, values] of Object.entries(leaving.profiles))
      for (const [value, count] of Object.entries(values))
        addProfile.run({ month: leaving.month, question, value, count })
    putMoved.run({ batch })
  })

  const exclude = db.transaction((id: string, reason: string) => {
    const row = answerById.get({ id })
    if (!row) return 'unknown'
    if (row.excluded !== null) return 'already'
    excludeAnswer.run({ id, reason })
    const { scores, ...place } = answerOf(row)
    const key = { ...placeOf(place), questions: row.questions }
    for (const [element, score] of Object.entries(scores))
      addTally.run({ ...key, element, n: -1, total: -score })
    addTally.run({ ...key, element: '', n: 0, total: 1 })
    return 'done'
  })

  const addQuarters = db.transaction((counts: ReadonlyMap<number, number>) => {
    for (const [at, count] of counts) addQuarter.run({ at, count })
  })

  return {
    questions: () =>
      safely(() =>
        allQuestions.all({}).map(({ number, from_month: from, from_day: day, elements }) => ({
          number,
          from,
          day,
          elements: JSON.parse(elements) as Element[],
        })),
      ),
    addQuestions: ({ from, day, elements }, by) =>
      safely(
        () => addQuestions.get({ month: from, day, elements: JSON.stringify(elements), by })?.number ?? 0,
      ),
    add: (batch, leaving) => safely(() => add.immediate(batch, leaving)),
    answers: (page) => safely(() => answersOf.all({ ...page }).map(answerOf)),
    exclude: (id, reason) => safely(() => exclude.immediate(id, reason)),
    tallies: ({ from, to }) => safely(() => talliesOf.all({ from, to })),
    words: (page) => safely(() => wordsOf.all({ ...page })),
    profiles: ({ from, to }) => safely(() => profilesOf.all({ from, to })),
    addQuarters: (counts) => safely(() => addQuarters.immediate(counts)),
    quarters: (from, to) => safely(() => quartersOf.all({ from, to })),
    names: (day) =>
      safely(
        () =>
          new Map(
            namesUpTo
              .all({ day })
              .filter(({ kind }) => kind === 'agency' || kind === 'service')
              .map(({ kind, id, name }) => [`${kind} ${id}`, JSON.parse(name) as Record<string, string>]),
          ),
      ),
  }
}

/** The sums of answers, by what they are kept under. */
function talliesIn({ answers: all }: Leaving): Tally[] {
  const sums = new Map<string, { -readonly [Field in keyof Tally]: Tally[Field] }>()
  for (const { scores, ...place } of all) {
    for (const [element, score] of [['', 0] as const, ...Object.entries(scores)]) {
      const key = { ...placeOf(place), questions: place.questions, element }
      const named = JSON.stringify(Object.values(key))
      const sum = sums.get(named) ?? { ...key, n: 0, total: 0 }
      sums.set(named, sum)
      sum.n += 1
      sum.total += score
    }
  }
  return [...sums.values()]
}

function placeOf({ month, service, agency }: Pick<StoredAnswer, 'month' | 'service' | 'agency'>) {
  return { month, service: service ?? '', agency: agency ?? '' }
}

function answerOf({ scores, ...row }: RowOf<typeof answers.byId>): StoredAnswer {
  return { ...row, scores: JSON.parse(scores) as StoredAnswer['scores'] }
}
