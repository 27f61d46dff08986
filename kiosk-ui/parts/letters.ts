// An agency in two letters, on the tiles of the kiosk and of the survey.

/** `BK` for `BPJS Kesehatan`, `Du` for `Dukcapil`, `PL` for `PLN`, if the plan has neither picture nor letters. */
export function lettersOf(short: string): string {
  const words = short.split(/[^\p{L}]+/u)
  const [one = ''] = words
  return words.length > 1
    ? words
        .map((word) => word.slice(0, 1))
        .join('')
        .slice(0, 2)
        .toUpperCase()
    : one.slice(0, 2)
}
