// One visitor's way through the kiosk: what is chosen, the way back, and that nothing about the last visitor remains.
import { describe, expect, it } from 'vitest'
import { createTrip, MOST_SERVICES } from '../../kiosk-ui/trip.ts'

describe('a trip', () => {
  it('leads from a tile straight to the check', () => {
    const trip = createTrip()
    trip.go({ at: 'wanted' })
    trip.choose(['kk'])
    expect(trip.place.value).toEqual({ at: 'check' })
    expect(trip.chosen.value).toEqual(['kk'])
  })

  it('takes the wrong tile back with the way back', () => {
    const trip = createTrip()
    trip.go({ at: 'agency', agency: 'dukcapil' })
    trip.choose(['kk'])
    trip.back()
    expect(trip.place.value).toEqual({ at: 'agency', agency: 'dukcapil' })
    trip.choose(['ktp'])
    expect(trip.chosen.value).toEqual(['ktp'])
  })

  it('keeps what was chosen while more is added, and removes only the last', () => {
    const trip = createTrip()
    trip.choose(['kk'])
    trip.go({ at: 'start' })
    trip.choose(['ktp'])
    expect(trip.chosen.value).toEqual(['kk', 'ktp'])
    trip.back()
    expect(trip.chosen.value).toEqual(['kk'])
  })

  it('adds nothing twice and nothing beyond what one number may have', () => {
    const trip = createTrip()
    trip.choose(['a', 'b', 'c', 'd', 'e', 'f', 'g'])
    trip.choose(['a', 'h', 'i'])
    expect(trip.chosen.value).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])
    trip.chooseBefore('x', 'a')
    expect(trip.chosen.value).toHaveLength(MOST_SERVICES)
  })

  it('puts the service that issues a paper in front of the one that asks for it', () => {
    const trip = createTrip()
    trip.choose(['sim', 'skck'])
    trip.chooseBefore('ktp', 'skck')
    expect(trip.chosen.value).toEqual(['sim', 'ktp', 'skck'])
  })

  it('goes back to choosing when the last service is left out', () => {
    const trip = createTrip()
    trip.choose(['kk'])
    trip.leaveOut('kk')
    expect(trip.place.value).toEqual({ at: 'start' })
  })

  it('ends without a trace', () => {
    const trip = createTrip()
    trip.choose(['kk'])
    trip.toggleMissing('akta')
    trip.togglePriority()
    trip.toggleComeToMe()
    trip.end()
    expect([trip.place.value, trip.chosen.value, trip.missing.value]).toEqual([{ at: 'start' }, [], []])
    expect([trip.priority.value, trip.comeToMe.value]).toEqual([false, false])
    trip.back()
    expect(trip.place.value).toEqual({ at: 'start' })
  })
})
