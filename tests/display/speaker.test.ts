// The zone's voice: each announcement once, by the display that is asked to, and only as long as it is wanted.
import { describe, expect, it } from 'vitest'
import { createSpeaker, type PlayEvents, type SpeakerIo } from '../../display-ui/speaker.ts'

const me = 'd1'
const announcement = (
  id: string,
  speaker: string | null = me,
  audio: string | null = `/api/audio/${id}`,
) => ({
  id,
  number: 'A001',
  counter: 'loket-1',
  text: '',
  audio,
  speaker,
})

function loudspeaker() {
  const log: string[] = []
  let events: PlayEvents | null = null
  const io: SpeakerIo = {
    play(url, next) {
      log.push(`play ${url}`)
      events = next
    },
    stop: () => void log.push('stop'),
    unlock: () => void log.push('unlock'),
    heard: (id) => void log.push(`heard ${id}`),
  }
  const happens = (what: (events: PlayEvents) => void) => {
    if (events) what(events)
  }
  return { speaker: createSpeaker(io), log, happens }
}

describe('a speaker', () => {
  it('plays what it is asked to once, and says that it was heard', () => {
    const { speaker, log, happens } = loudspeaker()
    speaker.follow(announcement('n1'), me)
    speaker.follow(announcement('n1'), me)
    happens((events) => events.started())
    happens((events) => events.ended())
    speaker.follow(announcement('n1'), me)
    expect(log).toEqual(['play /api/audio/n1', 'heard n1'])
  })

  it('is silent for what another display or nobody should say, and without audio', () => {
    const { speaker, log } = loudspeaker()
    speaker.follow(announcement('n1', 'd2'), me)
    speaker.follow(announcement('n2', null), me)
    speaker.follow(announcement('n3', me, null), me)
    speaker.follow(announcement('n4'), null)
    expect(log).toEqual([])
  })

  it('falls silent when the call is taken back, and does not say that it was heard', () => {
    const { speaker, log, happens } = loudspeaker()
    speaker.follow(announcement('n1'), me)
    speaker.follow(null, me)
    happens((events) => events.ended())
    expect(log).toEqual(['play /api/audio/n1', 'stop'])
  })

  it('plays the next one when the server goes on', () => {
    const { speaker, log, happens } = loudspeaker()
    speaker.follow(announcement('n1'), me)
    speaker.follow(announcement('n2'), me)
    happens((events) => events.ended())
    expect(log).toEqual(['play /api/audio/n1', 'stop', 'play /api/audio/n2', 'heard n2'])
  })

  it('waits for a touch where the browser forbids sound, and then says what is still wanted', () => {
    const { speaker, log, happens } = loudspeaker()
    speaker.follow(announcement('n1'), me)
    happens((events) => events.failed(true))
    expect(speaker.blocked.value).toBe(true)
    speaker.follow(announcement('n2'), me)
    expect(log).toEqual(['play /api/audio/n1'])
    speaker.unlock()
    expect(speaker.blocked.value).toBe(false)
    expect(log).toEqual(['play /api/audio/n1', 'play /api/audio/n2'])
  })

  it('is unlocked by a touch although nothing is to be said', () => {
    const { speaker, log, happens } = loudspeaker()
    speaker.follow(announcement('n1'), me)
    happens((events) => events.failed(true))
    speaker.follow(null, me)
    speaker.unlock()
    expect(log).toEqual(['play /api/audio/n1', 'unlock'])
  })

  it('gives up a sound that cannot be had, so that the server goes on', () => {
    const { speaker, log, happens } = loudspeaker()
    speaker.follow(announcement('n1'), me)
    happens((events) => events.failed(false))
    speaker.follow(announcement('n1'), me)
    expect([log, speaker.blocked.value]).toEqual([['play /api/audio/n1'], false])
  })
})
