// The survey's measures as people write them: always with the same decimals, so that columns can be compared.
import { locale } from '../format.ts'

/** `88,31`: an IKM, from 25 to 100. */
export const formatIkm = (value: number): string => decimals(value, 2)

/** `3,532`: the mean of an element, from 1 to 4. */
export const formatNrr = (value: number): string => decimals(value, 3)

function decimals(value: number, count: number): string {
  return value.toLocaleString(locale(), { minimumFractionDigits: count, maximumFractionDigits: count })
}
