// The zone's voice: each announcement once, by the display that is asked to, and only as long as it is wanted.
import { describe, expect, it } from 'vitest'
import { soundState, createSpeaker, type PlayEvents, type SpeakerIo } from '../../display-ui/speaker.ts'

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
  let muted: 'muted' | 'none' | null = null
  let reaches = true
  soundState.value = 'unknown'
  const io: SpeakerIo = {
    play(url, next) {
      log.push(`play ${url}`)
      events = next
    },
    stop: () => void log.push('stop'),
    unlock: () => void log.push('unlock'),
    mute: () => muted,
    ready: (id, state) => void log.push(`${state} ${id}`),
    started: (id) => void log.push(`started ${id}`),
    heard(id, failed) {
      log.push(`heard ${id}`)
      if (!reaches) failed()
    },
  }
  const happens = (what: (events: PlayEvents) => void) => {
    if (events) what(events)
  }
  return {
    speaker: createSpeaker(io),
    log,
    /** Late events of the sound that was played last, even after another one began. */
    eventsNow: () => events,
    happens,
    mute: (how: typeof muted) => {
      muted = how
    },
    cut: (isCut: boolean) => {
      reaches = !isCut
    },
  }
}

describe('a speaker', () => {
  it('plays what it is asked to once, and says that it was heard', () => {
    const { speaker, log, happens } = loudspeaker()
    speaker.follow(announcement('n1'), me)
    speaker.follow(announcement('n1'), me)
    happens((events) => events.ready())
    happens((events) => events.started())
    expect(soundState.value).toBe('ready')
    happens((events) => events.ended())
    speaker.follow(announcement('n1'), me)
    expect(log).toEqual(['play /api/audio/n1', 'ready n1', 'started n1', 'heard n1'])
  })

  it('is silent for what another display or nobody should say, and without audio', () => {
    const { speaker, log } = loudspeaker()
    speaker.follow(announcement('n1', 'd2'), me)
    speaker.follow(announcement('n2', null), me)
    speaker.follow(announcement('n3', me, null), me)
    speaker.follow(announcement('n4'), null)
    expect(log).toEqual([])
  })

  it('falls silent when the call is retracted, and does not report that it was heard', () => {
    const { speaker, log, happens } = loudspeaker()
    speaker.follow(announcement('n1'), me)
    speaker.follow(null, me)
    happens((events) => events.ended())
    expect(log).toEqual(['play /api/audio/n1', 'stop'])
  })

  it('asked again for what it had to stop, takes no late word of the first time for one of the second', () => {
    const { speaker, log, eventsNow, happens } = loudspeaker()
    speaker.follow(announcement('n1'), me)
    const first = eventsNow()
    // The server was restarted, and asks again. A browser reports a stopped sound a moment later.
    speaker.follow(null, me)
    speaker.follow(announcement('n1'), me)
    first?.failed(false)
    happens((events) => events.started())
    happens((events) => events.ended())
    const again = ['play /api/audio/n1', 'started n1', 'heard n1']
    expect(log).toEqual(['play /api/audio/n1', 'stop', ...again])
  })

  it('plays the next one when the server goes on', () => {
    const { speaker, log, happens } = loudspeaker()
    speaker.follow(announcement('n1'), me)
    speaker.follow(announcement('n2'), me)
    happens((events) => events.ended())
    expect(log).toEqual(['play /api/audio/n1', 'stop', 'play /api/audio/n2', 'heard n2'])
  })

  it('waits for a touch if the browser forbids sound, and then plays what is still wanted', () => {
    const { speaker, log, happens } = loudspeaker()
    speaker.follow(announcement('n1'), me)
    happens((events) => events.failed(true))
    expect(soundState.value).toBe('blocked')
    speaker.follow(announcement('n2'), me)
    speaker.follow(announcement('n2'), me)
    expect(log).toEqual(['play /api/audio/n1', 'blocked n1', 'blocked n2'])
    speaker.unlock()
    expect(soundState.value).toBe('unknown')
    expect(log.slice(3)).toEqual(['play /api/audio/n2'])
  })

  it('is unlocked by a touch although nothing is to be said', () => {
    const { speaker, log, happens } = loudspeaker()
    speaker.follow(announcement('n1'), me)
    happens((events) => events.failed(true))
    speaker.follow(null, me)
    speaker.unlock()
    expect(log).toEqual(['play /api/audio/n1', 'blocked n1', 'unlock'])
  })

  it('gives up a sound that cannot be had, so that the server goes on', () => {
    const { speaker, log, happens } = loudspeaker()
    speaker.follow(announcement('n1'), me)
    happens((events) => events.failed(false))
    speaker.follow(announcement('n1'), me)
    expect([log, soundState.value]).toEqual([['play /api/audio/n1', 'none n1'], 'none'])
    speaker.follow(announcement('n2'), me)
    expect(log.at(-1)).toBe('play /api/audio/n2')
  })

  it('does not play what nobody would hear, and says so', () => {
    const { speaker, log, mute } = loudspeaker()
    mute('muted')
    speaker.follow(announcement('n1'), me)
    expect([log, soundState.value]).toEqual([['muted n1'], 'muted'])
  })

  it('plays again what the server’s restart cut off, and what was passed on to it', () => {
    const { speaker, log } = loudspeaker()
    speaker.follow(announcement('n1'), me)
    speaker.follow(null, me)
    speaker.follow(announcement('n1'), me)
    speaker.follow(announcement('n2', 'd2'), me)
    speaker.follow(announcement('n2'), me)
    expect(log).toEqual(['play /api/audio/n1', 'stop', 'play /api/audio/n1', 'stop', 'play /api/audio/n2'])
  })

  it('says again that it was heard where the server was away, instead of playing it again', () => {
    const { speaker, log, happens, cut } = loudspeaker()
    speaker.follow(announcement('n1'), me)
    cut(true)
    happens((events) => events.ended())
    cut(false)
    speaker.follow(null, me)
    speaker.follow(announcement('n1'), me)
    speaker.follow(announcement('n1'), me)
    expect(log).toEqual(['play /api/audio/n1', 'heard n1', 'heard n1'])
  })
})
