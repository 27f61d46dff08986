// The form for the plan's voice: from the plan and back, leaving untouched fields alone, and each fault at its field.
import { describe, expect, it } from 'vitest'
import {
  draftFaults,
  placed,
  type Draft,
  draftOf,
  type Edits,
  rulesOf,
  timeOf,
} from '../../counter-ui/manage/voice/draft.tsx'
import { planFaults } from '../../server/hall/plan-faults/plan-faults.ts'
import type { VoiceRules } from '../../server/hall/equipment.ts'
import { smallPlan } from '../rules/small-plan.ts'

const full: VoiceRules = {
  mostPending: 5,
  clips: 'ayu',
  command: { argv: ['/opt/piper', '-'], languages: ['id'] },
  languages: ['en', 'id'],
  times: 2,
  chime: false,
  pronounce: [{ written: 'Samsat', spoken: { id: 'sam sat' } }],
  quiet: [{ from: '22:00', to: '06:00' }],
}
const draft = draftOf({ languages: ['id', 'ban', 'en'], voice: full })
const saved = (voice: VoiceRules | undefined, edits: Edits) =>
  rulesOf(voice, draftOf({ languages: ['id', 'en'], ...(voice && { voice }) }), edits)

describe('from the plan and back', () => {
  it('nothing is changed by looking', () => {
    expect(saved(full, {})).toEqual(full)
    expect(saved(undefined, {})).toEqual({})
  })

  it('all that was touched comes back as it was', () => {
    expect(saved(full, draft)).toEqual(full)
    const { languages, times, chime, words, quiet, clips } = draftOf({ languages: ['id', 'en'] })
    expect(saved(undefined, { languages, times, chime, words, quiet, clips })).toEqual({})
    expect(saved({ pronounce: [] }, { words: [{ key: 1, written: '', spoken: {} }] })).toEqual({
      pronounce: [],
    })
    expect(saved(full, { words: [] }).pronounce).toEqual([])
  })

  it('without an entry in the plan it shows the default', () => {
    expect(draftOf({ languages: ['id', 'ban', 'en'] })).toEqual({
      languages: ['id', 'en'],
      times: 1,
      chime: true,
      quiet: [],
      words: [],
      clips: '',
      argv: [],
      speaks: [],
    })
  })

  it('one change leaves the rest alone, also what the form does not show', () => {
    expect(saved(full, { times: 1 })).toEqual({ ...full, times: 1 })
    const { clips: _clips, command: _command, ...rest } = full
    expect(saved(full, { clips: '', argv: [] })).toEqual(rest)
    expect(saved(undefined, { argv: ['/opt/a'], speaks: ['en'] })).toEqual({
      command: { argv: ['/opt/a'], languages: ['en'] },
    })
    expect(saved(full, { argv: ['/opt/b'] }).command).toEqual({ argv: ['/opt/b'], languages: ['id'] })
  })

  it('empty rows are no rows, and spaces around are nobody’s', () => {
    const edits: Edits = {
      quiet: [
        { key: 1, from: '', to: ' ' },
        { key: 3, from: '9.30', to: '1000' },
      ],
      words: [
        { key: 4, written: ' ', spoken: { id: '' } },
        { key: 5, written: ' KK ', spoken: { id: ' ka ka ', en: ' ' } },
      ],
    }
    expect(saved(undefined, edits)).toEqual({
      quiet: [{ from: '09:30', to: '10:00' }],
      pronounce: [{ written: 'KK', spoken: { id: 'ka ka' } }],
    })
  })
})

it.each([
  ['7.30', '07:30'],
  ['07:30', '07:30'],
  ['0730', '07:30'],
  ['7', '07:00'],
  [' 23.59 ', '23:59'],
  ['24.00', null],
  ['7.60', null],
  ['7.5', null],
  ['730', '07:30'],
  ['', null],
  ['jam tujuh', null],
  ['٧', null],
])('the time %j is %j', (written, time) => {
  expect(timeOf(written)).toBe(time)
})

describe('what is wrong', () => {
  const wrong: Draft = {
    ...draft,
    quiet: [
      { key: 1, from: '12.00', to: '' },
      { key: 2, from: '', to: '' },
      { key: 3, from: '12.00', to: '1200' },
      { key: 4, from: '25', to: '7' },
      { key: 5, from: '22', to: '6' },
    ],
    words: [
      { key: 6, written: '', spoken: { id: 'sim' } },
      { key: 7, written: 'SIM', spoken: { id: 'sim' } },
      { key: 8, written: ' SIM', spoken: { en: 'sim' } },
      { key: 9, written: 'KK', spoken: { id: ' ' } },
      { key: 10, written: '', spoken: {} },
    ],
    speaks: [],
  }

  it('is found at its row before anything is sent', () => {
    expect([...draftFaults(wrong)]).toEqual([
      ['quiet 1', 'timesMissing'],
      ['quiet 3', 'timesSame'],
      ['quiet 4', 'timesWrong'],
      ['words 6', 'wordMissing'],
      ['words 8', 'wordTwice'],
      ['words 9', 'spokenMissing'],
      ['command', 'speaksMissing'],
    ])
    expect(draftFaults(draft).size).toBe(0)
  })

  it('named by the server is shown at the same row, and faults of no field here are kept apart', () => {
    const voice = { ...saved(undefined, wrong), clips: '../x' }
    const named = planFaults({ ...smallPlan, voice, walkSeconds: -1 }).map(({ at, code }) => ({
      at,
      detail: code,
    }))
    const { here, elsewhere } = placed(named, wrong)
    expect(elsewhere).toEqual([{ at: 'walkSeconds', detail: 'out-of-range' }])
    expect([...here.keys()].sort()).toEqual(['clips', 'command', 'quiet 1', 'quiet 4', 'words 6'])
    const twice = saved(undefined, { words: wrong.words.slice(1, 3) })
    const again = planFaults({ ...smallPlan, voice: twice }).map(({ at, code }) => ({ at, detail: code }))
    expect([...placed(again, { ...wrong, words: wrong.words.slice(1, 3) }).here]).toEqual([
      ['words 8', 'listed-twice'],
    ])
  })
})
