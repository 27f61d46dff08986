// The forms of the plan without a browser: two people's changes merged, ids, what deleting removes with it, faults in
// words, drafts of any shape.
import { beforeEach, describe, expect, it } from 'vitest'
import { add, idFor, move, moveTo, remove, setOf, newId } from '../../counter-ui/manage/draft/edit.ts'
import { placedFault } from '../../counter-ui/manage/draft/faults.ts'
import { placeWords, valueWords } from '../../counter-ui/manage/draft/places.ts'
import { readPlan } from '../../counter-ui/manage/draft/shape.ts'
import { differences, isSame, threeWay, withTheirs } from '../../counter-ui/manage/draft/three-way.ts'
import { labelsFrom, newCounters } from '../../counter-ui/manage/floor/CounterForm.tsx'
import { kindOf, sizeOf } from '../../counter-ui/manage/hall/LogoField.tsx'
import { entriesOf, found } from '../../counter-ui/manage/shell/find.ts'
import { sections } from '../../counter-ui/manage/shell/sections.tsx'
import { pathTo, wayAt } from '../../counter-ui/manage/shell/way.ts'
import { language } from '../../screens/i18n.ts'
import { merge } from '../../server/drafts/merge.ts'
import type { Plan } from '../../server/hall/plan.ts'
import { planFaults } from '../../server/hall/plan-faults/plan-faults.ts'
import { karangasem } from '../../server/halls/karangasem/index.ts'
import { namedFaults } from '../../server/texts/plan-faults.ts'
import { createRandom } from '../property/prng.ts'

beforeEach(() => {
  language.value = 'id'
})

const plan: Plan = karangasem
const [one, two] = plan.counters

describe('[O5] what two managers change is merged, field by field', () => {
  const base = {
    name: { id: 'A', en: 'A' },
    counters: [
      { id: 'x', label: '1', zone: 'a' },
      { id: 'y', label: '2', zone: 'a' },
    ],
  }
  const label = (text: string) => ({
    ...base,
    counters: base.counters.map((c) => (c.id === 'x' ? { ...c, label: text } : c)),
  })

  it('[O5] what two managers change is merged, field by field: of one thing, of two, of the hall', () => {
    const mine = label('7')
    const theirs = {
      ...base,
      name: { id: 'A', en: 'B' },
      counters: [{ id: 'x', label: '1', zone: 'b' }, base.counters[1]],
    }
    const { merged, conflicts } = threeWay(base, mine, theirs)
    expect(conflicts).toEqual([])
    expect(merged).toEqual({
      name: { id: 'A', en: 'B' },
      counters: [{ id: 'x', label: '7', zone: 'b' }, base.counters[1]],
    })
    // Where nobody meets, the server joins them to the same.
    expect(merged).toEqual(merge(base, mine, theirs))
  })

  it('names what both changed, with both values, and takes either', () => {
    const { merged, conflicts } = threeWay(base, label('7'), label('8'))
    expect(conflicts).toEqual([{ path: ['counters', 'x', 'label'], mine: '7', theirs: '8' }])
    expect(merged).toEqual(label('7'))
    const [conflict] = conflicts
    expect(conflict && withTheirs(merged, conflict)).toEqual(label('8'))
  })

  it('does not lose what one deleted and the other changed, either way round', () => {
    const without = { ...base, counters: base.counters.slice(1) }
    for (const [mine, theirs] of [
      [without, label('8')],
      [label('8'), without],
    ] as const) {
      const { merged, conflicts } = threeWay(base, mine, theirs)
      expect(conflicts).toHaveLength(1)
      expect(merged).toEqual(mine)
      const [conflict] = conflicts
      const taken = conflict && withTheirs(merged, conflict)
      expect((taken as typeof base).counters.map(({ id }) => id).sort()).toEqual(
        theirs.counters.map(({ id }) => id).sort(),
      )
    }
  })

  it('keeps the order of whoever moved things, and both of two new ones', () => {
    const moved = { ...base, counters: [...base.counters].reverse() }
    const added = (id: string) => ({ ...base, counters: [...base.counters, { id, label: id, zone: 'a' }] })
    const ids = (value: unknown) => (value as typeof base).counters.map(({ id }) => id)
    expect(ids(threeWay(base, moved, added('n')).merged)).toEqual(['y', 'n', 'x'])
    expect(ids(threeWay(base, added('n'), moved).merged)).toEqual(['y', 'n', 'x'])
    expect(ids(threeWay(base, added('n'), added('m')).merged)).toEqual(['x', 'y', 'n', 'm'])
  })

  it('for any changes of two people: each keeps what only they changed, and nothing else is asked', () => {
    const seed = 20261130
    const { int: below } = createRandom(seed)
    const changed = (start: Plan, whose: string): Plan => {
      let made = start
      for (let nth = 0; nth < 6; nth += 1) {
        const counter = start.counters[below(start.counters.length)]?.id ?? ''
        const what = below(5)
        if (what === 0) made = setOf('counters', [counter], 'label', `${whose}${below(3)}`)(made)
        if (what === 1) made = setOf('counters', [counter], 'zone', start.zones[below(3)]?.id)(made)
        if (what === 2) made = { ...made, walkSeconds: below(3) }
        if (what === 3) made = { ...made, name: { ...made.name, id: `${whose}${below(2)}` } }
        if (what === 4)
          made = setOf('services', [start.services[below(9)]?.id ?? ''], 'minutes', below(4) + 1)(made)
      }
      return made
    }
    const key = (path: readonly string[]) => path.join('/')
    for (let round = 0; round < 100; round += 1) {
      const [mine, theirs] = [changed(plan, 'm'), changed(plan, 't')]
      const { merged, conflicts } = threeWay(plan, mine, theirs)
      const [byMe, byThem, apart] = [
        differences(plan, mine),
        differences(plan, theirs),
        differences(mine, theirs),
      ].map((paths) => new Set(paths.map(key)))
      const both = [...(byMe ?? [])].filter((path) => byThem?.has(path) && apart?.has(path))
      // A text is one field for people, and its languages are joined.
      const asked = new Set(conflicts.map(({ path }) => key(path).replace(/^name\/.*/, 'name')))
      expect([seed, round, [...asked].sort()]).toEqual([seed, round, both.sort()])
      expect(
        differences(mine, merged)
          .map(key)
          .filter((path) => byMe?.has(path)),
      ).toEqual([])
      expect(
        differences(theirs, merged)
          .map(key)
          .filter((path) => !byMe?.has(path)),
      ).toEqual([])
    }
  })

  it('finds nothing to do where both wrote the same', () => {
    expect(threeWay(base, label('9'), label('9'))).toEqual({ merged: label('9'), conflicts: [] })
  })

  it('counts changes as people do: fields, things, an order', () => {
    expect(differences(base, base)).toEqual([])
    expect(differences(base, { ...label('7'), name: { id: 'B', en: 'C' } })).toEqual([
      ['name'],
      ['counters', 'x', 'label'],
    ])
    expect(differences(base, { ...base, counters: base.counters.slice(1) })).toEqual([['counters', 'x']])
    expect(differences(base, { ...base, counters: [...base.counters].reverse() })).toEqual([['counters']])
  })
})

describe('[O7] an id is made by the program and never given again', () => {
  it('[O7] an id is made by the program and never given again: of any name, and a thousand of the same', () => {
    const pattern = /^[a-z0-9][a-z0-9-]{0,63}$/
    for (const name of [
      'Loket 7',
      'Perizinan & PTSP',
      'Café',
      '本局',
      '',
      '-',
      'a'.repeat(200),
      'Balai Bahasa Provinsi Bali (Denpasar)',
    ])
      expect(newId(name, [])).toMatch(pattern)
    expect(newId('Loket 7', [])).toMatch(/^loket-7-/)
    expect(new Set(Array.from({ length: 1000 }, () => newId('Loket', []))).size).toBe(1000)
  })

  it('a thing that was deleted does not lend its id to one of the same name', () => {
    const made = idFor(plan, 'counters', 'Loket 99')
    const later = idFor(remove('counters', [made])(plan), 'counters', 'Loket 99')
    expect(later).not.toBe(made)
  })
})

describe('[O8] whatever is deleted takes along the references to it elsewhere in the plan', () => {
  it('[O8] whatever is deleted takes along the references to it elsewhere in the plan: any service, without a new fault but its own', () => {
    for (const { id } of plan.services) {
      const left = remove('services', [id])(plan)
      expect(JSON.stringify(left)).not.toContain(`"${id}"`)
      const codes = new Set(planFaults(left).map(({ code }) => code))
      // A life event with only that service is then empty, and says so.
      codes.delete('part-empty')
      expect([id, ...codes]).toEqual([id])
    }
  })

  it('a zone leaves its counters without one, which is said at each', () => {
    const [zone] = plan.zones
    const left = remove('zones', [zone?.id ?? ''])(plan)
    const stranded = left.counters.filter((counter) => counter.zone === zone?.id)
    expect(stranded.length).toBeGreaterThan(0)
    expect(planFaults(left).filter(({ code }) => code === 'unknown-id')).toHaveLength(stranded.length)
  })

  it('leaves what it does not touch as the same objects', () => {
    const left = remove('counters', [one?.id ?? ''])(plan)
    expect(left.counters[0]).toBe(two)
    expect(left.services).toBe(plan.services)
  })
})

describe('a list', () => {
  it('is put in order as far as there is room', () => {
    const ids = (made: Plan) => made.zones.map(({ id }) => id)
    const [first = '', second = '', ...rest] = ids(plan)
    expect(ids(move('zones', first, 1)(plan))).toEqual([second, first, ...rest])
    expect(ids(move('zones', first, -1)(plan))).toEqual(ids(plan))
    expect(ids(moveTo('zones', first, 99)(plan))).toEqual([second, ...rest, first])
    expect(ids(move('zones', 'nobody', 1)(plan))).toEqual(ids(plan))
  })

  it('takes ten counters at once, named and numbered in all languages', () => {
    expect(labelsFrom('11', 10)).toEqual(['11', '12', '13', '14', '15', '16', '17', '18', '19', '20'])
    expect(labelsFrom('A08', 3)).toEqual(['A08', 'A09', 'A10'])
    expect(labelsFrom('VIP', 1)).toEqual(['VIP'])
    expect(labelsFrom('VIP', 2)).toEqual([])
    expect(labelsFrom(' ', 2)).toEqual([])
    const rest = { agency: one?.agency ?? '', zone: one?.zone ?? '', services: one?.services ?? [] }
    const made = newCounters({ ...plan, languages: ['id', 'en', 'ban'] }, ['91', '92'], rest)
    expect(made.map(({ name }) => name)).toEqual([
      { id: 'Loket 91', en: 'Counter 91', ban: 'Loket 91' },
      { id: 'Loket 92', en: 'Counter 92', ban: 'Loket 92' },
    ])
    expect(planFaults(add('counters', made)(plan))).toEqual([])
  })
})

describe('[O6] a fault of the draft is shown at its field in words', () => {
  const faultsOf = (draft: Plan) => namedFaults(draft, 'id').map((fault) => placedFault(fault, draft))

  it('[O6] a fault of the draft is shown at its field in words: none has an id, a place in the file or a field’s own name', () => {
    const ids = [one?.id ?? '', two?.id ?? '']
    const spoilt: Plan[] = [
      setOf('counters', [ids[0] ?? ''], 'label', two?.label)(plan),
      setOf('counters', ids, 'zone', '')(plan),
      setOf('counters', ids, 'name', { id: '', en: '' })(plan),
      setOf('services', [plan.services[0]?.id ?? ''], 'prefix', plan.services.at(-1)?.prefix)(plan),
      setOf('services', [plan.services[0]?.id ?? ''], 'after', [plan.services[0]?.id ?? ''])(plan),
      { ...plan, languages: ['id', 'en', 'ban'] },
      { ...plan, languages: ['en'] },
      { ...plan, timeZone: 'Mars/Base' },
      { ...plan, zones: [] },
      { ...plan, name: { id: '', en: '' } },
      { ...plan, walkSeconds: -1 },
    ]
    for (const draft of spoilt) {
      const faults = faultsOf(draft)
      expect(faults).not.toEqual([])
      for (const { words } of faults) expect(words).not.toMatch(/\[\d|"[a-z]+-[a-z0-9-]+"|null|objek/)
    }
  })

  it('is at the thing and field that has it', () => {
    const [fault] = faultsOf(setOf('counters', [two?.id ?? ''], 'label', one?.label)(plan))
    expect(fault).toMatchObject({ list: 'counters', id: two?.id, field: 'label' })
    expect(fault && placeWords(fault, plan)).toBe('Loket 2 · Nomor di atas loket')
    expect(fault?.words).toContain('Loket 1')
  })

  it('says of an empty field that it is empty', () => {
    const [fault] = faultsOf(setOf('counters', [one?.id ?? ''], 'name', { id: 'Loket 1', en: '' })(plan))
    expect(fault).toMatchObject({ field: 'name', sub: 'en', words: 'Belum diisi.' })
  })

  it('names what a colleague wrote as people call it', () => {
    expect(valueWords(plan.zones[0]?.id, plan)).toBe(plan.zones[0]?.name.id)
    expect(valueWords([], plan)).toBe('(kosong)')
    expect(valueWords(undefined, plan)).toBe('(dihapus)')
    expect(valueWords({ id: 'Satu', en: 'One' }, plan)).toBe('Satu')
    expect(valueWords(one, plan)).toBe('Loket 1')
  })
})

describe('a draft of any shape', () => {
  it('is read without a throw, and a good one stays as it is', () => {
    const read = readPlan(plan)
    expect(isSame(read, plan)).toBe(true)
    expect(read.services).toBe(plan.services)
    for (const wrong of [
      {},
      { zones: 7, counters: {}, services: [1, null, 'x', { id: 3 }] },
      { counters: [{ id: 'a' }, { id: 'b', name: 'Loket', services: 'x' }] },
      { name: null, reasons: [], rates: 'x' },
    ]) {
      const made = readPlan(wrong)
      expect(Array.isArray(made.counters)).toBe(true)
      for (const counter of made.counters) expect(counter.name.id + counter.services.length).toMatch(/0$/)
      expect(entriesOf({ sections, plan: made, accounts: [], devices: [] }).length).toBeGreaterThan(0)
    }
  })
})

describe('an address', () => {
  it('names section, thing and field, whatever is in it', () => {
    expect(wayAt('/manage/')).toEqual({ section: '', id: null, field: null })
    expect(wayAt(pathTo('counters', 'loket 7/%'), '#f-zone')).toEqual({
      section: 'counters',
      id: 'loket 7/%',
      field: 'f-zone',
    })
    expect(wayAt('/manage/%E0%A4%A')).toEqual({ section: '%E0%A4%A', id: null, field: null })
  })

  it('of every section is its own', () => {
    expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length)
  })
})

describe('the search', () => {
  const entries = entriesOf({ sections, plan, accounts: [], devices: [] })
  const names = (typed: string) => found(entries, typed).map(({ name }) => name)

  it('finds by name, number, and any order of words; the best first', () => {
    expect(names('loket 7')[0]).toBe('Loket 7')
    expect(names('7 LOKET')[0]).toBe('Loket 7')
    expect(names('lokét')[0]).toBe('Loket')
    expect(names('sandi')).toContain('Akun dan kata sandi saya')
    expect(names('xyzzy')).toEqual([])
    expect(names('').length).toBe(sections.length)
  })
})

describe('a logo', () => {
  const bytes = (...list: number[]) => new Uint8Array(list)
  const text = (words: string) => new TextEncoder().encode(words)
  const png = (width: number, height: number) => {
    const head = new Uint8Array(33)
    head.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    const view = new DataView(head.buffer)
    view.setUint32(16, width)
    view.setUint32(20, height)
    return head
  }

  it('is what its content says', () => {
    expect(kindOf(png(1, 1))).toBe('png')
    expect(kindOf(bytes(0xff, 0xd8, 0xff, 0xe0))).toBe('jpeg')
    expect(kindOf(text('<?xml version="1.0"?><svg xmlns="x"><script>alert(1)</script></svg>'))).toBe('svg')
    expect(kindOf(text('MZ'))).toBe('unreadable')
    expect(kindOf(bytes())).toBe('unreadable')
  })

  it('says how large it is before it is unpacked', () => {
    expect(sizeOf(png(30_000, 20), 'png')).toEqual({ width: 30_000, height: 20 })
    expect(sizeOf(png(1, 1).subarray(0, 12), 'png')).toBeNull()
    const jpeg = bytes(
      0xff,
      0xd8,
      0xff,
      0xe0,
      0,
      4,
      0,
      0,
      0xff,
      0xc0,
      0,
      17,
      8,
      0x01,
      0x00,
      0x02,
      0x00,
      3,
      0,
      0,
    )
    expect(sizeOf(jpeg, 'jpeg')).toEqual({ width: 512, height: 256 })
    expect(sizeOf(bytes(0xff, 0xd8, 0xff, 0xe0, 0, 0), 'jpeg')).toBeNull()
  })
})
