// What the slip does, in words, and what becomes of a number that nobody noted. Read aloud whenever it changes.
import { slipStand, faultOf, type SlipNow } from '../slip.ts'
import { t } from '../texts/index.ts'
import { v } from '../visit-texts/index.ts'

interface SlipWordsProps {
  slip: SlipNow
  /** The number that is about to leave the screen without being noted. */
  ends?: { number: string } | null
}

export function SlipWords({ slip, ends = null }: SlipWordsProps) {
  const stand = slipStand(slip)
  const words = { coming: 'printing', paper: 'printed', screen: 'note', failed: 'noteFailed' } as const
  return (
    <div class="slip" role="status">
      <p class="slip-words">{t(words[stand])}</p>
      {ends ? (
        <p>{v(stand === 'screen' ? 'endCalled' : 'endKept', ends)}</p>
      ) : (
        <>
          {stand === 'screen' && <p>{t('noteHint')}</p>}
          {stand === 'failed' && <p>{v(faultOf(slip))}</p>}
        </>
      )}
    </div>
  )
}
