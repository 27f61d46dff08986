// Two who changed the same plan: what each changed is kept, and the draft goes before the hall.
import { expect, it } from 'vitest'
import { planChanges } from '../../server/drafts/changes.ts'
import { isSame, merge } from '../../server/drafts/merge.ts'
import { describeChanges } from '../../server/texts/plan-changes.ts'
import { rulesPlan, withPhase } from '../rules/rules-plan.ts'

const base = {
  name: 'a',
  list: [
    { id: 'x', n: 1, m: 1 },
    { id: 'y', n: 1 },
  ],
  days: [{ day: '1', n: 1 }],
  ids: ['x'],
}

it.each([
  ['nobody changed anything', base, base, base],
  ['the draft alone', { ...base, name: 'b' }, base, { ...base, name: 'b' }],
  ['the hall alone', base, { ...base, name: 'c' }, { ...base, name: 'c' }],
  ['both the same field', { ...base, name: 'b' }, { ...base, name: 'c' }, { ...base, name: 'b' }],
  ['each another field', { ...base, name: 'b' }, { ...base, ids: [] }, { ...base, name: 'b', ids: [] }],
  [
    'another field of one thing',
    {
      ...base,
      list: [
        { id: 'x', n: 2, m: 1 },
        { id: 'y', n: 1 },
      ],
    },
    {
      ...base,
      list: [
        { id: 'x', n: 1, m: 3 },
        { id: 'y', n: 1 },
      ],
    },
    {
      ...base,
      list: [
        { id: 'x', n: 2, m: 3 },
        { id: 'y', n: 1 },
      ],
    },
  ],
  [
    'one more in each',
    { ...base, list: [{ id: 'z' }, ...base.list] },
    { ...base, list: [...base.list, { id: 'w' }] },
    { ...base, list: [{ id: 'z' }, ...base.list, { id: 'w' }] },
  ],
  [
    'one less in each',
    { ...base, list: base.list.slice(1) },
    { ...base, list: base.list.slice(0, 1) },
    { ...base, list: [] },
  ],
  [
    'taken away in the hall, worked on in the draft',
    {
      ...base,
      list: [
        { id: 'x', n: 5, m: 1 },
        { id: 'y', n: 1 },
      ],
    },
    { ...base, list: base.list.slice(1) },
    {
      ...base,
      list: [
        { id: 'x', n: 5, m: 1 },
        { id: 'y', n: 1 },
      ],
    },
  ],
  ['a day', { ...base, days: [] }, { ...base, name: 'c' }, { ...base, name: 'c', days: [] }],
  ['a field that came', { ...base, more: 1 }, { ...base, name: 'c' }, { ...base, name: 'c', more: 1 }],
  [
    'ids twice: the draft as it is',
    { ...base, list: [{ id: 'x' }, { id: 'x' }] },
    { ...base, name: 'c' },
    { ...base, name: 'c', list: [{ id: 'x' }, { id: 'x' }] },
  ],
])('%s', (_name, mine, theirs, merged) => {
  expect(merge(base, mine, theirs)).toEqual(merged)
})

it('a draft’s `__proto__` is a field like any other, and reaches no other object', () => {
  const mine: unknown = JSON.parse('{"__proto__": {"polluted": true}, "name": "b"}')
  const merged = merge({ name: 'a' }, mine, { name: 'a', other: 1 }) as object
  expect(Object.keys(merged).sort()).toEqual(['__proto__', 'name', 'other'])
  expect('polluted' in {}).toBe(false)
  expect(Object.getPrototypeOf(merged)).toBe(Object.prototype)
})

it('equal things are equal in whatever order their keys are', () => {
  expect(isSame({ a: 1, b: [1, { c: 2 }] }, { b: [1, { c: 2 }], a: 1 })).toBe(true)
  expect(isSame({ a: 1 }, { a: 1, b: undefined })).toBe(false)
  expect(isSame([1, 2], [2, 1])).toBe(false)
})

it('changes are told thing by thing, and counted in both languages', () => {
  const [first, ...others] = rulesPlan.counters
  if (!first) throw new Error('no counter')
  const after = {
    ...withPhase('sim', { status: 'soon', expected: null }),
    walkSeconds: 90,
    counters: [...others, { ...first, id: 'loket-9' }],
  }
  const changes = planChanges(rulesPlan, after)
  expect(changes.map(({ kind, id, what, field }) => [kind, id, what, field])).toEqual([
    ['hall', null, 'changed', 'walkSeconds'],
    ['service', 'sim', 'changed', 'phase'],
    ['counter', 'loket-9', 'added', null],
    ['counter', 'loket-1', 'gone', null],
  ])
  expect(describeChanges(changes, 'id')).toBe(
    'Pengaturan mal diubah, 1 layanan diubah, 1 loket ditambahkan, 1 loket dihapus',
  )
  expect(describeChanges(changes, 'en')).toBe(
    'The hall’s settings changed, 1 service changed, 1 counter added, 1 counter removed',
  )
  expect(describeChanges([], 'id')).toBe('Tidak ada yang berubah')
})
