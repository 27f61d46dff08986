// "What the plan says of the voice is checked like the rest of it."
import { describe, expect, it } from 'vitest'
import { planFaults } from '../../server/hall/plan-faults/plan-faults.ts'
import { smallPlan } from './small-plan.ts'

const faults = (voice: unknown) => planFaults({ ...smallPlan, voice })

describe('the voice of a plan', () => {
  it('may say nothing, or everything', () => {
    expect(faults({})).toEqual([])
    expect(
      faults({
        clips: 'suara-ayu',
        command: { argv: ['/opt/piper/piper', '--model', 'id.onnx'], languages: ['id'] },
        languages: ['en', 'id'],
        times: 2,
        chime: false,
        pronounce: [{ written: 'BPJS', spoken: { id: 'be pe je es' } }],
        quiet: [{ from: '22:00', to: '06:00' }],
        mostPending: 5,
      }),
    ).toEqual([])
  })

  it.each(['../kunci', '..', '.', '', 'a/b', 'a\\b', 'C:', '/etc', 'Suara', 'a'.repeat(65), 'a\0b', 'a.wav'])(
    'takes no set of clips called %j',
    (clips) => {
      expect(faults({ clips })).toMatchObject([
        { at: 'voice.clips', code: 'wrong-form', detail: { form: 'plain-name' } },
      ])
    },
  )

  it.each(['24:00', '7:30', '07.30', '07:60', ''])('takes no time of day like %j', (from) => {
    expect(faults({ quiet: [{ from, to: '08:00' }] })).toMatchObject([
      { at: 'voice.quiet[0].from', code: 'wrong-form', detail: { form: 'time' } },
    ])
  })

  it('names what is listed twice, unknown, or no list', () => {
    expect(faults({ languages: ['id', 'id'] })).toEqual([
      { at: 'voice.languages[1]', code: 'listed-twice', detail: { id: 'id', first: 'voice.languages[0]' } },
    ])
    expect(faults({ languages: ['ban'] })).toMatchObject([{ code: 'value-unknown' }])
    expect(faults({ command: { argv: '/bin/sh -c date', languages: ['id'] } })).toMatchObject([
      { at: 'voice.command.argv', code: 'wrong-type' },
    ])
    const say = { written: 'SIM', spoken: { id: 'sim' } }
    expect(faults({ pronounce: [say, say] })).toMatchObject([
      { at: 'voice.pronounce[1].written', code: 'listed-twice' },
    ])
  })
})
