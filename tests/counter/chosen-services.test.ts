// Choosing services: one more or one less, in order.
import { describe, expect, test } from 'vitest'
import { toggled } from '../../counter-ui/pick/ServicePick.tsx'

describe('services that are being chosen', () => {
  test('are in the order in which they were chosen', () =>
    expect(toggled(toggled([], 'kk'), 'ktp')).toEqual(['kk', 'ktp']))
  test('one pressed again is no longer chosen', () => expect(toggled(['kk', 'ktp'], 'kk')).toEqual(['ktp']))
  test('are no more than may be', () => expect(toggled(['kk', 'ktp'], 'nib', 2)).toEqual(['kk', 'ktp']))
  test('where only one may be, another takes its place', () =>
    expect(toggled(['kk'], 'nib', 1)).toEqual(['nib']))
})
