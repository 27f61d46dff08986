import { describe, expect, it } from 'vitest'
import { mostFailures, network, openThrottle, slowDownMs, windowMs } from '../../server/access/throttle.ts'
import { aMorning } from './setup.ts'

const here = '10.0.0.7'
const elsewhere = '10.0.0.8'

/** Fails `times` times in a row; returns what the last attempt got. */
function fail(
  throttle: ReturnType<typeof openThrottle>,
  account: string,
  address: string,
  times: number,
  at = aMorning,
) {
  let last = throttle.attempt(account, address, at)
  for (let nth = 1; nth < times; nth += 1) last = throttle.attempt(account, address, at)
  return last
}

describe('guessing a password', () => {
  it('is looked at ten times; the eleventh is told how long to wait', () => {
    const throttle = openThrottle()
    expect(fail(throttle, 'wayan', here, mostFailures)).toEqual({ allowed: true, nth: 10, holdMs: 0 })
    expect(throttle.attempt('wayan', here, aMorning + 60_000)).toEqual({
      allowed: false,
      retryAfter: 14 * 60,
    })
  })

  it('is looked at later and later, wherever it comes from, and still ten times at each address', () => {
    const throttle = openThrottle()
    fail(throttle, 'wayan', here, mostFailures)
    const held = Array.from({ length: 11 }, () => throttle.attempt('wayan', elsewhere, aMorning))
    expect(held.map((one) => (one.allowed ? one.holdMs : 'refused'))).toEqual([
      250,
      500,
      1_000,
      2_000,
      3_000,
      3_000,
      3_000,
      3_000,
      3_000,
      3_000,
      'refused',
    ])
  })

  it('is no longer looked at later once the quarter of an hour is over', () => {
    const throttle = openThrottle()
    for (let nth = 1; nth <= 30; nth += 1) throttle.attempt('wayan', `10.0.1.${nth}`, aMorning)
    expect(throttle.attempt('wayan', here, aMorning + windowMs)).toEqual({ allowed: true, nth: 1, holdMs: 0 })
  })

  it('counts an address as one, however it is written', () => {
    const throttle = openThrottle()
    fail(throttle, 'wayan', here, mostFailures)
    expect(throttle.attempt('wayan', `::ffff:${here}`, aMorning).allowed).toBe(false)
  })

  it('is possible again when the quarter of an hour is over, however often it was tried meanwhile', () => {
    const throttle = openThrottle()
    fail(throttle, 'wayan', here, 50)
    expect(throttle.attempt('wayan', here, aMorning + windowMs - 1).allowed).toBe(false)
    expect(throttle.attempt('wayan', here, aMorning + windowMs)).toEqual({ allowed: true, nth: 1, holdMs: 0 })
  })

  it('starts counting again after a success', () => {
    const throttle = openThrottle()
    fail(throttle, 'wayan', here, mostFailures)
    throttle.succeeded('wayan', here, aMorning)
    expect(throttle.attempt('wayan', here, aMorning)).toEqual({ allowed: true, nth: 1, holdMs: 0 })
  })

  it('does not lock the owner out where the owner has signed in before', () => {
    const throttle = openThrottle()
    throttle.attempt('wayan', here, aMorning)
    throttle.succeeded('wayan', here, aMorning)
    fail(throttle, 'wayan', elsewhere, 30)
    expect(throttle.attempt('wayan', here, aMorning).allowed).toBe(true)
  })

  it('stays slow for strangers though the owner signs in where the owner is known, not where a stranger is right', () => {
    const throttle = openThrottle()
    throttle.attempt('wayan', here, aMorning)
    throttle.succeeded('wayan', here, aMorning)
    fail(throttle, 'wayan', elsewhere, mostFailures)
    throttle.attempt('wayan', here, aMorning)
    throttle.succeeded('wayan', here, aMorning)
    expect(throttle.attempt('wayan', '10.0.0.9', aMorning)).toEqual({ allowed: true, nth: 1, holdMs: 250 })
    throttle.succeeded('wayan', '10.0.0.9', aMorning)
    expect(throttle.attempt('wayan', '10.0.0.10', aMorning)).toEqual({ allowed: true, nth: 1, holdMs: 0 })
  })

  it('is no endless try there either', () => {
    const throttle = openThrottle()
    throttle.attempt('wayan', here, aMorning)
    throttle.succeeded('wayan', here, aMorning)
    fail(throttle, 'wayan', here, mostFailures)
    expect(throttle.attempt('wayan', here, aMorning).allowed).toBe(false)
  })

  it('starts counting again after a success, also where the owner is known', () => {
    const throttle = openThrottle()
    throttle.attempt('wayan', here, aMorning)
    throttle.succeeded('wayan', here, aMorning)
    fail(throttle, 'wayan', here, mostFailures)
    throttle.succeeded('wayan', here, aMorning)
    expect(throttle.attempt('wayan', here, aMorning)).toEqual({ allowed: true, nth: 1, holdMs: 0 })
  })

  it('ends for an address after ten accounts, but not for somebody who mistypes and then succeeds', () => {
    const throttle = openThrottle()
    for (let nth = 1; nth <= 12; nth += 1) {
      throttle.attempt(`petugas-${nth}`, here, aMorning)
      throttle.succeeded(`petugas-${nth}`, here, aMorning)
    }
    for (let nth = 1; nth < mostFailures; nth += 1) throttle.attempt(`korban-${nth}`, here, aMorning)
    expect(throttle.attempt('korban-10', here, aMorning).allowed).toBe(true)
    expect(throttle.attempt('korban-11', here, aMorning).allowed).toBe(false)
    expect(throttle.attempt('korban-11', elsewhere, aMorning).allowed).toBe(true)
    expect(throttle.attempt('petugas-1', here, aMorning).allowed).toBe(true)
  })

  it('counts the addresses of one IPv6 network as one', () => {
    const throttle = openThrottle()
    for (let nth = 1; nth <= mostFailures; nth += 1)
      throttle.attempt(`k${nth}`, `2001:db8:1:2::${nth}`, aMorning)
    expect(throttle.attempt('k11', '2001:db8:1:2:a:b:c:d', aMorning).allowed).toBe(false)
    expect(throttle.attempt('k11', '2001:db8:1:3::1', aMorning).allowed).toBe(true)
  })

  it.each([
    ['10.0.0.7', '10.0.0.7'],
    ['::FFFF:10.0.0.7', '10.0.0.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2:3:4:5::', '2001:db8:1:2'],
    ['2001:db8::', '2001:db8:0:0'],
    ['2001::1:2:3:4:5:6', '2001:0:1:2'],
    ['fe80::1', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
    ['::2:3:4:5:6:7:8', '0:2:3:4'],
  ])('knows the network of an address that is written short: %s is in %s', (address, net) => {
    expect(network(address)).toBe(net)
  })

  it('survives a clock that is set back', () => {
    const throttle = openThrottle()
    fail(throttle, 'wayan', here, 20)
    expect(throttle.attempt('wayan', here, aMorning - 3_600_000).allowed).toBe(true)
  })

  it('takes no more memory than it was given', () => {
    const throttle = openThrottle(undefined, 3)
    fail(throttle, 'first', here, mostFailures)
    for (const name of ['a', 'b', 'c']) throttle.attempt(name, elsewhere, aMorning)
    expect(throttle.attempt('first', here, aMorning).allowed).toBe(true)
  })

  it('is slowed down after slips of the finger', () => {
    expect([1, 3, 4, 5, 7, 10].map(slowDownMs)).toEqual([0, 0, 50, 100, 400, 400])
  })
})
