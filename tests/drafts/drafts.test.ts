// The draft between its editors and the loop: what is published, and what stays when somebody saves meanwhile.
import { expect, it } from 'vitest'
import type { Answer, Request } from '../../server/batch.ts'
import { type DraftRow, noDraft, openDrafts } from '../../server/drafts/drafts.ts'
import type { Plan } from '../../server/hall/plan.ts'
import type { RefusalCode } from '../../server/hall/refusal.ts'
import { given } from '../rules/given.ts'
import { rulesPlan } from '../rules/rules-plan.ts'

const today = '2026-11-24'
const walking = (walkSeconds: number): Plan => ({ ...rulesPlan, walkSeconds })

/**
 * Drafts of a hall whose loop gives the answers it is told to, one after the other, and lets `meanwhile` happen before
 * each answer.
 */
function draftsOf(answers: (RefusalCode | number)[], meanwhile: () => void = () => {}) {
  const { hall } = given(rulesPlan)
  let row: DraftRow = noDraft
  const sent: Request[] = []
  const told: unknown[] = []
  const dispatch = async (request: Request) => {
    sent.push(request)
    meanwhile()
    const next = answers.shift()
    if (next === undefined) throw new Error('asked once more')
    const answer: Partial<Answer> = typeof next === 'number' ? { seq: next } : { refused: next }
    return answer as Answer
  }
  const drafts = openDrafts({
    stored: { read: () => row, write: (next) => void (row = next) },
    hall,
    record: { revisions: () => [], madePlan: () => [] },
    now: () => 7,
    dispatch: Object.assign(dispatch, { idle: async () => {}, isSound: () => true }),
    ordered: (...said) => void told.push(said),
  })
  return { hall, drafts, sent, told }
}

it('[S26] a publication for a later day must fit on that day, or the old plan stays: it is published on its day, once', async () => {
  const { hall, drafts, sent, told } = draftsOf([9])
  await drafts.publishDue()
  drafts.save(walking(90), 'made', 0, null)
  await drafts.publishDue()
  drafts.order('2026-11-25', 'ayu', new Map([['akta', 'served']]))
  await drafts.publishDue()
  expect(sent).toEqual([])
  drafts.order(today, 'ayu', new Map([['akta', 'served']]))
  await drafts.publishDue()
  expect(sent).toEqual([
    {
      command: {
        type: 'revise-plan',
        plan: walking(90),
        from: hall.layoutSeq,
        fates: new Map([['akta', 'served']]),
      },
      by: 'staff:ayu',
    },
  ])
  expect(told).toEqual([['ayu', rulesPlan, 9]])
  expect(drafts.read()).toEqual({ number: 4, draft: null })
  await drafts.publishDue()
})

it.each([
  ['people-waiting', ['people-waiting'], 'people-waiting', 1],
  ['plan-changed', ['plan-changed', 'counter-busy'], 'counter-busy', 2],
  ['storage-unavailable', ['storage-unavailable'], null, 1],
] as const)(
  '[S26] a publication for a later day must fit on that day, or the old plan stays: refused with %s',
  async (_code, answers, refused, asked) => {
    const { drafts, sent, told } = draftsOf([...answers])
    drafts.save(walking(90), 'made', 0, null)
    drafts.order(today, 'ayu', new Map())
    await drafts.publishDue()
    expect([sent.length, told, drafts.read().draft?.order?.refused]).toEqual([asked, [], refused])
    expect(drafts.isLate()).toBe(refused === null)
    // A refused one waits for its editor.
    if (refused !== null) await drafts.publishDue()
  },
)

it.each([
  ['live', 9],
  ['refused', 'people-waiting'],
] as const)(
  '[S25] a draft that goes live keeps what the hall changed in the meantime: one that is saved while the old one is %s stays',
  async (_what, answer) => {
    const { drafts, sent } = draftsOf([answer], () => void drafts.save(walking(120), 'budi', 2, null))
    drafts.save(walking(90), 'made', 0, null)
    drafts.order(today, 'ayu', new Map())
    await drafts.publishDue()
    expect(sent).toHaveLength(1)
    expect(drafts.read()).toMatchObject({ number: 3, draft: { plan: walking(120), by: 'budi', order: null } })
    expect(drafts.whole()).toEqual(walking(120))
  },
)

it('[S26] a publication for a later day must fit on that day, or the old plan stays: not if it is changed at the last moment', async () => {
  const { drafts, sent } = draftsOf([9])
  drafts.save(walking(90), 'made', 0, null)
  drafts.order(today, 'ayu', new Map())
  const done = drafts.publishDue()
  drafts.save(walking(120), 'budi', 2, null)
  await done
  expect(sent).toEqual([])
  expect(drafts.read()).toMatchObject({ number: 3, draft: { plan: walking(120) } })
})

it('[S25] a draft that goes live keeps what the hall changed in the meantime: only the one that went live is done', () => {
  const { drafts } = draftsOf([])
  drafts.save(walking(90), 'made', 0, null)
  drafts.save(walking(120), 'budi', 1, null)
  drafts.published(1)
  expect(drafts.read()).toMatchObject({ number: 2, draft: { by: 'budi' } })
  drafts.published(2)
  expect(drafts.read()).toEqual({ number: 3, draft: null })
})

it('a draft is saved and dropped only by who has seen it, and a repeat changes nothing', () => {
  const { drafts } = draftsOf([])
  expect(drafts.drop(1)).toBe(false)
  expect(drafts.drop(0)).toBe(true)
  expect(drafts.save(walking(90), 'made', 1, null)).toBeNull()
  // Nobody knows that plan.
  expect(drafts.save(walking(90), 'made', 0, 1_000)).toBeNull()
  const row = drafts.save(walking(90), 'made', 0, null)
  expect(row).toEqual({
    number: 1,
    draft: {
      plan: walking(90),
      base: rulesPlan,
      by: 'made',
      at: 7,
      marks: [{ key: 'hall  walkSeconds', by: 'made', at: 7 }],
      order: null,
    },
  })
  expect(drafts.save(walking(90), 'made', 0, null)).toEqual(row)
  expect(drafts.save(walking(90), 'budi', 0, null)).toBeNull()
  expect(drafts.save(walking(120), 'made', 0, null)).toBeNull()
  expect(drafts.drop(0)).toBe(false)
  expect(drafts.drop(1)).toBe(true)
  expect(drafts.drop(1)).toBe(true)
  expect(drafts.read()).toEqual({ number: 2, draft: null })
  drafts.order(today, 'ayu', new Map())
  expect(drafts.read().number).toBe(2)
})
