// A publication by order, without a server: what happens to the draft if something else happens at the same moment.
import { expect, it } from 'vitest'
import type { Answer, Request } from '../../server/batch.ts'
import { type DraftRow, openDrafts } from '../../server/drafts/drafts.ts'
import type { Plan } from '../../server/hall/plan.ts'
import { refuse } from '../../server/hall/refusal.ts'
import { given } from '../rules/given.ts'
import { rulesPlan } from '../rules/rules-plan.ts'

const named = (name: string): Plan => ({ ...rulesPlan, name: { id: name, en: name } })

/** A hall with a draft that is due; `answers` to one publication after the other, `meanwhile` just before each. */
function due(plan: Plan, answers: Answer[], meanwhile: () => void = () => {}) {
  const { hall } = given(rulesPlan)
  const order = { from: hall.day, by: 'm', fates: [], refused: null }
  let row: DraftRow = { number: 1, draft: { plan, base: rulesPlan, by: 'm', at: 0, marks: [], order } }
  const sent: Request[] = []
  const answer = async (request: Request): Promise<Answer> => {
    sent.push(request)
    meanwhile()
    return answers.shift() ?? { event: null, seq: 9 }
  }
  const dispatch = Object.assign(answer, { idle: async () => {}, isSound: () => true })
  const drafts = openDrafts({
    stored: { read: () => row, write: (changed) => void (row = changed) },
    hall,
    record: { revisions: () => [], madePlan: () => [] },
    now: () => 1,
    dispatch,
    ordered: () => {},
  })
  return { drafts, sent, row: () => row }
}

it('[S26] a publication for a later day must fit on that day, or the old plan stays: a full disk delays it', async () => {
  const { drafts, sent, row } = due(named('B'), [refuse('storage-unavailable')])
  await drafts.publishDue()
  expect([drafts.isLate(), row().draft?.order?.refused]).toEqual([true, null])
  await drafts.publishDue()
  expect([drafts.isLate(), row().draft, sent.length]).toEqual([false, null, 2])
})

it('[S26] a publication for a later day must fit on that day, or the old plan stays: what is saved while it goes live is kept', async () => {
  const answers = [[{ event: null, seq: 9 }], [refuse('people-waiting')]]
  for (const one of answers) {
    const { drafts, row } = due(named('B'), one, () => void drafts.save(named('C'), 'n', 1, null))
    await drafts.publishDue()
    expect(row().draft).toMatchObject({ plan: { name: { id: 'C' } }, by: 'n', order: null })
  }
})

it('[S26] a publication for a later day must fit on that day, or the old plan stays: a draft that is dropped in time is not published', async () => {
  const { drafts, sent, row } = due(named('B'), [])
  const published = drafts.publishDue()
  drafts.drop(1)
  await published
  expect([sent.length, row().draft]).toEqual([0, null])
})

it('does not publish again what went live before a stop', async () => {
  const { drafts, sent, row } = due(rulesPlan, [])
  await drafts.publishDue()
  expect([sent.length, row().draft]).toEqual([0, null])
})
