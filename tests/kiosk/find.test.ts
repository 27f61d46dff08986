// The state of the kiosk's search: what is typed, one question at a time, and nothing about a visitor who has gone.
import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../screens/command.ts'
import { createFind, type Found, MOST_TYPED } from '../../kiosk-ui/search/find.ts'
import { en } from '../../kiosk-ui/texts/en.ts'
import { id } from '../../kiosk-ui/texts/id.ts'
import { textFaults } from '../screens/texts.ts'

type Answer = Outcome<Found>
const found = (...services: string[]): Answer => ({
  ok: true,
  data: { services, elsewhere: [], elsewhereFirst: false },
})
const silence: Answer = { ok: false, problem: { status: 0, code: 'offline', title: '', detail: '' } }

function setUp() {
  const waiting = new Set<() => void>()
  const asked: { text: string; answer: (answer: Answer) => Promise<void> }[] = []
  const find = createFind({
    ask: (text) =>
      new Promise((resolve) => {
        asked.push({
          text,
          answer: async (answer) => {
            resolve(answer)
            await Promise.resolve()
            await Promise.resolve()
          },
        })
      }),
    after(_ms, run) {
      waiting.add(run)
      return () => waiting.delete(run)
    },
  })
  return {
    find,
    asked,
    /** The visitor stops typing. */
    rest() {
      const due = [...waiting]
      waiting.clear()
      for (const run of due) run()
    },
  }
}

describe('the search', () => {
  it('asks once the visitor stops typing, for what is typed by then', () => {
    const { find, asked, rest } = setUp()
    for (const text of ['k', 'kt', 'ktp ']) find.write(text, 'id')
    expect(asked).toEqual([])
    rest()
    expect(asked.map(({ text }) => text)).toEqual(['ktp'])
  })

  it('asks nothing for a single letter, and shows nothing for it', async () => {
    const { find, asked, rest } = setUp()
    find.write('kk', 'id')
    rest()
    await asked[0]?.answer(found('kk'))
    expect(find.found.value?.services).toEqual(['kk'])
    find.write('k', 'id')
    rest()
    expect([asked.length, find.found.value]).toEqual([1, null])
  })

  it('keeps what was found while the next answer is on its way, and takes no answer that is late', async () => {
    const { find, asked, rest } = setUp()
    find.write('sk', 'id')
    rest()
    await asked[0]?.answer(found('skck'))
    find.write('si', 'id')
    rest()
    find.write('sim', 'id')
    rest()
    expect(find.found.value?.services).toEqual(['skck'])
    await asked[2]?.answer(found('sim'))
    await asked[1]?.answer(found('skck', 'sim'))
    expect(find.found.value?.services).toEqual(['sim'])
  })

  it('says that it had no answer, until it has one', async () => {
    const { find, asked, rest } = setUp()
    find.write('ktp', 'id')
    rest()
    await asked[0]?.answer(silence)
    expect([find.silent.value, find.found.value]).toEqual([true, null])
    find.write('ktp h', 'id')
    rest()
    await asked[1]?.answer(found())
    expect([find.silent.value, find.found.value?.services]).toEqual([false, []])
  })

  it('forgets what was typed, what was found and what is still being asked', async () => {
    const { find, asked, rest } = setUp()
    find.write('ktp', 'id')
    rest()
    find.forget()
    rest()
    await asked[0]?.answer(found('ktp'))
    expect([find.text.value, find.found.value, find.silent.value, asked.length]).toEqual(['', null, false, 1])
  })

  it('takes no more letters than the server reads', () => {
    const { find } = setUp()
    find.write('a'.repeat(200), 'id')
    expect(find.text.value).toHaveLength(MOST_TYPED)
  })

  it('has its texts in both languages', () => {
    expect(textFaults(id, en)).toEqual([])
  })
})
