// Proposals without a server: how long a decided one is kept, and what it is put into.
import { expect, it } from 'vitest'
import { openProposals, type Proposal, type StoredProposals } from '../../server/drafts/proposals.ts'
import { given } from '../rules/given.ts'
import { rulesPlan } from '../rules/rules-plan.ts'

const DAY = 86_400_000

function proposals(now: number) {
  const list: Proposal[] = []
  const forgotten: number[] = []
  const stored: StoredProposals = {
    list: (agency) => list.filter((one) => agency === null || one.agency === agency),
    byId: (id) => list.find((one) => one.id === id),
    add: (one) => void list.unshift(one),
    decide: () => {},
    forget: (before) => void forgotten.push(before),
    forgetWithdrawn: () => {},
  }
  const { hall } = given(rulesPlan)
  const drafts = { read: () => ({ number: 0, draft: null }) as never, save: () => null }
  const made = openProposals({ stored, drafts, hall, now: () => now, newId: () => `p${list.length}` })
  return { made, list, forgotten }
}

it('a decided one is kept for 400 days: it is forgotten as another one is made', () => {
  const { made, list, forgotten } = proposals(1000 * DAY)
  made.make({ agency: 'bank', service: 'bayar', changes: { minutes: 7 }, wish: null }, 'ayu')
  expect(forgotten).toEqual([600 * DAY])
  expect(list).toMatchObject([{ id: 'p0', base: { minutes: 10 }, at: 1000 * DAY, state: 'open' }])
})

it('the same wish of two people, or of one person for two services, is two', () => {
  const { made, list } = proposals(0)
  const asked = { agency: 'bank', service: 'bayar', changes: {}, wish: 'Loket baru' }
  for (const by of ['ayu', 'ayu', 'budi']) made.make(asked, by)
  for (const service of ['kredit', null]) made.make({ ...asked, service }, 'ayu')
  made.make({ ...asked, wish: null }, 'ayu')
  expect(list.map(({ by, service, wish }) => `${by} ${service} ${wish}`).toReversed()).toEqual([
    'ayu bayar Loket baru',
    'budi bayar Loket baru',
    'ayu kredit Loket baru',
    'ayu null Loket baru',
    'ayu bayar null',
  ])
})
