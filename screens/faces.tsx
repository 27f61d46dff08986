// The four faces, drawn for this project on a grid of 24. They only accompany the words: a face alone is read differently
// by different people.

/** From the worst to the best. */
export type Score = 1 | 2 | 3 | 4
export const SCORES: readonly Score[] = [1, 2, 3, 4]

const MOUTHS: Readonly<Record<Score, string>> = {
  1: 'M7.5 17.3c1-2.5 2.5-3.7 4.5-3.7s3.5 1.2 4.5 3.7',
  2: 'M8 16.4c1.2-1 2.5-1.5 4-1.5s2.8.5 4 1.5',
  3: 'M8 14.8c1.2 1 2.5 1.5 4 1.5s2.8-.5 4-1.5',
  4: 'M6.9 13.4h10.2c-.5 3-2.4 4.8-5.1 4.8s-4.6-1.8-5.1-4.8z',
}

export function Face({ score }: { score: Score }) {
  return (
    <svg class={`face-mark face-${score}`} viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="10.5" />
      <path d="M8.4 8.6v1.6m7.2-1.6v1.6" />
      <path d={MOUTHS[score]} />
    </svg>
  )
}
