// What the slip is doing, in words, and what happens to a number that nobody noted. Read aloud whenever it changes.
import { slipStand, faultOf, type SlipNow } from '../slip.ts'
import { kioskText } from '../texts/index.ts'

interface SlipWordsProps {
  slip: SlipNow
  /** The number that is about to leave the screen without being noted. */
  ends?: { number: string } | null
}

export function SlipWords({ slip, ends = null }: SlipWordsProps) {
  const stand = slipStand(slip)
  return (
    <div class="slip" role="status">
      <p class="slip-words">{kioskText(`slip.${stand}`)}</p>
      {ends ? (
        <p>{kioskText(stand === 'screen' ? 'endCalled' : 'endKept', ends)}</p>
      ) : (
        <>
          {stand === 'screen' && <p>{kioskText('noteHint')}</p>}
          {stand === 'failed' && <p>{kioskText(faultOf(slip))}</p>}
        </>
      )}
    </div>
  )
}
